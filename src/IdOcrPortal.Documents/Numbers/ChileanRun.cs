namespace IdOcrPortal.Documents;

/// <summary>
/// The Chilean RUN (rol único nacional), also printed as RUT: six to eight digits and a check digit 0-9 or K: <c>12.345.678-5</c>. The digits, from the
/// last one on, are multiplied by 2 3 4 5 6 7 2 3 …; the check digit is 11 minus the sum modulo 11, where 11 is written 0 and 10 is written K.
/// Source: Servicio de Registro Civil e Identificación (cédula de identidad); stdnum <c>cl.rut</c>.
/// </summary>
public sealed class ChileanRun : NumberScheme
{
    private const int Shortest = 7;
    private const int Longest = 9;

    private static readonly AspectResult NoShape = new(CheckResult.Failed, "A RUN has six to eight digits and a check digit 0-9 or K.");
    private static readonly NumberAspect[] Parts = [NumberAspect.Shape, NumberAspect.CheckDigit];

    private ChileanRun()
    {
    }

    /// <summary>The scheme.</summary>
    public static ChileanRun Instance { get; } = new();

    /// <inheritdoc/>
    public override string Id => "run";

    /// <inheritdoc/>
    public override string Name => "RUN (rol único nacional)";

    /// <inheritdoc/>
    public override string Source => "Servicio de Registro Civil e Identificación de Chile: RUN, check digit modulo 11";

    /// <inheritdoc/>
    public override IReadOnlyList<NumberAspect> Aspects => Parts;

    /// <inheritdoc/>
    public override string? Normalise(string text) => NumberParts.Bare(text);

    /// <inheritdoc/>
    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length is < Shortest or > Longest || !NumberParts.AreDigits(number[..^1]) || !(char.IsAsciiDigit(number[^1]) || number[^1] == 'K'))
        {
            return new NumberReading(NoShape) { CheckDigit = AspectResult.NotPossible };
        }

        var sum = 0;
        var weight = 2;
        for (var i = number.Length - 2; i >= 0; i--)
        {
            sum += (number[i] - '0') * weight;
            weight = weight == 7 ? 2 : weight + 1;
        }

        var check = (11 - (sum % 11)) switch { 11 => '0', 10 => 'K', var digit => (char)('0' + digit) };
        return NumberParts.Judge(new NumberReading(NumberParts.ShapePassed), number.Length - 1, number[^1], check);
    }
}
