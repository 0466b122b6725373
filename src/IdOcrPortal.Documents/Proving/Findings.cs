namespace IdOcrPortal.Documents;

/// <summary>Codes, severities and wording of everything that our own rules notice, side by side. A finding of a check bears the check's code.</summary>
public static class Findings
{
    /// <summary>The holder's document is not valid any more.</summary>
    public const string DocumentExpired = "document.expired";

    /// <summary>The document is a specimen of the standard.</summary>
    public const string DocumentSpecimen = "document.specimen";

    internal const string MrzShapeCode = "mrz.shape";
    internal const string MrzMissingCode = "mrz.missing";
    internal const string MrzNotAcceptedCode = "mrz.not_accepted";
    internal const string MrzFillersCode = "mrz.fillers";
    internal const string MrzFormatCode = "mrz.format";
    internal const string MrzCharactersCode = "mrz.characters";
    internal const string MrzDocumentCodeCode = "mrz.document_code";
    internal const string MrzIssuingStateCode = "mrz.issuing_state";
    internal const string MrzNationalityCode = "mrz.nationality";
    internal const string MrzSexCode = "mrz.sex";
    internal const string MrzNamesCode = "mrz.names.shape";
    internal const string MrzNamesTruncatedCode = "mrz.names.truncated";
    internal const string MrzExpiryDateCode = "mrz.expiry_date.plausible";
    internal const string BirthDateCode = "dates.birth.plausible";
    internal const string IssueDateCode = "dates.issue.plausible";
    internal const string BirthBeforeIssueCode = "dates.birth_before_issue";
    internal const string BirthBeforeExpiryCode = "dates.birth_before_expiry";
    internal const string IssueBeforeExpiryCode = "dates.issue_before_expiry";
    internal const string ValidityCode = "dates.validity";
    internal const string AgeCode = "dates.age";
    internal const string SidesCode = "document.sides";

    internal static Finding MrzShape { get; } = new(
        MrzShapeCode, Severity.High,
        "The lines have the shape of no machine-readable zone (2 × 44, 2 × 36 or 3 × 30 characters). Read the document again from a sharper, complete picture.",
        [FieldNames.Mrz]);

    internal static Finding MrzMissing { get; } = new(
        MrzMissingCode, Severity.High,
        "No machine-readable zone was read, though every document of this type carries one. Ask for a picture that shows it whole.", [FieldNames.Mrz]);

    internal static Finding MrzNotAccepted { get; } = new(
        MrzNotAcceptedCode, Severity.Medium,
        "Some characters of the machine-readable zone are doubtful, so nothing of it counts as proved. Compare every field with the picture.", [FieldNames.Mrz]);

    internal static Finding MrzFillers { get; } = new(
        MrzFillersCode, Severity.Medium,
        "A line of the machine-readable zone has blanks, too few fillers or too many. That was set right to read it, so nothing of it counts as proved. Compare every field with the picture.",
        [FieldNames.Mrz]);

    internal static Finding MrzFormat { get; } = new(
        MrzFormatCode, Severity.High, "The machine-readable zone has another format than documents of this type. Choose the type that the picture shows.",
        [FieldNames.Mrz]);

    internal static Finding MrzCharacters { get; } = new(
        MrzCharactersCode, Severity.High, "The zone holds characters that no machine-readable zone may hold (only A-Z, 0-9 and < may stand there).",
        [FieldNames.Mrz]);

    internal static Finding MrzDocumentCode { get; } = new(
        MrzDocumentCodeCode, Severity.High, "The document code at the start of the zone does not belong to this type.", [FieldNames.Mrz]);

    internal static Finding MrzIssuingState { get; } = new(
        MrzIssuingStateCode, Severity.Medium, "The issuing state is not in the list of Doc 9303 part 3. Compare its three letters with the picture.",
        [FieldNames.IssuingState]);

    internal static Finding MrzOtherState { get; } = new(
        MrzIssuingStateCode, Severity.High, "Another state issued the document than documents of this type have. Choose the type that the picture shows.",
        [FieldNames.IssuingState]);

    internal static Finding MrzNationality { get; } = new(
        MrzNationalityCode, Severity.Medium, "The nationality is not in the list of Doc 9303 part 3. Compare its three letters with the picture.",
        [FieldNames.Nationality]);

    internal static Finding MrzSex { get; } = new(
        MrzSexCode, Severity.Medium, "The zone's place for the sex holds none of M, F and <.", [FieldNames.Sex]);

    internal static Finding MrzNames { get; } = new(
        MrzNamesCode, Severity.Medium, "The name in the zone is not written as Doc 9303 part 3 says. Compare it letter by letter with the picture.",
        [FieldNames.FullName, FieldNames.Surname, FieldNames.GivenNames]);

    internal static Finding MrzNamesTruncated { get; } = new(
        MrzNamesTruncatedCode, Severity.Low, "The name fills its place in the zone to the end, so it may go on beyond it. The printed name is the full one.",
        [FieldNames.FullName, FieldNames.GivenNames]);

