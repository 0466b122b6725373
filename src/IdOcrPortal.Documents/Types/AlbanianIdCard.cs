namespace IdOcrPortal.Documents;

/// <summary>The Albanian identity card (letërnjoftim): personal number with a check letter, TD1 zone on the back.</summary>
public sealed record AlbanianIdCard : DocumentType
{
    /// <inheritdoc/>
    public override string Id => "alb-id";

    /// <inheritdoc/>
    public override string Name => "Albanian identity card";

    /// <inheritdoc/>
    public override string LocalName => "Letërnjoftim";

    /// <inheritdoc/>
    public override string IssuingState => "ALB";

    /// <inheritdoc/>
    public override IReadOnlyList<CardSide> Sides { get; } = [CardSide.Front, CardSide.Back];

    /// <inheritdoc/>
    public override IReadOnlyList<MrzFormat> Zones { get; } = [MrzFormat.Td1];

    /// <inheritdoc/>
    public override NumberScheme Number => AlbanianNumber.Instance;

    /// <inheritdoc/>
    internal override NumberPlace? NumberInZone { get; } = NumberPlace.CardFirst;

    /// <summary>Ten years, five for holders below 16 (Law 8952 of 2002).</summary>
    public override Validity Validity { get; } = Validity.Years(5, 10);

    /// <summary>I first.</summary>
    public override bool AllowsDocumentCode(ReadOnlySpan<char> code) => code[0] == 'I';

    /// <summary>The zone, and a chip that is read by radio (card of 2009 and later).</summary>
    public override IReadOnlyList<MachineReadablePart> MachineReadableParts { get; } = [MachineReadablePart.Mrz, MachineReadablePart.ContactlessChip];

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new(FieldNames.DocumentNumber, "Personal number (numri personal)", FieldGroup.Document, IsKey: true, IsRequired: true)
        {
            Form = new NumberForm(AlbanianNumber.Instance),
        },
        new(FieldNames.FullName, "Full name", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.Surname, "Surname (mbiemri)", FieldGroup.Identity),
        new(FieldNames.GivenNames, "Given names (emri)", FieldGroup.Identity),
        new(FieldNames.Sex, "Sex (gjinia)", FieldGroup.Identity, IsKey: true, IsRequired: true) { Form = new SexForm(SexVocabulary.Albanian) },
        new(FieldNames.BirthDate, "Date of birth (datëlindja)", FieldGroup.Identity, IsKey: true, IsRequired: true)
        {
            Form = new DateForm(DateRole.Birth, DateOrder.DayFirst),
        },
        new(FieldNames.BirthPlace, "Place of birth (vendlindja)", FieldGroup.Identity),
        new(FieldNames.Nationality, "Nationality (shtetësia)", FieldGroup.Identity),
        new(FieldNames.IssueDate, "Date of issue (data e lëshimit)", FieldGroup.Document) { Form = new DateForm(DateRole.Issue, DateOrder.DayFirst) },
        new(FieldNames.ExpiryDate, "Date of expiry (data e skadimit)", FieldGroup.Document, IsKey: true, IsRequired: true)
        {
            Form = new DateForm(DateRole.Expiry, DateOrder.DayFirst),
        },
        new(FieldNames.IssuingAuthority, "Issuing authority (autoriteti)", FieldGroup.Document) { Side = CardSide.Back },
        new(FieldNames.IssuingState, "Issuing state", FieldGroup.Document) { Side = CardSide.Back },
        new(FieldNames.PersonalNumber, "Card number", FieldGroup.Document) { Side = CardSide.Back },
        new(FieldNames.OptionalData, "Optional data of the zone", FieldGroup.Other) { Side = CardSide.Back },
        new(FieldNames.Mrz, "Machine-readable zone", FieldGroup.MachineReadable) { Side = CardSide.Back },
    ];
}
