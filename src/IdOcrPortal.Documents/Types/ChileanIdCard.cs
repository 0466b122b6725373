namespace IdOcrPortal.Documents;

/// <summary>The Chilean identity card (cédula de identidad): RUN with a check digit, TD1 zone on the back, whose optional data hold the RUN.</summary>
public sealed record ChileanIdCard : DocumentType
{
    /// <inheritdoc/>
    public override string Id => "chl-id";

    /// <inheritdoc/>
    public override string Name => "Chilean identity card";

    /// <inheritdoc/>
    public override string LocalName => "Cédula de identidad";

    /// <inheritdoc/>
    public override string IssuingState => "CHL";

    /// <inheritdoc/>
    public override IReadOnlyList<CardSide> Sides { get; } = [CardSide.Front, CardSide.Back];

    /// <inheritdoc/>
    public override IReadOnlyList<MrzFormat> Zones { get; } = [MrzFormat.Td1];

    /// <inheritdoc/>
    public override NumberScheme Number => ChileanRun.Instance;

    /// <inheritdoc/>
    internal override NumberPlace? NumberInZone { get; } = NumberPlace.CardSecond;

    /// <summary>Five or ten years, to the holder's birthday (Law 19.477).</summary>
    public override Validity Validity { get; } = new(
        "5 to 10 years and on to the next birthday", static (issue, expiry, _) => Validity.IsBetween(issue, expiry, 5, 11));

    /// <summary>I first.</summary>
    public override bool AllowsDocumentCode(ReadOnlySpan<char> code) => code[0] == 'I';

    /// <summary>Since 2013 a chip and a QR code beside the zone (Servicio de Registro Civil e Identificación).</summary>
    public override IReadOnlyList<MachineReadablePart> MachineReadableParts { get; } = [MachineReadablePart.Mrz, MachineReadablePart.QrCode, MachineReadablePart.ContactlessChip];

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new(FieldNames.DocumentNumber, "RUN", FieldGroup.Document, IsKey: true, IsRequired: true) { Form = new NumberForm(ChileanRun.Instance) },
        new(FieldNames.FullName, "Full name", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.Surname, "Surnames (apellidos)", FieldGroup.Identity),
        new(FieldNames.GivenNames, "Given names (nombres)", FieldGroup.Identity),
        new(FieldNames.Nationality, "Nationality (nacionalidad)", FieldGroup.Identity) { Form = NationalityWord.Instance },
        new(FieldNames.Sex, "Sex (sexo)", FieldGroup.Identity, IsKey: true, IsRequired: true) { Form = new SexForm(SexVocabulary.Spanish) },
        new(FieldNames.BirthDate, "Date of birth (fecha de nacimiento)", FieldGroup.Identity, IsKey: true, IsRequired: true)
        {
            Form = new DateForm(DateRole.Birth, DateOrder.DayFirst),
        },
        new(FieldNames.IssueDate, "Date of issue (fecha de emisión)", FieldGroup.Document) { Form = new DateForm(DateRole.Issue, DateOrder.DayFirst) },
        new(FieldNames.ExpiryDate, "Date of expiry (fecha de vencimiento)", FieldGroup.Document, IsKey: true, IsRequired: true)
        {
            Form = new DateForm(DateRole.Expiry, DateOrder.DayFirst),
        },
        new(FieldNames.PersonalNumber, "Document number (número documento)", FieldGroup.Document),
        new(FieldNames.BirthPlace, "Place of birth", FieldGroup.Identity) { Side = CardSide.Back },
        new(FieldNames.Occupation, "Occupation (profesión)", FieldGroup.Identity) { Side = CardSide.Back },
        new(FieldNames.IssuingState, "Issuing state", FieldGroup.Document) { Side = CardSide.Back },
        new(FieldNames.OptionalData, "Optional data of the zone", FieldGroup.Other) { Side = CardSide.Back },
        new(FieldNames.Mrz, "Machine-readable zone", FieldGroup.MachineReadable) { Side = CardSide.Back },
    ];
}
