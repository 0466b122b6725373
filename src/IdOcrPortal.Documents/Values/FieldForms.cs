namespace IdOcrPortal.Documents;

/// <summary>The usual form of each field, for types that do not say otherwise.</summary>
public static class FieldForms
{
    private static readonly DateForm Birth = new(DateRole.Birth);
    private static readonly DateForm Issue = new(DateRole.Issue);
    private static readonly DateForm Expiry = new(DateRole.Expiry);

    /// <summary>The form that values of this field have on most documents.</summary>
    public static FieldForm Usual(string field) => field switch
    {
        FieldNames.BirthDate => Birth,
        FieldNames.IssueDate => Issue,
        FieldNames.ExpiryDate => Expiry,
        FieldNames.Sex => SexForm.International,
        FieldNames.HeightCm => HeightForm.Instance,
        FieldNames.Nationality or FieldNames.IssuingState => NationalityWord.Instance,
        FieldNames.DocumentNumber or FieldNames.PersonalNumber => BareForm.Instance,
        FieldNames.FullName or FieldNames.Surname or FieldNames.GivenNames or FieldNames.NameLocal => NameForm.Instance,
        _ => TextForm.Instance,
    };
}
