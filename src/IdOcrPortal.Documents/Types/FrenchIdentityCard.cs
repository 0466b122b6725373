namespace IdOcrPortal.Documents;

/// <summary>
/// The laminated French identity card (carte nationale d'identité): its own 2 × 36 zone, which carries neither nationality nor expiry. Its composite
/// digit covers the whole zone, names and sex included.
/// </summary>
public sealed record FrenchIdentityCard : DocumentType
{
    /// <inheritdoc/>
    public override string Id => "fra-id";

    /// <inheritdoc/>
    public override string Name => "French identity card (1988 to 2021)";

    /// <inheritdoc/>
    public override string LocalName => "Carte nationale d'identité";

    /// <inheritdoc/>
    public override string IssuingState => "FRA";

    /// <inheritdoc/>
    public override CardFormat Format => CardFormat.Id2;

    /// <inheritdoc/>
    public override bool AlwaysCarriesZone => true;

    /// <inheritdoc/>
    public override IReadOnlyList<MrzFormat> Zones { get; } = [MrzFormat.French2x36];

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new(FieldNames.DocumentNumber, "Card number", FieldGroup.Document, IsKey: true, IsRequired: true),
        new(FieldNames.FullName, "Full name", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.Surname, "Surname", FieldGroup.Identity),
        new(FieldNames.GivenNames, "Given names", FieldGroup.Identity),
        new(FieldNames.Sex, "Sex", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.BirthDate, "Date of birth", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.IssuingState, "Issuing state", FieldGroup.Document, IsRequired: true),
        new(FieldNames.OptionalData, "Department and office of issue", FieldGroup.Other),
        new(FieldNames.Mrz, "Machine-readable zone", FieldGroup.MachineReadable, IsRequired: true),
    ];

    /// <summary>ID, always.</summary>
    public override bool AllowsDocumentCode(ReadOnlySpan<char> code) => code is "ID";
}
