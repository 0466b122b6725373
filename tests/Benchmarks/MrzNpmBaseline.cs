using System.Diagnostics;
using System.Text.Json;

namespace IdOcrPortal.Benchmarks;

/// <summary>What the npm package <c>mrz</c> (version pinned in <c>mrz-baseline/package-lock.json</c>) needs for the same zones, under Node.</summary>
/// <param name="Nanoseconds">Median for one zone.</param>
/// <param name="Least">Fastest round.</param>
/// <param name="Most">Slowest round.</param>
/// <param name="Valid">How many of the zones it calls valid.</param>
/// <param name="Zones">How many it was given.</param>
/// <param name="Node">Version of Node.</param>
internal sealed record MrzNpmBaseline(double Nanoseconds, double Least, double Most, double Valid, int Zones, string Node)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Installs the package and measures it.</summary>
    /// <exception cref="InvalidOperationException">npm or node failed; the message holds what they said.</exception>
    public static MrzNpmBaseline Measure(string repository, IReadOnlyList<string[]> zones)
    {
        var folder = Path.Combine(repository, "tests", "Benchmarks", "mrz-baseline");
        _ = Run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder, "");
        return JsonSerializer.Deserialize<MrzNpmBaseline>(Run("node", ["measure.js"], folder, JsonSerializer.Serialize(zones)), Json)!;
    }

    private static string Run(string program, string[] arguments, string folder, string input)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {output}");
    }
}
