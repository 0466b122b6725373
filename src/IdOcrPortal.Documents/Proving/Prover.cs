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
    /// <summary>Types carry some twenty fields; the verdicts of as many fit on the stack.</summary>
    private const int Many = 64;

    internal static Proof Prove(DocumentType type, Evidence evidence, DateOnly today)
    {
        var subject = new DocumentCase(type, evidence, today);
        var held = subject.Mrz is { } mrz ? type.Rules.For(mrz.Format) : type.Rules.Usual;
        var further = Further(subject);
        var count = type.Rules.Fields.Length;
        Span<Worst> worst = count <= Many ? stackalloc Worst[Many] : new Worst[count];
        worst = worst[..count];
        worst.Clear();
        var checks = new Check[held.Rules.Length + further.Count];
        List<Finding>? findings = null;
        for (var i = 0; i < checks.Length; i++)
        {
            var isUsual = i < held.Rules.Length;
            var rule = isUsual ? held.Rules[i] : further[i - held.Rules.Length];
            var judgement = rule.Judge(subject);
            checks[i] = rule.Show(in judgement);
            if (judgement.Finding is { } finding)
            {
                (findings ??= []).Add(finding);
            }

            if (judgement.Verdict == Verdict.None || (judgement.Verdict == Verdict.Proves && rule.RestsOnZone && !subject.ZoneMayProve))
            {
                continue;
            }

            for (var position = 0; position < rule.Fields.Count; position++)
            {
                var ordinal = isUsual ? held.OrdinalsOf(i)[position] : type.Rules.OrdinalOf(rule.Fields[position]);
                if (ordinal >= 0 && rule.On(in judgement, position) is var verdict && verdict > worst[ordinal].Verdict)
                {
                    worst[ordinal] = new Worst(verdict, i);
                }
            }
        }

        return new Proof(type.Id, Fields(subject, held, further, worst, checks), checks, FindingsOf(subject, findings), Proposals.Of(subject));
    }

    /// <summary>The worst that is known of a field, and which check says so.</summary>
    private readonly record struct Worst(Verdict Verdict, int By);

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

    private static ProvenField[] Fields(DocumentCase subject, RuleSet held, List<Rule> further, ReadOnlySpan<Worst> worst, Check[] checks)
    {
        var definitions = subject.Type.Rules.Fields;
        var strangers = subject.Strangers;
        var fields = new ProvenField[definitions.Length + (strangers?.Count ?? 0)];
        for (var ordinal = 0; ordinal < definitions.Length; ordinal++)
        {
            var definition = definitions[ordinal];
            var (verdict, by) = worst[ordinal];
            var value = ValueChoice.Of(subject, definition, ordinal);
            var (status, reason) = verdict == Verdict.None
                ? StatusRule.Decide(definition, in value, verdict, null, null, subject)
                : StatusRule.Decide(definition, in value, verdict, by < held.Rules.Length ? held.Rules[by] : further[by - held.Rules.Length], checks[by], subject);
            fields[ordinal] = new ProvenField(
                definition.Name, value.Original, value.Normalised, value.Rule, value.Confidence, value.Source, status, reason,
                Codes(held.CodesOf(ordinal), further, definition.Name));
        }

        for (var i = 0; i < (strangers?.Count ?? 0); i++)
        {
            fields[definitions.Length + i] = Stranger(subject, strangers![i]);
        }

        return fields;
    }

    private static IReadOnlyList<string> Codes(IReadOnlyList<string> usual, List<Rule> further, string field) =>
        further.Count == 0 ? usual : [.. usual, .. Speaking(further, field)];

    private static IEnumerable<string> Speaking(List<Rule> rules, string field) => rules.Where(rule => rule.Fields.Contains(field)).Select(rule => rule.Code);

    private static ProvenField Stranger(DocumentCase subject, Claim claim)
    {
        var definition = subject.Type.DefinitionOf(claim.Field);
        var reading = definition.Form.Read(claim.Text, subject.Today);
        var value = new FieldValue(claim.Text, reading.Normalised, reading.Rule, claim.Confidence, claim.Source);
        var (status, reason) = StatusRule.Decide(definition, in value, Verdict.None, null, null, subject);
        return new ProvenField(claim.Field, claim.Text, reading.Normalised, reading.Rule, claim.Confidence, claim.Source, status, reason, []);
    }

    private static Finding[] FindingsOf(DocumentCase subject, List<Finding>? findings)
    {
        if (subject.Unread is { } unread)
        {
            (findings ??= []).Insert(0, unread);
        }
        else if (subject.Mrz is not null && !subject.ZoneMayProve)
        {
            (findings ??= []).Insert(0, subject.IsZoneRestored ? Findings.MrzFillers : Findings.MrzNotAccepted);
        }

        return findings is null ? [] : [.. findings.OrderByDescending(finding => finding.Severity)];
    }
}
