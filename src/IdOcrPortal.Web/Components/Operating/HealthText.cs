using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Recognising;

namespace IdOcrPortal.Web.Components.Operating;

/// <summary>How a health is shown: word, icon and colour, always together.</summary>
/// <param name="Tone">Class of the badge.</param>
public readonly record struct HealthText(string Word, string Icon, string Tone)
{
    /// <summary>The look of a health.</summary>
    public static HealthText Of(ServiceHealth health) => health switch
    {
        ServiceHealth.Up => new("Up", "check_circle", "success"),
        ServiceHealth.Slow => new("Slow", "hourglass_top", "warning"),
        ServiceHealth.Down => new("Down", "cloud_off", "danger"),
        ServiceHealth.Misconfigured => new("Misconfigured", "build", "danger"),
        ServiceHealth.Retired => new("Retired", "inventory_2", ""),
        ServiceHealth.NotSetUp => new("Not set up", "key_off", ""),
        _ => throw new ArgumentOutOfRangeException(nameof(health)),
    };
}

/// <summary>What people call the classes of failures.</summary>
public static class FailureText
{
    /// <summary>The class in a few words.</summary>
    public static string Of(FailureClass failure) => failure switch
    {
        FailureClass.InputFinal => "Picture refused",
        FailureClass.InputQuality => "Picture not readable",
        FailureClass.Transient => "Passing fault",
        FailureClass.Throttled => "Too many calls",
        FailureClass.Credential => "Credentials refused",
        FailureClass.Configuration => "Subscription, billing or settings",
        FailureClass.UnknownOutcome => "No answer after sending",
        _ => throw new ArgumentOutOfRangeException(nameof(failure)),
    };
}

/// <summary>How lengths of time are shown.</summary>
public static class DurationText
{
    /// <summary>Such as <c>340 ms</c>, <c>1.2 s</c>, <c>75 s</c>.</summary>
    public static string Of(TimeSpan duration) => duration.TotalMilliseconds switch
    {
        < 1_000 => FormattableString.Invariant($"{duration.TotalMilliseconds:0} ms"),
        < 10_000 => FormattableString.Invariant($"{duration.TotalSeconds:0.0} s"),
        _ => FormattableString.Invariant($"{duration.TotalSeconds:0} s"),
    };
}
