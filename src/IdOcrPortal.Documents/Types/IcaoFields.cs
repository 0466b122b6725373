namespace IdOcrPortal.Documents;

/// <summary>The fields that every zone of Doc 9303 carries, for the types of any state.</summary>
internal static class IcaoFields
{
    /// <summary>Fields in reading order.</summary>
    /// <param name="numberLabel">What the document number is called.</param>
    /// <param name="expiryLabel">What the date of expiry is called.</param>
    /// <param name="optional">The field for the zone's optional data.</param>
    /// <param name="printed">Further fields that such documents may print beside the zone.</param>
    internal static IReadOnlyList<FieldDefinition> With(string numberLabel, string expiryLabel, FieldDefinition optional, params FieldDefinition[] printed) =>
    [
        new(FieldNames.DocumentNumber, numberLabel, FieldGroup.Document, IsKey: true, IsRequired: true),
        new(FieldNames.FullName, "Full name", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.Surname, "Surname", FieldGroup.Identity),
        new(FieldNames.GivenNames, "Given names", FieldGroup.Identity),
        new(FieldNames.Sex, "Sex", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.BirthDate, "Date of birth", FieldGroup.Identity, IsKey: true, IsRequired: true),
        new(FieldNames.Nationality, "Nationality", FieldGroup.Identity, IsRequired: true),
        new(FieldNames.IssuingState, "Issuing state", FieldGroup.Document, IsRequired: true),
        new(FieldNames.ExpiryDate, expiryLabel, FieldGroup.Document, IsKey: true, IsRequired: true),
        optional,
        .. printed,
        new(FieldNames.Mrz, "Machine-readable zone", FieldGroup.MachineReadable, IsRequired: true),
    ];
}
