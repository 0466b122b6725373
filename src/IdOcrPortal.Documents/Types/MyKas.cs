namespace IdOcrPortal.Documents;

/// <summary>The green card of temporary residents of Malaysia, valid for five years.</summary>
public sealed record MyKas : MalaysianCard
{
    /// <inheritdoc/>
    public override string Id => "mys-mykas";

    /// <inheritdoc/>
    public override string Name => "Malaysian temporary resident card (MyKAS)";

    /// <inheritdoc/>
    public override string LocalName => "Kad Pengenalan Sementara (MyKAS)";

    /// <inheritdoc/>
    public override NumberScheme Number => MyKadNumber.Instance;

    /// <summary>From 12 years on.</summary>
    public override AgeLimits Ages { get; } = new(12);

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } = With(
        NumberField("MyKAS number", MyKadNumber.Instance), birth: true,
        Citizenship,
        Expiry(required: false));
}
