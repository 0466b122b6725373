namespace IdOcrPortal.Documents;

/// <summary>
/// The Cambodian identity card (Khmer: អត្តសញ្ញាណប័ណ្ណសញ្ជាតិខ្មែរ): Khmer print with Khmer digits, and a TD1 zone on the front. Fields as Huawei's
/// Cambodian ID card service returns them.
/// </summary>
public sealed record CambodianIdCard : DocumentType
{
    /// <inheritdoc/>
    public override string Id => "khm-id";

    /// <inheritdoc/>
    public override string Name => "Cambodian identity card";

    /// <inheritdoc/>
    public override string LocalName => "អត្តសញ្ញាណប័ណ្ណសញ្ជាតិខ្មែរ";

    /// <inheritdoc/>
    public override string IssuingState => "KHM";

    /// <inheritdoc/>
    public override IReadOnlyList<MrzFormat> Zones { get; } = [MrzFormat.Td1];

    /// <inheritdoc/>
    public override NumberScheme Number => CambodianNumber.Instance;

    /// <summary>Given out from 15 years on (sub-decree 36 of 2007).</summary>
    public override AgeLimits Ages { get; } = new(15);

    /// <summary>Ten years.</summary>
    public override Validity Validity { get; } = Validity.Years(10);

    /// <summary>ID, always.</summary>
    public override bool AllowsDocumentCode(ReadOnlySpan<char> code) => code is "ID";

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new(FieldNames.DocumentNumber, "ID number", FieldGroup.Document, IsKey: true, IsRequired: true) { Form = new NumberForm(CambodianNumber.Instance) },
        new(FieldNames.NameLocal, "Name in Khmer", FieldGroup.Identity, IsRequired: true),
        new(FieldNames.FullName, "Name in Latin letters", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.BirthDate, "Date of birth", FieldGroup.Identity, IsKey: true, IsRequired: true)
        {
            Form = new DateForm(DateRole.Birth, DateOrder.DayFirst),
        },
        new(FieldNames.Sex, "Sex", FieldGroup.Identity, IsKey: true, IsRequired: true) { Form = new SexForm(SexVocabulary.Khmer) },
        new(FieldNames.HeightCm, "Height in cm", FieldGroup.Identity),
        new(FieldNames.BirthPlace, "Place of birth", FieldGroup.Identity),
        new(FieldNames.Nationality, "Nationality", FieldGroup.Identity),
        new(FieldNames.Address, "Address", FieldGroup.Address, IsRequired: true) { Form = new AddressForm(AddressStyle.Cambodian) },
        .. AddressFields.Parts,
        new(FieldNames.IssueDate, "Date of issue", FieldGroup.Document, IsRequired: true) { Form = new DateForm(DateRole.Issue, DateOrder.DayFirst) },
        new(FieldNames.ExpiryDate, "Date of expiry", FieldGroup.Document, IsKey: true, IsRequired: true)
        {
            Form = new DateForm(DateRole.Expiry, DateOrder.DayFirst),
        },
        new(FieldNames.PersonalFeatures, "Distinguishing marks", FieldGroup.Other),
        new(FieldNames.CardKind, "Kind of card", FieldGroup.Other),
        new(FieldNames.IssuingState, "Issuing state", FieldGroup.Document),
        new(FieldNames.Mrz, "Machine-readable zone", FieldGroup.MachineReadable),
    ];
}
