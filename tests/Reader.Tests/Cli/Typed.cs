using System.Diagnostics;

namespace IdOcrPortal.Reader.Tests.Cli;

/// <summary>Types a command line and waits for its end.</summary>
internal static class Typed
{
    internal static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string[] arguments, string? input, string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["exec", Path.Combine(AppContext.BaseDirectory, "IdOcrPortal.Reader.dll"), .. arguments])
        {
            RedirectStandardInput = input is not null, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }

        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
