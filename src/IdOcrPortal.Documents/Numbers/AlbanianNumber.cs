namespace IdOcrPortal.Documents;

/// <summary>
/// Albania's personal number (numri i identitetit, NID). 10 characters:
/// <list type="table">
/// <item><term>0</term><description>decade of birth: A the 1900s, B the 1910s … K the 2000s … T the 2090s</description></item>
/// <item><term>1</term><description>year of the decade</description></item>
/// <item><term>2–3</term><description>month of birth; women's plus 50, foreigners' plus 30 (women 80)</description></item>
/// <item><term>4–5</term><description>day of birth</description></item>
/// <item><term>6–8</term><description>running number of the day</description></item>
/// <item><term>9</term><description>check letter: (decade letter's place, A = 1, + Σ digit · weight 1 … 8) mod 23, 0 is W, 1 A … 22 V</description></item>
/// </list>
/// 23 is prime and larger than every product's difference can hide: every wrong character and every swap of two different neighbouring digits is caught.
/// </summary>
public sealed class AlbanianNumber : NumberScheme
{
    private const string CheckLetters = "WABCDEFGHIJKLMNOPQRSTUV";

    private AlbanianNumber()
    {
    }

    public static AlbanianNumber Instance { get; } = new();

    public override string Id => "albania";

    public override string Name => "Albanian personal number (NID)";

    public override string Source => "Law 8952 of 2002 and Decision of the Council of Ministers 827 of 2003 on the identity number";

    public override IReadOnlyList<NumberAspect> Aspects { get; } = [NumberAspect.Shape, NumberAspect.Date, NumberAspect.CheckDigit];

    private static ReadOnlySpan<byte> Weights => [1, 2, 3, 4, 5, 6, 7, 8];

    public override bool TellsSex => true;

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length != 10 || number[0] is < 'A' or > 'T' || !NumberParts.AllDigits(number.Slice(1, 8)) || number[9] is < 'A' or > 'W')
        {
            return NumberParts.Misshapen(this, "An Albanian personal number has a letter A to T, eight digits and a letter A to W.");
        }

        var month = NumberParts.Value(number.Slice(2, 2));
        var isWoman = month > 50;
        month = isWoman ? month - 50 : month;
        month = month > 30 ? month - 30 : month;
        var date = NumberParts.Day(1900 + ((number[0] - 'A') * 10) + (number[1] - '0'), month, NumberParts.Value(number.Slice(4, 2)));
        var result = NumberParts.DayResult(date, today);
        var expected = CheckLetters[(number[0] - 'A' + 1 + NumberParts.WeightedSum(number[1..], Weights)) % 23];
        var isSound = result.Result == CheckResult.Passed;
        return new NumberReading(NumberParts.ShapeHolds)
        {
            Date = result,
            CheckDigit = NumberParts.CheckResultOf(number[9], expected),
            Digit = NumberParts.Place(9, number[9], expected),
            BirthDate = isSound ? date : null,
            BirthYear = isSound ? date?.Year : null,
            Sex = !isSound ? null : isWoman ? Sex.Female : Sex.Male,
        };
    }
}
