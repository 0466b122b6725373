namespace IdOcrPortal.Documents;

/// <summary>
/// The Unified Multi-Purpose Identification card of the Philippines (UMID; SSS, GSIS, PhilHealth, Pag-IBIG; Executive Order 420 of 2005). It bears no
/// expiry.
/// </summary>
public sealed record PhilippineUmid : DocumentType
{
    /// <inheritdoc/>
    public override string Id => "phl-umid";

    /// <inheritdoc/>
    public override string Name => "Philippine UMID card";

    /// <inheritdoc/>
    public override string LocalName => "Unified Multi-Purpose ID";

    /// <inheritdoc/>
    public override string IssuingState => "PHL";

    /// <inheritdoc/>
    public override NumberScheme Number => UmidCrn.Instance;

    /// <summary>A chip that is read by radio.</summary>
    public override IReadOnlyList<MachineReadablePart> MachineReadableParts { get; } = [MachineReadablePart.ContactlessChip];

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new(FieldNames.DocumentNumber, "Common reference number (CRN)", FieldGroup.Document, IsKey: true, IsRequired: true)
        {
            Form = new NumberForm(UmidCrn.Instance),
        },
        new(FieldNames.FullName, "Full name", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.Surname, "Surname", FieldGroup.Identity),
        new(FieldNames.GivenNames, "Given and middle names", FieldGroup.Identity),
        new(FieldNames.Sex, "Sex", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.BirthDate, "Date of birth", FieldGroup.Identity, IsKey: true, IsRequired: true)
        {
            Form = new DateForm(DateRole.Birth, DateOrder.YearFirst),
        },
        new(FieldNames.Address, "Address", FieldGroup.Address) { Form = new AddressForm(AddressStyle.Commas) },
        .. AddressFields.Parts,
        new(FieldNames.IssueDate, "Date of issue", FieldGroup.Document) { Form = new DateForm(DateRole.Issue, DateOrder.YearFirst) },
    ];
}
