namespace IdOcrPortal.Documents;

/// <summary>
/// The number of the Cambodian identity card: nine digits, on the card in Khmer digits, and after them, on newer cards, the count of cards in brackets:
/// <c>០១២៣៤៥៦៧៨(០១)</c>, which is no part of the number. The digits themselves carry no check digit; the card's zone has one for them.
/// Source: Sub-decree 60 of 2007 on Khmer identity cards; vendors' samples.
/// </summary>
public sealed class CambodianNumber : NumberScheme
{
    private const int Length = 9;

    private static readonly AspectResult NoShape = new(CheckResult.Failed, "A Cambodian card number has nine digits.");
    private static readonly NumberAspect[] Parts = [NumberAspect.Shape];

    private CambodianNumber()
    {
    }

    /// <summary>The scheme.</summary>
    public static CambodianNumber Instance { get; } = new();

    /// <inheritdoc/>
    public override string Id => "khm";

    /// <inheritdoc/>
    public override string Name => "Cambodian identity card number";

    /// <inheritdoc/>
    public override string Source => "Cambodian Sub-decree 60 of 2007 on Khmer identity cards: nine digits";

    /// <inheritdoc/>
    public override IReadOnlyList<NumberAspect> Aspects => Parts;

    /// <summary>As for every scheme, and without the one or two digits in brackets after nine digits.</summary>
    public override string? Normalise(string text)
    {
        var bare = NumberParts.Bare(text);
        var bracket = text.AsSpan().IndexOfAny('(', '（');
        return bracket > 0 && bare is { Length: Length + 1 or Length + 2 } && NumberParts.AreDigits(bare)
            && NumberParts.Bare(text[..bracket]) is { Length: Length } number
            ? number
            : bare;
    }

    /// <inheritdoc/>
    public override NumberReading Read(ReadOnlySpan<char> number, DateOnly today) =>
        new(number.Length == Length && NumberParts.AreDigits(number) ? NumberParts.ShapePassed : NoShape);
}
