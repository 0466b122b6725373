namespace IdOcrPortal.Documents;

/// <summary>The driving licence of the Philippines (Land Transportation Office), dates year first.</summary>
public sealed record PhilippineDrivingLicence : DocumentType
{
    /// <inheritdoc/>
    public override string Id => "phl-dl";

    /// <inheritdoc/>
    public override string Name => "Philippine driving licence";

    /// <inheritdoc/>
    public override string LocalName => "Driver's License";

    /// <inheritdoc/>
    public override string IssuingState => "PHL";

    /// <summary>Student permits from 16, licences from 17 years on (Republic Act 10930).</summary>
    public override AgeLimits Ages { get; } = new(16);

    /// <summary>Five or ten years (Republic Act 10930), formerly three, student permits one or two.</summary>
    public override Validity Validity { get; } = Validity.Years(1, 2, 3, 5, 10);

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new(FieldNames.DocumentNumber, "Licence number", FieldGroup.Document, IsKey: true, IsRequired: true),
        new(FieldNames.FullName, "Full name", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.Surname, "Last name", FieldGroup.Identity),
        new(FieldNames.GivenNames, "First and middle names", FieldGroup.Identity),
        new(FieldNames.Sex, "Sex", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.BirthDate, "Date of birth", FieldGroup.Identity, IsKey: true, IsRequired: true)
        {
            Form = new DateForm(DateRole.Birth, DateOrder.YearFirst),
        },
        new(FieldNames.Nationality, "Nationality", FieldGroup.Identity),
        new(FieldNames.HeightCm, "Height in cm", FieldGroup.Identity),
        new(FieldNames.Address, "Address", FieldGroup.Address) { Form = new AddressForm(AddressStyle.Commas) },
        .. AddressFields.Parts,
        new(FieldNames.IssueDate, "Date of issue", FieldGroup.Document) { Form = new DateForm(DateRole.Issue, DateOrder.YearFirst) },
        new(FieldNames.ExpiryDate, "Date of expiry", FieldGroup.Document, IsKey: true, IsRequired: true)
        {
            Form = new DateForm(DateRole.Expiry, DateOrder.YearFirst),
        },
        new(FieldNames.IssuingAuthority, "Agency", FieldGroup.Document),
        new(FieldNames.CardKind, "Type of licence and codes", FieldGroup.Document),
    ];
}
