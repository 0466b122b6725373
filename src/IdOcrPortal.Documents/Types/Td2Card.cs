namespace IdOcrPortal.Documents;

/// <summary>A card of any state with two lines of 36 characters (Doc 9303 part 6), as far as no type of its own knows it better.</summary>
public sealed record Td2Card : DocumentType
{
    /// <inheritdoc/>
    public override string Id => "td2-card";

    /// <inheritdoc/>
    public override string Name => "Identity card (TD2)";

    /// <inheritdoc/>
    public override CardFormat Format => CardFormat.Id2;

    /// <inheritdoc/>
    public override bool AlwaysCarriesZone => true;

    /// <inheritdoc/>
    public override IReadOnlyList<MrzFormat> Zones { get; } = [MrzFormat.Td2];

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } = IcaoFields.With(
        "Card number", "Date of expiry", new FieldDefinition(FieldNames.OptionalData, "Optional data", FieldGroup.Other));

    /// <summary>A, C or I first; the second character is the issuer's, but never V (Doc 9303 part 6 section 4.2.2).</summary>
    public override bool AllowsDocumentCode(ReadOnlySpan<char> code) =>
        code[0] is 'A' or 'C' or 'I' && code[1] is '<' or (>= 'A' and <= 'Z' and not 'V');
}
