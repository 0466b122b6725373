namespace IdOcrPortal.Documents;

/// <summary>
/// Number of the Cambodian identity card: 9 digits, on the card in Khmer digits and in the machine-readable zone in ASCII ones; some cards print the issue
/// of the card behind it, 010123456(01), which the normalised form leaves out. No check digit is part of the number (the zone of the card has its own).
/// </summary>
public sealed class CambodianNumber : NumberScheme
{
    private CambodianNumber()
    {
    }

    public static CambodianNumber Instance { get; } = new();

    public override string Id => "khm";

    public override string Name => "Cambodian identity card number (លេខអត្តសញ្ញាណប័ណ្ណ)";

    public override string Source => "Sub-decree 60 of 12 June 2007 on Khmer nationality identity cards; no rule beyond the shape is published";

    public override IReadOnlyList<NumberAspect> Aspects { get; } = [NumberAspect.Shape];

    public override string? Normalise(string text)
    {
        if (text is null)
        {
            return null;
        }

        var trimmed = text.AsSpan().TrimEnd();
        if (trimmed.Length > 0 && trimmed[^1] is ')' or '）' && trimmed.LastIndexOfAny('(', '（') is var open && open > 0)
        {
            var suffix = trimmed[(open + 1)..^1].Trim();
            if (suffix.Length is 1 or 2 && char.IsDigit(suffix[0]) && char.IsDigit(suffix[^1]))
            {
                return BareNumber.Normalise(text, open);
            }
        }

        return BareNumber.Normalise(text);
    }

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today) => number.Length == 9 && NumberParts.AllDigits(number)
        ? new NumberReading(NumberParts.ShapeHolds)
        : NumberParts.Misshapen(this, "A Cambodian identity card number has 9 digits.");
}
