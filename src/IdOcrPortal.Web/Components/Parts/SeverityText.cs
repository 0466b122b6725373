using IdOcrPortal.Documents;

namespace IdOcrPortal.Web.Components.Parts;

/// <summary>How a severity is shown: word, icon and colour, always together.</summary>
/// <param name="Tone">Class of the badge.</param>
public readonly record struct SeverityText(string Word, string Icon, string Tone)
{
    /// <summary>The look of a severity.</summary>
    public static SeverityText Of(Severity severity) => severity switch
    {
        Severity.Critical => new("Critical", "dangerous", "solid-danger"),
        Severity.High => new("High", "error", "danger"),
        Severity.Medium => new("Medium", "warning", "warning"),
        Severity.Low => new("Low", "info", ""),
        Severity.Info => new("Info", "info", ""),
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };
}
