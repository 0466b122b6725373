namespace IdOcrPortal.Documents;

/// <summary>
/// The card that the Immigration Department gives to foreigners with a work permit; valid as long as the permit. No rule of its number is published, and
/// services give the holder's passport number as well.
/// </summary>
public sealed record IKad : MalaysianCard
{
    /// <inheritdoc/>
    public override string Id => "mys-ikad";

    /// <inheritdoc/>
    public override string Name => "Malaysian foreign worker card (i-Kad)";

    /// <inheritdoc/>
    public override string LocalName => "i-Kad";

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } = With(
        new(FieldNames.DocumentNumber, "i-Kad or passport number", FieldGroup.Document, IsKey: true, IsRequired: true), birth: true,
        new(FieldNames.Nationality, "Nationality (warganegara)", FieldGroup.Identity) { Form = NationalityWord.Instance },
        new(FieldNames.Occupation, "Sector (sektor)", FieldGroup.Identity),
        Expiry(required: false));
}
