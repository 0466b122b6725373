namespace IdOcrPortal.Documents;

/// <summary>
/// The Indonesian identity card (Kartu Tanda Penduduk, e-KTP). Fields as AccuAuth returns them; validity, issue and blood group are printed, too, but no
/// service of ours reads them.
/// </summary>
public sealed record IndonesianKtp : DocumentType
{
    /// <inheritdoc/>
    public override string Id => "idn-ktp";

    /// <inheritdoc/>
    public override string Name => "Indonesian identity card (KTP)";

    /// <inheritdoc/>
    public override string LocalName => "Kartu Tanda Penduduk";

    /// <inheritdoc/>
    public override string IssuingState => "IDN";

    /// <inheritdoc/>
    public override NumberScheme Number => Nik.Instance;

    /// <summary>From 17 years on, or married before (Law 24 of 2013, article 63).</summary>
    public override AgeLimits Ages { get; } = new(17, UnlessMarried: true);

    /// <summary>Without end since Law 24 of 2013; older cards five years, to the holder's birthday.</summary>
    public override Validity Validity { get; } = new(
        "5 years and on to the next birthday, or without end",
        static (issue, expiry, _) => expiry == DateOnly.MaxValue || Validity.IsBetween(issue, expiry, 5, 6),
        mayBeLongTerm: true);

    /// <summary>A chip since 2011 (KTP elektronik, Presidential Regulation 26/2009).</summary>
    public override IReadOnlyList<MachineReadablePart> MachineReadableParts { get; } = [MachineReadablePart.ContactlessChip];

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new(FieldNames.DocumentNumber, "NIK", FieldGroup.Document, IsKey: true, IsRequired: true) { Form = new NumberForm(Nik.Instance) },
        new(FieldNames.FullName, "Name (nama)", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.BirthPlace, "Place of birth (tempat lahir)", FieldGroup.Identity),
        new(FieldNames.BirthDate, "Date of birth (tanggal lahir)", FieldGroup.Identity, IsKey: true, IsRequired: true)
        {
            Form = new DateForm(DateRole.Birth, DateOrder.DayFirst),
        },
        new(FieldNames.Sex, "Sex (jenis kelamin)", FieldGroup.Identity, IsKey: true, IsRequired: true) { Form = new SexForm(SexVocabulary.Indonesian) },
        new(FieldNames.Address, "Address (alamat)", FieldGroup.Address, IsRequired: true) { Form = new AddressForm(AddressStyle.Indonesian) },
        new(FieldNames.Rt, "RT", FieldGroup.Address) { Form = NumberText.Rt },
        new(FieldNames.Rw, "RW", FieldGroup.Address) { Form = NumberText.Rw },
        new(FieldNames.Village, "Village (kelurahan/desa)", FieldGroup.Address),
        new(FieldNames.District, "District (kecamatan)", FieldGroup.Address),
        new(FieldNames.City, "City or regency (kota/kabupaten)", FieldGroup.Address),
        new(FieldNames.Province, "Province (provinsi)", FieldGroup.Address),
        new(FieldNames.Postcode, "Postcode", FieldGroup.Address) { Form = NumberText.Postcode5 },
        new(FieldNames.Religion, "Religion (agama)", FieldGroup.Identity) { Form = WordForm.Religion },
        new(FieldNames.MaritalStatus, "Marital status (status perkawinan)", FieldGroup.Identity) { Form = WordForm.MaritalStatus },
        new(FieldNames.Occupation, "Occupation (pekerjaan)", FieldGroup.Identity),
        new(FieldNames.Nationality, "Citizenship (kewarganegaraan)", FieldGroup.Identity) { Form = NationalityWord.Instance },
        new(FieldNames.IssueDate, "Date of issue", FieldGroup.Document) { Form = new DateForm(DateRole.Issue, DateOrder.DayFirst) },
        new(FieldNames.ExpiryDate, "Valid until (berlaku hingga)", FieldGroup.Document, IsKey: true)
        {
            Form = new DateForm(DateRole.Expiry, DateOrder.DayFirst),
        },
        new(FieldNames.CardKind, "Kind of card", FieldGroup.Other),
    ];
}
