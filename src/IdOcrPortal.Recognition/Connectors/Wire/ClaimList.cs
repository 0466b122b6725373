using IdOcrPortal.Documents;

namespace IdOcrPortal.Recognition.Connectors.Wire;

/// <summary>Collects what a service claims. Missing, null and empty are alike: nothing was claimed.</summary>
/// <param name="service">Id of the service.</param>
internal sealed class ClaimList(string service)
{
    /// <summary>Longest text of a field. A longer one is no field of a card, and nothing in an answer has to be searched at such length: it is cut, with a warning.</summary>
    internal const int LongestText = 1000;

    /// <summary>Most warnings of an answer: no vendor has so many codes. Of more the gravest are kept, with a warning.</summary>
    internal const int MostWarnings = 50;

    private readonly List<Claim> _claims = [];
    private readonly List<string> _cut = [];

    internal IReadOnlyList<Claim> Claims => _claims;

    internal int Count => _claims.Count;

    /// <summary>The service's warnings, and one more where texts or warnings were too many.</summary>
    internal IReadOnlyList<Warning> WithCuts(IReadOnlyList<Warning> warnings)
    {
        List<Warning> kept = warnings.Count <= MostWarnings
            ? [.. warnings]
            :
            [
                .. warnings.OrderByDescending(warning => warning.Severity).Take(MostWarnings),
                new Warning(service, "warnings.cut", Severity.High, $"The service gave {warnings.Count} warnings; {MostWarnings} of the gravest are shown", "Everything: no sound answer has so many"),
            ];
        if (_cut.Count > 0)
        {
            kept.Add(new Warning(
                service, "field.cut", Severity.Low, $"The service sent more text than any card has; it was cut after {LongestText} characters: {string.Join(", ", _cut.Distinct())}",
                "Whether the text belongs to the card, and what is missing at its end"));
        }

        return kept;
    }

    /// <summary>Adds a field, if there is a text.</summary>
    /// <param name="confidence">0 to 1; anything else counts as not provided.</param>
    internal void Add(string field, string? text, double? confidence = null, CardSide? side = null, ClaimSource source = ClaimSource.Service)
    {
        if (Kept(field, text) is { } kept)
        {
            _claims.Add(new Claim(field, kept, confidence is >= 0 and <= 1 ? confidence : null, source, side));
        }
    }

    /// <summary>The text trimmed and, where it is too long, cut; <see langword="null"/> where there is none.</summary>
    /// <param name="name">What it is, for the warning.</param>
    internal string? Kept(string name, string? text)
    {
        if (text?.Trim() is not { Length: > 0 } kept)
        {
            return null;
        }

        if (kept.Length <= LongestText)
        {
            return kept;
        }

        _cut.Add(name);

        // Not between the halves of a letter.
        return kept[..(char.IsHighSurrogate(kept[LongestText - 1]) ? LongestText - 1 : LongestText)].TrimEnd();
    }
}
