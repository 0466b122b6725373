namespace IdOcrPortal.Documents;

/// <summary>
/// Malaysia's national registration number (nombor kad pengenalan) on MyKad, MyPR, MyKid and MyKAS. 12 digits, printed YYMMDD-PB-NNNN:
/// <list type="table">
/// <item><term>0–5</term><description>day of birth, YYMMDD; the century is open</description></item>
/// <item><term>6–7</term><description>place of birth: a state (01–16 and each state's further codes 21–59), 82 a state unknown, 60–99 a country or group of countries</description></item>
/// <item><term>8–10</term><description>running number</description></item>
/// <item><term>11</term><description>sex: odd for men, even for women</description></item>
/// </list>
/// No check digit is published. Codes that JPN's list leaves out (00, 17–20, 69, 70, 73, 80, 81, 94–97) are never given out.
/// </summary>
public sealed class MyKadNumber : NumberScheme
{
    private MyKadNumber()
    {
    }

    public static MyKadNumber Instance { get; } = new();

    public override string Id => "mykad";

    public override string Name => "Malaysian identity card number (nombor kad pengenalan)";

    public override string Source => "National Registration Regulations 1990 (Jabatan Pendaftaran Negara): structure, state codes and country codes";

    public override IReadOnlyList<NumberAspect> Aspects { get; } = [NumberAspect.Shape, NumberAspect.Region, NumberAspect.Date];

    public override bool TellsSex => true;

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length != 12 || !NumberParts.AllDigits(number))
        {
            return NumberParts.Misshapen(this, "A Malaysian identity card number has 12 digits.");
        }

        var place = MalaysianBirthPlaces.Find(NumberParts.Value(number.Slice(6, 2)));
        var date = NumberParts.LatestDay(
            NumberParts.Value(number[..2]), NumberParts.Value(number.Slice(2, 2)), NumberParts.Value(number.Slice(4, 2)), today);
        return new NumberReading(NumberParts.ShapeHolds)
        {
            Region = place is null
                ? new(CheckResult.Failed, "No place of birth has this code.")
                : new(CheckResult.Passed, "The place of birth is known by this code."),
            Date = NumberParts.DayResult(date, today),
            BirthDate = date,
            BirthYear = date?.Year,
            IsCenturyOpen = date is not null,
            Sex = NumberParts.OddIsMale(number[11]),
            Province = place,
        };
    }
}
