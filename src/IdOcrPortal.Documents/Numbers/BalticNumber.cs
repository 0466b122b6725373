namespace IdOcrPortal.Documents;

/// <summary>
/// The personal code of Estonia and Lithuania, 11 digits: century and sex (0: odd for men; 1–2 the 1800s, 3–4 the 1900s, 5–6 the 2000s), YYMMDD (1–6),
/// running number (7–9), check digit (10): Σ over the weights 1…9 1 mod 11, where that is 10 over 3…9 1 2 3, where that is 10 too 0. Most, not all,
/// errors are caught.
/// </summary>
public sealed class BalticNumber : NumberScheme
{
    private BalticNumber()
    {
    }

    public static BalticNumber Instance { get; } = new();

    public override string Id => "baltic";

    public override string Name => "Isikukood / asmens kodas";

    public override string Source => "Estonian standard EVS 585:2007; Lithuanian Gyventojų registro įstatymas";

    public override IReadOnlyList<NumberAspect> Aspects { get; } = [NumberAspect.Shape, NumberAspect.Date, NumberAspect.CheckDigit];

    private static ReadOnlySpan<byte> First => [1, 2, 3, 4, 5, 6, 7, 8, 9, 1];

    private static ReadOnlySpan<byte> Second => [3, 4, 5, 6, 7, 8, 9, 1, 2, 3];

    public override bool TellsSex => true;

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length != 11 || !NumberParts.AllDigits(number) || number[0] is < '1' or > '8')
        {
            return NumberParts.Misshapen(this, "A personal code has 11 digits and begins with 1 to 8.");
        }

        var date = NumberParts.Day(1800 + ((number[0] - '1') / 2 * 100) + NumberParts.Value(number.Slice(1, 2)), NumberParts.Value(number.Slice(3, 2)), NumberParts.Value(number.Slice(5, 2)));
        var check = NumberParts.WeightedSum(number, First) % 11;
        check = check == 10 ? NumberParts.WeightedSum(number, Second) % 11 % 10 : check;
        var expected = (char)('0' + check);
        var result = NumberParts.DayResult(date, today);
        var isSound = result.Result == CheckResult.Passed;
        return new NumberReading(NumberParts.ShapeHolds)
        {
            Date = result,
            CheckDigit = NumberParts.CheckResultOf(number[^1], expected),
            Digit = NumberParts.Place(number.Length - 1, number[^1], expected),
            BirthDate = isSound ? date : null,
            BirthYear = isSound ? date?.Year : null,
            Sex = isSound ? NumberParts.OddIsMale(number[0]) : null,
        };
    }
}
