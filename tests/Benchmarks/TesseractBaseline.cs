using System.ComponentModel;
using System.Diagnostics;

namespace IdOcrPortal.Benchmarks;

/// <summary>The <c>tesseract</c> command as anyone would run it on a picture of a passport.</summary>
internal static class TesseractBaseline
{
    /// <summary>Lines of the zone as the command finds them, and the time it took; no lines where it found none, nothing where it is not installed.</summary>
    public static (string[] Lines, double Milliseconds)? Read(string picture)
    {
        var start = new ProcessStartInfo("tesseract") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[picture, "stdout", "-l", "eng", "-c", "tessedit_char_whitelist=<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "-c", "load_system_dawg=0", "-c", "load_freq_dawg=0"])
        {
            start.ArgumentList.Add(argument);
        }

        // One core, as the reader has.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        try
        {
            var started = Stopwatch.GetTimestamp();
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            errors.Wait();
            return (Pick(text), Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    // The last lines that are as long as those of a zone and contain a filler.
    private static string[] Pick(string text)
    {
        var lines = text.Split('\n').Select(line => line.Replace(" ", "", StringComparison.Ordinal).Trim()).Where(line => line.Length is >= 28 and <= 48 && line.Contains('<', StringComparison.Ordinal)).ToArray();
        return lines.Length < 2 ? [] : lines.Length >= 3 && lines[^1].Length <= 32 ? lines[^3..] : lines[^2..];
    }
}
