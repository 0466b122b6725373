namespace IdOcrPortal.Documents;

/// <summary>
/// The Thai identity card (บัตรประจำตัวประชาชน): Thai and Latin names, dates of the Buddhist and the Gregorian era side by side. It prints no sex but in
/// the title of the name.
/// </summary>
public sealed record ThaiIdCard : DocumentType
{
    /// <inheritdoc/>
    public override string Id => "tha-id";

    /// <inheritdoc/>
    public override string Name => "Thai identity card";

    /// <inheritdoc/>
    public override string LocalName => "บัตรประจำตัวประชาชน";

    /// <inheritdoc/>
    public override string IssuingState => "THA";

    /// <inheritdoc/>
    public override NumberScheme Number => ThaiNumber.Instance;

    /// <summary>From 7 years on (Identity Card Act 3 of 2011).</summary>
    public override AgeLimits Ages { get; } = new(7);

    /// <summary>Eight years and on to the next birthday (Identity Card Act 3 of 2011), before that six; without end for the old (70, formerly 60).</summary>
    public override Validity Validity { get; } = new(
        "8 years to the next birthday, without end from 70",
        static (issue, expiry, birth) => expiry == DateOnly.MaxValue
            ? birth is not { } old || Validity.AgeAt(old, issue) >= 60
            : Validity.IsBetween(issue, expiry, 8, 9) || Validity.IsBetween(issue, expiry, 6, 7),
        mayBeLongTerm: true);

    /// <summary>A chip since 2005 (smart card of the Department of Provincial Administration).</summary>
    public override IReadOnlyList<MachineReadablePart> MachineReadableParts { get; } = [MachineReadablePart.ContactChip];

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new(FieldNames.DocumentNumber, "Identification number", FieldGroup.Document, IsKey: true, IsRequired: true)
        {
            Form = new NumberForm(ThaiNumber.Instance),
        },
        new(FieldNames.NameLocal, "Name in Thai", FieldGroup.Identity),
        new(FieldNames.FullName, "Name in Latin letters", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.GivenNames, "Given names", FieldGroup.Identity),
        new(FieldNames.Surname, "Surname", FieldGroup.Identity),
        new(FieldNames.Sex, "Sex", FieldGroup.Identity, IsKey: true) { Form = new SexForm(SexVocabulary.Thai) },
        new(FieldNames.BirthDate, "Date of birth (เกิดวันที่)", FieldGroup.Identity, IsKey: true, IsRequired: true)
        {
            Form = new DateForm(DateRole.Birth, DateOrder.DayFirst, DateEra.Buddhist),
        },
        new(FieldNames.Religion, "Religion (ศาสนา)", FieldGroup.Identity),
        new(FieldNames.Address, "Address (ที่อยู่)", FieldGroup.Address) { Form = new AddressForm(AddressStyle.Thai) },
        .. AddressFields.Parts,
        new(FieldNames.IssueDate, "Date of issue (วันออกบัตร)", FieldGroup.Document)
        {
            Form = new DateForm(DateRole.Issue, DateOrder.DayFirst, DateEra.Buddhist),
        },
        new(FieldNames.ExpiryDate, "Date of expiry (วันบัตรหมดอายุ)", FieldGroup.Document, IsKey: true, IsRequired: true)
        {
            Form = new DateForm(DateRole.Expiry, DateOrder.DayFirst, DateEra.Buddhist),
        },
        new(FieldNames.IssuingAuthority, "Issuing officer", FieldGroup.Document),
        new(FieldNames.Nationality, "Nationality", FieldGroup.Identity),
    ];
}
