namespace IdOcrPortal.Documents;

/// <summary>Repairs that somebody may take: of the zone, of the number, and of words that are nearly right. Nothing is changed by itself.</summary>
internal static class Proposals
{
    internal static IReadOnlyList<Proposal> Of(DocumentCase subject)
    {
        List<Proposal>? proposals = null;
        if (subject.Mrz is { } mrz && MrzRepairs.Propose(mrz, subject.Today) is { Count: > 0 } repairs)
        {
            (proposals ??= []).AddRange(repairs);
        }

        if (subject.NumberText is { } text && subject.Number.IsBroken
            && subject.Slot(FieldNames.DocumentNumber).Printed is { } printed
            && NumberRepairs.Propose(subject.Type.Number!, text, subject.Today) is { } repaired)
        {
            (proposals ??= []).Add(new Proposal(
                FieldNames.DocumentNumber, printed.Text, repaired, "The two characters look alike; with this one change every rule of the number holds."));
        }

        var fields = subject.Type.Rules.Fields;
        for (var ordinal = 0; ordinal < fields.Length; ordinal++)
        {
            ref readonly var slot = ref subject.Slot(ordinal);
            if (slot.Printed is { } claim && slot.Reading.Proposal is { } proposed)
            {
                (proposals ??= []).Add(new Proposal(fields[ordinal].Name, claim.Text, proposed, Reason(subject, fields[ordinal].Name, in slot)));
            }
        }

        return proposals is null ? [] : proposals;
    }

    private static string Reason(DocumentCase subject, string field, in FieldSlot slot)
    {
        const string Near = "The nearest of the words that these documents print.";
        if (slot.Reading.Trouble != ReadingTrouble.NearMiss)
        {
            return "The characters look alike, and with this change the value can be read.";
        }

        if (field != FieldNames.Sex || !subject.HasNumber || subject.Number.Sex is not { } told
            || subject.Type.DefinitionOf(field).Form.Read(slot.Reading.Proposal!, subject.Today).Sex is not { } sex)
        {
            return Near;
        }

        return sex == told ? $"{Near} The document number tells the same sex." : $"{Near} But the document number tells the other sex.";
    }
}
