namespace IdOcrPortal.Documents;

/// <summary>
/// The number on Malaysian cards of soldiers, police officers and residents: the 12 digits of the MyKad (<see cref="MyKadNumber"/>), or a service number
/// of the force's own, 4 to 15 letters and digits with at least one digit (<c>T3012345</c>, <c>RF123456</c>), of which nothing but the shape can be checked.
/// Source: JPN for the 12 digits; the forces publish no rules for theirs.
/// </summary>
public sealed class MalaysianServiceNumber : NumberScheme
{
    private const int FullLength = 12;
    private const int Shortest = 4;
    private const int Longest = 15;

    private static readonly AspectResult NoShape = new(CheckResult.Failed, "A service number has 4 to 15 letters and digits, at least one of them a digit.");
    private static readonly NumberAspect[] Parts = [NumberAspect.Shape, NumberAspect.Region, NumberAspect.Date];

    private MalaysianServiceNumber()
    {
    }

    /// <summary>The scheme.</summary>
    public static MalaysianServiceNumber Instance { get; } = new();

    /// <inheritdoc/>
    public override string Id => "mys-service";

    /// <inheritdoc/>
    public override string Name => "Malaysian card number";

    /// <inheritdoc/>
    public override string Source => "Jabatan Pendaftaran Negara for 12 digits; service numbers by shape alone";

    /// <inheritdoc/>
    public override IReadOnlyList<NumberAspect> Aspects => Parts;

    /// <inheritdoc/>
    public override bool TellsSex => true;

    /// <inheritdoc/>
    public override string? Normalise(string text) => NumberParts.Bare(text);

    /// <inheritdoc/>
    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today)
    {
        if (number.Length == FullLength && NumberParts.AreDigits(number))
        {
            return MyKadNumber.Instance.Read(number, today);
        }

        var hasDigit = false;
        var fits = number.Length is >= Shortest and <= Longest;
        foreach (var character in number)
        {
            hasDigit |= char.IsAsciiDigit(character);
            fits &= char.IsAsciiDigit(character) || char.IsAsciiLetterUpper(character);
        }

        return fits && hasDigit
            ? new NumberReading(NumberParts.ShapePassed)
            : new NumberReading(NoShape) { Region = AspectResult.NotPossible, Date = AspectResult.NotPossible };
    }
}
