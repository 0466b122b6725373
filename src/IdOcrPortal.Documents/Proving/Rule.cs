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

    /// <summary>What a field that the rule proves says of itself; made once, so that the proof of a sound document makes no texts.</summary>
    internal string PassedReason { get; } = $"{Title}: passed.";

    // Most documents end a rule in the same constant words, and a check is immutable: the last one is given out again. A race makes it once more.
    private Check? _last;

    /// <summary>What is shown of this judgement.</summary>
    internal Check Show(in Judgement judgement)
    {
        if (_last is { } last && judgement.Digit is null && last.Result == judgement.Result && ReferenceEquals(last.Detail, judgement.Detail))
        {
            return last;
        }

        var check = new Check(Code, Title, judgement.Result, Fields, judgement.Detail, judgement.Digit);
        if (judgement.Digit is null)
        {
            _last = check;
        }

        return check;
    }

    /// <summary>What a judgement says about one of the rule's fields.</summary>
    /// <param name="judgement">How the rule ended.</param>
    /// <param name="position">Which of the fields.</param>
    internal Verdict On(in Judgement judgement, int position) => judgement.Verdict switch
    {
        Verdict.Proves when position >= Proven => Verdict.None,
        // A composite digit that fails proves the zone as a whole wrong, but not which of its fields; so it refutes the zone and merely doubts the rest.
        Verdict.Doubts when judgement is { Digit: not null, Result: CheckResult.Failed } && Fields[position] == FieldNames.Mrz => Verdict.Refutes,
        var verdict => verdict,
    };
}
