using IdOcrPortal.Benchmarks;

// One line a benchmark.
var benchmarks = new Dictionary<string, Func<string[], int>>(StringComparer.Ordinal)
{
    ["documents"] = DocumentsBenchmark.Run,
    ["mrz"] = MrzBenchmark.Run,
    ["upload"] = UploadBenchmark.Run,
    ["start"] = StartBenchmark.Run,
    ["signing"] = SigningBenchmark.Run,
    ["connectors"] = ConnectorsBenchmark.Run,
    ["services"] = ServicesBenchmark.Run,
};

// Parts of benchmarks that are processes of their own.
var parts = new Dictionary<string, Func<string[], int>>(StringComparer.Ordinal)
{
    ["canned-server"] = CannedServer.Run,
    ["vendor-client"] = VendorClient.Run,
};

if (args.Length == 0 || (!benchmarks.TryGetValue(args[0], out var run) && !parts.TryGetValue(args[0], out run)))
{
    Console.Error.WriteLine($"Usage: dotnet run --project tests/Benchmarks -c Release -- NAME [options]; NAME is one of: {string.Join(", ", benchmarks.Keys)}");
    return 2;
}

return run(args[1..]);
