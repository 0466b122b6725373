namespace IdOcrPortal.Specimens;

/// <summary>Why a number cannot be a living person's, in a form that a test can hold against the number.</summary>
/// <param name="Reason">For people.</param>
/// <param name="Field">The field that the rule speaks of.</param>
/// <param name="Pattern">Regular expression that the field's printed text has to match.</param>
internal sealed record NobodyRule(string Reason, string Field, string Pattern)
{
    /// <summary>The zone's issuing state is the fictional one of Doc 9303.</summary>
    public static NobodyRule Utopian { get; } =
        new("The issuing state is UTO, Utopia, the fictional state that Doc 9303 prints its specimens for.", "issuing_state", "^UTO$");
}
