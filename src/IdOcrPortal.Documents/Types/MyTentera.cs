namespace IdOcrPortal.Documents;

/// <summary>The identity card of members of the Malaysian armed forces, who hold no MyKad while they serve.</summary>
public sealed record MyTentera : MalaysianCard
{
    /// <inheritdoc/>
    public override string Id => "mys-mytentera";

    /// <inheritdoc/>
    public override string Name => "Malaysian armed forces card (MyTentera)";

    /// <inheritdoc/>
    public override string LocalName => "Kad Pengenalan Tentera (MyTentera)";

    /// <inheritdoc/>
    public override NumberScheme Number => MalaysianServiceNumber.Instance;

    /// <summary>Recruits are 16 or older (Armed Forces Act 1972).</summary>
    public override AgeLimits Ages { get; } = new(16);

    /// <summary>A chip, as the MyKad, of which it takes the place.</summary>
    public override IReadOnlyList<MachineReadablePart> MachineReadableParts { get; } = [MachineReadablePart.ContactChip];

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } = With(
        NumberField("Service or MyKad number", MalaysianServiceNumber.Instance), birth: false,
        Citizenship,
        Religion);
}
