namespace IdOcrPortal.Documents;

/// <summary>The parts into which an address that is printed whole is taken apart (<see cref="AddressParts"/>).</summary>
internal static class AddressFields
{
    /// <summary>From the largest to the smallest, then the postcode.</summary>
    internal static IReadOnlyList<FieldDefinition> Parts { get; } =
    [
        new(FieldNames.Province, "Province", FieldGroup.Address),
        new(FieldNames.City, "City or district of the province", FieldGroup.Address),
        new(FieldNames.District, "District or commune", FieldGroup.Address),
        new(FieldNames.Village, "Village", FieldGroup.Address),
        new(FieldNames.Postcode, "Postcode", FieldGroup.Address),
    ];
}
