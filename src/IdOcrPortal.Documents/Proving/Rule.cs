namespace IdOcrPortal.Documents;

/// <summary>What the outcome of a rule says about the fields it names; from here alone a field gets its status.</summary>
internal enum Verdict : byte
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
internal readonly record struct Judgement(
    CheckResult Result, string Detail, Verdict Verdict = Verdict.None, Finding? Finding = null, CheckDigitPlace? Digit = null)
{
    internal static Judgement Passed(string detail, Verdict verdict = Verdict.None, CheckDigitPlace? digit = null) =>
        new(CheckResult.Passed, detail, verdict, Digit: digit);

    internal static Judgement Failed(string detail, Verdict verdict, Finding finding, CheckDigitPlace? digit = null) =>
        new(CheckResult.Failed, detail, verdict, finding, digit);

    internal static Judgement NotApplicable(string detail) => new(CheckResult.NotApplicable, detail);

    internal static Judgement NotPossible(string detail, Verdict verdict = Verdict.None, Finding? finding = null) =>
        new(CheckResult.NotPossible, detail, verdict, finding);
}

/// <summary>One rule of a document type.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Title">The rule in a few words, for people.</param>
/// <param name="Fields">Names of the fields concerned.</param>
/// <param name="Judge">Holds the rule against a document. Never throws for a bad one.</param>
internal sealed record Rule(string Code, string Title, IReadOnlyList<string> Fields, Func<DocumentCase, Judgement> Judge)
{
    /// <summary>
    /// How many of <see cref="Fields"/>, from the first, a pass proves; the others are merely concerned. The sex that a number tells agrees by chance in
    /// one case of two, so it says something of the sex and nothing of the number.
    /// </summary>
    internal int Proven { get; init; } = int.MaxValue;

    /// <summary>Whether it rests on the zone, so that it proves nothing where the reader's gate did not let the zone pass.</summary>
    internal bool RestsOnZone { get; init; }
}

/// <summary>One rule held against one document.</summary>
/// <param name="Check">What is shown.</param>
/// <param name="Verdict">What it says about the check's fields.</param>
/// <param name="Finding">What the officer has to be told.</param>
/// <param name="Proven">How many of the check's fields a pass proves.</param>
internal readonly record struct Ruling(Check Check, Verdict Verdict, Finding? Finding, int Proven)
{
    /// <summary>What it says about one of its fields.</summary>
    /// <param name="position">Which of the check's fields.</param>
    internal Verdict On(int position) => Verdict switch
    {
        Verdict.Proves when position >= Proven => Verdict.None,
        // A composite digit that fails proves the zone as a whole wrong, but not which of its fields; so it refutes the zone and merely doubts the rest.
        Verdict.Doubts when Check is { Digit: not null, Result: CheckResult.Failed } && Check.Fields[position] == FieldNames.Mrz => Verdict.Refutes,
        _ => Verdict,
    };
}
