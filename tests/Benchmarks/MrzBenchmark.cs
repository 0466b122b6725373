using System.Diagnostics;
using System.Globalization;
using IdOcrPortal.Reader;
using IdOcrPortal.Reader.Headers;
using IdOcrPortal.Reader.Imaging;
using IdOcrPortal.Reader.Tests;
using IdOcrPortal.Reader.Zones;

namespace IdOcrPortal.Benchmarks;

/// <summary>
/// How many machine-readable zones are read exactly, how fast, and whether a wrong one is ever accepted; beside the <c>tesseract</c> command on the same
/// pictures, and under ten degradations. <c>mrz [--samples DIR] [--wrong]</c>; DIR holds a <c>manifest.json</c>; <c>--wrong</c> lists what was not exact.
/// </summary>
internal static class MrzBenchmark
{
    private const int Repetitions = 5;

    public static int Run(string[] arguments)
    {
        var folder = Array.IndexOf(arguments, "--samples") is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : Path.Combine(AppContext.BaseDirectory, "Specimens");
        if (!File.Exists(Path.Combine(folder, "manifest.json")))
        {
            Console.Error.WriteLine($"{folder} holds no manifest.json; name a folder of specimens with --samples.");
            return 2;
        }

        if (!Leptonica.IsAvailable(out var missing))
        {
            Console.Error.WriteLine($"Missing: {missing}.");
            return 1;
        }

        if (OperatingSystem.IsLinux())
        {
            Process.GetCurrentProcess().ProcessorAffinity = 1;
        }

        var specimens = Specimen.Load(folder);
        var reader = new MrzReader();
        var speed = Original(specimens, reader);
        Baseline(specimens, speed);
        Table(specimens, reader, arguments.Contains("--wrong"));
        return 0;
    }

    private static double Original(IReadOnlyList<Specimen> specimens, MrzReader reader)
    {
        var times = new List<double>();
        var tally = new Tally();
        var files = specimens.Select(specimen => (Specimen: specimen, specimen.Bytes)).ToArray();
        for (var round = -2; round < Repetitions; round++)
        {
            foreach (var (specimen, bytes) in files)
            {
                var started = Stopwatch.GetTimestamp();
                using var picture = Picture.Decode(bytes, PictureHeader.Inspect(bytes));
                var reading = reader.Read(picture.Luminance(), picture.MaxChannel);
                var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;

                // Two rounds warm up.
                if (round >= 0)
                {
                    times.Add(elapsed);
                }

                if (round == 0)
                {
                    tally.Add(specimen, reading);
                }
            }
        }

        times.Sort();
        var median = times[times.Count / 2];
        Print($"{specimens.Count} pictures, decode and read, one core, warm, {Repetitions} times each");
        Print($"  reader     exact of valid {tally.ExactValid}/{tally.Valid}   exact {tally.Exact}/{specimens.Count}   accepted {tally.Accepted}   accepted and wrong {tally.AcceptedWrong}   median {median:F1} ms   p95 {times[(int)(times.Count * 0.95)]:F1} ms   max {times[^1]:F1} ms");
        return median;
    }

    private static void Baseline(IReadOnlyList<Specimen> specimens, double median)
    {
        var times = new List<double>();
        int exact = 0, exactValid = 0;
        foreach (var specimen in specimens)
        {
            if (TesseractBaseline.Read(specimen.Picture) is not { } baseline)
            {
                Print($"  tesseract  not installed");
                return;
            }

            times.Add(baseline.Milliseconds);
            exact += specimen.IsTruth(baseline.Lines) ? 1 : 0;
            exactValid += specimen.AllChecksValid && specimen.IsTruth(baseline.Lines) ? 1 : 0;
        }

        times.Sort();
        var theirs = times[times.Count / 2];
        Print($"  tesseract  exact of valid {exactValid}/{specimens.Count(specimen => specimen.AllChecksValid)}   exact {exact}/{specimens.Count}   median {theirs:F1} ms   ({theirs / median:F1} times the reader's)");
    }

    private static void Table(IReadOnlyList<Specimen> specimens, MrzReader reader, bool listsWrong)
    {
        Print($"");
        Print($"{"degradation",-15} exact of valid   accepted   accepted and wrong   median ms   p95 ms");
        var all = new Tally();
        foreach (var (name, apply) in Degradations.All)
        {
            var tally = new Tally();
            var times = new List<double>();
            foreach (var specimen in specimens)
            {
                var bytes = specimen.Bytes;
                using var picture = Picture.Decode(bytes, PictureHeader.Inspect(bytes));
                var degraded = apply(picture.Luminance());
                var started = Stopwatch.GetTimestamp();
                var reading = reader.Read(degraded, () => apply(picture.MaxChannel()));
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                tally.Add(specimen, reading);
                all.Add(specimen, reading);
                if (listsWrong && !specimen.IsTruth(reading?.Lines))
                {
                    Print($"    {specimen.File} accepted {reading?.Accepted} valid {reading?.AllChecksValid} corrected {reading?.Corrected} weakest {reading?.Weakest:F2} rotation {reading?.Rotation} {specimen.Note}");
                    Print($"      is   {string.Join(" | ", specimen.Mrz)}");
                    Print($"      read {string.Join(" | ", reading?.Lines ?? [])}");
                }
            }

            times.Sort();
            Print($"{name,-15} {tally.ExactValid,7}/{tally.Valid,-8} {tally.Accepted,7} {tally.AcceptedWrong,17} {times[times.Count / 2],14:F1} {times[(int)(times.Count * 0.95)],8:F1}");
        }

        Print($"{"all",-15} {all.ExactValid,7}/{all.Valid,-8} {all.Accepted,7} {all.AcceptedWrong,17}");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed class Tally
    {
        public int Valid { get; private set; }

        public int Exact { get; private set; }

        public int ExactValid { get; private set; }

        public int Accepted { get; private set; }

        public int AcceptedWrong { get; private set; }

        public void Add(Specimen specimen, MrzReading? reading)
        {
            var isExact = specimen.IsTruth(reading?.Lines);
            Valid += specimen.AllChecksValid ? 1 : 0;
            Exact += isExact ? 1 : 0;
            ExactValid += isExact && specimen.AllChecksValid ? 1 : 0;
            Accepted += reading is { Accepted: true } ? 1 : 0;
            AcceptedWrong += reading is { Accepted: true } && !isExact ? 1 : 0;
        }
    }
}
