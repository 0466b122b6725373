namespace IdOcrPortal.Documents;

/// <summary>What an issuer publishes of its zones, as rules of a proof.</summary>
internal static class IssuerChecks
{
    private static readonly Dictionary<IssuerRule, Rule> Rules = IssuerRules.All.ToDictionary(rule => rule, Make, ReferenceEqualityComparer.Instance as IEqualityComparer<IssuerRule>);

    /// <summary>The rules of this zone's issuer for its format; a new list, to which others may be added.</summary>
    internal static List<Rule> For(Mrz mrz)
    {
        var rules = new List<Rule>();
        foreach (var rule in IssuerRules.Of(mrz))
        {
            rules.Add(Rules[rule]);
        }

        return rules;
    }

    private static Rule Make(IssuerRule rule)
    {
        var certain = Findings.IssuerRule(rule.Code, rule.Title, Severity.High, rule.Fields);
        var uncertain = Findings.IssuerRule(rule.Code, rule.Title, Severity.Low, rule.Fields);
        return new Rule(rule.Code, rule.Title, rule.Fields, subject =>
        {
            var result = rule.Judge(subject.Mrz!, subject.Today);
            // An issuer changes a series without asking us, so that even a certain failure asks for a look and refutes nothing.
            return result.Result == CheckResult.Failed
                ? Judgement.Failed(result.Detail, Verdict.Doubts, result.IsCertain ? certain : uncertain)
                : new Judgement(result.Result, result.Detail);
        }) { RestsOnZone = true };
    }
}
