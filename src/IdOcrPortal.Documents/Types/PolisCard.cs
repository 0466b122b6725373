namespace IdOcrPortal.Documents;

/// <summary>The authority card of the Royal Malaysia Police.</summary>
public sealed record PolisCard : MalaysianCard
{
    /// <inheritdoc/>
    public override string Id => "mys-polis";

    /// <inheritdoc/>
    public override string Name => "Malaysian police card";

    /// <inheritdoc/>
    public override string LocalName => "Kad Kuasa Polis";

    /// <inheritdoc/>
    public override NumberScheme Number => MalaysianServiceNumber.Instance;

    /// <summary>Constables are 18 or older.</summary>
    public override AgeLimits Ages { get; } = new(18);

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } = With(
        NumberField("Police or MyKad number", MalaysianServiceNumber.Instance), birth: false);
}
