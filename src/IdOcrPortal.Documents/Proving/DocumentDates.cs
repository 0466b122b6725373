namespace IdOcrPortal.Documents;

/// <summary>The days of a document against each other, against today and against what its holder can be.</summary>
internal static class DocumentDates
{
    private const int GreatestAge = 130;
    private const string OneDateLacks = "One of the two dates was not read, or is no full date.";

    private static readonly Rule Birth = new(
        Findings.BirthDateCode, "The date of birth is possible", [FieldNames.BirthDate], BirthDate);

    private static readonly Rule Issue = new(
        Findings.IssueDateCode, "The date of issue does not lie in the future", [FieldNames.IssueDate], subject => subject.IssueDay switch
        {
            null => Judgement.NotPossible("No full date of issue was read."),
            { } day when day > subject.Today => Judgement.Failed("It lies in the future.", Verdict.Refutes, Findings.IssueDate),
            _ => Judgement.Passed("Issued today or in the past."),
        });

    private static readonly Rule BirthBeforeIssue = new(
        Findings.BirthBeforeIssueCode, "Birth comes before issue", [FieldNames.BirthDate, FieldNames.IssueDate],
        subject => Before(subject.BirthDay, subject.IssueDay, "Issued after the birth.", "Issued on the day of birth or before.", Findings.BirthBeforeIssue));

    private static readonly Rule BirthBeforeExpiry = new(
        Findings.BirthBeforeExpiryCode, "Birth comes before expiry", [FieldNames.BirthDate, FieldNames.ExpiryDate],
        subject => Before(
            subject.BirthDay, subject.ExpiryDay, "Expires after the birth.", "Expires on the day of birth or before.", Findings.BirthBeforeExpiry));

    private static readonly Rule IssueBeforeExpiry = new(
        Findings.IssueBeforeExpiryCode, "Issue comes before expiry", [FieldNames.IssueDate, FieldNames.ExpiryDate],
        subject => Before(
            subject.IssueDay, subject.ExpiryDay, "Expires after the issue.", "Expires on the day of issue or before.", Findings.IssueBeforeExpiry));

    // Valid through the day that is printed. An expired document is no wrong reading, so the field keeps its status.
    private static readonly Rule Expired = new(
        Findings.DocumentExpired, "The document has not expired", [FieldNames.ExpiryDate], subject => subject.ExpiryDay switch
        {
            { } day when day < subject.Today => Judgement.Failed("The date of expiry has passed.", Verdict.None, Findings.Expired),
            not null => Judgement.Passed("The date of expiry has not passed."),
            null when subject.IsLongTerm => Judgement.Passed("The document is valid without end."),
            null => Judgement.NotPossible("No full date of expiry was read."),
        });

    /// <summary>The rules for the dates that the type carries.</summary>
    internal static IEnumerable<Rule> For(DocumentType type)
    {
        bool Has(string field) => type.Fields.Any(definition => definition.Name == field);
        var (birth, issue, expiry) = (Has(FieldNames.BirthDate), Has(FieldNames.IssueDate), Has(FieldNames.ExpiryDate));
        if (birth)
        {
            yield return Birth;
        }

        if (birth && type.Ages is { } ages)
        {
            yield return AgeRule(ages);
        }

        if (issue)
        {
            yield return Issue;
        }

        if (birth && issue)
        {
            yield return BirthBeforeIssue;
        }

        if (birth && expiry)
        {
            yield return BirthBeforeExpiry;
        }

        if (issue && expiry)
        {
            yield return IssueBeforeExpiry;
        }

        if (issue && expiry && type.Validity is { } validity)
        {
            yield return ValidityRule(validity);
        }

        if (expiry)
        {
            yield return Expired;
        }
    }

    private static Judgement BirthDate(DocumentCase subject)
    {
        if (subject.Birth.Printed is null && subject.ZoneBirth.Kind == MrzDateKind.Impossible && subject.Mrz is not null)
        {
            return Judgement.Failed("No day of the calendar.", Verdict.Refutes, Findings.BirthDate);
        }

        return subject.BirthDay switch
        {
            null => Judgement.NotPossible("No full date of birth was read."),
            { } day when day > subject.Today => Judgement.Failed("It lies in the future.", Verdict.Refutes, Findings.BirthDate),
            { } day when Validity.AgeAt(day, subject.Today) > GreatestAge => Judgement.Failed(
                "The holder would be older than 130 years.", Verdict.Refutes, Findings.BirthDate),
            _ => Judgement.Passed("A day in the past."),
        };
    }

    private static Judgement Before(
        DateOnly? first, DateOnly? second, string inOrder, string outOfOrder, Finding finding) => (first, second) switch
    {
        ({ } early, { } late) => early < late ? Judgement.Passed(inOrder) : Judgement.Failed(outOfOrder, Verdict.Disagrees, finding),
        _ => Judgement.NotPossible(OneDateLacks),
    };

    private static Rule AgeRule(AgeLimits ages)
    {
        var title = (ages.From, ages.Below) switch
        {
            ({ } from, { } below) => $"The holder is {from} years or older and below {below}",
            ({ } from, null) => $"The holder is {from} years or older{(ages.UnlessMarried ? ", or married" : "")}",
            _ => $"The holder is below {ages.Below} years",
        };
        return new Rule(Findings.AgeCode, title, [FieldNames.BirthDate], subject =>
        {
            if (subject.BirthDay is not { } birth)
            {
                return Judgement.NotPossible("No full date of birth was read.");
            }

            var age = Validity.AgeAt(birth, subject.Today);
            if (age >= (ages.From ?? 0) && age < (ages.Below ?? int.MaxValue))
            {
                return Judgement.Passed("The holder is as old as holders of this type are.");
            }

            // Widows and the divorced were married, too: only "single" and silence leave the least age standing.
            return ages.UnlessMarried && age < ages.From
                && subject.Slot(FieldNames.MaritalStatus).Reading.Normalised is { } status and not "single"
                ? Judgement.Passed("Younger, but married now or before.")
                : Judgement.Failed("Holders of this type have another age.", Verdict.Doubts, Findings.Age);
        });
    }

    private static Rule ValidityRule(Validity validity) => new(
        Findings.ValidityCode, $"The span of validity is usual for the type ({validity.Description})", [FieldNames.IssueDate, FieldNames.ExpiryDate],
        subject => (subject.IssueDay, subject.ExpiryDay) switch
        {
            ({ } issue, { } expiry) => validity.Allows(issue, expiry, subject.BirthDay)
                ? Judgement.Passed("Issue and expiry lie as far apart as the issuer's rules say.")
                : Judgement.Failed("The issuer's rules know no such span between issue and expiry.", Verdict.Doubts, Findings.Validity),
            ({ } issue, null) when subject.IsLongTerm => validity.MayBeLongTerm && validity.Allows(issue, DateOnly.MaxValue, subject.BirthDay)
                ? Judgement.Passed("Valid without end.")
                : Judgement.Failed("Such documents are not valid without end.", Verdict.Doubts, Findings.Validity),
            _ => Judgement.NotPossible(OneDateLacks),
        });
}
