namespace IdOcrPortal.Documents;

/// <summary>
/// Hong Kong identity card number. One or two letters, six digits and a check character that is printed in brackets, A123456(3):
/// letters count A = 10 … Z = 35, a missing first letter 36; Σ value · weight (9, 8, 7 … 2, check 1) is a multiple of 11, the check character A standing for 10.
/// Modulo 11 catches every wrong digit and every swap of two different neighbouring digits; letters 11 or 22 places apart (A, L, W) are not told apart.
/// The normalised form has no brackets.
/// </summary>
public sealed class HongKongNumber : NumberScheme
{
    private const int Blank = 36;

    private HongKongNumber()
    {
    }

    public static HongKongNumber Instance { get; } = new();

    public override string Id => "hkid";

    public override string Name => "Hong Kong identity card number";

    public override string Source => "Immigration Department of Hong Kong, Registration of Persons Ordinance (Cap. 177); check digit as published for electronic services";

    public override IReadOnlyList<NumberAspect> Aspects { get; } = [NumberAspect.Shape, NumberAspect.CheckDigit];

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        var letters = number.Length - 7;
        if (letters is < 1 or > 2
            || !char.IsAsciiLetterUpper(number[0])
            || (letters == 2 && !char.IsAsciiLetterUpper(number[1]))
            || !NumberParts.AllDigits(number.Slice(letters, 6))
            || !(char.IsAsciiDigit(number[^1]) || number[^1] == 'A'))
        {
            return NumberParts.Misshapen(this, "A Hong Kong identity card number has one or two letters, six digits and a check character 0 to 9 or A.");
        }

        var sum = letters == 2
            ? (9 * Value(number[0])) + (8 * Value(number[1]))
            : (9 * Blank) + (8 * Value(number[0]));
        for (var i = 0; i < 6; i++)
        {
            sum += (7 - i) * (number[letters + i] - '0');
        }

        var check = (11 - (sum % 11)) % 11;
        var expected = check == 10 ? 'A' : (char)('0' + check);
        return new NumberReading(NumberParts.ShapeHolds)
        {
            CheckDigit = NumberParts.CheckResultOf(number[^1], expected),
            Digit = NumberParts.Place(number.Length - 1, number[^1], expected),
        };
    }

    private static int Value(char letter) => letter - 'A' + 10;
}
