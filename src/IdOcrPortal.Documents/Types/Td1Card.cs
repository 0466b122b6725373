namespace IdOcrPortal.Documents;

/// <summary>A card of any state with three lines of 30 characters (Doc 9303 part 5), as far as no type of its own knows it better.</summary>
public sealed record Td1Card : DocumentType
{
    /// <inheritdoc/>
    public override string Id => "td1-card";

    /// <inheritdoc/>
    public override string Name => "Identity card (TD1)";

    /// <inheritdoc/>
    public override bool AlwaysCarriesZone => true;

    /// <inheritdoc/>
    public override IReadOnlyList<MrzFormat> Zones { get; } = [MrzFormat.Td1];

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } = IcaoFields.With(
        "Card number", "Date of expiry", new FieldDefinition(FieldNames.OptionalData, "Optional data", FieldGroup.Other));

    /// <summary>A, C or I first; the second character is the issuer's, but never V (Doc 9303 part 5 section 4.2.2).</summary>
    public override bool AllowsDocumentCode(ReadOnlySpan<char> code) =>
        code[0] is 'A' or 'C' or 'I' && code[1] is '<' or (>= 'A' and <= 'Z' and not 'V');
}
