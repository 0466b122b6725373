using IdOcrPortal.Documents;

namespace IdOcrPortal.Recognition.Connectors.Wire;

/// <summary>Collects what a service claims. Missing, null and empty are alike: nothing was claimed.</summary>
internal sealed class ClaimList
{
    /// <summary>Longest text of a field. A longer one is no field of a card, and nothing in an answer has to be searched at such length.</summary>
    internal const int LongestText = 1000;

    private readonly List<Claim> _claims = [];

    internal IReadOnlyList<Claim> Claims => _claims;

    internal int Count => _claims.Count;

    /// <summary>Adds a field, if there is a text.</summary>
    /// <param name="confidence">0 to 1; anything else counts as not provided.</param>
    internal void Add(string field, string? text, double? confidence = null, CardSide? side = null, ClaimSource source = ClaimSource.Service)
    {
        if (text?.Trim() is { Length: > 0 and <= LongestText } kept)
        {
            _claims.Add(new Claim(field, kept, confidence is >= 0 and <= 1 ? confidence : null, source, side));
        }
    }
}
