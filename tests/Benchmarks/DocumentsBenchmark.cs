using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace IdOcrPortal.Benchmarks;

/// <summary>
/// What the rules of documents cost: a passport's zone parsed and fully checked (target: at most 1 µs and 300 bytes), all checks of whole documents
/// (target: at most 5 µs for a card), and beside them the npm package <c>mrz</c> on the same zones. <c>documents [--quick]</c>.
/// </summary>
internal static class DocumentsBenchmark
{
    public static int Run(string[] arguments)
    {
        // In this process: a generated project would have to repeat the solution's package sources and analyzers.
        var job = (arguments.Contains("--quick") ? Job.ShortRun : Job.Default).WithToolchain(InProcessEmitToolchain.Instance);
        var config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Default)
            .AddExporter(MarkdownExporter.GitHub);
        var zones = BenchmarkRunner.Run<ZoneBenchmarks>(config);
        var proofs = BenchmarkRunner.Run<ProofBenchmarks>(config);
        if (zones.HasCriticalValidationErrors || proofs.HasCriticalValidationErrors || zones.Reports.IsEmpty)
        {
            return 1;
        }

        var repository = typeof(DocumentsBenchmark).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;
        var npm = MrzNpmBaseline.Measure(repository, [.. ZoneBenchmarks.Passports()]);
        Console.WriteLine();
        foreach (var report in zones.Reports.Concat(proofs.Reports))
        {
            Print(report);
        }

        var ours = zones.Reports[0].ResultStatistics!.Median;
        Write($"npm mrz under Node {npm.Node}: median {npm.Nanoseconds:F0} ns per zone ({npm.Least:F0} to {npm.Most:F0}), {npm.Valid:F0} of {npm.Zones} zones valid");
        Write($"ratio: {npm.Nanoseconds / ours:F1} times ours");
        return 0;
    }

    private static void Print(BenchmarkReport report) => Write(
        $"{report.BenchmarkCase.DisplayInfo.Split(':')[0]} {report.BenchmarkCase.Parameters.DisplayInfo}: median {report.ResultStatistics!.Median:F0} ns, {report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase):F0} bytes");

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
