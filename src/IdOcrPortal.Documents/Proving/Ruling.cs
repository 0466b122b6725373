namespace IdOcrPortal.Documents;

/// <summary>What the outcome of a rule says about the fields it names; from here alone a field gets its status.</summary>
internal enum Verdict
{
    /// <summary>Nothing: the rule does not apply, or is about the document and not about the truth of a field (an expired passport).</summary>
    None,

    /// <summary>Something independent speaks for the value.</summary>
    Proves,

    /// <summary>Somebody has to look: no rule knows the value, or a check over several fields fails without saying which.</summary>
    Doubts,

    /// <summary>Two sources disagree.</summary>
    Disagrees,

    /// <summary>The value is wrong.</summary>
    Refutes,
}

/// <summary>The outcome of one rule before it is bound to the rule's code, title and fields.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="Detail">What was found, for people; holds no personal value.</param>
/// <param name="Verdict">What that says about the rule's fields.</param>
/// <param name="Finding">What the officer has to be told.</param>
/// <param name="Digit">For check digits.</param>
internal sealed record Judgement(
    CheckResult Result, string Detail, Verdict Verdict = Verdict.None, Finding? Finding = null, CheckDigitPlace? Digit = null)
{
    internal static Judgement Passed(string detail, Verdict verdict = Verdict.None, CheckDigitPlace? digit = null) =>
        new(CheckResult.Passed, detail, verdict, Digit: digit);

    internal static Judgement Failed(string detail, Verdict verdict, Finding finding, CheckDigitPlace? digit = null) =>
        new(CheckResult.Failed, detail, verdict, finding, digit);

    internal static Judgement NotApplicable(string detail) => new(CheckResult.NotApplicable, detail);

    internal static Judgement NotPossible(string detail) => new(CheckResult.NotPossible, detail);
}

/// <summary>One rule of a document type.</summary>
/// <typeparam name="TCase">What the rule looks at.</typeparam>
/// <param name="Code">Stable code.</param>
/// <param name="Title">The rule in a few words, for people.</param>
/// <param name="Fields">Names of the fields concerned.</param>
/// <param name="Judge">Holds the rule against a case. Never throws for a bad document.</param>
internal sealed record Rule<TCase>(string Code, string Title, IReadOnlyList<string> Fields, Func<TCase, Judgement> Judge)
{
    internal Ruling Hold(TCase subject) => Bind(Judge(subject));

    internal Ruling Bind(Judgement judgement) => new(
        new Check(Code, Title, judgement.Result, Fields, judgement.Detail, judgement.Digit), judgement.Verdict, judgement.Finding);
}

/// <summary>One rule held against one document.</summary>
/// <param name="Check">What is shown.</param>
/// <param name="Verdict">What it says about the check's fields.</param>
/// <param name="Finding">What the officer has to be told.</param>
internal sealed record Ruling(Check Check, Verdict Verdict, Finding? Finding)
{
    /// <summary>
    /// A composite digit that fails proves the zone as a whole wrong, but not which of its fields; so it refutes the zone and merely doubts the rest.
    /// </summary>
    internal Verdict On(string field) =>
        Verdict == Verdict.Doubts && field == FieldNames.Mrz && Check is { Digit: not null, Result: CheckResult.Failed } ? Verdict.Refutes : Verdict;
}
