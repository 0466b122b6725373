namespace IdOcrPortal.Documents;

/// <summary>A whole address: composed (NFC), single blanks, none at the ends; nothing else changes. <see cref="AddressParts"/> takes it apart.</summary>
/// <param name="style">How the type marks the parts.</param>
public sealed class AddressForm(AddressStyle style = AddressStyle.None) : FieldForm
{
    /// <summary>How the parts are marked.</summary>
    public AddressStyle Style { get; } = style;

    /// <inheritdoc/>
    public override string Description { get; } = style == AddressStyle.None ? "address" : $"address, parts as in {style}";

    /// <inheritdoc/>
    public override FieldReading Read(string text, DateOnly today) => TextForm.Instance.Read(text, today);

    /// <summary>The parts of an address; see <see cref="AddressParts.Split"/>.</summary>
    public IReadOnlyList<(string Field, string Text)> Split(string text) => AddressParts.Split(text, Style);
}
