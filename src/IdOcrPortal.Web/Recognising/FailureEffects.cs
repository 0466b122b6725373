using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Data;

namespace IdOcrPortal.Web.Recognising;

/// <summary>What a failed call does to its job.</summary>
/// <param name="Next">Queued (at once), Waiting, NeedsOperator or Rejected.</param>
/// <param name="Wait">For Waiting: how long.</param>
/// <param name="SpendsAttempt">Throttling does not count as an attempt.</param>
/// <param name="CountsAsUnknown">The call may have been charged.</param>
internal sealed record FailureEffect(JobState Next, TimeSpan Wait = default, bool SpendsAttempt = true, bool CountsAsUnknown = false);

/// <summary>The failure classes of SECURITY §5 and what follows from each: pure, so that its test is a table.</summary>
internal static class FailureEffects
{
    /// <summary>Calls after which a passing fault is no longer taken for one.</summary>
    internal const int MaxTransientAttempts = 3;

    /// <summary>Attempts after which a document is put aside whatever happened to it.</summary>
    internal const int MaxAttempts = 5;

    /// <summary>Interrupted calls after which a document is put aside.</summary>
    internal const int MaxUnknownOutcomes = 2;

    private static readonly TimeSpan[] BackOff = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(120)];
    private static readonly TimeSpan ThrottleDefault = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <param name="attempts">Calls made for this job, the failed one included.</param>
    /// <param name="unknownOutcomes">Calls before this one whose outcome nobody knows.</param>
    /// <param name="jitter">-1 to 1: spreads the back-off by 20 % either way.</param>
    internal static FailureEffect Of(Failure failure, int attempts, int unknownOutcomes, double jitter) => failure.Class switch
    {
        FailureClass.InputFinal => new FailureEffect(JobState.Rejected),
        FailureClass.InputQuality or FailureClass.Credential or FailureClass.Configuration => new FailureEffect(JobState.NeedsOperator),
        FailureClass.Throttled => new FailureEffect(JobState.Waiting, Shortest(failure.RetryAfter ?? ThrottleDefault, LongestWait), SpendsAttempt: false),
        FailureClass.UnknownOutcome => new FailureEffect(
            unknownOutcomes + 1 >= MaxUnknownOutcomes ? JobState.NeedsOperator : JobState.Queued, CountsAsUnknown: true),
        FailureClass.Transient when attempts >= MaxTransientAttempts => new FailureEffect(JobState.NeedsOperator),
        FailureClass.Transient => new FailureEffect(JobState.Waiting, BackOff[Math.Min(attempts, BackOff.Length) - 1] * (1 + (0.2 * jitter))),
        _ => throw new ArgumentOutOfRangeException(nameof(failure), failure.Class, "No effect is known for this class."),
    };

    private static TimeSpan Shortest(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
