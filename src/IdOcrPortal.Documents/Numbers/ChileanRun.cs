namespace IdOcrPortal.Documents;

/// <summary>
/// Chile's national number (Rol Único Nacional), printed 12.345.678-5: 7 or 8 digits and a check character 0–9 or K.
/// From the right the digits weigh 2, 3, 4, 5, 6, 7, 2, 3; check = 11 − Σ mod 11, where 11 is written 0 and 10 K.
/// Catches every wrong character and every swap of two different neighbours.
/// </summary>
public sealed class ChileanRun : NumberScheme
{
    private ChileanRun()
    {
    }

    public static ChileanRun Instance { get; } = new();

    public override string Id => "run";

    public override string Name => "RUN (Rol Único Nacional)";

    public override string Source => "Servicio de Registro Civil e Identificación, Decreto 18.723 of 1956; modulo 11";

    public override IReadOnlyList<NumberAspect> Aspects { get; } = [NumberAspect.Shape, NumberAspect.CheckDigit];

    private static ReadOnlySpan<byte> Weights => [3, 2, 7, 6, 5, 4, 3, 2];

    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length is < 8 or > 9 || !NumberParts.AllDigits(number[..^1]) || !(char.IsAsciiDigit(number[^1]) || number[^1] == 'K'))
        {
            return NumberParts.Misshapen(this, "A RUN has 7 or 8 digits and a check character 0 to 9 or K.");
        }

        var check = 11 - (NumberParts.WeightedSum(number, Weights[(9 - number.Length)..]) % 11);
        var expected = check switch { 11 => '0', 10 => 'K', _ => (char)('0' + check) };
        return new NumberReading(NumberParts.ShapeHolds)
        {
            CheckDigit = NumberParts.CheckResultOf(number[^1], expected),
            Digit = NumberParts.Place(number.Length - 1, number[^1], expected),
        };
    }
}
