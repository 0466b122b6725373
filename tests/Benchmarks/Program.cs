using IdOcrPortal.Benchmarks;

// One line a benchmark.
var benchmarks = new Dictionary<string, Func<string[], int>>(StringComparer.Ordinal)
{
    ["documents"] = DocumentsBenchmark.Run,
    ["mrz"] = MrzBenchmark.Run,
    ["upload"] = UploadBenchmark.Run,
    ["start"] = StartBenchmark.Run,
    ["signing"] = SigningBenchmark.Run,
};

if (args.Length == 0 || !benchmarks.TryGetValue(args[0], out var run))
{
    Console.Error.WriteLine($"Usage: dotnet run --project tests/Benchmarks -c Release -- NAME [options]; NAME is one of: {string.Join(", ", benchmarks.Keys)}");
    return 2;
}

return run(args[1..]);
