namespace IdOcrPortal.Documents;

/// <summary>
/// Bulgaria's EGN, 10 digits: YYMMDD (0–5; months plus 20 for the 1800s, plus 40 for the 2000s), region and running number (6–8; the last even for men),
/// check digit (9): Σ over the weights 2 4 8 5 10 9 7 3 6 mod 11 mod 10. Two remainders share the check digit 0, so that some errors of such numbers are
/// missed.
/// </summary>
public sealed class BulgarianEgn : NumberScheme
{
    private BulgarianEgn()
    {
    }

    public static BulgarianEgn Instance { get; } = new();

    public override string Id => "egn";

    public override string Name => "EGN (ЕГН)";

    public override string Source => "Civil Registration Act (Bulgaria), article 11";

    public override IReadOnlyList<NumberAspect> Aspects { get; } = [NumberAspect.Shape, NumberAspect.Date, NumberAspect.CheckDigit];

    private static ReadOnlySpan<byte> Weights => [2, 4, 8, 5, 10, 9, 7, 3, 6];

    public override bool TellsSex => true;

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length != 10 || !NumberParts.AllDigits(number))
        {
            return NumberParts.Misshapen(this, "An EGN has 10 digits.");
        }

        var month = NumberParts.Value(number.Slice(2, 2));
        var century = month > 40 ? 2000 : month > 20 ? 1800 : 1900;
        var date = NumberParts.Day(century + NumberParts.Value(number[..2]), month > 40 ? month - 40 : month > 20 ? month - 20 : month, NumberParts.Value(number.Slice(4, 2)));
        var expected = (char)('0' + (NumberParts.WeightedSum(number, Weights) % 11 % 10));
        var result = NumberParts.DayResult(date, today);
        var isSound = result.Result == CheckResult.Passed;
        return new NumberReading(NumberParts.ShapeHolds)
        {
            Date = result,
            CheckDigit = NumberParts.CheckResultOf(number[^1], expected),
            Digit = NumberParts.Place(number.Length - 1, number[^1], expected),
            BirthDate = isSound ? date : null,
            BirthYear = isSound ? date?.Year : null,
            Sex = isSound ? (number[8] & 1) == 0 ? IdOcrPortal.Documents.Sex.Male : Documents.Sex.Female : null,
        };
    }
}
