namespace IdOcrPortal.Documents;

/// <summary>
/// Record number of Ukraine's demographic register (УНЗР), printed YYYYMMDD-NNNNC on identity cards and in the optional data of passports: day of birth, running number, check digit.
/// How the check digit is made is not published in a text that could be held against numbers, so that it is not possible to check it.
/// </summary>
public sealed class UkrainianRecordNumber : NumberScheme
{
    private UkrainianRecordNumber()
    {
    }

    public static UkrainianRecordNumber Instance { get; } = new();

    public override string Id => "unzr";

    public override string Name => "Record number (УНЗР)";

    public override string Source => "Law 5492-VI of Ukraine on the unified state demographic register, article 10 (structure)";

    public override IReadOnlyList<NumberAspect> Aspects { get; } = [NumberAspect.Shape, NumberAspect.Date, NumberAspect.CheckDigit];

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length != 13 || !NumberParts.AllDigits(number))
        {
            return NumberParts.Misshapen(this, "A record number has 13 digits.");
        }

        var date = NumberParts.Day(NumberParts.Value(number[..4]), NumberParts.Value(number.Slice(4, 2)), NumberParts.Value(number.Slice(6, 2)));
        var result = NumberParts.DayResult(date, today);
        var isSound = result.Result == CheckResult.Passed;
        return new NumberReading(NumberParts.ShapeHolds)
        {
            Date = result,
            CheckDigit = new(CheckResult.NotPossible, "How the check digit of a record number is made is not published."),
            BirthDate = isSound ? date : null,
            BirthYear = isSound ? date?.Year : null,
        };
    }
}
