namespace IdOcrPortal.Documents;

/// <summary>
/// The one place where a field gets its status. Worst wins: Failed, Conflict, Missing, Attention, Read, Verified; what a person confirms comes later
/// (<see cref="Approval"/>). Checks outrank confidence: a value that something independent proves is Verified however unsure its source was.
/// </summary>
internal static class StatusRule
{
    /// <summary>From here up a source is sure of a value.</summary>
    internal const double High = 0.95;

    /// <summary>From here up a value is acceptable without anything independent speaking for it.</summary>
    internal const double Medium = 0.80;

    /// <param name="definition">The field.</param>
    /// <param name="value">What was read.</param>
    /// <param name="verdict">The worst that any rule says of it.</param>
    /// <param name="rule">The rule that says so; <see langword="null"/> where none says anything.</param>
    /// <param name="by">How that rule ended.</param>
    /// <param name="subject">The document, for the sides that were read.</param>
    internal static (FieldStatus Status, string Reason) Decide(
        FieldDefinition definition, in FieldValue value, Verdict verdict, Rule? rule, Check? by, DocumentCase subject) => (verdict, value) switch
        {
            (Verdict.Refutes, _) => (FieldStatus.Failed, $"{by!.Title}: failed. {by.Detail}"),
            (Verdict.Disagrees, _) => (FieldStatus.Conflict, by!.Detail),
            (_, { Original: null }) => Empty(definition, subject),
            (Verdict.Doubts, _) => (FieldStatus.Attention, by!.Result == CheckResult.Failed ? $"{by.Title}: failed. {by.Detail}" : by.Detail),
            (_, { Source: ClaimSource.DocumentNumber }) when subject.Number.IsBroken =>
                (FieldStatus.Attention, "Only the document number tells it, and the number breaks a rule."),
            (_, { Normalised: null }) => (FieldStatus.Attention, "No rule knows a value of this shape."),
            (Verdict.Proves, _) => (FieldStatus.Verified, rule!.PassedReason),
            (_, { Confidence: < Medium }) => (FieldStatus.Attention, "Read with low confidence, and nothing independent speaks for it."),
            (_, { Confidence: null }) when definition.IsKey => (FieldStatus.Attention, "Neither a confidence nor a check speaks for it."),
            (_, { Confidence: null }) => (FieldStatus.Read, "Read; its source gives no confidence."),
            (_, { Confidence: >= High }) => (FieldStatus.Read, "Read with high confidence; nothing independent speaks for it."),
            _ => (FieldStatus.Read, "Read with medium confidence; nothing independent speaks for it."),
        };

    private static (FieldStatus Status, string Reason) Empty(FieldDefinition definition, DocumentCase subject)
    {
        if (!definition.IsRequired)
        {
            return (FieldStatus.Read, "Nothing was read; not every document carries it.");
        }

        return definition.Side == CardSide.Back && !subject.BackRead
            ? (FieldStatus.Read, "It stands on the back, which was not read.")
            : (FieldStatus.Missing, "Every document of this type carries it, and nothing was read.");
    }
}
