namespace IdOcrPortal.Documents;

/// <summary>
/// The common reference number (CRN) of the Philippine UMID card: 12 digits <c>CRN-0111-1234567-8</c>, position 11 a check digit whose algorithm the
/// issuer has not published; so a CRN's digits cannot be proved. Source: Philippine Executive Order 420 (2005), Unified Multi-Purpose ID.
/// </summary>
public sealed class UmidCrn : NumberScheme
{
    private const int Length = 12;
    private const string Prefix = "CRN";

    private static readonly AspectResult NoShape = new(CheckResult.Failed, "A CRN has 12 digits.");
    private static readonly AspectResult Unpublished = new(CheckResult.NotPossible, "The issuer has not published how the check digit is made.");
    private static readonly NumberAspect[] Parts = [NumberAspect.Shape, NumberAspect.CheckDigit];

    private UmidCrn()
    {
    }

    /// <summary>The scheme.</summary>
    public static UmidCrn Instance { get; } = new();

    /// <inheritdoc/>
    public override string Id => "crn";

    /// <inheritdoc/>
    public override string Name => "CRN (common reference number)";

    /// <inheritdoc/>
    public override string Source => "Philippine Executive Order 420 of 2005 (UMID): common reference number of 12 digits";

    /// <inheritdoc/>
    public override IReadOnlyList<NumberAspect> Aspects => Parts;

    /// <summary>As for every scheme, and without the letters <c>CRN</c> before it.</summary>
    public override string? Normalise(string text) =>
        NumberParts.Bare(text) is { } bare && bare.StartsWith(Prefix, StringComparison.Ordinal) && bare.Length > Prefix.Length
            ? bare[Prefix.Length..]
            : NumberParts.Bare(text);

    /// <inheritdoc/>
    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today) =>
        number.Length == Length && NumberParts.AreDigits(number)
            ? new NumberReading(NumberParts.ShapePassed) { CheckDigit = Unpublished }
            : new NumberReading(NoShape) { CheckDigit = AspectResult.NotPossible };
}
