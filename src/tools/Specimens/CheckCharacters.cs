using IdOcrPortal.Documents;

namespace IdOcrPortal.Specimens;

/// <summary>Computes the check characters that stand as <c>?</c> in numbers and zones.</summary>
internal static class CheckCharacters
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    /// <summary>The number with the one character that satisfies its scheme.</summary>
    public static string InNumber(NumberScheme? scheme, string text) => !text.Contains('?', StringComparison.Ordinal) ? text
        : scheme is null ? throw new InvalidOperationException("No scheme computes this check character.")
        : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".Select(character => text.Replace('?', character))
            .Single(number => scheme.Read(scheme.Normalise(number), Today).CheckDigit.Result == CheckResult.Passed);

    /// <summary>The lines of a zone (Doc 9303 parts 4 to 7; the French card: decree of 1987), filled up and with their digits.</summary>
    public static IReadOnlyList<string> InZone(MrzFormat format, IReadOnlyList<string> lines)
    {
        var width = format switch { MrzFormat.Td1 => 30, MrzFormat.Td3 or MrzFormat.MrvA => 44, _ => 36 };
        var filled = lines.Select(line => line.PadRight(width, '<').ToCharArray()).ToArray();
        foreach (var (line, place, covered) in Digits(format))
        {
            if (filled[line][place] == '?')
            {
                filled[line][place] = IcaoCheckDigit.Of(string.Concat(covered.Select(run => new string(filled[run.Line][run.Range]))));
            }
        }

        return [.. filled.Select(line => new string(line))];
    }

    private static (int Line, int Place, (int Line, Range Range)[] Covered)[] Digits(MrzFormat format) => format switch
    {
        MrzFormat.Td1 =>
        [
            (0, 14, [(0, 5..14)]), (1, 6, [(1, 0..6)]), (1, 14, [(1, 8..14)]), (1, 29, [(0, 5..30), (1, 0..7), (1, 8..15), (1, 18..29)]),
        ],
        MrzFormat.Td2 => [.. Common, (1, 35, [(1, 0..10), (1, 13..20), (1, 21..35)])],
        MrzFormat.Td3 => [.. Common, (1, 42, [(1, 28..42)]), (1, 43, [(1, 0..10), (1, 13..20), (1, 21..43)])],
        MrzFormat.MrvA or MrzFormat.MrvB => Common,
        MrzFormat.French2x36 => [(1, 12, [(1, 0..12)]), (1, 33, [(1, 27..33)]), (1, 35, [(0, 0..36), (1, 0..35)])],
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No places of check digits are known for this format."),
    };

    private static (int Line, int Place, (int Line, Range Range)[] Covered)[] Common => [(1, 9, [(1, 0..9)]), (1, 19, [(1, 13..19)]), (1, 27, [(1, 21..27)])];
}
