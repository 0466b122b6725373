using IdOcrPortal.Documents;

namespace IdOcrPortal.Web.Components.Reviewing;

/// <summary>How the result of a check is shown: word, icon and colour, always together.</summary>
/// <param name="Tone">Class of the badge.</param>
public readonly record struct CheckText(string Word, string Icon, string Tone)
{
    /// <summary>In the order in which they matter to an officer.</summary>
    public static IReadOnlyList<CheckResult> Order { get; } = [CheckResult.Failed, CheckResult.NotPossible, CheckResult.Passed, CheckResult.NotApplicable];

    /// <summary>The look of a result.</summary>
    public static CheckText Of(CheckResult result) => result switch
    {
        CheckResult.Passed => new("Passed", "check_circle", "success"),
        CheckResult.Failed => new("Failed", "dangerous", "danger"),
        CheckResult.NotApplicable => new("Not applicable", "remove", ""),
        CheckResult.NotPossible => new("Not possible", "help", "warning"),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    /// <summary>Counts in words, gravest first ("1 failed, 3 passed"); checks that do not apply are left out.</summary>
    public static string Counts(IEnumerable<Check> checks)
    {
        var counts = checks.CountBy(check => check.Result).ToDictionary();
        return string.Join(", ", Order
            .Where(result => result != CheckResult.NotApplicable && counts.ContainsKey(result))
            .Select(result => $"{counts[result]} {Of(result).Word.ToLowerInvariant()}"));
    }
}
