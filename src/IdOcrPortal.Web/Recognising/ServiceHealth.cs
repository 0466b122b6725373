using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Limits;

namespace IdOcrPortal.Web.Recognising;

/// <summary>How a service does, for its administrator.</summary>
public enum ServiceHealth
{
    Up,
    Slow,

    /// <summary>It fails or cannot be reached.</summary>
    Down,

    /// <summary>It refuses us: credentials, subscription, billing or settings.</summary>
    Misconfigured,

    /// <summary>Its vendor ended it, and nobody wants it all the same.</summary>
    Retired,
    NotSetUp,
}

/// <summary>How one call ended, as far as health asks.</summary>
/// <param name="Fault">Class of the failure; <see langword="null"/>: the service read the picture.</param>
/// <param name="Latency">How long it took.</param>
internal sealed record RecentCall(FailureClass? Fault, TimeSpan Latency)
{
    /// <summary>A refused picture is an answer as well, and so is being asked to come back later.</summary>
    internal bool IsAnswer => Fault is null or FailureClass.InputFinal or FailureClass.InputQuality or FailureClass.Throttled;
}

/// <summary>What the health of a service is told from.</summary>
/// <param name="IsSetUp">Whether its settings are there.</param>
/// <param name="IsRetired">Whether its vendor ended it and the settings do not ask for it all the same.</param>
/// <param name="CannotRun">Why our own engine cannot run on this machine; <see langword="null"/>: it can, or this is a vendor's service.</param>
/// <param name="PausedUntil">Until when the vendor asked for no calls.</param>
/// <param name="Recent">Calls and tests of the last <see cref="HealthRules.Window"/>, newest first; those before the last one that ended an outage tell nothing any more.</param>
internal sealed record HealthFacts(
    bool IsSetUp, bool IsRetired, string? CannotRun, Outage? Outage, DateTimeOffset? PausedUntil, IReadOnlyList<RecentCall> Recent);

/// <summary>A health and, in a sentence, why.</summary>
public sealed record HealthState(ServiceHealth Health, string Reason);

/// <summary>Tells the health of a service: pure, so that its test is a table.</summary>
internal static class HealthRules
{
    /// <summary>Calls older than this say nothing of now.</summary>
    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>A service whose p95 is above this keeps people waiting.</summary>
    internal static readonly TimeSpan SlowAbove = TimeSpan.FromSeconds(5);

    /// <summary>Fewer calls than this tell no p95.</summary>
    internal const int FewestForSlow = 5;

    /// <summary>As many faults in a row mean that it is down, whatever the breaker forgot at a restart.</summary>
    internal const int FaultsInARow = 3;

    internal static HealthState Of(HealthFacts facts) => facts switch
    {
        { IsRetired: true } => new(ServiceHealth.Retired, "Its vendor ended it. What it read stays readable; new work goes to other services."),
        { IsSetUp: false } => new(ServiceHealth.NotSetUp, "Its credentials are missing, so nothing is sent to it."),
        { CannotRun: { } why } => new(ServiceHealth.Misconfigured, why),
        { Outage.Class: FailureClass.Credential or FailureClass.Configuration } => new(ServiceHealth.Misconfigured, "It refuses our calls. It is tried again by itself; a good test ends this at once."),
        { Outage: not null } => new(ServiceHealth.Down, "It is cut off after failures. It is tried again by itself; a good test ends this at once."),
        { Recent: [{ Fault: FailureClass.Credential or FailureClass.Configuration }, ..] } => new(ServiceHealth.Misconfigured, "It refused the latest call."),
        _ when facts.Recent.Count >= FaultsInARow && facts.Recent.Take(FaultsInARow).All(call => !call.IsAnswer) => new(ServiceHealth.Down, $"Its latest {FaultsInARow} calls failed."),
        { PausedUntil: not null } => new(ServiceHealth.Slow, "It asked for a pause; calls go on when it is over."),
        _ when IsSlow(facts.Recent) => new(ServiceHealth.Slow, $"One call in twenty takes longer than {SlowAbove.TotalSeconds:0} seconds."),
        { Recent.Count: 0 } => new(ServiceHealth.Up, "Nothing speaks against it, but it was not called in the last 15 minutes. A test tells whether it answers."),
        _ => new(ServiceHealth.Up, "It answers."),
    };

    /// <summary>The smallest value that at least this share of the values do not exceed (nearest rank); <see langword="null"/> where there are none.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    internal static TimeSpan? Percentile(IReadOnlyCollection<TimeSpan> values, double share)
    {
        if (values.Count == 0)
        {
            return null;
        }

        var sorted = values.Order().ToList();
        return sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
    }

    private static bool IsSlow(IReadOnlyList<RecentCall> recent)
    {
        var latencies = recent.Where(call => call.IsAnswer).Select(call => call.Latency).ToList();
        return latencies.Count >= FewestForSlow && Percentile(latencies, 0.95) > SlowAbove;
    }
}
