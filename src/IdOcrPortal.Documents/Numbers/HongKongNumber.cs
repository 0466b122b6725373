namespace IdOcrPortal.Documents;

/// <summary>
/// The Hong Kong identity card number: one or two letters, six digits, and a check character 0-9 or A, printed in brackets: <c>A123456(3)</c>.
/// With the values 0-9, A = 10 … Z = 35 and 36 for the blank before a single letter, the sum with weights 9 down to 1 is a multiple of 11 (check A = 10).
/// Source: Hong Kong Immigration Department; the check digit as in the specification of the identity card number in the Registration of Persons.
/// </summary>
public sealed class HongKongNumber : NumberScheme
{
    private const int Digits = 6;
    private const int Blank = 36;

    private static readonly AspectResult NoShape = new(CheckResult.Failed, "A Hong Kong number has one or two letters, six digits and a check character 0-9 or A.");
    private static readonly NumberAspect[] Parts = [NumberAspect.Shape, NumberAspect.CheckDigit];

    private HongKongNumber()
    {
    }

    /// <summary>The scheme.</summary>
    public static HongKongNumber Instance { get; } = new();

    /// <inheritdoc/>
    public override string Id => "hkid";

    /// <inheritdoc/>
    public override string Name => "Hong Kong identity card number";

    /// <inheritdoc/>
    public override string Source => "Hong Kong Immigration Department: identity card number, check digit modulo 11";

    /// <inheritdoc/>
    public override IReadOnlyList<NumberAspect> Aspects => Parts;

    /// <inheritdoc/>
    public override string? Normalise(string text) => NumberParts.Bare(text);

    /// <inheritdoc/>
    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        var letters = number.Length - Digits - 1;
        if (letters is not (1 or 2)
            || !char.IsAsciiLetterUpper(number[0]) || (letters == 2 && !char.IsAsciiLetterUpper(number[1]))
            || !NumberParts.AreDigits(number.Slice(letters, Digits))
            || !(char.IsAsciiDigit(number[^1]) || number[^1] == 'A'))
        {
            return new NumberReading(NoShape) { CheckDigit = AspectResult.NotPossible };
        }

        var sum = letters == 1 ? Blank * 9 : 0;
        for (var i = 0; i < number.Length - 1; i++)
        {
            sum += (char.IsAsciiDigit(number[i]) ? number[i] - '0' : number[i] - 'A' + 10) * (number.Length - i);
        }

        var check = (11 - (sum % 11)) % 11;
        return NumberParts.Judge(new NumberReading(NumberParts.ShapePassed), number.Length - 1, number[^1], check == 10 ? 'A' : (char)('0' + check));
    }
}
