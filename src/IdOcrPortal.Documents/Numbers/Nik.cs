namespace IdOcrPortal.Documents;

/// <summary>
/// Indonesia's population number (nomor induk kependudukan), printed on the KTP. 16 digits:
/// <list type="table">
/// <item><term>0–1</term><description>province, code of the Ministry of Home Affairs, where the number was given out</description></item>
/// <item><term>2–3</term><description>regency or city (kabupaten, kota) of the province</description></item>
/// <item><term>4–5</term><description>district (kecamatan), from 01</description></item>
/// <item><term>6–7</term><description>day of birth; women's plus 40</description></item>
/// <item><term>8–11</term><description>month and two-digit year of birth</description></item>
/// <item><term>12–15</term><description>running number, from 0001</description></item>
/// </list>
/// No check digit. A number keeps the codes of the day on which it was given out, so that the table holds withdrawn ones as well, and a regency
/// that it lacks proves nothing. The century is open: the latest in which the holder of a card (17 years and older) could have been born.
/// Regions and dates are not tied to the place of residence that is printed on the card.
/// </summary>
public sealed class Nik : NumberScheme
{
    private const int Length = 16;
    private const int AgeOfCard = 17;
    private const int WomensDay = 40;
    private static readonly RegionTable Regions = new("kemendagri.txt");

    private Nik()
    {
    }

    public static Nik Instance { get; } = new();

    public override string Id => "nik";

    public override string Name => "NIK (nomor induk kependudukan)";

    public override string Source =>
        "Peraturan Pemerintah 40/2019, article 13 (structure); Keputusan Menteri Dalam Negeri 300.2.2-2138/2025 and its predecessors (codes of regions)";

    public override IReadOnlyList<NumberAspect> Aspects { get; } = [NumberAspect.Shape, NumberAspect.Region, NumberAspect.Date, NumberAspect.Serial];

    public override bool TellsSex => true;

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length != Length || !NumberParts.AllDigits(number))
        {
            return NumberParts.Misshapen(this, "A NIK has 16 digits.");
        }

        var province = Regions.Find(NumberParts.Value(number[..2]));
        var city = Regions.Find(NumberParts.Value(number[..4]));
        var dayAndSex = NumberParts.Value(number.Slice(6, 2));
        var day = dayAndSex > WomensDay ? dayAndSex - WomensDay : dayAndSex;
        var date = NumberParts.LatestDay(
            NumberParts.Value(number.Slice(10, 2)), NumberParts.Value(number.Slice(8, 2)), day, today, AgeOfCard);

        return new NumberReading(NumberParts.ShapeHolds)
        {
            Region = RegionResult(province, city, number[4] == '0' && number[5] == '0'),
            Date = date is null
                ? new(CheckResult.Failed, "The calendar has no such day of birth (women's days are written plus 40).")
                : new(CheckResult.Passed, "The day of birth exists."),
            Serial = NumberParts.Value(number[12..]) == 0
                ? new(CheckResult.Failed, "The running number 0000 is never given out.")
                : new(CheckResult.Passed, "The running number is one that is given out."),
            BirthDate = date,
            BirthYear = date?.Year,
            IsCenturyOpen = date is not null,
            Sex = date is null ? null : dayAndSex > WomensDay ? Sex.Female : Sex.Male,
            Province = province,
            City = city,
        };
    }

    private static AspectResult RegionResult(string? province, string? city, bool isDistrictNone) =>
        province is null ? new(CheckResult.Failed, "No province has this code.")
        : isDistrictNone ? new(CheckResult.Failed, "No district has the code 00.")
        : city is null ? new(CheckResult.Failed, "No regency of the province is known by this code; it may be new or long withdrawn.", IsCertain: false)
        : new(CheckResult.Passed, "The province and the regency are known by these codes.");
}
