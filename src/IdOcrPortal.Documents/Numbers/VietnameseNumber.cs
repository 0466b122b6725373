namespace IdOcrPortal.Documents;

/// <summary>
/// Vietnam's personal number (số định danh cá nhân) on the CCCD and căn cước cards. 12 digits:
/// <list type="table">
/// <item><term>0–2</term><description>province where the birth was registered, 001–096; from 100 on a country</description></item>
/// <item><term>3</term><description>century and sex: 0 man and 1 woman of the 1900s, 2 and 3 of the 2000s, and so on to 9</description></item>
/// <item><term>4–5</term><description>year of the century</description></item>
/// <item><term>6–11</term><description>random number</description></item>
/// </list>
/// No check digit. The identity cards before 2016 (CMND) carry 9 digits without such parts: for them only the shape is checked.
/// </summary>
public sealed class VietnameseNumber : NumberScheme
{
    private VietnameseNumber()
    {
    }

    public static VietnameseNumber Instance { get; } = new();

    public override string Id => "cccd";

    public override string Name => "Vietnamese personal number (số định danh cá nhân)";

    public override string Source => "Decree 137/2015/NĐ-CP, article 13; Circular 59/2021/TT-BCA, article 4 and annexes";

    public override IReadOnlyList<NumberAspect> Aspects { get; } = [NumberAspect.Shape, NumberAspect.Region, NumberAspect.Date];

    public override bool TellsSex => true;

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length is not (9 or 12) || !NumberParts.AllDigits(number))
        {
            return NumberParts.Misshapen(this, "A Vietnamese personal number has 12 digits, that of an older card 9.");
        }

        if (number.Length == 9)
        {
            return new NumberReading(NumberParts.ShapeHolds)
            {
                Region = new(CheckResult.NotApplicable, "Numbers of 9 digits have no such part."),
                Date = new(CheckResult.NotApplicable, "Numbers of 9 digits have no such part."),
            };
        }

        var code = NumberParts.Value(number[..3]);
        var province = VietnameseProvinces.Find(code);
        var year = 1900 + ((number[3] - '0') / 2 * 100) + NumberParts.Value(number.Slice(4, 2));
        var isBorn = year <= today.Year;
        return new NumberReading(NumberParts.ShapeHolds)
        {
            Region = province is not null ? new(CheckResult.Passed, "The province is known by this code.")
                : code >= 100 ? new(CheckResult.Failed, "No province has this code; it may be a country's.", IsCertain: false)
                : new(CheckResult.Failed, "No province has this code."),
            Date = isBorn
                ? new(CheckResult.Passed, "The year of birth is not in the future.")
                : new(CheckResult.Failed, "The year of birth is in the future."),
            BirthYear = isBorn ? year : null,
            Sex = (number[3] & 1) == 0 ? Sex.Male : Sex.Female,
            Province = province,
        };
    }
}
