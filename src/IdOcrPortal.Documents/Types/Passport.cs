namespace IdOcrPortal.Documents;

/// <summary>
/// A passport of any state: a data page of ID-3 with a TD3 zone whose document code begins with P (Doc 9303 part 4). What single issuers write into number and
/// optional data stands in <c>Mrz/Issuers</c>.
/// </summary>
public sealed record Passport : DocumentType
{
    // Ten years and nine months.
    private const int LongestInDays = 3653 + 276;

    /// <inheritdoc/>
    public override string Id => "passport";

    /// <inheritdoc/>
    public override string Name => "Passport";

    /// <inheritdoc/>
    public override CardFormat Format => CardFormat.Id3;

    /// <inheritdoc/>
    public override IReadOnlyList<MrzFormat> Zones { get; } = [MrzFormat.Td3];

    /// <inheritdoc/>
    public override bool AlwaysCarriesZone => true;

    /// <summary>Ten years at most, children's and emergency passports less; some issuers add up to nine months of the last one.</summary>
    public override Validity Validity { get; } = new(
        "up to 10 years", static (issue, expiry, _) => expiry.DayNumber - issue.DayNumber is > 0 and <= LongestInDays);

    /// <summary>The zone, and in an electronic passport a chip (Doc 9303 part 10).</summary>
    public override IReadOnlyList<MachineReadablePart> MachineReadableParts { get; } = [MachineReadablePart.Mrz, MachineReadablePart.ContactlessChip];

    /// <inheritdoc/>
    public override IReadOnlyList<FieldDefinition> Fields { get; } = IcaoFields.With(
        "Passport number", "Date of expiry", new FieldDefinition(FieldNames.PersonalNumber, "Personal number or other optional data", FieldGroup.Identity),
        new(FieldNames.NameLocal, "Name in own script", FieldGroup.Identity),
        new(FieldNames.BirthPlace, "Place of birth", FieldGroup.Identity),
        new(FieldNames.HeightCm, "Height in cm", FieldGroup.Identity),
        new(FieldNames.IssueDate, "Date of issue", FieldGroup.Document),
        new(FieldNames.IssuingAuthority, "Issuing authority", FieldGroup.Document),
        new(FieldNames.Address, "Address", FieldGroup.Address));

    /// <summary>P, and a letter or filler at the issuer's discretion (from 2026 on PP, PE, PO, PD … of the 8th edition's amendment).</summary>
    public override bool AllowsDocumentCode(ReadOnlySpan<char> code) => code[0] == 'P' && code[1] is '<' or (>= 'A' and <= 'Z');

    /// <inheritdoc/>
    public override bool Carries(Mrz mrz) => base.Carries(mrz) && mrz.DocumentCode[0] == 'P';
}
