namespace IdOcrPortal.Documents;

/// <summary>
/// The Dutch BSN, 9 digits: Σ over the weights 9 8 7 6 5 4 3 2 and −1 for the last digit is a multiple of 11. Every single wrong digit and every swap of
/// different neighbours is caught.
/// </summary>
public sealed class DutchBsn : NumberScheme
{
    private DutchBsn()
    {
    }

    public static DutchBsn Instance { get; } = new();

    public override string Id => "bsn";

    public override string Name => "BSN (burgerservicenummer)";

    public override string Source => "Wet algemene bepalingen burgerservicenummer (Netherlands); elfproef";

    public override IReadOnlyList<NumberAspect> Aspects { get; } = [NumberAspect.Shape, NumberAspect.CheckDigit];

    private static ReadOnlySpan<byte> Weights => [9, 8, 7, 6, 5, 4, 3, 2];

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length != 9 || !NumberParts.AllDigits(number))
        {
            return NumberParts.Misshapen(this, "A BSN has 9 digits.");
        }

        var check = NumberParts.WeightedSum(number, Weights) % 11;

        // No digit can stand for 10; a star says that none would be right.
        var expected = check == 10 ? '*' : (char)('0' + check);
        return new NumberReading(NumberParts.ShapeHolds)
        {
            CheckDigit = NumberParts.CheckResultOf(number[^1], expected),
            Digit = NumberParts.Place(number.Length - 1, number[^1], expected),
        };
    }
}
