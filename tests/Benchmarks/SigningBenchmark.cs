using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace IdOcrPortal.Benchmarks;

/// <summary>
/// What signing costs: each vendor's scheme with a body of 1 MB, time and bytes allocated per request, and the ratio to hashing the same body alone in the same run
/// (target: at most 1.10). <c>signing [--quick]</c>; ends with 1 where the target is missed.
/// </summary>
internal static class SigningBenchmark
{
    private const double MostRatio = 1.10;

    public static int Run(string[] arguments)
    {
        // In this process: a generated project would have to repeat the solution's package sources and analyzers.
        var job = (arguments.Contains("--quick") ? Job.ShortRun : Job.Default).WithToolchain(InProcessEmitToolchain.Instance);
        var summary = BenchmarkRunner.Run<SigningBenchmarks>(ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Default));
        if (summary.HasCriticalValidationErrors || summary.Reports.IsEmpty || summary.Reports.Any(report => report.ResultStatistics is null))
        {
            return 1;
        }

        var hash = Median(summary.Reports.Single(report => report.BenchmarkCase.Descriptor.Baseline));
        Console.WriteLine();
        Write($"hashing 1 MB alone (SHA-256): median {hash:F0} ns");
        var held = true;
        foreach (var report in summary.Reports.Where(report => !report.BenchmarkCase.Descriptor.Baseline))
        {
            var ratio = Median(report) / hash;
            held &= ratio <= MostRatio;
            Write($"{report.BenchmarkCase.Descriptor.WorkloadMethod.Name}: median {Median(report):F0} ns, {report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase):F0} bytes allocated, ratio to the hash {ratio:F3} (at most {MostRatio:F2})");
        }

        return held ? 0 : 1;
    }

    private static double Median(BenchmarkReport report) => report.ResultStatistics!.Median;

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
