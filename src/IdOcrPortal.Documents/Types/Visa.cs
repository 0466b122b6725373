namespace IdOcrPortal.Documents;

/// <summary>A visa of any state: MRV-A or MRV-B (Doc 9303 part 7). Its zone has no composite digit, and its number may be the passport's.</summary>
public sealed record Visa : DocumentType
{
    /// <inheritdoc/>
    public override string Id => "visa";

    /// <inheritdoc/>
    public override string Name => "Visa";

    /// <inheritdoc/>
    public override CardFormat Format => CardFormat.VisaA;

    /// <inheritdoc/>
    public override bool AlwaysCarriesZone => true;

    /// <inheritdoc/>
    public override IReadOnlyList<MrzFormat> Zones { get; } = [MrzFormat.MrvA, MrzFormat.MrvB];

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } = IcaoFields.With(
        "Visa or passport number", "Valid until", new FieldDefinition(FieldNames.OptionalData, "Optional data", FieldGroup.Other));

    /// <summary>V first; the second character is the issuer's (Doc 9303 part 7 section 4.2.2).</summary>
    public override bool AllowsDocumentCode(ReadOnlySpan<char> code) => code[0] == 'V' && code[1] is '<' or (>= 'A' and <= 'Z');
}
