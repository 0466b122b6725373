namespace IdOcrPortal.Documents;

/// <summary>The red identity card of permanent residents of Malaysia from 12 years on.</summary>
public sealed record MyPr : MalaysianCard
{
    /// <inheritdoc/>
    public override string Id => "mys-mypr";

    /// <inheritdoc/>
    public override string Name => "Malaysian permanent resident card (MyPR)";

    /// <inheritdoc/>
    public override string LocalName => "Kad Pengenalan Pemastautin Tetap (MyPR)";

    /// <inheritdoc/>
    public override NumberScheme Number => MyKadNumber.Instance;

    /// <summary>From 12 years on.</summary>
    public override AgeLimits Ages { get; } = new(12);

    /// <summary>A chip, as the MyKad (National Registration Department).</summary>
    public override IReadOnlyList<MachineReadablePart> MachineReadableParts { get; } = [MachineReadablePart.ContactChip];

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } = With(
        NumberField("MyPR number", MyKadNumber.Instance), birth: true,
        Citizenship,
        Expiry(required: false));
}
