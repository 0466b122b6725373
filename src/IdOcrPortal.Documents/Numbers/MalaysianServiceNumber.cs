namespace IdOcrPortal.Documents;

/// <summary>
/// The service number on cards of the Malaysian armed forces (MyTentera: T and up to 10 digits, or digits alone for older numbers) and of the police
/// (POLIS: G, RF or I with digits, or digits alone). Up to three letters and 4 to 10 digits. No rule beyond this shape is published: nothing else can be checked.
/// Both cards carry the <see cref="MyKadNumber"/> as well.
/// </summary>
public sealed class MalaysianServiceNumber : NumberScheme
{
    private const int LengthOfMyKad = 12;

    private MalaysianServiceNumber()
    {
    }

    public static MalaysianServiceNumber Instance { get; } = new();

    public override string Id => "mys_service";

    public override string Name => "Malaysian service or MyKad number";

    public override string Source => "Shape as printed on MyTentera and police cards; no rule is published";

    public override IReadOnlyList<NumberAspect> Aspects { get; } = [NumberAspect.Shape, NumberAspect.Region, NumberAspect.Date, NumberAspect.CheckDigit];

    public override bool TellsSex => true;

    public override string? Normalise(string text) => BareNumber.Normalise(text.Replace("/", "", StringComparison.Ordinal));

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length == LengthOfMyKad && NumberParts.AllDigits(number))
        {
            return MyKadNumber.Instance.Read(number, today);
        }

        var letters = 0;
        while (letters < number.Length && char.IsAsciiLetterUpper(number[letters]))
        {
            letters++;
        }

        var digits = number[letters..];
        return letters > 3 || digits.Length is < 4 or > 10 || !NumberParts.AllDigits(digits)
            ? NumberParts.Misshapen(this, "A service number has up to three letters and 4 to 10 digits.")
            : new NumberReading(NumberParts.ShapeHolds) { CheckDigit = new(CheckResult.NotPossible, "No rule is published for service numbers.") };
    }
}
