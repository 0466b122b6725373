namespace IdOcrPortal.Specimens;

/// <summary>Why a number cannot be a living person's, in a form that a test can hold against the number.</summary>
/// <param name="Reason">For people.</param>
/// <param name="Field">The field that the rule speaks of.</param>
/// <param name="Pattern">Regular expression that the field's printed text has to match.</param>
internal sealed record NobodyRule(string Reason, string Field, string Pattern)
{
    /// <summary>The oldest person of whom the birth is proved reached 122 years; the number holds a day of birth longer ago than that.</summary>
    public static NobodyRule BornTooLongAgo(string pattern) =>
        new("The number holds a day of birth before 1903; nobody born then is alive.", "document_number", pattern);

    /// <summary>The zone's issuing state is the fictional one of Doc 9303.</summary>
    public static NobodyRule Utopian { get; } =
        new("The issuing state is UTO, Utopia, the fictional state that Doc 9303 prints its specimens for.", "issuing_state", "^UTO$");
}
