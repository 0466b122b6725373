using System.Collections.Frozen;

namespace IdOcrPortal.Documents;

/// <summary>
/// What issuing states are known to write into their own zones, beyond Doc 9303: shapes of numbers, national numbers in the optional data, and how the parts
/// of a zone agree. A rule that fails for its shape alone is never certain, for issuers open new series; a rule is here only where its source can be named.
/// </summary>
internal static class IssuerRules
{
    private static readonly IssuerRule[] Every =
        [.. NumberShapes.Rules, .. NationalNumberRules.Rules, .. CardNumberRules.Rules, .. RussianInternalPassport.Rules];

    private static readonly FrozenDictionary<int, IssuerRule[]>[] ByFormat =
        [.. Enum.GetValues<MrzFormat>().Select(format => Every
            .Where(rule => rule.Formats.Contains(format))
            .GroupBy(rule => Key(rule.Issuer.PadRight(3, '<')))
            .ToFrozenDictionary(group => group.Key, group => group.ToArray()))];

    /// <summary>Every rule of every issuer.</summary>
    internal static IReadOnlyList<IssuerRule> All { get; } = Array.AsReadOnly(Every);

    /// <summary>The rules of the zone's issuer for its format; an empty list where none are known. Allocates nothing.</summary>
    internal static IReadOnlyList<IssuerRule> Of(Mrz mrz) =>
        ByFormat[(int)mrz.Format].TryGetValue(Key(mrz.Line(0).AsSpan(2, 3)), out var rules) ? rules : [];

    // Three characters in one number, for a look-up that makes no text; what is not ASCII collides with nothing, for no issuer has it.
    private static int Key(ReadOnlySpan<char> code) => code.ContainsAnyExceptInRange('\0', '\x7F') ? -1 : (code[0] << 16) | (code[1] << 8) | code[2];
}
