namespace IdOcrPortal.Documents;

/// <summary>
/// Common reference number of the Philippine unified multi-purpose identity card (UMID), printed CRN-0111-2345678-9: 12 digits, 4-7-1.
/// How the last digit is made is not published, so that only the shape can be checked.
/// </summary>
public sealed class UmidCrn : NumberScheme
{
    private const string Prefix = "CRN";

    private UmidCrn()
    {
    }

    public static UmidCrn Instance { get; } = new();

    public override string Id => "crn";

    public override string Name => "UMID common reference number (CRN)";

    public override string Source => "Executive Order 420 of 2005 (Philippines): one number; the rule of its last digit is not published";

    public override IReadOnlyList<NumberAspect> Aspects { get; } = [NumberAspect.Shape, NumberAspect.CheckDigit];

    public override string? Normalise(string text)
    {
        var plain = BareNumber.Normalise(text);
        if (plain is null || !plain.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return plain;
        }

        var number = plain[Prefix.Length..].TrimStart(':');
        return number.Length == 0 ? null : number;
    }

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today) => number.Length == 12 && NumberParts.AllDigits(number)
        ? new NumberReading(NumberParts.ShapeHolds) { CheckDigit = new(CheckResult.NotPossible, "How the last digit of a CRN is made is not published.") }
        : NumberParts.Misshapen(this, "A CRN has 12 digits.");
}
