using System.Collections.Frozen;

namespace IdOcrPortal.Documents;

/// <summary>What a code of Doc 9303 part 3 section 5 stands for.</summary>
public enum StateKind
{
    /// <summary>A country of ISO 3166-1.</summary>
    Country,

    /// <summary>An organisation, or a nationality that is not a country's.</summary>
    Special,

    /// <summary>The state of the standard's own examples; no real document bears it.</summary>
    Specimen,

    /// <summary>A code that has left the list; documents with it are old, and none may be issued.</summary>
    Former,
}

/// <summary>One issuing state, organisation or nationality.</summary>
/// <param name="Code">One or three letters, without fillers.</param>
/// <param name="Name">English short name.</param>
/// <param name="Kind">What the code stands for.</param>
public sealed record State(string Code, string Name, StateKind Kind)
{
    /// <summary>Whether the code stands in the list of today.</summary>
    public bool IsListed => Kind != StateKind.Former;
}

/// <summary>Codes of issuing states and nationalities (Doc 9303 part 3, 8th edition, section 5).</summary>
public static class StateCodes
{
    private static readonly FrozenDictionary<string, State> ByCode =
        Rows(StateTable.Countries, StateKind.Country)
            .Append(new State("D", "Germany", StateKind.Country))
            .Concat(Rows(StateTable.Special, StateKind.Special))
            .Concat(Rows(StateTable.Specimen, StateKind.Specimen))
            .Concat(Rows(StateTable.Former, StateKind.Former))
            .ToFrozenDictionary(state => state.Code, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, State>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        ByCode.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, State> ByName =
        ByCode.Values.ToFrozenDictionary(state => state.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every code, in order.</summary>
    public static IReadOnlyList<State> All { get; } = [.. ByCode.Values.OrderBy(state => state.Code, StringComparer.Ordinal)];

    /// <summary>The state of three characters of a zone (<c>UTO</c>, <c>D&lt;&lt;</c>) or of a bare code (<c>D</c>); <see langword="null"/> where the list has none and never had.</summary>
    public static State? Find(ReadOnlySpan<char> code) => BySpan.TryGetValue(code.TrimEnd('<'), out var state) ? state : null;

    /// <summary>The state that people call by this English name or code, in any case; <see langword="null"/> where the list has none.</summary>
    public static State? FindByNameOrCode(string text)
    {
        var trimmed = text.Trim();
        // Germany prints its ISO code or its letter; only the letter stands in a zone.
        if (trimmed.Equals("DEU", StringComparison.OrdinalIgnoreCase))
        {
            return Find("D");
        }

        return Find(trimmed.ToUpperInvariant()) ?? (ByName.TryGetValue(trimmed, out var state) ? state : null);
    }

    private static IEnumerable<State> Rows(string table, StateKind kind) =>
        table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split(' ', 2))
            .Select(row => new State(row[0], row[1], kind));
}
