namespace IdOcrPortal.Documents;

/// <summary>How one check of a document ended.</summary>
public enum CheckResult
{
    /// <summary>The rule holds.</summary>
    Passed,

    /// <summary>The rule is broken.</summary>
    Failed,

    /// <summary>The rule does not speak of this document.</summary>
    NotApplicable,

    /// <summary>What the rule needs was not read.</summary>
    NotPossible,
}

/// <summary>A check digit that was compared with the characters it protects.</summary>
/// <param name="Line">Line of the zone, from 0.</param>
/// <param name="Position">Position in the line, from 0.</param>
/// <param name="Found">The character that stands there.</param>
/// <param name="Expected">The digit that the protected characters ask for.</param>
public sealed record CheckDigitPlace(int Line, int Position, char Found, char Expected);

/// <summary>One rule held against one document.</summary>
/// <param name="Code">Stable code, such as <c>mrz.birth_date.digit</c>.</param>
/// <param name="Title">The rule in a few words, for people.</param>
/// <param name="Result">How it ended.</param>
/// <param name="Fields">Names of the fields concerned.</param>
/// <param name="Detail">What was found, for people; holds no personal value beyond the characters of a check digit.</param>
/// <param name="Digit">For check digits: where it stands, found and expected.</param>
public sealed record Check(string Code, string Title, CheckResult Result, IReadOnlyList<string> Fields, string Detail, CheckDigitPlace? Digit = null);

/// <summary>Something that our own rules noticed about a document; a value, never an exception.</summary>
/// <param name="Code">Stable code, such as <c>document.expired</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">One sentence for the officer; holds no personal value.</param>
/// <param name="Fields">Names of the fields concerned.</param>
public sealed record Finding(string Code, Severity Severity, string Message, IReadOnlyList<string> Fields);

/// <summary>A repair that would satisfy every check digit: shown, never applied by itself.</summary>
/// <param name="Field">The field it would change.</param>
/// <param name="Before">The text as read.</param>
/// <param name="After">The text it would become.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record Proposal(string Field, string Before, string After, string Reason);

/// <summary>One field after all checks.</summary>
/// <param name="Name">Name from <see cref="FieldNames"/>.</param>
/// <param name="Original">The text as its source gave it; <see langword="null"/> where nobody gave one.</param>
/// <param name="Normalised">ISO date, M/F/X, trimmed text …; <see langword="null"/> where no rule could make one.</param>
/// <param name="Rule">Which rule made the normalised form, for people ("YYMMDD, past date → 1974-08-12").</param>
/// <param name="Confidence">The source's estimate of itself, 0 to 1; <see langword="null"/>: not provided.</param>
/// <param name="Source">Who gave the text; <see langword="null"/> where nobody did.</param>
/// <param name="Status">Worst of all that is known.</param>
/// <param name="Reason">Why the field has this status, for people.</param>
/// <param name="Checks">Codes of the checks that speak of this field.</param>
public sealed record ProvenField(
    string Name, string? Original, string? Normalised, string? Rule, double? Confidence, ClaimSource? Source,
    FieldStatus Status, string Reason, IReadOnlyList<string> Checks);

/// <summary>What a document type made of the evidence: the answer of <see cref="DocumentType.Prove"/>.</summary>
/// <param name="TypeId">The type that proved it.</param>
/// <param name="Fields">Every field of the type, in its reading order.</param>
/// <param name="Checks">Every rule that was held against the document.</param>
/// <param name="Findings">What the rules noticed, gravest first.</param>
/// <param name="Proposals">Repairs that somebody may take.</param>
public sealed record Proof(
    string TypeId, IReadOnlyList<ProvenField> Fields, IReadOnlyList<Check> Checks, IReadOnlyList<Finding> Findings, IReadOnlyList<Proposal> Proposals);
