using System.Collections.Frozen;

namespace IdOcrPortal.Documents;

/// <summary>Printed values against the zone, and two readings of the printed part against each other.</summary>
internal static class PrintedRules
{
    private static readonly FrozenDictionary<string, Pair> ByField = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [FieldNames.DocumentNumber] = "number",
        [FieldNames.FullName] = "name",
        [FieldNames.Surname] = "surname",
        [FieldNames.GivenNames] = "given names",
        [FieldNames.Sex] = "sex",
        [FieldNames.BirthDate] = "date of birth",
        [FieldNames.Nationality] = "nationality",
        [FieldNames.IssuingState] = "issuing state",
        [FieldNames.ExpiryDate] = "date of expiry",
        [FieldNames.PersonalNumber] = "personal number",
    }.ToFrozenDictionary(field => field.Key, field => Make(field.Key, field.Value));

    private sealed record Pair(Rule<MrzCase> AgainstZone, Rule<MrzCase> AgainstOther);

    /// <summary>Adds one ruling for each field that can stand in both parts, and one for each field that was read twice in print.</summary>
    internal static void Hold(MrzCase subject, List<Ruling> rulings)
    {
        foreach (var definition in subject.Type.Fields)
        {
            if (ByField.TryGetValue(definition.Name, out var rules))
            {
                rulings.Add(rules.AgainstZone.Hold(subject));
                if (subject.AllPrinted(definition.Name).Skip(1).Any())
                {
                    rulings.Add(rules.AgainstOther.Hold(subject));
                }
            }
        }
    }

    private static Pair Make(string field, string what)
    {
        string[] fields = [field];
        var zoneCode = $"cross.{field}.printed_mrz";
        var otherCode = $"cross.{field}.printed";
        var againstZone = Findings.PrintedAgainstMrz(zoneCode, what, fields);
        var againstOther = Findings.PrintedTwice(otherCode, what, fields);
        return new Pair(
            new(zoneCode, $"Printed and machine-readable {what} agree", fields, subject => AgainstZone(subject, field, againstZone)),
            new(otherCode, $"Two readings of the printed {what} agree", fields, subject => AgainstOther(subject, field, againstOther)));
    }

    private static Judgement AgainstZone(MrzCase subject, string field, Finding finding)
    {
        if (Printed(subject, field) is not { } printed)
        {
            return Judgement.NotPossible("No printed value was read.");
        }

        return Agree(subject, field, printed) switch
        {
            true => Judgement.Passed("They agree.", Verdict.Proves),
            false => Judgement.Failed("Printed and machine-readable value differ.", Verdict.Disagrees, finding),
            null => Judgement.NotPossible("The zone gives no value, or one of the two has a form that no rule can compare."),
        };
    }

    private static Judgement AgainstOther(MrzCase subject, string field, Finding finding)
    {
        var values = subject.AllPrinted(field)
            .Select(claim => Comparable(field, claim.Text)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count();
        return values switch
        {
            0 => Judgement.NotPossible("None of them has a form that a rule knows."),
            // The same picture read twice: agreement makes a misreading less likely but proves nothing of the document.
            1 => Judgement.Passed("They agree."),
            _ => Judgement.Failed("Two readings of the printed part differ.", Verdict.Disagrees, finding),
        };
    }

    private static string? Printed(MrzCase subject, string field)
    {
        if (subject.Printed(field)?.Text is { } text)
        {
            return text;
        }

        // A service that gives the two parts gives the whole.
        return field == FieldNames.FullName
            && subject.Printed(FieldNames.Surname)?.Text is { } surname && subject.Printed(FieldNames.GivenNames)?.Text is { } given
            ? $"{surname} {given}"
            : null;
    }

    private static string? Comparable(string field, string text) => field is FieldNames.FullName or FieldNames.Surname or FieldNames.GivenNames
        ? Transliteration.Words(text, plain: false) is { } words ? string.Concat(words) : text.Trim()
        : MrzValues.OfPrinted(field, text).Normalised;

    private static bool? Agree(MrzCase subject, string field, string printed)
    {
        if (subject.Mrz is not { } mrz || mrz.Text(field) is not { } zone)
        {
            return null;
        }

        switch (field)
        {
            case FieldNames.FullName or FieldNames.Surname or FieldNames.GivenNames:
                return NameComparison.Agree(printed, zone, subject.Names.IsTruncated);
            default:
                var normalised = MrzValues.OfZone(subject, field, zone).Normalised;
                return normalised is not null && MrzValues.OfPrinted(field, printed).Normalised is { } other && !IsPartialDate(subject, field)
                    ? string.Equals(normalised, other, StringComparison.Ordinal)
                    : null;
        }
    }

    private static bool IsPartialDate(MrzCase subject, string field) => field == FieldNames.BirthDate && subject.Birth.Kind == MrzDateKind.Partial;
}
