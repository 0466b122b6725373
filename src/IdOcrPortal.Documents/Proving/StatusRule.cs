namespace IdOcrPortal.Documents;

/// <summary>What is known of one field before it has a status.</summary>
/// <param name="Original">The text as its source gave it; <see langword="null"/> where nobody gave one.</param>
/// <param name="Normalised">The form that a rule made of it; <see langword="null"/> where no rule could.</param>
/// <param name="Rule">Which rule.</param>
/// <param name="Confidence">The source's estimate of itself, 0 to 1.</param>
/// <param name="Source">Who gave the text.</param>
internal sealed record FieldValue(string? Original, string? Normalised, string? Rule, double? Confidence, ClaimSource? Source)
{
    internal static FieldValue Absent { get; } = new(null, null, null, null, null);
}

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
    /// <param name="rulings">Every ruling on the document.</param>
    /// <param name="provable">Whether passing checks may make a value Verified; false for a zone that the reader's gate did not let pass.</param>
    internal static (FieldStatus Status, string Reason) Decide(
        FieldDefinition definition, FieldValue value, IReadOnlyList<Ruling> rulings, bool provable)
    {
        var (verdict, ruling) = Worst(definition.Name, rulings);
        return (verdict, value) switch
        {
            (Verdict.Refutes, _) => (FieldStatus.Failed, $"{ruling!.Check.Title}: failed. {ruling.Check.Detail}"),
            (Verdict.Disagrees, _) => (FieldStatus.Conflict, ruling!.Check.Detail),
            (_, { Original: null }) => definition.IsRequired
                ? (FieldStatus.Missing, "Every document of this type carries it, and nothing was read.")
                : (FieldStatus.Read, "Nothing was read; not every document carries it."),
            (Verdict.Doubts, _) => (FieldStatus.Attention, $"{ruling!.Check.Title}: failed. {ruling.Check.Detail}"),
            (_, { Normalised: null }) => (FieldStatus.Attention, "No rule knows a value of this shape."),
            (Verdict.Proves, _) when provable => (FieldStatus.Verified, $"{ruling!.Check.Title}: passed."),
            (_, { Confidence: < Medium }) => (FieldStatus.Attention, "Read with low confidence, and nothing independent speaks for it."),
            (_, { Confidence: null }) when definition.IsKey => (FieldStatus.Attention, "Neither a confidence nor a check speaks for it."),
            (_, { Confidence: null }) => (FieldStatus.Read, "Read; its source gives no confidence."),
            (_, { Confidence: >= High }) => (FieldStatus.Read, "Read with high confidence; nothing independent speaks for it."),
            _ => (FieldStatus.Read, "Read with medium confidence; nothing independent speaks for it."),
        };
    }

    private static (Verdict Verdict, Ruling? Ruling) Worst(string field, IReadOnlyList<Ruling> rulings)
    {
        var worst = Verdict.None;
        Ruling? by = null;
        foreach (var ruling in rulings)
        {
            if (ruling.Verdict != Verdict.None && ruling.Check.Fields.Contains(field) && ruling.On(field) > worst)
            {
                (worst, by) = (ruling.On(field), ruling);
            }
        }

        return (worst, by);
    }
}
