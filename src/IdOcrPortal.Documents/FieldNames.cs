namespace IdOcrPortal.Documents;

/// <summary>The one vocabulary of fields that every document type and every service maps to.</summary>
public static class FieldNames
{
    public const string DocumentNumber = "document_number";
    public const string FullName = "full_name";
    public const string Surname = "surname";
    public const string GivenNames = "given_names";
    public const string Sex = "sex";
    public const string BirthDate = "birth_date";
    public const string Nationality = "nationality";
    public const string IssuingState = "issuing_state";
    public const string ExpiryDate = "expiry_date";
    public const string PersonalNumber = "personal_number";
    public const string OptionalData = "optional_data";
    public const string Mrz = "mrz";

    /// <summary>The first two characters of a machine-readable zone; a place in the zone, not a field of a document.</summary>
    public const string DocumentCode = "document_code";
}
