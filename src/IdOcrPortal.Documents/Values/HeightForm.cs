namespace IdOcrPortal.Documents;

/// <summary>
/// Height of the holder → whole centimetres (<c>១៥៨ ស.ម</c>, <c>158</c>, <c>165CM</c>, <c>1.58 m</c>, <c>1,58</c>, <c>5'7"</c> → <c>158</c>, <c>165</c>, <c>170</c>).
/// Without a unit a number below 3 is metres, any other centimetres; halves are rounded up.
/// <para>Errors: <see cref="ReadingTrouble.Impossible"/> outside of 30 to 272 cm (the tallest man known: Guinness World Records, 1940);
/// <see cref="ReadingTrouble.Unreadable"/> for other shapes, with a proposal where letters that look like digits are all that is wrong.</para>
/// </summary>
public sealed class HeightForm : FieldForm
{
    private const int Lowest = 30;
    private const int Highest = 272;

    private static readonly string[] Centimetres = ["CM", "CMS", "ស.ម", "ស.ម.", "សម", "ซม", "ซม.", "СМ", "厘米", "公分", "CENTIMETRES", "SENTIMETER"];
    private static readonly string[] Metres = ["M", "MTR", "MTS", "М", "米", "ម", "ម.", "ม", "ม."];
    private static readonly FieldReading Unreadable = new(null, "no height in a shape that a rule knows", ReadingTrouble.Unreadable);
    private static readonly FieldReading Impossible = new(null, $"outside of {Lowest} to {Highest} cm", ReadingTrouble.Impossible);

    private HeightForm()
    {
    }

    /// <summary>The only instance.</summary>
    public static HeightForm Instance { get; } = new();

    /// <inheritdoc/>
    public override string Description => "height in centimetres";

    /// <inheritdoc/>
    public override FieldReading Read(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reading = ReadHeight(text);
        return reading.Trouble == ReadingTrouble.Unreadable && LookAlikes.WithDigits(text) is { } repaired && ReadHeight(repaired).Trouble == ReadingTrouble.None
            ? reading with { Proposal = repaired }
            : reading;
    }

    private static FieldReading ReadHeight(string text)
    {
        var rest = text.AsSpan().Trim();
        if (!TryCut(ref rest, out var number, out var isForeign))
        {
            return Unreadable;
        }

        if (number.Decimals == 0 && (Cut(ref rest, "'") || Cut(ref rest, "’") || Cut(ref rest, "′") || Cut(ref rest, "FT")))
        {
            return Feet(number.Value, rest);
        }

        var isMetres = Is(rest, Metres);
        if (!isMetres && !rest.IsEmpty && !Is(rest, Centimetres))
        {
            return Unreadable;
        }

        isMetres |= rest.IsEmpty && number.Value < 3 * Power(number.Decimals);
        var hundredfold = isMetres ? number.Value * 100 : number.Value;
        var centimetres = (hundredfold + (Power(number.Decimals) / 2)) / Power(number.Decimals);
        return Of(centimetres, text, isForeign, isMetres ? Unit.Metres : rest.IsEmpty ? Unit.None : Unit.Centimetres);
    }

    private static FieldReading Feet(long feet, ReadOnlySpan<char> rest)
    {
        long inches = 0;
        if (!rest.IsEmpty)
        {
            if (!TryCut(ref rest, out var number, out _) || number.Decimals != 0 || number.Value > 11
                || !(rest.IsEmpty || Is(rest, ["\"", "”", "″", "''", "’’", "IN"])))
            {
                return Unreadable;
            }

            inches = number.Value;
        }

        // One inch is 2.54 cm.
        return Of((((feet * 12) + inches) * 254 + 50) / 100, "", false, Unit.Feet);
    }

    private static FieldReading Of(long centimetres, string text, bool isForeign, Unit unit)
    {
        if (centimetres is < Lowest or > Highest)
        {
            return Impossible;
        }

        Span<char> digits = stackalloc char[3];
        var from = 3;
        for (var left = (int)centimetres; left > 0; left /= 10)
        {
            digits[--from] = (char)('0' + (left % 10));
        }

        var normalised = digits[from..];
        var rule = unit switch
        {
            Unit.Metres => isForeign ? "digits of another script, metres → centimetres" : "metres → centimetres",
            Unit.Feet => "feet and inches → centimetres",
            Unit.Centimetres => isForeign ? "digits of another script, centimetres" : "centimetres",
            _ => isForeign ? "digits of another script, centimetres without a unit" : "centimetres without a unit",
        };
        return new FieldReading(normalised.SequenceEqual(text) ? text : normalised.ToString(), rule);
    }

    private static bool TryCut(ref ReadOnlySpan<char> rest, out (long Value, int Decimals) number, out bool isForeign)
    {
        long value = 0;
        var digits = 0;
        var decimals = -1;
        isForeign = false;
        var at = 0;
        while (at < rest.Length)
        {
            if (UnicodeDigits.TryRead(rest, at, out var digit) && digits < 8)
            {
                value = (value * 10) + digit.Value;
                isForeign |= digit.Zero != '0';
                digits++;
                decimals += decimals >= 0 ? 1 : 0;
                at += digit.Length;
            }
            else if (rest[at] is '.' or ',' && decimals < 0 && digits > 0 && at + 1 < rest.Length && UnicodeDigits.TryRead(rest, at + 1, out _))
            {
                decimals = 0;
                at++;
            }
            else
            {
                break;
            }
        }

        rest = rest[at..].TrimStart();
        number = (value, Math.Max(decimals, 0));
        return digits > 0;
    }

    private static bool Cut(ref ReadOnlySpan<char> rest, string mark)
    {
        if (!rest.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        rest = rest[mark.Length..].TrimStart();
        return true;
    }

    private static bool Is(ReadOnlySpan<char> rest, ReadOnlySpan<string> units)
    {
        foreach (var unit in units)
        {
            if (rest.Equals(unit, StringComparison.OrdinalIgnoreCase) || (rest.Length == unit.Length + 1 && rest[^1] == '.' && rest.StartsWith(unit, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    private static long Power(int decimals)
    {
        var power = 1L;
        for (var i = 0; i < decimals; i++)
        {
            power *= 10;
        }

        return power;
    }

    private enum Unit
    {
        None,
        Centimetres,
        Metres,
        Feet,
    }
}
