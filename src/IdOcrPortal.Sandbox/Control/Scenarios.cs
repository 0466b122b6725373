using IdOcrPortal.Sandbox.Wire;

namespace IdOcrPortal.Sandbox.Control;

/// <summary>What a scenario does to an answer.</summary>
public enum ScenarioKind
{
    /// <summary>An error of the vendor's table.</summary>
    Error,

    /// <summary>The true answer, late.</summary>
    Delay,

    /// <summary>The request is carried out, but no answer comes: the connection ends after the delay.</summary>
    Drop,

    /// <summary>A bare HTTP status from in front of the vendor.</summary>
    Status,

    /// <summary>The first half of the true answer.</summary>
    Malformed,

    /// <summary>The true answer, blown up with blanks.</summary>
    Oversized,
}

/// <summary>An order for the next answers of one vendor.</summary>
/// <param name="Count">Answers that it is for.</param>
/// <param name="Code">Error: a code of the vendor's table.</param>
/// <param name="Http">Error: chooses among rows with the same code, or stands where the table has no status. Status: the status.</param>
/// <param name="Milliseconds">Delay, Drop: how long.</param>
/// <param name="Bytes">Oversized: length of the answer.</param>
/// <param name="Specimen">Code of a specimen: only requests whose picture shows it take the order.</param>
public sealed record Scenario(
    Vendor Vendor, ScenarioKind Kind, int Count = 1, string? Code = null, int? Http = null, int Milliseconds = 0, int Bytes = 17 * 1024 * 1024, string? Specimen = null);

/// <summary>The orders that wait, first come first served.</summary>
internal sealed class Scenarios
{
    private readonly Lock gate = new();
    private readonly List<Scenario> waiting = [];

    internal void Add(Scenario scenario)
    {
        lock (gate)
        {
            waiting.Add(scenario);
        }
    }

    internal void Clear()
    {
        lock (gate)
        {
            waiting.Clear();
        }
    }

    /// <summary>Whether what a picture shows decides about this vendor's next answer.</summary>
    internal bool AskForSpecimen(Vendor vendor)
    {
        lock (gate)
        {
            return waiting.Exists(scenario => scenario.Vendor == vendor && scenario.Specimen is not null);
        }
    }

    /// <summary>Takes one answer off the first order for this vendor, and for this specimen or any; null if there is none.</summary>
    /// <param name="specimen">Code that the picture shows.</param>
    internal Scenario? Take(Vendor vendor, string? specimen)
    {
        lock (gate)
        {
            var index = waiting.FindIndex(scenario => scenario.Vendor == vendor && (scenario.Specimen is null || scenario.Specimen == specimen));
            if (index < 0)
            {
                return null;
            }

            var scenario = waiting[index];
            if (scenario.Count <= 1)
            {
                waiting.RemoveAt(index);
            }
            else
            {
                waiting[index] = scenario with { Count = scenario.Count - 1 };
            }

            return scenario;
        }
    }
}
