using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Data;

namespace IdOcrPortal.Web.Recognising;

/// <summary>What a failed call does to its job.</summary>
/// <param name="Next">Queued (at once), Waiting, NeedsOperator or Rejected.</param>
/// <param name="Wait">For Waiting: how long.</param>
/// <param name="SpendsAttempt">Throttling does not count as an attempt.</param>
/// <param name="CountsAsUnknown">The call may have been charged.</param>
/// <param name="IsRefusal">The service refused us, not the picture.</param>
internal sealed record FailureEffect(JobState Next, TimeSpan Wait = default, bool SpendsAttempt = true, bool CountsAsUnknown = false, bool IsRefusal = false);

/// <summary>The failure classes of SECURITY §5 and what follows from each: pure, so that its test is a table.</summary>
internal static class FailureEffects
{
    /// <summary>Calls after which a passing fault is no longer taken for one.</summary>
    internal const int MaxTransientAttempts = 3;

    /// <summary>The same for a code that no list has (RQ-6).</summary>
    internal const int MaxUnlistedAttempts = 2;

    /// <summary>
    /// Refusals of our credentials or settings after which a document is put before a person: one that provokes them itself must not close the service to all others again and again.
    /// </summary>
    internal const int MaxRefusals = 2;

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
    /// <param name="isMetered">Whether the service is a vendor's: its breaker is open after a refusal, and the job goes on with another service or waits.</param>
    /// <param name="refusals">Refusals of us before this one.</param>
    /// <param name="isCutOff">Whether the service is cut off: then a passing fault is the service's and not the document's, and spends nothing.</param>
    internal static FailureEffect Of(Failure failure, bool isMetered, int attempts, int unknownOutcomes, int refusals, double jitter, bool isCutOff = false) => failure.Class switch
    {
        FailureClass.Transient when isMetered && isCutOff => new FailureEffect(JobState.Waiting, BackOff[0], SpendsAttempt: false),
        FailureClass.InputFinal => new FailureEffect(JobState.Rejected),
        FailureClass.Credential or FailureClass.Configuration when isMetered =>
            new FailureEffect(refusals + 1 >= MaxRefusals ? JobState.NeedsOperator : JobState.Queued, SpendsAttempt: false, IsRefusal: true),
        FailureClass.InputQuality or FailureClass.Credential or FailureClass.Configuration => new FailureEffect(JobState.NeedsOperator),
        FailureClass.Throttled => new FailureEffect(JobState.Waiting, Shortest(failure.RetryAfter ?? ThrottleDefault, LongestWait), SpendsAttempt: false),
        FailureClass.UnknownOutcome => new FailureEffect(
            unknownOutcomes + 1 >= MaxUnknownOutcomes ? JobState.NeedsOperator : failure.RetryAfter is null ? JobState.Queued : JobState.Waiting,
            failure.RetryAfter ?? TimeSpan.Zero, CountsAsUnknown: true),
        FailureClass.Transient when attempts >= (failure.IsKnown ? MaxTransientAttempts : MaxUnlistedAttempts) => new FailureEffect(JobState.NeedsOperator),
        FailureClass.Transient => new FailureEffect(JobState.Waiting, BackOff[Math.Min(attempts, BackOff.Length) - 1] * (1 + (0.2 * jitter))),
        _ => throw new ArgumentOutOfRangeException(nameof(failure), failure.Class, "No effect is known for this class."),
    };

    private static TimeSpan Shortest(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