    internal static Finding BirthDate { get; } = new(
        BirthDateCode, Severity.Critical, "The date of birth is no day of the calendar, lies in the future, or makes the holder older than 130 years.",
        [FieldNames.BirthDate]);

    internal static Finding ExpiryDate { get; } = new(
        MrzExpiryDateCode, Severity.Critical, "The date of expiry is no day of the calendar.", [FieldNames.ExpiryDate]);

    internal static Finding IssueDate { get; } = new(
        IssueDateCode, Severity.Critical, "The date of issue lies in the future.", [FieldNames.IssueDate]);

    internal static Finding BirthBeforeIssue { get; } = new(
        BirthBeforeIssueCode, Severity.High, "The document was issued before its holder was born: one of the two dates is wrong.",
        [FieldNames.BirthDate, FieldNames.IssueDate]);

    internal static Finding BirthBeforeExpiry { get; } = new(
        BirthBeforeExpiryCode, Severity.High, "The document expires before its holder was born: one of the two dates is wrong.",
        [FieldNames.BirthDate, FieldNames.ExpiryDate]);

    internal static Finding IssueBeforeExpiry { get; } = new(
        IssueBeforeExpiryCode, Severity.High, "The document expires before it was issued: one of the two dates is wrong.",
        [FieldNames.IssueDate, FieldNames.ExpiryDate]);

    internal static Finding Validity { get; } = new(
        ValidityCode, Severity.Medium, "The issuer gives out no documents that are valid for such a span. Compare both dates with the picture.",
        [FieldNames.IssueDate, FieldNames.ExpiryDate]);

    internal static Finding Age { get; } = new(
        AgeCode, Severity.Medium, "The holder's age does not fit documents of this type. Compare the date of birth and the type with the picture.",
        [FieldNames.BirthDate]);

    internal static Finding BirthAgainstNumber { get; } = new(
        "cross.birth_date.number", Severity.Critical, "The document number tells another date of birth than the document.",
        [FieldNames.BirthDate, FieldNames.DocumentNumber]);

    internal static Finding SexAgainstNumber { get; } = new(
        "cross.sex.number", Severity.Critical, "The document number tells another sex than the document.", [FieldNames.Sex, FieldNames.DocumentNumber]);

    internal static Finding Expired { get; } = new(
        DocumentExpired, Severity.High, "The document has expired.", [FieldNames.ExpiryDate]);

    internal static Finding Specimen { get; } = new(
        DocumentSpecimen, Severity.Medium, "Issued by Utopia, the state of the standard's examples: a specimen, nobody's document.",
        [FieldNames.IssuingState]);

    internal static Finding CheckDigit(string code, string what, IReadOnlyList<string> fields) => new(
        code, Severity.Critical, $"The check digit of {what} does not fit the characters that it protects: misread, misprinted or changed.", fields);

    internal static Finding PrintedAgainstMrz(string code, string what, IReadOnlyList<string> fields) => new(
        code, Severity.Critical, $"Printed and machine-readable {what} differ.", fields);

    internal static Finding PrintedTwice(string code, string what, IReadOnlyList<string> fields) => new(
        code, Severity.Critical, $"Two readings of the printed {what} differ.", fields);

    internal static Finding SidesDiffer(string code, string what, IReadOnlyList<string> fields) => new(
        code, Severity.Critical, $"Front and back tell a different {what}.", fields);

    internal static Finding SideMissing(IReadOnlyList<string> fields) => new(
        SidesCode, Severity.Medium, "Only one side was read; what stands on the other is not known. Ask for a picture of both sides.", fields);

    internal static Finding NumberPart(string code, string name, string what, Severity severity, IReadOnlyList<string> fields) => new(
        code, severity, $"{name}: {what} cannot be right. Compare the number with the picture, digit by digit.", fields);

    internal static Finding IssuerRule(string code, string title, Severity severity, IReadOnlyList<string> fields) => new(
        code, severity, $"The zone is not written as its issuer writes them ({title}).", fields);

    internal static Finding NearMiss(string code, string label, IReadOnlyList<string> fields) => new(
        code, Severity.Medium, $"{label}: nearly a word that these documents print, but not quite. Compare the suggestion with the picture.", fields);

    internal static Finding Ambiguous(string code, string label, IReadOnlyList<string> fields) => new(
        code, Severity.Medium, $"{label}: can be read in two ways, day or month first. Compare it with the picture.", fields);

    internal static Finding Impossible(string code, string label, IReadOnlyList<string> fields) => new(
        code, Severity.Critical, $"{label}: no such value can be.", fields);

    internal static Finding Unreadable(string code, string label, IReadOnlyList<string> fields) => new(
        code, Severity.Low, $"{label}: no rule knows a value of this shape. Compare it with the picture.", fields);
}
