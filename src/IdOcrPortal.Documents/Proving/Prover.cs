namespace IdOcrPortal.Documents;

/// <summary>Holds the rules of a type against one document and gives every field its status. The one way from evidence to proof.</summary>
/// <remarks>
/// Number, birth, expiry and personal number of a zone become Verified when their own check digit and the composite pass and the reader's strict gate let the
/// zone pass (<see cref="Evidence.MrzAccepted"/>). No check digit of an ICAO format covers names, sex, nationality and issuer: from the zone alone they are
/// Read, and a person confirms them. Where printed and machine-readable value agree, they are Verified as well. Without the gate nothing of a zone proves
/// anything, whatever passes: of 1,190 wrong readings 62 satisfied every check digit.
/// </remarks>
internal static class Prover
{
    internal static Proof Prove(DocumentType type, Evidence evidence, DateOnly today)
    {
        var rules = type.Rules;
        var subject = new DocumentCase(type, evidence, today);
        var held = subject.Mrz is { } mrz ? rules.For(mrz.Format) : rules.Usual;
        var further = Further(subject);
        var rulings = new Ruling[held.Rules.Length + further.Count];
        for (var i = 0; i < held.Rules.Length; i++)
        {
            rulings[i] = Hold(held.Rules[i], subject);
        }

        for (var i = 0; i < further.Count; i++)
        {
            rulings[held.Rules.Length + i] = Hold(further[i], subject);
        }

        return new Proof(type.Id, Fields(subject, held, rulings), Checks(rulings), FindingsOf(subject, rulings), Proposals.Of(subject));
    }

    private static Ruling Hold(Rule rule, DocumentCase subject)
    {
        var judgement = rule.Judge(subject);
        var verdict = judgement.Verdict == Verdict.Proves && rule.RestsOnZone && !subject.Evidence.MrzAccepted ? Verdict.None : judgement.Verdict;
        return new Ruling(
            new Check(rule.Code, rule.Title, judgement.Result, rule.Fields, judgement.Detail, judgement.Digit), verdict, judgement.Finding, rule.Proven);
    }

    /// <summary>Rules that only some documents ask for: what their zone's issuer publishes, and fields that were read more than once.</summary>
    private static List<Rule> Further(DocumentCase subject)
    {
        var further = subject.Mrz is { } mrz ? IssuerChecks.For(mrz) : NoRules;
        var fields = subject.Type.Rules.Fields;
        for (var ordinal = 0; ordinal < fields.Length; ordinal++)
        {
            ref readonly var slot = ref subject.Slot(ordinal);
            if (slot.Further is not { } others)
            {
                continue;
            }

            further = further.Count == 0 ? [] : further;
            var first = slot.Printed!;
            if (others.Exists(other => CrossRules.AreSides(first, other)))
            {
                further.Add(CrossRules.Twice(fields[ordinal], sides: true));
            }

            if (others.Exists(other => !CrossRules.AreSides(first, other)))
            {
                further.Add(CrossRules.Twice(fields[ordinal], sides: false));
            }
        }

        return further;
    }

    private static readonly List<Rule> NoRules = [];

    private static ProvenField[] Fields(DocumentCase subject, RuleSet held, Ruling[] rulings)
    {
        var definitions = subject.Type.Rules.Fields;
        var strangers = subject.Strangers;
        var fields = new ProvenField[definitions.Length + (strangers?.Count ?? 0)];
        for (var ordinal = 0; ordinal < definitions.Length; ordinal++)
        {
            var definition = definitions[ordinal];
            var (verdict, by) = Worst(held, rulings, ordinal, definition.Name);
            var value = ValueChoice.Of(subject, definition, ordinal);
            var (status, reason) = StatusRule.Decide(definition, in value, verdict, by < 0 ? null : rulings[by].Check, subject);
            fields[ordinal] = new ProvenField(
                definition.Name, value.Original, value.Normalised, value.Rule, value.Confidence, value.Source, status, reason,
                Codes(held, rulings, ordinal, definition.Name));
        }

        for (var i = 0; i < (strangers?.Count ?? 0); i++)
        {
            fields[definitions.Length + i] = Stranger(subject, strangers![i]);
        }

        return fields;
    }

    private static (Verdict Verdict, int By) Worst(RuleSet held, Ruling[] rulings, int ordinal, string field)
    {
        var worst = Verdict.None;
        var by = -1;
        foreach (var (rule, position) in held.Of(ordinal))
        {
            if (rulings[rule].Verdict != Verdict.None && rulings[rule].On(position) is var verdict && verdict > worst)
            {
                (worst, by) = (verdict, rule);
            }
        }

        for (var i = held.Rules.Length; i < rulings.Length; i++)
        {
            var fields = rulings[i].Check.Fields;
            for (var position = 0; position < fields.Count; position++)
            {
                if (fields[position] == field && rulings[i].On(position) is var verdict && verdict > worst)
                {
                    (worst, by) = (verdict, i);
                }
            }
        }

        return (worst, by);
    }

    private static IReadOnlyList<string> Codes(RuleSet held, Ruling[] rulings, int ordinal, string field)
    {
        var codes = held.CodesOf(ordinal);
        if (rulings.Length == held.Rules.Length)
        {
            return codes;
        }

        return [.. codes, .. rulings.Skip(held.Rules.Length).Where(ruling => ruling.Check.Fields.Contains(field)).Select(ruling => ruling.Check.Code)];
    }

    private static ProvenField Stranger(DocumentCase subject, Claim claim)
    {
        var definition = subject.Type.DefinitionOf(claim.Field);
        var reading = definition.Form.Read(claim.Text, subject.Today);
        var value = new FieldValue(claim.Text, reading.Normalised, reading.Rule, claim.Confidence, claim.Source);
        var (status, reason) = StatusRule.Decide(definition, in value, Verdict.None, null, subject);
        return new ProvenField(claim.Field, claim.Text, reading.Normalised, reading.Rule, claim.Confidence, claim.Source, status, reason, []);
    }

    private static Check[] Checks(Ruling[] rulings)
    {
        var checks = new Check[rulings.Length];
        for (var i = 0; i < checks.Length; i++)
        {
            checks[i] = rulings[i].Check;
        }

        return checks;
    }

    private static IReadOnlyList<Finding> FindingsOf(DocumentCase subject, Ruling[] rulings)
    {
        List<Finding>? findings = null;
        if (subject.Unread is { } unread)
        {
            (findings ??= []).Add(unread);
        }
        else if (subject.Mrz is not null && !subject.Evidence.MrzAccepted)
        {
            (findings ??= []).Add(Findings.MrzNotAccepted);
        }

        foreach (ref readonly var ruling in rulings.AsSpan())
        {
            if (ruling.Finding is { } finding)
            {
                (findings ??= []).Add(finding);
            }
        }

        return findings is null ? [] : [.. findings.OrderByDescending(finding => finding.Severity)];
    }
}
