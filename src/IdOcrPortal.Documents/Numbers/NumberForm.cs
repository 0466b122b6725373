namespace IdOcrPortal.Documents;

/// <summary>A national number as it is printed, with or without separators. The number's own checks judge it (<see cref="NumberScheme.Read"/>).</summary>
public sealed class NumberForm(NumberScheme scheme) : FieldForm
{
    /// <inheritdoc/>
    public override string Description => scheme.Name;

    /// <inheritdoc/>
    public override FieldReading Read(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        return scheme.Normalise(text) is { } number
            ? new FieldReading(number, "digits and letters only")
            : new FieldReading(null, "holds neither digit nor letter", ReadingTrouble.Unreadable);
    }
}

/// <summary>A document number that no scheme of ours knows: letters and digits, upper case, digits of every script as ASCII.</summary>
public sealed class BareForm : FieldForm
{
    /// <summary>The form.</summary>
    public static BareForm Instance { get; } = new();

    /// <inheritdoc/>
    public override string Description => "letters and digits";

    /// <inheritdoc/>
    public override FieldReading Read(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Bare(text) is { Length: > 0 } bare
            ? new FieldReading(bare, "letters and digits only, upper case")
            : new FieldReading(null, "holds neither digit nor letter", ReadingTrouble.Unreadable);
    }

    internal static string Bare(string text)
    {
        var isBare = true;
        foreach (var character in text)
        {
            isBare &= char.IsAsciiDigit(character) || char.IsAsciiLetterUpper(character);
        }

        return isBare ? text : string.Concat(UnicodeDigits.ToAscii(text).Where(char.IsLetterOrDigit)).ToUpperInvariant();
    }
}
