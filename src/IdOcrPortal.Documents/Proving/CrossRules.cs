using System.Collections.Frozen;

namespace IdOcrPortal.Documents;

/// <summary>Printed values against the zone, and two readings of the printed part against each other.</summary>
internal static class CrossRules
{
    private static readonly FrozenDictionary<string, string> InBothParts = new Dictionary<string, string>(StringComparer.Ordinal)
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
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>For types with a zone one rule for each field that can stand in both parts.</summary>
    internal static IEnumerable<Rule> For(DocumentType type) => type.Zones.Count == 0
        ? []
        : type.Fields.Where(field => InBothParts.ContainsKey(field.Name)).Select(AgainstZone);

    /// <summary>The rule for a field that was printed twice: on both sides, or in the answers of two services.</summary>
    internal static Rule Twice(FieldDefinition field, bool sides)
    {
        var what = InBothParts.GetValueOrDefault(field.Name) ?? field.Label.ToLowerInvariant();
        var code = sides ? $"cross.{field.Name}.sides" : $"cross.{field.Name}.printed";
        string[] fields = [field.Name];
        var finding = sides ? Findings.SidesDiffer(code, what, fields) : Findings.PrintedTwice(code, what, fields);
        return new Rule(
            code, sides ? $"Front and back tell the same {what}" : $"Two readings of the printed {what} agree", fields,
            subject => AgainstOther(subject, field, sides, finding));
    }

    private static Rule AgainstZone(FieldDefinition field)
    {
        var what = InBothParts[field.Name];
        string[] fields = [field.Name];
        var code = $"cross.{field.Name}.printed_mrz";
        var finding = Findings.PrintedAgainstMrz(code, what, fields);
        return new Rule(code, $"Printed and machine-readable {what} agree", fields, subject =>
        {
            if (Printed(subject, field.Name) is not { } printed)
            {
                return Judgement.NotPossible("No printed value was read.");
            }

            return Agree(subject, field.Name, printed) switch
            {
                true => Judgement.Passed("Printed and machine-readable value agree.", Verdict.Proves),
                false => Judgement.Failed("Printed and machine-readable value differ.", Verdict.Disagrees, finding),
                null => Judgement.NotPossible("The zone gives no value, or one of the two has a form that no rule can compare."),
            };
        }) { RestsOnZone = true };
    }

    private static string? Printed(DocumentCase subject, string field)
    {
        if (subject.Slot(field).Printed?.Text is { } text)
        {
            return text;
        }

        // A service that gives the two parts gives the whole.
        return field == FieldNames.FullName
            && subject.Slot(FieldNames.Surname).Printed?.Text is { } surname && subject.Slot(FieldNames.GivenNames).Printed?.Text is { } given
            ? $"{surname} {given}"
            : null;
    }

    private static bool? Agree(DocumentCase subject, string field, string printed)
    {
        if (subject.ZoneText(field) is not { } zone)
        {
            return null;
        }

        ref readonly var slot = ref subject.Slot(field);
        switch (field)
        {
            case FieldNames.FullName or FieldNames.Surname or FieldNames.GivenNames:
                return subject.Mrz is { } internalPassport && RussianInternalPassport.Is(internalPassport)
                    ? RussianInternalPassport.Agree(printed, zone, subject.ZoneNames.IsTruncated)
                    : NameComparison.Agree(printed, zone, subject.ZoneNames.IsTruncated);
            case FieldNames.BirthDate or FieldNames.ExpiryDate:
                // An ambiguous date that the zone does not settle contradicts it in both of its readings.
                return (slot.Reading, field == FieldNames.BirthDate ? subject.ZoneBirth.Date : subject.ZoneExpiry.Date) switch
                {
                    (_, null) or ({ Date: null }, _) => null,
                    ({ Trouble: ReadingTrouble.None or ReadingTrouble.Ambiguous } reading, { } day) => reading.Date == day,
                    _ => null,
                };
            case FieldNames.DocumentNumber:
                return slot.Reading.Normalised is { } number && subject.ZoneNumber is { } zoneNumber
                    ? number == zoneNumber || subject.OptionalDataHold(number)
                    : null;
            default:
                return slot.Reading.Normalised is { } value && ValueChoice.OfZone(subject, field, zone).Normalised is { } other
                    ? string.Equals(value, other, StringComparison.Ordinal)
                    : null;
        }
    }

    private static Judgement AgainstOther(DocumentCase subject, FieldDefinition field, bool sides, Finding finding)
    {
        ref readonly var slot = ref subject.Slot(field.Name);
        var first = slot.Printed!;
        var compared = false;
        foreach (var other in slot.Further!)
        {
            if (AreSides(first, other) != sides)
            {
                continue;
            }

            var same = SameValue.Of(field, first.Text, other.Text, subject.Today);
            if (same == false)
            {
                return Judgement.Failed(sides ? "Front and back differ." : "The two readings differ.", Verdict.Disagrees, finding);
            }

            compared |= same == true;
        }

        // Two sides are two prints, and their agreement is independent. The same picture read twice makes a misreading less likely but proves nothing.
        return compared
            ? Judgement.Passed(sides ? "Front and back agree." : "The two readings agree.", sides ? Verdict.Proves : Verdict.None)
            : Judgement.NotPossible("One of them has a form that no rule knows.");
    }

    internal static bool AreSides(Claim first, Claim other) => first.Side is { } one && other.Side is { } two && one != two;
}
