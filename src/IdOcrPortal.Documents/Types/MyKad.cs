namespace IdOcrPortal.Documents;

/// <summary>The identity card of Malaysian citizens from 12 years on (National Registration Regulations 1990).</summary>
public sealed record MyKad : MalaysianCard
{
    /// <inheritdoc/>
    public override string Id => "mys-mykad";

    /// <inheritdoc/>
    public override string Name => "Malaysian identity card (MyKad)";

    /// <inheritdoc/>
    public override string LocalName => "Kad Pengenalan (MyKad)";

    /// <inheritdoc/>
    public override NumberScheme Number => MyKadNumber.Instance;

    /// <summary>From 12 years on; before that a child has a MyKid.</summary>
    public override AgeLimits Ages { get; } = new(12);

    /// <summary>A chip since 2001 (National Registration Department).</summary>
    public override IReadOnlyList<MachineReadablePart> MachineReadableParts { get; } = [MachineReadablePart.ContactChip];

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } = With(
        NumberField("MyKad number", MyKadNumber.Instance), birth: true,
        Citizenship,
        Religion);
}
