using IdOcrPortal.Sandbox;

// dotnet run --project src/IdOcrPortal.Sandbox -- --urls http://127.0.0.1:5090
if (!args.Any(argument => argument.StartsWith("--urls", StringComparison.Ordinal)))
{
    args = [.. args, "--urls", "http://127.0.0.1:5090"];
}

await using var sandbox = SandboxHost.Build(args, settings: null, TimeProvider.System);
await sandbox.RunAsync();
