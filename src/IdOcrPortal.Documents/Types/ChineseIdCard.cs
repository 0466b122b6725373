namespace IdOcrPortal.Documents;

/// <summary>
/// The second-generation resident identity card of mainland China (居民身份证): the holder on the front, authority and validity on the back (the side with the
/// national emblem). Fields as Tencent CI returns them.
/// </summary>
public sealed record ChineseIdCard : DocumentType
{
    /// <inheritdoc/>
    public override string Id => "chn-id";

    /// <inheritdoc/>
    public override string Name => "Chinese resident identity card";

    /// <inheritdoc/>
    public override string LocalName => "居民身份证";

    /// <inheritdoc/>
    public override string IssuingState => "CHN";

    /// <inheritdoc/>
    public override IReadOnlyList<CardSide> Sides { get; } = [CardSide.Front, CardSide.Back];

    /// <inheritdoc/>
    public override NumberScheme Number => ChineseResidentNumber.Instance;

    /// <summary>
    /// Resident Identity Card Law of 2003, article 5: five years below 16, ten from 16 to 25, twenty from 26 to 45, without end from 46 on, by the age at
    /// issue.
    /// </summary>
    public override Validity Validity { get; } = new(
        "5, 10 or 20 years by age, without end from 46",
        static (issue, expiry, birth) => (birth is { } born ? Validity.AgeAt(born, issue) : -1) switch
        {
            < 0 => expiry == DateOnly.MaxValue
                || Validity.IsAbout(issue, expiry, 5) || Validity.IsAbout(issue, expiry, 10) || Validity.IsAbout(issue, expiry, 20),
            < 16 => Validity.IsAbout(issue, expiry, 5),
            < 26 => Validity.IsAbout(issue, expiry, 10),
            < 46 => Validity.IsAbout(issue, expiry, 20),
            _ => expiry == DateOnly.MaxValue,
        },
        mayBeLongTerm: true);

    /// <summary>A chip since 2004 (Law on Resident Identity Cards, 2003).</summary>
    public override IReadOnlyList<MachineReadablePart> MachineReadableParts { get; } = [MachineReadablePart.ContactlessChip];

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new(FieldNames.FullName, "Name (姓名)", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.Sex, "Sex (性别)", FieldGroup.Identity, IsKey: true, IsRequired: true) { Form = new SexForm(SexVocabulary.Chinese) },
        new(FieldNames.Ethnicity, "Ethnicity (民族)", FieldGroup.Identity, IsRequired: true) { Form = WordForm.Ethnicity },
        new(FieldNames.BirthDate, "Date of birth (出生)", FieldGroup.Identity, IsKey: true, IsRequired: true)
        {
            Form = new DateForm(DateRole.Birth, DateOrder.YearFirst),
        },
        new(FieldNames.Address, "Address (住址)", FieldGroup.Address, IsRequired: true) { Form = new AddressForm(AddressStyle.Chinese) },
        .. AddressFields.Parts,
        new(FieldNames.DocumentNumber, "Resident number (公民身份号码)", FieldGroup.Document, IsKey: true, IsRequired: true)
        {
            Form = new NumberForm(ChineseResidentNumber.Instance),
        },
        new(FieldNames.NameLocal, "Name in another script", FieldGroup.Identity),
        new(FieldNames.IssuingAuthority, "Issuing authority (签发机关)", FieldGroup.Document, IsRequired: true) { Side = CardSide.Back },
        new(FieldNames.IssueDate, "Valid from (有效期限)", FieldGroup.Document, IsRequired: true)
        {
            Form = new DateForm(DateRole.Issue, DateOrder.YearFirst),
            Side = CardSide.Back,
        },
        new(FieldNames.ExpiryDate, "Valid until (有效期限)", FieldGroup.Document, IsKey: true, IsRequired: true)
        {
            Form = new DateForm(DateRole.Expiry, DateOrder.YearFirst),
            Side = CardSide.Back,
        },
        new(FieldNames.CardKind, "Kind of card", FieldGroup.Other),
    ];
}
