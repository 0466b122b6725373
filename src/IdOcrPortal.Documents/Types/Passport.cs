namespace IdOcrPortal.Documents;

/// <summary>A passport of any state: TD3 zone with a document code that begins with P (Doc 9303 part 4).</summary>
public sealed record Passport : MachineReadableDocument
{
    /// <inheritdoc/>
    public override string Id => "passport";

    /// <inheritdoc/>
    public override string Name => "Passport";

    /// <inheritdoc/>
    public override IReadOnlyList<MrzFormat> Formats { get; } = [MrzFormat.Td3];

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } = IcaoFields(
        "Passport number", "Date of expiry", new FieldDefinition(FieldNames.PersonalNumber, "Personal number or other optional data", FieldGroup.Identity));

    /// <summary>P, and a letter or filler at the issuer's discretion (from 2026 on PP, PE, PO, PD … of the 8th edition's amendment).</summary>
    public override bool AllowsDocumentCode(ReadOnlySpan<char> code) => code[0] == 'P' && code[1] is '<' or (>= 'A' and <= 'Z');

    /// <inheritdoc/>
    public override bool Carries(Mrz mrz) => base.Carries(mrz) && mrz.DocumentCode[0] == 'P';
}
