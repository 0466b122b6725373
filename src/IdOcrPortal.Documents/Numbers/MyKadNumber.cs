namespace IdOcrPortal.Documents;

/// <summary>
/// The number of the Malaysian identity card: 12 digits <c>YYMMDD-PB-###G</c>. Positions 0-5 are the date of birth with the century open, 6-7 the place
/// of birth, 8-10 a running number, 11 odd for men and even for women. No check digit.
/// Source: National Registration Regulations 1990; Jabatan Pendaftaran Negara (JPN), codes of states and countries.
/// </summary>
public sealed class MyKadNumber : NumberScheme
{
    private const int Length = 12;

    private static readonly AspectResult NoShape = new(CheckResult.Failed, "A MyKad number has 12 digits.");
    private static readonly AspectResult Elsewhere = new(CheckResult.Passed, "The code stands for a birth abroad or of unknown place.");
    private static readonly AspectResult NoPlace = new(CheckResult.Failed, "No place of birth has this code.");

    // The lists that people publish disagree about this one code: some leave it out, some call it not in use.
    private static readonly AspectResult DoubtfulPlace = new(CheckResult.Failed, "No list of places of birth names this code.", IsCertain: false);
    private static readonly NumberAspect[] Parts = [NumberAspect.Shape, NumberAspect.Region, NumberAspect.Date];

    private MyKadNumber()
    {
    }

    /// <summary>The scheme.</summary>
    public static MyKadNumber Instance { get; } = new();

    /// <inheritdoc/>
    public override string Id => "mykad";

    /// <inheritdoc/>
    public override string Name => "MyKad number";

    /// <inheritdoc/>
    public override string Source => "Jabatan Pendaftaran Negara (JPN), Malaysia: format YYMMDD-PB-###G and codes of the place of birth";

    /// <inheritdoc/>
    public override IReadOnlyList<NumberAspect> Aspects => Parts;

    /// <inheritdoc/>
    public override bool TellsSex => true;

    /// <inheritdoc/>
    public override string? Normalise(string text) => NumberParts.Bare(text);

    /// <summary>As for every scheme; of the two centuries the later one that is not in the future is told.</summary>
    /// <inheritdoc/>
    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length != Length || !NumberParts.AreDigits(number))
        {
            return new NumberReading(NoShape) { Region = AspectResult.NotPossible, Date = AspectResult.NotPossible };
        }

        var birth = NumberParts.LatestDay(NumberParts.Value(number[..2]), NumberParts.Value(number[2..4]), NumberParts.Value(number[4..6]), today);
        var code = NumberParts.Value(number[6..8]);
        var state = MalaysianBirthplaces.State(code);
        return new NumberReading(NumberParts.ShapePassed)
        {
            Region = state is not null ? NumberParts.RegionPassed
                : MalaysianBirthplaces.IsElsewhere(code) ? Elsewhere
                : code == 70 ? DoubtfulPlace
                : NoPlace,
            Province = state,
            Date = birth is null ? NumberParts.DateFailed : NumberParts.DatePassed,
            BirthDate = birth,
            BirthYear = birth?.Year,
            IsCenturyOpen = true,
            Sex = (number[^1] - '0') % 2 == 1 ? Sex.Male : Sex.Female,
        };
    }
}
