namespace IdOcrPortal.Documents;

/// <summary>The Hong Kong identity card (香港身份證) for permanent residents and others, from 11 years on. It bears a date of registration and no expiry.</summary>
public sealed record HongKongIdCard : DocumentType
{
    /// <inheritdoc/>
    public override string Id => "hkg-id";

    /// <inheritdoc/>
    public override string Name => "Hong Kong identity card";

    /// <inheritdoc/>
    public override string LocalName => "香港身份證";

    /// <inheritdoc/>
    public override string IssuingState => "HKG";

    /// <inheritdoc/>
    public override NumberScheme Number => HongKongNumber.Instance;

    /// <summary>From 11 years on (Registration of Persons Ordinance, cap. 177).</summary>
    public override AgeLimits Ages { get; } = new(11);

    /// <summary>A chip since 2003, with a contactless interface since 2018 (Immigration Department).</summary>
    public override IReadOnlyList<MachineReadablePart> MachineReadableParts { get; } = [MachineReadablePart.ContactChip, MachineReadablePart.ContactlessChip];

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new(FieldNames.NameLocal, "Name in Chinese", FieldGroup.Identity),
        new(FieldNames.FullName, "Name", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.Surname, "Surname", FieldGroup.Identity),
        new(FieldNames.GivenNames, "Given names", FieldGroup.Identity),
        new(FieldNames.BirthDate, "Date of birth (出生日期)", FieldGroup.Identity, IsKey: true, IsRequired: true)
        {
            Form = new DateForm(DateRole.Birth, DateOrder.DayFirst),
        },
        new(FieldNames.Sex, "Sex (性別)", FieldGroup.Identity, IsKey: true, IsRequired: true) { Form = new SexForm(SexVocabulary.Chinese) },
        new(FieldNames.DocumentNumber, "Identity card number", FieldGroup.Document, IsKey: true, IsRequired: true)
        {
            Form = new NumberForm(HongKongNumber.Instance),
        },
        new(FieldNames.IssueDate, "Date of registration (簽發日期)", FieldGroup.Document) { Form = new DateForm(DateRole.Issue, DateOrder.DayFirst) },
        new(FieldNames.CardKind, "Symbols", FieldGroup.Document),
        new(FieldNames.Nationality, "Nationality", FieldGroup.Identity),
    ];
}
