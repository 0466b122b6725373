using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Limits;

namespace IdOcrPortal.Web.Recognising;

/// <summary>Failures of one class within 24 hours.</summary>
/// <param name="LatestCode">Raw code of the newest of them; <see langword="null"/> where none was kept.</param>
public sealed record FailureCount(FailureClass Class, int Count, string? LatestCode, DateTimeOffset Latest);

/// <summary>An earlier test of a service, as it was kept.</summary>
/// <param name="Class">Class of the failure; <see langword="null"/> where it read the specimen.</param>
public sealed record KeptTest(DateTimeOffset At, string By, bool IsAnswered, FailureClass? Class, string? Code, string? RequestId, TimeSpan Latency);

/// <summary>One service as its administrator sees it. Times of calls are of the last 24 hours, at most the newest 1,000 of them.</summary>
/// <param name="CallsToday">Calls and tests since midnight UTC.</param>
/// <param name="TestsToday">How many of them were tests.</param>
/// <param name="PossibleDoubleChargesToday">Calls since midnight UTC of which nobody knows how they ended.</param>
/// <param name="Waiting">Documents that wait for it.</param>
/// <param name="Specimen">What a test would send; <see langword="null"/>: there is no specimen that it reads.</param>
/// <param name="Successors">Names of usable services that read what a retired one read.</param>
public sealed record ServiceReport(
    ServiceSetup Setup, HealthState Health, Outage? Outage, DateTimeOffset? PausedUntil, DateTimeOffset? LastSuccess, int TimedCalls, TimeSpan? P50, TimeSpan? P95,
    IReadOnlyList<FailureCount> Failures, int CallsToday, int TestsToday, int PossibleDoubleChargesToday, int Waiting, KeptTest? LastTest,
    Submissions.Specimen? Specimen, IReadOnlyList<string> Successors);

/// <summary>How a test ended.</summary>
public enum ServiceTestOutcome
{
    /// <summary>It read the specimen.</summary>
    Read,

    /// <summary>It refused the picture: credentials and settings work.</summary>
    RefusedPicture,

    /// <summary>It refused us, failed, or could not be reached.</summary>
    Failed,

    /// <summary>The specimen could not be made into a picture that it takes: nothing was sent.</summary>
    NotSent,
}

/// <summary>What came of a test.</summary>
/// <param name="Fields">Fields that were read and that the truth has too.</param>
/// <param name="Differing">Labels of those that do not say what the truth says.</param>
/// <param name="Failure">Why there is no reading.</param>
/// <param name="EndedOutage">Whether it was cut off before and works again.</param>
public sealed record ServiceTestResult(
    string Service, DateTimeOffset At, ServiceTestOutcome Outcome, TimeSpan Latency, int Fields, IReadOnlyList<string> Differing, Failure? Failure, string? RequestId, Submissions.Specimen Specimen, bool EndedOutage);
