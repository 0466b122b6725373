namespace IdOcrPortal.Documents;

/// <summary>
/// The Vietnamese personal number: 12 digits. Positions 0-2 are the province (or, above 100, the country) where the birth was registered, 3 the century and
/// sex (0 man and 1 woman of 1900-1999, 2 and 3 of 2000-2099 …), 4-5 the year of birth in its century, 6-11 a random number. No check digit.
/// The nine digits of the older card (CMND) are taken by their shape alone.
/// Source: Decree 137/2015/ND-CP article 13 and Circular 59/2021/TT-BCA articles 4-5 with annexes.
/// </summary>
public sealed class VietnameseNumber : NumberScheme
{
    private const int Length = 12;
    private const int OldLength = 9;
    private const int FirstCountry = 101;

    private static readonly AspectResult NoShape = new(CheckResult.Failed, "A Vietnamese personal number has 12 digits, the number of an older card nine.");
    private static readonly AspectResult OldShape = new(CheckResult.Passed, "Nine digits, as on older cards; they tell no more.");
    private static readonly AspectResult NoProvince = new(CheckResult.Failed, "No Vietnamese province has this code.", IsCertain: false);
    private static readonly AspectResult Abroad = new(CheckResult.NotApplicable, "The code stands for a country of birth, not for a province.");
    private static readonly AspectResult YearPassed = new(CheckResult.Passed, "The year of birth in the number does not lie in the future.");
    private static readonly AspectResult YearFailed = new(CheckResult.Failed, "The year of birth in the number lies in the future.");
    private static readonly NumberAspect[] Parts = [NumberAspect.Shape, NumberAspect.Region, NumberAspect.Date];

    private VietnameseNumber()
    {
    }

    /// <summary>The scheme.</summary>
    public static VietnameseNumber Instance { get; } = new();

    /// <inheritdoc/>
    public override string Id => "cccd";

    /// <inheritdoc/>
    public override string Name => "Vietnamese personal number (số định danh cá nhân)";

    /// <inheritdoc/>
    public override string Source => "Decree 137/2015/ND-CP, article 13; Circular 59/2021/TT-BCA of the Ministry of Public Security";

    /// <inheritdoc/>
    public override IReadOnlyList<NumberAspect> Aspects => Parts;

    /// <inheritdoc/>
    public override bool TellsSex => true;

    /// <inheritdoc/>
    public override string? Normalise(string text) => NumberParts.Bare(text);

    /// <inheritdoc/>
    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length is not (Length or OldLength) || !NumberParts.AreDigits(number))
        {
            return new NumberReading(NoShape) { Region = AspectResult.NotPossible, Date = AspectResult.NotPossible };
        }

        if (number.Length == OldLength)
        {
            return new NumberReading(OldShape);
        }

        var code = NumberParts.Value(number[..3]);
        var province = VietnameseProvinces.Find(code);
        var century = number[3] - '0';
        var year = 1900 + (century / 2 * 100) + NumberParts.Value(number[4..6]);
        return new NumberReading(NumberParts.ShapePassed)
        {
            Region = province is not null ? NumberParts.RegionPassed : code >= FirstCountry ? Abroad : NoProvince,
            Province = province,
            Date = year <= today.Year ? YearPassed : YearFailed,
            BirthYear = year,
            Sex = century % 2 == 0 ? Sex.Male : Sex.Female,
        };
    }
}
