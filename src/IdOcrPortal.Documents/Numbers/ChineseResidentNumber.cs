using System.Collections.Frozen;

namespace IdOcrPortal.Documents;

/// <summary>
/// China's citizen identity number (公民身份号码), also on the residence permits of people from Hong Kong, Macao and Taiwan. 18 characters:
/// <list type="table">
/// <item><term>0–5</term><description>county of first registration, code of GB/T 2260 (81, 82, 83: residence permits of Hong Kong, Macao, Taiwan)</description></item>
/// <item><term>6–13</term><description>day of birth, YYYYMMDD, Gregorian</description></item>
/// <item><term>14–16</term><description>running number of the day and the county; odd for men</description></item>
/// <item><term>17</term><description>check character 0–9 or X, ISO 7064 MOD 11-2 over the 17 digits before it</description></item>
/// </list>
/// The older form of 15 digits (1984 to 1999) has a two-digit year of the 20th century at 6–7 and no check digit.
/// Codes are those of the day of registration: the table holds withdrawn ones of GB/T 2260's editions, but not all, so that a county which it lacks proves nothing.
/// MOD 11-2 catches every single wrong character and every swap of two different neighbours.
/// </summary>
public sealed class ChineseResidentNumber : NumberScheme
{
    private const int FirstYear = 1800;
    private const string CheckCharacters = "10X98765432";
    private static readonly RegionTable Regions = new("gb2260.txt");

    /// <summary>Province and prefecture of every county, put together once: one look-up a number.</summary>
    private static readonly FrozenDictionary<int, (string Province, string? City)> Counties = Regions.Codes.ToFrozenDictionary(
        code => code,
        code => (Regions.Find(code / 10000 * 10000) ?? Regions.Find(code)!, City(code, Regions.Find(code / 100 * 100), Regions.Find(code))));

    private ChineseResidentNumber()
    {
    }

    public static ChineseResidentNumber Instance { get; } = new();

    public override string Id => "gb11643";

    public override string Name => "Citizen identity number (公民身份号码)";

    public override string Source => "GB 11643-1999 (number), ISO 7064 MOD 11-2 (check character), GB/T 2260 in its editions (regions)";

    public override IReadOnlyList<NumberAspect> Aspects { get; } =
        [NumberAspect.Shape, NumberAspect.Region, NumberAspect.Date, NumberAspect.CheckDigit];

    private static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public override bool TellsSex => true;

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        var isLong = number.Length == 18 && NumberParts.AllDigits(number[..17]) && (char.IsAsciiDigit(number[17]) || number[17] == 'X');
        if (!isLong && !(number.Length == 15 && NumberParts.AllDigits(number)))
        {
            return NumberParts.Misshapen(this, "A citizen identity number has 17 digits and a digit or X, in its older form 15 digits.");
        }

        var year = isLong ? NumberParts.Value(number.Slice(6, 4)) : 1900 + NumberParts.Value(number.Slice(6, 2));
        var afterYear = isLong ? 10 : 8;
        var date = year < FirstYear
            ? null
            : NumberParts.Day(year, NumberParts.Value(number.Slice(afterYear, 2)), NumberParts.Value(number.Slice(afterYear + 2, 2)));
        var dateResult = NumberParts.DayResult(date, today);
        var expected = isLong ? CheckCharacters[NumberParts.WeightedSum(number, Weights) % 11] : default;

        var code = NumberParts.Value(number[..6]);
        var isKnown = Counties.TryGetValue(code, out var county);
        var province = isKnown ? county.Province : Regions.Find(code / 10000 * 10000);

        return new NumberReading(NumberParts.ShapeHolds)
        {
            Region = RegionResult(number[0], code, province, isKnown),
            Date = dateResult,
            CheckDigit = isLong
                ? NumberParts.CheckResultOf(number[17], expected)
                : new(CheckResult.NotApplicable, "Numbers of 15 digits have no check digit."),
            Digit = isLong ? NumberParts.Place(17, number[17], expected) : null,
            BirthDate = dateResult.Result == CheckResult.Passed ? date : null,
            BirthYear = dateResult.Result == CheckResult.Passed ? year : null,
            Sex = NumberParts.OddIsMale(number[isLong ? 16 : 14]),
            Province = province,
            City = isKnown ? county.City : Prefecture(code),
        };
    }

    /// <summary>The prefecture; the county where there is none between it and the province. Entries that only group others ("districts", "directly ruled") are no names.</summary>
    private static string? City(int code, string? prefecture, string? county) =>
        code % 10000 == 0 ? null
        : prefecture is not null && !IsGroup(prefecture) ? prefecture
        : county is not null && !IsGroup(county) ? county
        : null;

    /// <summary>The prefecture of a county that the table lacks.</summary>
    private static string? Prefecture(int code) => City(code, Regions.Find(code / 100 * 100), null);

    private static bool IsGroup(string name) => name is "市辖区" or "县" or "市" || name.Contains("直辖", StringComparison.Ordinal);

    private static AspectResult RegionResult(char first, int code, string? province, bool isKnown) =>
        first == '9' ? new(CheckResult.NotPossible, "Numbers that begin with 9 are foreigners' (permanent residence); their regions are not those of GB/T 2260.")
        : province is null ? new(CheckResult.Failed, "No province has this code.")
        : code % 10000 == 0 && code / 10000 is not (>= 81 and <= 83) ? new(CheckResult.Failed, "The code is a province's; numbers are given out by its counties.", IsCertain: false)
        : !isKnown ? new(CheckResult.Failed, "No county of the province is known by this code; it may be new or long withdrawn.", IsCertain: false)
        : new(CheckResult.Passed, "The province and the county are known by these codes.");
}
