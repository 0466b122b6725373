using System.Collections.Immutable;
using IdOcrPortal.Documents.Tests.Zones;

namespace IdOcrPortal.Documents.Tests.Types;

/// <summary>One value of a whole document that is wrong, and what has to come of it.</summary>
/// <param name="Place">A field, <c>back.</c> and a field for what the back repeats, or the text in the zone that is replaced.</param>
/// <param name="Value">What is read there instead.</param>
/// <param name="Check">Code of the check that fails.</param>
/// <param name="Field">The field that bears the status.</param>
/// <param name="Status">Failed or Conflict: nothing that a confirmation heals.</param>
internal sealed record Wrong(string Place, string Value, string Check, string Field, FieldStatus Status)
{
    internal static Wrong Print(string place, string value, string check, FieldStatus status) => new(place, value, check, place.Replace("back.", ""), status);
}

/// <summary>One document with everything that a service reads of it. Persons and serial numbers are invented; digits are right by the published algorithms.</summary>
/// <param name="TypeId">Its type.</param>
/// <param name="Printed">A line for each field: name, blanks, the text as printed; <c>back.</c> before a name that the back repeats.</param>
/// <param name="Broken">The same document with one value wrong.</param>
internal sealed record WholeDocument(string TypeId, string Printed, Wrong Broken)
{
    /// <summary>The day on which every whole document is good.</summary>
    internal static readonly DateOnly Today = new(2026, 11, 21);

    /// <summary>Lines of the zone: a question mark for each check digit, trailing fillers left out.</summary>
    internal ImmutableArray<string> Zone { get; init; } = [];

    internal DocumentType Type => DocumentTypes.Find(TypeId)!;

    /// <summary>Field, text and whether the line speaks of the back of a field that stands in front.</summary>
    internal IReadOnlyList<(string Place, string Text)> Lines { get; } =
    [
        .. Printed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 2)).Select(line => (line[0], line[1].Trim())),
    ];

    internal Evidence Good() => Evidence(Lines, Filled());

    internal Evidence Bad() => Zone.Any(line => line.Contains(Broken.Place, StringComparison.Ordinal))
        ? Evidence(Lines, [.. Filled().Select(line => line.Replace(Broken.Place, Broken.Value, StringComparison.Ordinal))])
        : With(Broken.Place, Broken.Value);

    /// <summary>The good document with another text in one place.</summary>
    internal Evidence With(string place, string text) => Evidence([.. Lines.Select(line => line.Place == place ? (place, text) : line)], Filled());

    /// <summary>The good document with other lines in its zone.</summary>
    internal Evidence WithZone(IReadOnlyList<string> lines) => Evidence(Lines, lines);

    internal Proof Prove(Evidence evidence) => Type.Prove(evidence, Today);

    /// <summary>The zone with its fillers and check digits.</summary>
    internal string[] Filled()
    {
        if (Zone.IsEmpty)
        {
            return [];
        }

        var format = Type.Zones[0];
        var width = format switch { MrzFormat.Td1 => 30, MrzFormat.Td3 or MrzFormat.MrvA => 44, _ => 36 };
        var lines = Zone.Select(line => line.PadRight(width, '<').ToCharArray()).ToArray();

        // Where the digits of a format stand; the seed is one whose number fits into its nine places.
        var places = Enumerable.Range(0, 100).Select(seed => ZoneGenerator.Make(format, seed)).First(made => IsBehindAll(made.Digits[0]));
        char At(Place place) => lines[place.Line - 1][place.Position - 1];
        foreach (var digit in places.Digits.Where(digit => At(digit.At) == '?'))
        {
            lines[digit.At.Line - 1][digit.At.Position - 1] = ZoneGenerator.Digit(string.Concat(digit.Covers.Select(At)));
        }

        return [.. lines.Select(line => new string(line))];
    }

    private static bool IsBehindAll(MadeDigit digit) => digit.Covers[^1] == digit.At with { Position = digit.At.Position - 1 }
        && digit.Covers[^1].Position - digit.Covers[0].Position == digit.Covers.Count - 1;

    private Evidence Evidence(IReadOnlyList<(string Place, string Text)> printed, IReadOnlyList<string> zone)
    {
        var claims = printed.Select(line => line.Place.StartsWith("back.", StringComparison.Ordinal)
            ? new Claim(line.Place[5..], line.Text, 0.97, ClaimSource.Service, CardSide.Back)
            : new Claim(line.Place, line.Text, 0.97, ClaimSource.Service, Type.DefinitionOf(line.Place).Side));
        return new Evidence([.. claims, .. Mrz.TryParse(zone, out var mrz, out _) ? MrzClaims.From(mrz, null) : []], zone, MrzAccepted: zone.Count > 0);
    }
}

/// <summary>A good and a broken document of every type that the portal knows.</summary>
internal static class WholeDocuments
{
    internal static ImmutableArray<WholeDocument> All { get; } = [.. DocumentsWithZone.All, .. DocumentsWithoutZone.All, .. MalaysianDocuments.All];

    internal static WholeDocument Of(string typeId) => All.Single(document => document.TypeId == typeId);
}
