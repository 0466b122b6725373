using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Limits;
using IdOcrPortal.Web.Recognising;

namespace IdOcrPortal.Web.Tests.Recognising;

public sealed class ServiceHealthTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly RecentCall Good = new(null, TimeSpan.FromMilliseconds(300));
    private static readonly RecentCall Long = new(null, TimeSpan.FromSeconds(6));

    public static TheoryData<string, ServiceHealth> Table() => new()
    {
        { "nothing known", ServiceHealth.Up },
        { "good calls", ServiceHealth.Up },
        { "not set up", ServiceHealth.NotSetUp },
        { "retired", ServiceHealth.Retired },
        { "retired and not set up", ServiceHealth.Retired },
        { "engine cannot run", ServiceHealth.Misconfigured },
        { "cut off by Credential", ServiceHealth.Misconfigured },
        { "cut off by Configuration", ServiceHealth.Misconfigured },
        { "cut off by Transient", ServiceHealth.Down },
        { "cut off by UnknownOutcome", ServiceHealth.Down },
        { "two faults", ServiceHealth.Up },
        { "three faults", ServiceHealth.Down },
        { "three faults before a good call", ServiceHealth.Up },
        { "three refused pictures", ServiceHealth.Up },
        { "refused credentials", ServiceHealth.Misconfigured },
        { "refused credentials before a good call", ServiceHealth.Up },
        { "asked for a pause", ServiceHealth.Slow },
        { "asked for a pause after three faults", ServiceHealth.Down },
        { "four long calls", ServiceHealth.Up },
        { "five long calls", ServiceHealth.Slow },
        { "one long call among twenty", ServiceHealth.Up },
        { "two long calls among twenty", ServiceHealth.Slow },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Health_follows_the_breaker_the_latest_calls_and_their_times(string known, ServiceHealth expected)
    {
        var state = HealthRules.Of(Facts(known));
        Assert.Equal(expected, state.Health);
        Assert.EndsWith(".", state.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(0.95, 4)]
    [InlineData(1, 4)]
    [InlineData(0.25, 1)]
    [InlineData(0.01, 1)]
    public void A_percentile_is_a_value_that_was_measured(double share, int expected) =>
        Assert.Equal(TimeSpan.FromSeconds(expected), HealthRules.Percentile([.. ((int[])[3, 1, 4, 2]).Select(seconds => TimeSpan.FromSeconds(seconds))], share));

    [Fact]
    public void Nothing_measured_has_no_percentile() => Assert.Null(HealthRules.Percentile([], 0.5));

    private static HealthFacts Facts(string known)
    {
        var up = new HealthFacts(IsSetUp: true, IsRetired: false, CannotRun: null, Outage: null, PausedUntil: null, Recent: []);
        return known switch
        {
            "nothing known" => up,
            "good calls" => up with { Recent = [Good, Good] },
            "not set up" => up with { IsSetUp = false },
            "retired" => up with { IsRetired = true },
            "retired and not set up" => up with { IsRetired = true, IsSetUp = false },
            "engine cannot run" => up with { CannotRun = "Leptonica is missing." },
            "cut off by Credential" => up with { Outage = CutOff(FailureClass.Credential), Recent = [Good] },
            "cut off by Configuration" => up with { Outage = CutOff(FailureClass.Configuration) },
            "cut off by Transient" => up with { Outage = CutOff(FailureClass.Transient) },
            "cut off by UnknownOutcome" => up with { Outage = CutOff(FailureClass.UnknownOutcome) },
            "two faults" => up with { Recent = [Fault(), Fault(), Good] },
            "three faults" => up with { Recent = [Fault(), Fault(FailureClass.UnknownOutcome), Fault(), Good] },
            "three faults before a good call" => up with { Recent = [Good, Fault(), Fault(), Fault()] },
            "three refused pictures" => up with { Recent = [Fault(FailureClass.InputQuality), Fault(FailureClass.InputFinal), Fault(FailureClass.InputQuality)] },
            "refused credentials" => up with { Recent = [Fault(FailureClass.Credential), Good] },
            "refused credentials before a good call" => up with { Recent = [Good, Fault(FailureClass.Credential)] },
            "asked for a pause" => up with { PausedUntil = Noon, Recent = [Fault(FailureClass.Throttled)] },
            "asked for a pause after three faults" => up with { PausedUntil = Noon, Recent = [Fault(), Fault(), Fault()] },
            "four long calls" => up with { Recent = Repeat(Long, 4) },
            "five long calls" => up with { Recent = Repeat(Long, 5) },
            "one long call among twenty" => up with { Recent = [Long, .. Repeat(Good, 19)] },
            "two long calls among twenty" => up with { Recent = [.. Repeat(Long, 2), .. Repeat(Good, 18)] },
            _ => throw new ArgumentOutOfRangeException(nameof(known)),
        };
    }

    private static Outage CutOff(FailureClass failure) => new(failure, "test.code", "Scripted.", Noon, Noon);

    private static RecentCall Fault(FailureClass failure = FailureClass.Transient) => new(failure, TimeSpan.FromSeconds(1));

    private static IReadOnlyList<RecentCall> Repeat(RecentCall call, int times) => [.. Enumerable.Repeat(call, times)];
}
