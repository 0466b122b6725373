namespace IdOcrPortal.Documents;

/// <summary>
/// Slovenia's EMŠO, 13 digits: DDMMYYY (0–6, the last three digits of the year), register 50 (7–8; others in former Yugoslavia), running number
/// (9–11, 000–499 men, 500–999 women), check digit (12): 11 − Σ over the weights 7 6 5 4 3 2 7 6 5 4 3 2 mod 11, where 10 and 11 are written 0.
/// Two remainders share the check digit 0, so that some errors of such numbers are missed; in all others every single wrong digit is caught.
/// </summary>
public sealed class SlovenianEmso : NumberScheme
{
    private SlovenianEmso()
    {
    }

    public static SlovenianEmso Instance { get; } = new();

    public override string Id => "emso";

    public override string Name => "EMŠO";

    public override string Source => "Zakon o centralnem registru prebivalstva (Slovenia); decree of 1976 on the personal number";

    public override IReadOnlyList<NumberAspect> Aspects { get; } = [NumberAspect.Shape, NumberAspect.Date, NumberAspect.CheckDigit];

    private static ReadOnlySpan<byte> Weights => [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

    public override bool TellsSex => true;

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length != 13 || !NumberParts.AllDigits(number))
        {
            return NumberParts.Misshapen(this, "An EMŠO has 13 digits.");
        }

        var year = NumberParts.Value(number.Slice(4, 3));
        var date = NumberParts.Day(year + (year >= 800 ? 1000 : 2000), NumberParts.Value(number.Slice(2, 2)), NumberParts.Value(number[..2]));
        var expected = (char)('0' + ((11 - (NumberParts.WeightedSum(number, Weights) % 11)) % 11 % 10));
        var result = NumberParts.DayResult(date, today);
        var isSound = result.Result == CheckResult.Passed;
        return new NumberReading(NumberParts.ShapeHolds)
        {
            Date = result,
            CheckDigit = NumberParts.CheckResultOf(number[^1], expected),
            Digit = NumberParts.Place(number.Length - 1, number[^1], expected),
            BirthDate = isSound ? date : null,
            BirthYear = isSound ? date?.Year : null,
            Sex = isSound ? number[9] < '5' ? IdOcrPortal.Documents.Sex.Male : Documents.Sex.Female : null,
        };
    }
}
