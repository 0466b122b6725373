namespace IdOcrPortal.Documents;

/// <summary>The Albanian driving licence (leje drejtimi), laid out as in the European Union.</summary>
public sealed record AlbanianDrivingLicence : DocumentType
{
    /// <inheritdoc/>
    public override string Id => "alb-dl";

    /// <inheritdoc/>
    public override string Name => "Albanian driving licence";

    /// <inheritdoc/>
    public override string LocalName => "Leje drejtimi";

    /// <inheritdoc/>
    public override string IssuingState => "ALB";

    /// <summary>From 16 years on for mopeds (Road Code, Law 8378 of 1998, article 115).</summary>
    public override AgeLimits Ages { get; } = new(16);

    /// <summary>Ten years, less with age and for heavy vehicles (Road Code, article 126).</summary>
    public override Validity Validity { get; } = Validity.Years(2, 3, 5, 10);

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new(FieldNames.DocumentNumber, "Licence number (5.)", FieldGroup.Document, IsKey: true, IsRequired: true),
        new(FieldNames.FullName, "Full name", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.Surname, "Surname (1.)", FieldGroup.Identity),
        new(FieldNames.GivenNames, "Given names (2.)", FieldGroup.Identity),
        new(FieldNames.Sex, "Sex", FieldGroup.Identity, IsKey: true) { Form = new SexForm(SexVocabulary.Albanian) },
        new(FieldNames.BirthDate, "Date of birth (3.)", FieldGroup.Identity, IsKey: true, IsRequired: true)
        {
            Form = new DateForm(DateRole.Birth, DateOrder.DayFirst),
        },
        new(FieldNames.BirthPlace, "Place of birth (3.)", FieldGroup.Identity),
        new(FieldNames.Nationality, "Nationality", FieldGroup.Identity),
        new(FieldNames.IssueDate, "Date of issue (4a.)", FieldGroup.Document) { Form = new DateForm(DateRole.Issue, DateOrder.DayFirst) },
        new(FieldNames.ExpiryDate, "Date of expiry (4b.)", FieldGroup.Document, IsKey: true, IsRequired: true)
        {
            Form = new DateForm(DateRole.Expiry, DateOrder.DayFirst),
        },
        new(FieldNames.IssuingAuthority, "Issuing authority (4c.)", FieldGroup.Document),
        new(FieldNames.PersonalNumber, "Personal number (4d.)", FieldGroup.Identity) { Form = new NumberForm(AlbanianNumber.Instance) },
        new(FieldNames.Address, "Address (8.)", FieldGroup.Address),
        new(FieldNames.CardKind, "Categories (9.)", FieldGroup.Document),
    ];
}
