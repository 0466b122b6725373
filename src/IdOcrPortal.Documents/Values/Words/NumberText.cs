namespace IdOcrPortal.Documents;

/// <summary>
/// A number of few digits that is a name rather than a quantity: leading zeros count. Digits of every script; blanks and a label before it
/// (<c>RT 001</c>) don't matter.
/// <para>Errors: <see cref="ReadingTrouble.Unreadable"/> for another length or another character, with a proposal where letters that look like digits
/// are all that is wrong.</para>
/// </summary>
public sealed class NumberText : FieldForm
{
    private readonly int shortest;
    private readonly int longest;
    private readonly string label;
    private readonly string rule;
    private readonly string foreignRule;
    private readonly string unknown;

    private NumberText(string what, string label, int shortest, int longest)
    {
        this.shortest = shortest;
        this.longest = longest;
        this.label = label;
        Description = shortest == longest ? $"{what}, {longest} digits" : $"{what}, up to {longest} digits";
        rule = shortest == longest ? $"{longest} digits" : $"digits, filled up to {longest}";
        foreignRule = $"digits of another script, {longest}";
        unknown = shortest == longest ? $"not {longest} digits" : $"not {shortest} to {longest} digits";
    }

    /// <summary>Indonesian rukun tetangga: three digits; <c>1</c> and <c>01</c> are filled up.</summary>
    public static NumberText Rt { get; } = new("neighbourhood (RT)", "RT", 1, 3);

    /// <summary>Indonesian rukun warga: three digits.</summary>
    public static NumberText Rw { get; } = new("hamlet (RW)", "RW", 1, 3);

    /// <summary>Postcode of Malaysia, Indonesia, Thailand: five digits.</summary>
    public static NumberText Postcode5 { get; } = new("postcode", "", 5, 5);

    /// <summary>Postcode of China, India, Vietnam before 2018: six digits.</summary>
    public static NumberText Postcode6 { get; } = new("postcode", "", 6, 6);

    /// <inheritdoc/>
    public override string Description { get; }

    /// <inheritdoc/>
    public override FieldReading Read(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reading = ReadDigits(text);
        return reading.Trouble != ReadingTrouble.None && LookAlikes.WithDigits(text) is { } repaired && ReadDigits(repaired).Trouble == ReadingTrouble.None
            ? reading with { Proposal = repaired }
            : reading;
    }

    private FieldReading ReadDigits(string text)
    {
        var content = text.AsSpan().Trim();
        if (label.Length > 0 && content.StartsWith(label, StringComparison.OrdinalIgnoreCase))
        {
            content = content[label.Length..].TrimStart([' ', '.', ':', '-']);
        }

        Span<char> digits = stackalloc char[8];
        var length = 0;
        var isForeign = false;
        for (var i = 0; i < content.Length; i++)
        {
            if (UnicodeDigits.TryRead(content, i, out var digit) && length < longest)
            {
                digits[length++] = (char)('0' + digit.Value);
                isForeign |= digit.Zero != '0';
                i += digit.Length - 1;
            }
            else if (content[i] != ' ')
            {
                return new FieldReading(null, unknown, ReadingTrouble.Unreadable);
            }
        }

        if (length < shortest)
        {
            return new FieldReading(null, unknown, ReadingTrouble.Unreadable);
        }

        var missing = longest - length;
        digits[..length].CopyTo(digits[missing..]);
        digits[..missing].Fill('0');
        var number = digits[..longest];
        return new FieldReading(number.SequenceEqual(text) ? text : number.ToString(), isForeign ? foreignRule : rule);
    }
}
