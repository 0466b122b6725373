namespace IdOcrPortal.Documents;

/// <summary>The card that the Immigration Department gives to foreigners with a work permit; valid as long as the permit.</summary>
public sealed record IKad : MalaysianCard
{
    /// <inheritdoc/>
    public override string Id => "mys-ikad";

    /// <inheritdoc/>
    public override string Name => "Malaysian foreign worker card (i-Kad)";

    /// <inheritdoc/>
    public override string LocalName => "i-Kad";

    /// <inheritdoc/>
    public override NumberScheme Number => MalaysianServiceNumber.Instance;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } = With(
        NumberField("i-Kad or passport number", MalaysianServiceNumber.Instance), birth: true,
        new(FieldNames.Nationality, "Nationality (warganegara)", FieldGroup.Identity) { Form = NationalityWord.Instance },
        new(FieldNames.Occupation, "Sector (sektor)", FieldGroup.Identity),
        Expiry(required: false));
}
