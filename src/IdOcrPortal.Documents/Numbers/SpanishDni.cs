namespace IdOcrPortal.Documents;

/// <summary>
/// Spain's DNI (eight digits and a letter) and foreigners' NIE (X, Y or Z for 0, 1, 2, seven digits and a letter). The letter is the number modulo 23 in
/// TRWAGMYFPDXBNJZSQVHLCKE. 23 is prime: every single wrong digit and every swap of different neighbours is caught.
/// </summary>
public sealed class SpanishDni : NumberScheme
{
    private const string Letters = "TRWAGMYFPDXBNJZSQVHLCKE";

    private SpanishDni()
    {
    }

    public static SpanishDni Instance { get; } = new();

    public override string Id => "dni";

    public override string Name => "DNI / NIE";

    public override string Source => "Real Decreto 1553/2005 (DNI), Real Decreto 557/2011 (NIE), Spain";

    public override IReadOnlyList<NumberAspect> Aspects { get; } = [NumberAspect.Shape, NumberAspect.CheckDigit];

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length != 9 || !(char.IsAsciiDigit(number[0]) || number[0] is 'X' or 'Y' or 'Z') || !NumberParts.AllDigits(number[1..8]) || !Letters.Contains(number[8], StringComparison.Ordinal))
        {
            return NumberParts.Misshapen(this, "A DNI has eight digits and a letter, a NIE the letter X, Y or Z, seven digits and a letter.");
        }

        var first = char.IsAsciiDigit(number[0]) ? number[0] - '0' : number[0] - 'X';
        var expected = Letters[((first * 10_000_000) + NumberParts.Value(number[1..8])) % 23];
        return new NumberReading(NumberParts.ShapeHolds)
        {
            CheckDigit = NumberParts.CheckResultOf(number[^1], expected),
            Digit = NumberParts.Place(number.Length - 1, number[^1], expected),
        };
    }
}
