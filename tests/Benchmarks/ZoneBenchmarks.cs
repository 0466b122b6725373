using BenchmarkDotNet.Attributes;
using IdOcrPortal.Documents;
using IdOcrPortal.Reader.Tests;

namespace IdOcrPortal.Benchmarks;

/// <summary>A passport's zone from two strings to everything that is wrong with it.</summary>
public class ZoneBenchmarks
{
    private const int Count = 12;

    private static readonly DateOnly Today = new(2026, 7, 29);

    private readonly string[][] _passports = Passports().ToArray() is { Length: Count } all
        ? all
        : throw new InvalidOperationException($"The specimens hold fewer than {Count} valid passports; time per operation would be wrong.");

    /// <summary>The valid zones of passports among the published specimens.</summary>
    internal static IEnumerable<string[]> Passports() =>
        Specimen.Load(Path.Combine(AppContext.BaseDirectory, "Specimens"))
            .Where(specimen => specimen is { Format: "TD3", AllChecksValid: true })
            .Select(specimen => specimen.Mrz)
            .Take(Count);

    [Benchmark(OperationsPerInvoke = Count)]
    public MrzFaults ParseAndCheck()
    {
        var faults = MrzFaults.None;
        foreach (var lines in _passports)
        {
            faults |= Mrz.TryParse(lines, out var mrz, out _) ? mrz.Faults(Today) : MrzFaults.Characters;
        }

        return faults;
    }
}
