namespace IdOcrPortal.Documents;

/// <summary>The card of Malaysian children below 12 years, without a portrait.</summary>
public sealed record MyKid : MalaysianCard
{
    /// <inheritdoc/>
    public override string Id => "mys-mykid";

    /// <inheritdoc/>
    public override string Name => "Malaysian child card (MyKid)";

    /// <inheritdoc/>
    public override string LocalName => "Kad Pengenalan Kanak-kanak (MyKid)";

    /// <inheritdoc/>
    public override NumberScheme Number => MyKadNumber.Instance;

    /// <summary>Below 12 years; then the holder gets a MyKad.</summary>
    public override AgeLimits Ages { get; } = new(null, 12);

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } = With(
        NumberField("MyKid number", MyKadNumber.Instance), birth: true,
        Citizenship,
        Religion);
}
