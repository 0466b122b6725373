namespace IdOcrPortal.Documents;

/// <summary>
/// The Vietnamese citizen identity card (căn cước công dân, căn cước): 12-digit number on the front, TD1 zone on the back, whose optional data hold the
/// number whole.
/// </summary>
public sealed record VietnameseIdCard : DocumentType
{
    /// <inheritdoc/>
    public override string Id => "vnm-id";

    /// <inheritdoc/>
    public override string Name => "Vietnamese identity card";

    /// <inheritdoc/>
    public override string LocalName => "Căn cước công dân";

    /// <inheritdoc/>
    public override string IssuingState => "VNM";

    /// <inheritdoc/>
    public override IReadOnlyList<CardSide> Sides { get; } = [CardSide.Front, CardSide.Back];

    /// <inheritdoc/>
    public override IReadOnlyList<MrzFormat> Zones { get; } = [MrzFormat.Td1];

    /// <inheritdoc/>
    public override NumberScheme Number => VietnameseNumber.Instance;

    /// <inheritdoc/>
    internal override NumberPlace? NumberInZone { get; } = NumberPlace.CardFirst with { Length = 12 };

    /// <summary>
    /// Law on Identity 26/2023/QH15, article 21: to the birthdays at 14, 25, 40 and 60 (the next one, if given out within two years before); older cards
    /// 15 years.
    /// </summary>
    public override Validity Validity { get; } = new(
        "to the holder's 25th, 40th or 60th birthday, then without end",
        static (issue, expiry, birth) => expiry == DateOnly.MaxValue
            ? birth is not { } old || Validity.AgeAt(old, issue) >= 58
            : birth is not { } born
                || ((expiry.Month, expiry.Day) == (born.Month, born.Day) && expiry.Year - born.Year is 14 or 25 or 40 or 60)
                || Validity.IsAbout(issue, expiry, 15),
        mayBeLongTerm: true);

    /// <summary>ID.</summary>
    public override bool AllowsDocumentCode(ReadOnlySpan<char> code) => code is "ID" or "I<";

    /// <summary>Since 2021 a QR code and a chip (Circular 06/2021/TT-BCA of the Ministry of Public Security).</summary>
    public override IReadOnlyList<MachineReadablePart> MachineReadableParts { get; } = [MachineReadablePart.Mrz, MachineReadablePart.QrCode, MachineReadablePart.ContactlessChip];

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new(FieldNames.DocumentNumber, "Number (số)", FieldGroup.Document, IsKey: true, IsRequired: true) { Form = new NumberForm(VietnameseNumber.Instance) },
        new(FieldNames.FullName, "Full name (họ và tên)", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.BirthDate, "Date of birth (ngày sinh)", FieldGroup.Identity, IsKey: true, IsRequired: true)
        {
            Form = new DateForm(DateRole.Birth, DateOrder.DayFirst),
        },
        new(FieldNames.Sex, "Sex (giới tính)", FieldGroup.Identity, IsKey: true, IsRequired: true) { Form = new SexForm(SexVocabulary.Vietnamese) },
        new(FieldNames.Surname, "Surname", FieldGroup.Identity),
        new(FieldNames.GivenNames, "Given names", FieldGroup.Identity),
        new(FieldNames.Nationality, "Nationality (quốc tịch)", FieldGroup.Identity) { Form = NationalityWord.Instance },
        new(FieldNames.BirthPlace, "Place of origin (quê quán)", FieldGroup.Identity),
        new(FieldNames.Ethnicity, "Ethnicity (dân tộc)", FieldGroup.Identity),
        new(FieldNames.Religion, "Religion (tôn giáo)", FieldGroup.Identity),
        new(FieldNames.Address, "Place of residence (nơi thường trú)", FieldGroup.Address) { Form = new AddressForm(AddressStyle.Vietnamese) },
        .. AddressFields.Parts,
        new(FieldNames.ExpiryDate, "Date of expiry (có giá trị đến)", FieldGroup.Document, IsKey: true)
        {
            Form = new DateForm(DateRole.Expiry, DateOrder.DayFirst),
        },
        new(FieldNames.PersonalFeatures, "Distinguishing marks (đặc điểm nhận dạng)", FieldGroup.Other) { Side = CardSide.Back },
        new(FieldNames.IssueDate, "Date of issue (ngày cấp)", FieldGroup.Document)
        {
            Form = new DateForm(DateRole.Issue, DateOrder.DayFirst),
            Side = CardSide.Back,
        },
        new(FieldNames.IssuingAuthority, "Issuing authority", FieldGroup.Document) { Side = CardSide.Back },
        new(FieldNames.IssuingState, "Issuing state", FieldGroup.Document) { Side = CardSide.Back },
        new(FieldNames.OptionalData, "Optional data of the zone", FieldGroup.Other) { Side = CardSide.Back },
        new(FieldNames.Mrz, "Machine-readable zone", FieldGroup.MachineReadable) { Side = CardSide.Back },
    ];
}
