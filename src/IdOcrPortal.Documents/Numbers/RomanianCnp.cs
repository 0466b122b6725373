namespace IdOcrPortal.Documents;

/// <summary>
/// Romania's CNP, 13 digits: century and sex (0: odd for men; 1–2 the 1900s, 3–4 the 1800s, 5–6 the 2000s, 7–8 residents of an open century, 9
/// foreigners), YYMMDD (1–6), county (7–8), running number (9–11), check digit (12): Σ over the weights 2 7 9 1 4 6 3 5 8 2 7 9 mod 11, 10 written 1. Two
/// remainders share the check digit 1, so that some errors of such numbers are missed.
/// </summary>
public sealed class RomanianCnp : NumberScheme
{
    private RomanianCnp()
    {
    }

    public static RomanianCnp Instance { get; } = new();

    public override string Id => "cnp";

    public override string Name => "CNP (cod numeric personal)";

    public override string Source => "Ordonanța de urgență 97/2005 (Romania)";

    public override IReadOnlyList<NumberAspect> Aspects { get; } = [NumberAspect.Shape, NumberAspect.Date, NumberAspect.CheckDigit];

    private static ReadOnlySpan<byte> Weights => [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9];

    public override bool TellsSex => true;

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length != 13 || !NumberParts.AllDigits(number) || number[0] == '0')
        {
            return NumberParts.Misshapen(this, "A CNP has 13 digits and does not begin with 0.");
        }

        var yearOfCentury = NumberParts.Value(number.Slice(1, 2));
        var month = NumberParts.Value(number.Slice(3, 2));
        var day = NumberParts.Value(number.Slice(5, 2));
        var isOpen = number[0] >= '7';
        var century = number[0] switch { '3' or '4' => 1800, '5' or '6' => 2000, _ => 1900 };
        var date = isOpen ? NumberParts.LatestDay(yearOfCentury, month, day, today) : NumberParts.Day(century + yearOfCentury, month, day);
        var check = NumberParts.WeightedSum(number, Weights) % 11;
        var expected = check == 10 ? '1' : (char)('0' + check);
        var result = NumberParts.DayResult(date, today);
        var isSound = result.Result == CheckResult.Passed;
        return new NumberReading(NumberParts.ShapeHolds)
        {
            Date = result,
            CheckDigit = NumberParts.CheckResultOf(number[^1], expected),
            Digit = NumberParts.Place(number.Length - 1, number[^1], expected),
            BirthDate = isSound ? date : null,
            BirthYear = isSound ? date?.Year : null,
            IsCenturyOpen = isSound && isOpen,
            Sex = isSound && number[0] != '9' ? NumberParts.OddIsMale(number[0]) : null,
        };
    }
}
