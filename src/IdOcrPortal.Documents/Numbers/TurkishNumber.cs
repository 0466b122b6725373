namespace IdOcrPortal.Documents;

/// <summary>
/// Türkiye's identity number, 11 digits, the first not 0. The digit at 9 is (7 · Σ of the 1st, 3rd, 5th, 7th, 9th digit − Σ of the 2nd, 4th, 6th, 8th)
/// mod 10, that at 10 is the sum of the ten before it mod 10. Both have to hold; a failure names the first that does not. Every single wrong digit is
/// caught.
/// </summary>
public sealed class TurkishNumber : NumberScheme
{
    private TurkishNumber()
    {
    }

    public static TurkishNumber Instance { get; } = new();

    public override string Id => "tckn";

    public override string Name => "T.C. kimlik numarası";

    public override string Source => "Nüfus Hizmetleri Kanunu 5490 (Türkiye)";

    public override IReadOnlyList<NumberAspect> Aspects { get; } = [NumberAspect.Shape, NumberAspect.CheckDigit];

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length != 11 || !NumberParts.AllDigits(number) || number[0] == '0')
        {
            return NumberParts.Misshapen(this, "A Turkish identity number has 11 digits and does not begin with 0.");
        }

        var odd = 0;
        var even = 0;
        for (var i = 0; i < 9; i++)
        {
            odd += i % 2 == 0 ? number[i] - '0' : 0;
            even += i % 2 == 1 ? number[i] - '0' : 0;
        }

        var tenth = (char)('0' + (((7 * odd) + 40 - even) % 10));
        var last = (char)('0' + ((odd + even + tenth - '0') % 10));
        var isTenthRight = number[9] == tenth;
        return new NumberReading(NumberParts.ShapeHolds)
        {
            CheckDigit = isTenthRight ? NumberParts.CheckResultOf(number[10], last) : NumberParts.CheckResultOf(number[9], tenth),
            Digit = isTenthRight ? NumberParts.Place(10, number[10], last) : NumberParts.Place(9, number[9], tenth),
        };
    }
}
