namespace IdOcrPortal.Documents;

/// <summary>
/// The Thai identification number: 13 digits <c>N-NNNN-NNNNN-NN-C</c>. Position 0 is the kind of person (1-8), 1-4 the office of registration, 5-11 the
/// running number, 12 the check digit: (11 − Σ digit·weight mod 11) mod 10 with weights 13 down to 2.
/// Source: Department of Provincial Administration, civil registration (ทะเบียนราษฎร), as implemented by stdnum <c>th.idnr</c>.
/// </summary>
public sealed class ThaiNumber : NumberScheme
{
    private const int Length = 13;

    private static readonly AspectResult NoShape = new(CheckResult.Failed, "A Thai number has 13 digits and begins with 1 to 8.");
    private static readonly NumberAspect[] Parts = [NumberAspect.Shape, NumberAspect.CheckDigit];

    private ThaiNumber()
    {
    }

    /// <summary>The scheme.</summary>
    public static ThaiNumber Instance { get; } = new();

    /// <inheritdoc/>
    public override string Id => "thai";

    /// <inheritdoc/>
    public override string Name => "Thai identification number";

    /// <inheritdoc/>
    public override string Source => "Thai Department of Provincial Administration: number of the civil registration, 13 digits with a check digit modulo 11";

    /// <inheritdoc/>
    public override IReadOnlyList<NumberAspect> Aspects => Parts;

    /// <inheritdoc/>
    public override string? Normalise(string text) => NumberParts.Bare(text);

    /// <inheritdoc/>
    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length != Length || !NumberParts.AreDigits(number) || number[0] is '0' or '9')
        {
            return new NumberReading(NoShape) { CheckDigit = AspectResult.NotPossible };
        }

        var sum = 0;
        for (var i = 0; i < Length - 1; i++)
        {
            sum += (number[i] - '0') * (Length - i);
        }

        return NumberParts.Judge(new NumberReading(NumberParts.ShapePassed), Length - 1, number[Length - 1], (char)('0' + ((11 - (sum % 11)) % 10)));
    }
}
