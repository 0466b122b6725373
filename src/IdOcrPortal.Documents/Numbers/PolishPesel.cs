namespace IdOcrPortal.Documents;

/// <summary>
/// Poland's PESEL, 11 digits: YYMMDD (0–5; months plus 20 for the 2000s, 40 the 2100s, 60 the 2200s, 80 the 1800s), running number (6–9; the last odd for
/// men), check digit (10): Σ over the weights 1 3 7 9 1 3 7 9 1 3 and 1 is a multiple of 10. Every single wrong digit is caught; swaps of neighbours 5
/// apart are not.
/// </summary>
public sealed class PolishPesel : NumberScheme
{
    private PolishPesel()
    {
    }

    public static PolishPesel Instance { get; } = new();

    public override string Id => "pesel";

    public override string Name => "PESEL";

    public override string Source => "Act of 24 September 2010 on population records (Poland), article 15";

    public override IReadOnlyList<NumberAspect> Aspects { get; } = [NumberAspect.Shape, NumberAspect.Date, NumberAspect.CheckDigit];

    private static ReadOnlySpan<byte> Weights => [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];

    public override bool TellsSex => true;

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length != 11 || !NumberParts.AllDigits(number))
        {
            return NumberParts.Misshapen(this, "A PESEL has 11 digits.");
        }

        var month = NumberParts.Value(number.Slice(2, 2));
        var century = month >= 80 ? 1800 : 1900 + (month / 20 * 100);
        var date = NumberParts.Day(century + NumberParts.Value(number[..2]), month % 20, NumberParts.Value(number.Slice(4, 2)));
        var expected = (char)('0' + ((10 - (NumberParts.WeightedSum(number, Weights) % 10)) % 10));
        var result = NumberParts.DayResult(date, today);
        var isSound = result.Result == CheckResult.Passed;
        return new NumberReading(NumberParts.ShapeHolds)
        {
            Date = result,
            CheckDigit = NumberParts.CheckResultOf(number[^1], expected),
            Digit = NumberParts.Place(number.Length - 1, number[^1], expected),
            BirthDate = isSound ? date : null,
            BirthYear = isSound ? date?.Year : null,
            Sex = isSound ? NumberParts.OddIsMale(number[9]) : null,
        };
    }
}
