namespace IdOcrPortal.Documents;

/// <summary>Any text: composed (NFC), single blanks, none at the ends; script and case stay. The same instance where nothing changes.</summary>
public sealed class TextForm : FieldForm
{
    private TextForm(string description) => Description = description;

    /// <summary>The only instance.</summary>
    public static TextForm Instance { get; } = new("text");

    /// <inheritdoc/>
    public override string Description { get; }

    /// <inheritdoc/>
    public override FieldReading Read(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = PlainText.Clean(text);
        return clean.Length == 0
            ? new FieldReading(null, "nothing but blanks", ReadingTrouble.Unreadable)
            : new FieldReading(clean, ReferenceEquals(clean, text) ? "as printed" : "outer and double blanks dropped");
    }
}
