namespace IdOcrPortal.Documents;

/// <summary>The type's national number: its own parts, and what it tells of birth and sex against the rest of the document.</summary>
internal static class NumberRules
{
    private const string NoNumber = "No number was read.";
    private const string Shapeless = "The number does not have its shape.";

    private static readonly string[] Number = [FieldNames.DocumentNumber];

    /// <summary>One rule for each part of the scheme, and the cross-checks; nothing where the type has no scheme.</summary>
    internal static IEnumerable<Rule> For(DocumentType type)
    {
        if (type.Number is not { } scheme)
        {
            yield break;
        }

        var name = type.Fields.Single(field => field.Name == FieldNames.DocumentNumber).ShortLabel;
        foreach (var aspect in scheme.Aspects)
        {
            yield return Part(scheme, name, aspect);
        }

        if (scheme.Aspects.Contains(NumberAspect.Date))
        {
            yield return new Rule(
                Findings.BirthAgainstNumber.Code, $"{name}: tells the same birth as the document",
                [FieldNames.BirthDate, FieldNames.DocumentNumber], Birth);
        }

        if (scheme.TellsSex)
        {
            yield return new Rule(
                Findings.SexAgainstNumber.Code, $"{name}: tells the same sex as the document", [FieldNames.Sex, FieldNames.DocumentNumber], HolderSex)
            { Proven = 1 };
        }
    }

    private static Rule Part(NumberScheme scheme, string name, NumberAspect aspect)
    {
        var (suffix, what) = aspect switch
        {
            NumberAspect.Shape => ("shape", "length, letters and digits"),
            NumberAspect.Region => ("region", "code of the region"),
            NumberAspect.Date => ("date", "date of birth in it"),
            NumberAspect.Serial => ("serial", "running number"),
            _ => ("check_digit", "check digit"),
        };
        var code = $"{scheme.Id}.{suffix}";
        var certain = Findings.NumberPart(code, name, what, Severity.Critical, Number);
        var uncertain = Findings.NumberPart(code, name, what, Severity.Medium, Number);
        return new Rule(code, $"{name}: {what}", Number, subject =>
        {
            if (!subject.HasNumber)
            {
                return Judgement.NotPossible(NoNumber);
            }

            ref readonly var reading = ref subject.Number;
            var result = aspect switch
            {
                NumberAspect.Shape => reading.Shape,
                NumberAspect.Region => reading.Region,
                NumberAspect.Date => reading.Date,
                NumberAspect.Serial => reading.Serial,
                _ => reading.CheckDigit,
            };
            var digit = aspect == NumberAspect.CheckDigit ? reading.Digit : null;
            return result.Result == CheckResult.Failed
                ? Judgement.Failed(result.Detail, result.IsCertain ? Verdict.Refutes : Verdict.Doubts, result.IsCertain ? certain : uncertain, digit)
                : new Judgement(
                    result.Result, result.Detail,
                    // A shape is no proof: every misread digit keeps it. A check digit covers the whole number.
                    aspect == NumberAspect.CheckDigit && result.Result == CheckResult.Passed && subject.NumberMayProve ? Verdict.Proves : Verdict.None, null, digit);
        });
    }

    private static Judgement Birth(DocumentCase subject)
    {
        if (!subject.HasNumber)
        {
            return Judgement.NotPossible(NoNumber);
        }

        ref readonly var number = ref subject.Number;
        if (number.Shape.Result != CheckResult.Passed)
        {
            return Judgement.NotPossible(Shapeless);
        }

        ref readonly var slot = ref subject.Birth;
        var told = slot.Printed is not null ? (slot.Reading.Trouble == ReadingTrouble.None ? slot.Reading.Date : null) : subject.ZoneBirth.Date;
        if (told is not { } day)
        {
            return Judgement.NotPossible(slot.Printed is null ? "The date of birth stands nowhere but in the number." : "The date of birth as read is no full day.");
        }

        return (number.BirthDate, number.BirthYear) switch
        {
            ({ } birth, _) => birth == day || (number.IsCenturyOpen && birth.Month == day.Month && birth.Day == day.Day && (birth.Year - day.Year) % 100 == 0)
                ? Judgement.Passed("The number tells the same day.", subject.NumberMayProve ? Verdict.Proves : Verdict.None)
                : Judgement.Failed("The number tells another day.", Verdict.Disagrees, Findings.BirthAgainstNumber),
            (_, { } year) => year == day.Year || (number.IsCenturyOpen && (year - day.Year) % 100 == 0)
                ? Judgement.Passed("The years agree; the number tells no more.")
                : Judgement.Failed("The number tells another year.", Verdict.Disagrees, Findings.BirthAgainstNumber),
            _ => Judgement.NotPossible("The number tells no date."),
        };
    }

    private static Judgement HolderSex(DocumentCase subject)
    {
        if (!subject.HasNumber)
        {
            return Judgement.NotPossible(NoNumber);
        }

        ref readonly var number = ref subject.Number;
        if (number.Sex is not { } told)
        {
            return Judgement.NotPossible(number.Shape.Result == CheckResult.Passed ? "The number tells no sex." : Shapeless);
        }

        return subject.SexRead switch
        {
            null => Judgement.NotPossible(
                subject.HolderSex.Printed is null ? "The sex stands nowhere but in the number." : "The sex as read is no word that these documents print."),
            Sex.Unspecified => Judgement.NotPossible("The document leaves the sex open."),
            { } sex => sex == told
                ? Judgement.Passed("The number tells the same sex.", subject.NumberMayProve ? Verdict.Proves : Verdict.None)
                : Judgement.Failed("The number tells another sex.", Verdict.Disagrees, Findings.SexAgainstNumber),
        };
    }
}
