namespace IdOcrPortal.Documents;

/// <summary>The Vietnamese driving licence (giấy phép lái xe), card of PET with Latin print.</summary>
public sealed record VietnameseDrivingLicence : DocumentType
{
    /// <inheritdoc/>
    public override string Id => "vnm-dl";

    /// <inheritdoc/>
    public override string Name => "Vietnamese driving licence";

    /// <inheritdoc/>
    public override string LocalName => "Giấy phép lái xe";

    /// <inheritdoc/>
    public override string IssuingState => "VNM";

    /// <summary>From 18 years on (Law on Road Traffic Order and Safety 36/2024/QH15, article 59).</summary>
    public override AgeLimits Ages { get; } = new(18);

    /// <summary>Motorcycles without end, cars ten years (formerly to the holder's 55th or 60th year), lorries and buses five.</summary>
    public override Validity Validity { get; } = new(
        "3, 5 or 10 years, to the 55th or 60th year, or without end",
        static (issue, expiry, birth) => expiry == DateOnly.MaxValue
            || Validity.IsAbout(issue, expiry, 3) || Validity.IsAbout(issue, expiry, 5) || Validity.IsAbout(issue, expiry, 10)
            || (birth is { } born ? expiry.Year - born.Year is 55 or 60 : expiry.Year - issue.Year is > 10 and <= 42),
        mayBeLongTerm: true);

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new(FieldNames.DocumentNumber, "Number (số)", FieldGroup.Document, IsKey: true, IsRequired: true),
        new(FieldNames.FullName, "Full name (họ tên)", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.Surname, "Surname", FieldGroup.Identity),
        new(FieldNames.GivenNames, "Given names", FieldGroup.Identity),
        new(FieldNames.BirthDate, "Date of birth (ngày sinh)", FieldGroup.Identity, IsKey: true, IsRequired: true)
        {
            Form = new DateForm(DateRole.Birth, DateOrder.DayFirst),
        },
        new(FieldNames.Sex, "Sex", FieldGroup.Identity, IsKey: true) { Form = new SexForm(SexVocabulary.Vietnamese) },
        new(FieldNames.Nationality, "Nationality (quốc tịch)", FieldGroup.Identity) { Form = NationalityWord.Instance },
        new(FieldNames.Address, "Place of residence (nơi cư trú)", FieldGroup.Address) { Form = new AddressForm(AddressStyle.Vietnamese) },
        .. AddressFields.Parts,
        new(FieldNames.CardKind, "Class (hạng)", FieldGroup.Document),
        new(FieldNames.IssueDate, "Date of issue", FieldGroup.Document) { Form = new DateForm(DateRole.Issue, DateOrder.DayFirst) },
        new(FieldNames.ExpiryDate, "Date of expiry (có giá trị đến)", FieldGroup.Document, IsKey: true, IsRequired: true)
        {
            Form = new DateForm(DateRole.Expiry, DateOrder.DayFirst),
        },
        new(FieldNames.IssuingAuthority, "Issuing authority", FieldGroup.Document),
    ];
}
