namespace IdOcrPortal.Documents;

/// <summary>
/// What the cards of Malaysia's family share (National Registration Department and others), as Tencent MLIDCardOCR returns them: number, name, address, sex and
/// kind. A date of birth is printed on few; on the others the number tells it.
/// </summary>
public abstract record MalaysianCard : DocumentType
{
    /// <inheritdoc/>
    public sealed override string IssuingState => "MYS";

    /// <inheritdoc/>
    public override IReadOnlyList<CardSide> Sides { get; } = [CardSide.Front, CardSide.Back];

    /// <summary>The fields in reading order, with those that differ.</summary>
    /// <param name="number">The card's number.</param>
    /// <param name="birth">Whether every card prints or tells a date of birth.</param>
    /// <param name="further">Fields beside the common ones.</param>
    private protected static IReadOnlyList<FieldDefinition> With(FieldDefinition number, bool birth, params FieldDefinition[] further) =>
    [
        number,
        new(FieldNames.FullName, "Name (nama)", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.Sex, "Sex (jantina)", FieldGroup.Identity, IsKey: true, IsRequired: true) { Form = new SexForm(SexVocabulary.Malay) },
        new(FieldNames.BirthDate, "Date of birth (tarikh lahir)", FieldGroup.Identity, IsKey: true, IsRequired: birth)
        {
            Form = new DateForm(DateRole.Birth, DateOrder.DayFirst),
        },
        .. further,
        new(FieldNames.Address, "Address (alamat)", FieldGroup.Address) { Form = new AddressForm(AddressStyle.Malaysian) },
        new(FieldNames.Postcode, "Postcode (poskod)", FieldGroup.Address) { Form = NumberText.Postcode5 },
        new(FieldNames.City, "Town (bandar)", FieldGroup.Address),
        new(FieldNames.Province, "State (negeri)", FieldGroup.Address),
        new(FieldNames.CardKind, "Kind of card", FieldGroup.Document),
    ];

    /// <summary>The number of the card's own kind.</summary>
    private protected static FieldDefinition NumberField(string label, NumberScheme scheme) =>
        new(FieldNames.DocumentNumber, label, FieldGroup.Document, IsKey: true, IsRequired: true) { Form = new NumberForm(scheme) };

    private protected static FieldDefinition Expiry(bool required) =>
        new(FieldNames.ExpiryDate, "Date of expiry", FieldGroup.Document, IsKey: true, IsRequired: required)
        {
            Form = new DateForm(DateRole.Expiry, DateOrder.DayFirst),
        };

    private protected static FieldDefinition Citizenship { get; } =
        new(FieldNames.Nationality, "Citizenship (kewarganegaraan)", FieldGroup.Identity) { Form = NationalityWord.Instance };

    private protected static FieldDefinition Religion { get; } =
        new(FieldNames.Religion, "Religion (agama)", FieldGroup.Identity) { Form = WordForm.Religion };
}
