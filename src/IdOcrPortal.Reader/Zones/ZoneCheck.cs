namespace IdOcrPortal.Reader.Zones;

/// <summary>Place of one character of a zone, from 0.</summary>
internal readonly record struct ZonePlace(int Line, int Column);

/// <summary>A stretch of characters of one line.</summary>
internal readonly record struct ZoneRun(int Line, int Start, int Length);

/// <summary>What a filler in the place of the check digit means.</summary>
internal enum CheckKind
{
    /// <summary>The digit is missing.</summary>
    Plain,

    /// <summary>Right, where the field is empty (personal number of a passport).</summary>
    FillerWhenEmpty,

    /// <summary>The document number is longer than its field and goes on in the optional data, its digit behind it (Doc 9303-5, note j).</summary>
    OverflowingNumber,

    /// <summary>The digit is missing; this one protects several fields.</summary>
    Composite,
}

/// <summary>One check digit and what it protects.</summary>
internal sealed class ZoneCheck(ZonePlace digit, CheckKind kind, params ZoneRun[] runs)
{
    // Where the number goes on: for three lines behind the digit in line 0, for two lines in the optional data of line 1.
    private static readonly ZoneRun OverflowOfThree = new(0, 15, 15), OverflowOfTwo = new(1, 28, 7);

    /// <summary>Whether it protects several fields, most of which have digits of their own.</summary>
    public bool IsComposite => kind == CheckKind.Composite;

    /// <summary>All places whose characters decide whether the check holds.</summary>
    public IEnumerable<ZonePlace> Places
    {
        get
        {
            foreach (var run in runs)
            {
                for (var i = 0; i < run.Length; i++)
                {
                    yield return new ZonePlace(run.Line, run.Start + i);
                }
            }

            yield return digit;
        }
    }

    /// <summary>Whether the digit is the one that Doc 9303-3, 4.9 asks for.</summary>
    public bool Holds(IReadOnlyList<string> lines)
    {
        int sum = 0, at = 0;
        var isEmpty = true;
        foreach (var run in runs)
        {
            foreach (var character in lines[run.Line].AsSpan(run.Start, run.Length))
            {
                sum += Value(character) * Weight(at++);
                isEmpty &= character == '<';
            }
        }

        var printed = lines[digit.Line][digit.Column];
        return printed == '<'
            ? (kind == CheckKind.FillerWhenEmpty && isEmpty) || (kind == CheckKind.OverflowingNumber && OverflowHolds(lines, sum, at))
            : char.IsAsciiDigit(printed) && printed - '0' == sum % 10;
    }

    private static bool OverflowHolds(IReadOnlyList<string> lines, int sum, int at)
    {
        var run = lines.Count == 3 ? OverflowOfThree : OverflowOfTwo;
        var optional = lines[run.Line].AsSpan(run.Start, run.Length);
        var end = optional.IndexOf('<');
        var rest = end < 0 ? optional : optional[..end];
        if (rest.Length < 2 || !char.IsAsciiDigit(rest[^1]))
        {
            return false;
        }

        foreach (var character in rest[..^1])
        {
            sum += Value(character) * Weight(at++);
        }

        return rest[^1] - '0' == sum % 10;
    }

    private static int Weight(int at) => (at % 3) switch
    {
        0 => 7,
        1 => 3,
        _ => 1,
    };

    private static int Value(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'A' and <= 'Z' => character - 'A' + 10,
        _ => 0,
    };
}
