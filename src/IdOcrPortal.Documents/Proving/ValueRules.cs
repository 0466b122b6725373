namespace IdOcrPortal.Documents;

/// <summary>Whether what was printed is a value of the field at all: a day of the calendar, a word of the list.</summary>
internal static class ValueRules
{
    /// <summary>One rule for each field whose form can be broken; what a number has to be is said by its scheme.</summary>
    internal static IEnumerable<Rule> For(DocumentType type) => type.Fields
        .Select((field, ordinal) => (field, ordinal))
        .Where(row => row.field.Form is not (TextForm or NameForm or AddressForm or NumberForm or BareForm) && row.field.Name != FieldNames.Mrz)
        .Select(row => Make(row.field, row.ordinal, type));

    /// <summary>The rule in a few words; the label without the card's own word for it.</summary>
    private static string Title(FieldDefinition field)
    {
        var label = field.ShortLabel;
        return field.Form switch
        {
            DateForm => $"{label}: a day of the calendar",
            SexForm or WordForm => $"{label}: a word that these documents print",
            NationalityWord => $"{label}: the code or name of a state",
            NumberText => $"{label}: digits, as many as there have to be",
            _ => $"{label}: a height that people have",
        };
    }

    private static Rule Make(FieldDefinition field, int ordinal, DocumentType type)
    {
        var code = $"value.{field.Name}";
        var nearMiss = Findings.NearMiss(code, field.Label, [field.Name]);
        var ambiguous = Findings.Ambiguous(code, field.Label, [field.Name]);
        var impossible = Findings.Impossible(code, field.Label, [field.Name]);
        var unreadable = Findings.Unreadable(code, field.Label, [field.Name]);
        var hasZone = type.Zones.Count > 0;
        return new Rule(code, Title(field), [field.Name], subject =>
        {
            ref readonly var slot = ref subject.Slot(ordinal);
            if (slot.Printed is null)
            {
                return Judgement.NotPossible("No printed value was read.");
            }

            return slot.Reading.Trouble switch
            {
                ReadingTrouble.None => Judgement.Passed(slot.Reading.Rule),
                ReadingTrouble.NearMiss => Judgement.NotPossible("Nearly a word that these documents print, but not quite.", Verdict.Doubts, nearMiss),
                ReadingTrouble.Ambiguous => Judgement.NotPossible(slot.Reading.Rule, Verdict.Doubts, ambiguous),
                ReadingTrouble.Impossible => Judgement.Failed($"It cannot be: {slot.Reading.Rule}.", Verdict.Refutes, impossible),
                // The zone gives the value then, and what was printed has nothing to say against it.
                _ when hasZone && subject.ZoneText(field.Name) is not null => Judgement.NotPossible(slot.Reading.Rule),
                _ => Judgement.NotPossible(slot.Reading.Rule, Verdict.Doubts, unreadable),
            };
        });
    }
}
