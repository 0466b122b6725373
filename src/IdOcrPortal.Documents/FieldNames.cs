namespace IdOcrPortal.Documents;

/// <summary>The one vocabulary of fields that every document type and every service maps to.</summary>
public static class FieldNames
{
    public const string DocumentNumber = "document_number";
    public const string FullName = "full_name";
    public const string Surname = "surname";
    public const string GivenNames = "given_names";

    /// <summary>The name in the holder's own script, where the document prints it in two.</summary>
    public const string NameLocal = "name_local";

    public const string Sex = "sex";
    public const string BirthDate = "birth_date";
    public const string BirthPlace = "birth_place";
    public const string Nationality = "nationality";
    public const string Ethnicity = "ethnicity";
    public const string Religion = "religion";
    public const string MaritalStatus = "marital_status";
    public const string Occupation = "occupation";

    /// <summary>Height of the holder in centimetres.</summary>
    public const string HeightCm = "height_cm";

    /// <summary>The whole address, as printed.</summary>
    public const string Address = "address";

    public const string Province = "province";

    /// <summary>City, regency or county: the second level.</summary>
    public const string City = "city";

    public const string District = "district";
    public const string Village = "village";

    /// <summary>Indonesian neighbourhood (rukun tetangga), three digits.</summary>
    public const string Rt = "rt";

    /// <summary>Indonesian hamlet (rukun warga), three digits.</summary>
    public const string Rw = "rw";

    public const string Postcode = "postcode";
    public const string IssueDate = "issue_date";
    public const string ExpiryDate = "expiry_date";
    public const string IssuingAuthority = "issuing_authority";

    /// <summary>Distinguishing marks.</summary>
    public const string PersonalFeatures = "personal_features";

    /// <summary>Which card of a family it is, in the service's or the card's own words: MyKad, temporary, class of licence.</summary>
    public const string CardKind = "card_kind";

    public const string IssuingState = "issuing_state";
    public const string PersonalNumber = "personal_number";
    public const string OptionalData = "optional_data";

    /// <summary>The machine-readable zone, its lines parted by line feeds.</summary>
    public const string Mrz = "mrz";

    /// <summary>The first two characters of a machine-readable zone; a place in the zone, not a field of a document.</summary>
    public const string DocumentCode = "document_code";
}
