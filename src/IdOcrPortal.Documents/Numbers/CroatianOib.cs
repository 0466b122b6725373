namespace IdOcrPortal.Documents;

/// <summary>
/// Croatia's OIB, 11 digits: ten random ones and a check digit, ISO 7064 MOD 11,10. Every single wrong digit is caught; nearly all swaps are.
/// </summary>
public sealed class CroatianOib : NumberScheme
{
    private CroatianOib()
    {
    }

    public static CroatianOib Instance { get; } = new();

    public override string Id => "oib";

    public override string Name => "OIB";

    public override string Source => "Zakon o osobnom identifikacijskom broju, NN 60/08 (Croatia); ISO 7064 MOD 11,10";

    public override IReadOnlyList<NumberAspect> Aspects { get; } = [NumberAspect.Shape, NumberAspect.CheckDigit];

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length != 11 || !NumberParts.AllDigits(number))
        {
            return NumberParts.Misshapen(this, "An OIB has 11 digits.");
        }

        var rest = 10;
        foreach (var digit in number[..10])
        {
            rest = (rest + digit - '0') % 10;
            rest = (rest == 0 ? 10 : rest) * 2 % 11;
        }

        var expected = (char)('0' + ((11 - rest) % 10));
        return new NumberReading(NumberParts.ShapeHolds)
        {
            CheckDigit = NumberParts.CheckResultOf(number[^1], expected),
            Digit = NumberParts.Place(number.Length - 1, number[^1], expected),
        };
    }
}
