namespace IdOcrPortal.Documents;

/// <summary>
/// The Albanian personal number (numri personal, NID): 10 characters. Position 0 is the decade of birth (0-9 from 1800, A-J from 1900, K-T from 2000),
/// 1 the year in it, 2-3 the month (+50 for women, +30 for men and +80 for women who are foreigners), 4-5 the day, 6-8 the running number of the day,
/// 9 the check letter: with W = 0, A = 1 … V = 22 for letters, the sum of character·weight with weights 1 1 2 3 4 5 6 7 8, modulo 23.
/// Sources: Directorate General of Civil Status, as in OECD's sheet on Albanian tax numbers, for the layout; the check letter is not officially
/// published and taken from the open library nidx, so that a wrong one is doubtful, not certain.
/// </summary>
public sealed class AlbanianNumber : NumberScheme
{
    private const int Length = 10;
    private const int Letters = 23;
    private const int FirstYear = 1800;

    private static readonly AspectResult NoShape = new(CheckResult.Failed, "An Albanian number has a character 0-9 or A-T, eight digits and a letter A-W.");
    private static readonly AspectResult LetterFailed = new(
        CheckResult.Failed, "The check letter does not agree with the rest of the number; its rule is not officially published.", IsCertain: false);

    private static readonly NumberAspect[] Parts = [NumberAspect.Shape, NumberAspect.Date, NumberAspect.CheckDigit];

    private AlbanianNumber()
    {
    }

    /// <summary>The scheme.</summary>
    public static AlbanianNumber Instance { get; } = new();

    /// <inheritdoc/>
    public override string Id => "albania";

    /// <inheritdoc/>
    public override string Name => "Albanian personal number (numri personal)";

    /// <inheritdoc/>
    public override string Source => "OECD, tax identification numbers: Albania, section II (layout); nidx (check letter modulo 23)";

    /// <inheritdoc/>
    public override IReadOnlyList<NumberAspect> Aspects => Parts;

    /// <inheritdoc/>
    public override bool TellsSex => true;

    /// <inheritdoc/>
    public override string? Normalise(string text) => NumberParts.Bare(text);

    /// <inheritdoc/>
    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length != Length || !(char.IsAsciiDigit(number[0]) || number[0] is >= 'A' and <= 'T')
            || !NumberParts.AreDigits(number[1..9]) || number[9] is < 'A' or > 'W')
        {
            return new NumberReading(NoShape) { Date = AspectResult.NotPossible, CheckDigit = AspectResult.NotPossible };
        }

        var decade = char.IsAsciiDigit(number[0]) ? number[0] - '0' : number[0] - 'A' + 10;
        var year = FirstYear + (decade * 10) + (number[1] - '0');
        var month = NumberParts.Value(number[2..4]);
        var isWoman = month > 50;
        month -= isWoman ? 50 : 0;
        month -= month > 30 ? 30 : 0;
        var birth = NumberParts.Day(year, month, NumberParts.Value(number[4..6]));

        // In the sum a letter counts from A = 1 on, a digit as itself.
        var sum = char.IsAsciiDigit(number[0]) ? number[0] - '0' : number[0] - 'A' + 1;
        for (var i = 1; i < Length - 1; i++)
        {
            sum += (number[i] - '0') * i;
        }

        var expected = sum % Letters == 0 ? 'W' : (char)('A' + (sum % Letters) - 1);
        return new NumberReading(NumberParts.ShapePassed)
        {
            Date = birth is null ? NumberParts.DateFailed : birth > today ? NumberParts.DateInFuture : NumberParts.DatePassed,
            BirthDate = birth,
            BirthYear = year,
            Sex = isWoman ? Sex.Female : Sex.Male,
            CheckDigit = expected == number[9] ? NumberParts.CheckPassed : LetterFailed,
            Digit = expected == number[9] ? null : new CheckDigitPlace(0, Length - 1, number[9], expected),
        };
    }
}
