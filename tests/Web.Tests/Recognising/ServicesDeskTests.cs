using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Recognising;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Tests.Submissions;

namespace IdOcrPortal.Web.Tests.Recognising;

public sealed class ServicesDeskTests
{
    private const string Vendor = "TestVendor";
    private static readonly ConnectorInfo Ended = new("EndedVendor", "Ended vendor", Documentation: null, ["visa"], Country: null, IsMetered: true) { RetiredOn = new DateOnly(2025, 2, 18) };
    private static readonly ConnectorInfo Bare = new("BareVendor", "Bare vendor", Documentation: null, ["khm-id"], Country: null, IsMetered: true);

    [Theory]
    [InlineData(Roles.Uploader)]
    [InlineData(Roles.Reviewer)]
    [InlineData(Roles.Approver)]
    [InlineData(Roles.Auditor)]
    public async Task Only_an_administrator_sees_the_services(string role)
    {
        await using var portal = await StartAsync();
        var person = await portal.PersonAsync("Pat", role);
        var refused = await Assert.ThrowsAsync<CommandRefusedException>(() => Desk(portal).ListAsync(person, CancellationToken.None));
        Assert.Equal(Refusal.NotAllowed, refused.Refusal);
    }

    [Fact]
    public async Task A_service_that_was_never_called_is_up_with_nothing_to_count()
    {
        await using var portal = await StartAsync();
        var report = await ReportAsync(portal);
        Assert.Equal(ServiceHealth.Up, report.Health.Health);
        Assert.Equal((null, null, null, 0, 0, 0, 0), (report.LastSuccess, report.P50, report.P95, report.CallsToday, report.TestsToday, report.PossibleDoubleChargesToday, report.Waiting));
        Assert.Empty(report.Failures);
        Assert.Null(report.LastTest);
        Assert.Equal("passport", report.Specimen!.TypeId);
    }

    [Fact]
    public async Task Services_without_settings_and_ended_ones_say_so()
    {
        await using var portal = await StartAsync();
        var reports = await Desk(portal).ListAsync(await AdminAsync(portal), CancellationToken.None);
        Assert.Equal([Vendor, Bare.Id, Ended.Id, "OfflineEngine"], reports.Select(report => report.Setup.Info.Id));
        Assert.Equal(ServiceHealth.NotSetUp, reports[1].Health.Health);
        Assert.Equal(ServiceHealth.Retired, reports[2].Health.Health);
        Assert.Equal([Vendor + " (scripted)", "OfflineEngine (scripted)"], reports[2].Successors);
    }

    [Fact]
    public async Task Times_and_successes_come_from_the_ledger_of_the_last_day()
    {
        await using var portal = await StartAsync();
        await CallAsync(portal, TimeSpan.FromHours(-25), 60_000); // too old
        await CallAsync(portal, TimeSpan.FromHours(-3), 400);
        await CallAsync(portal, TimeSpan.FromHours(-2), 100);
        await CallAsync(portal, TimeSpan.FromHours(-1), 900, FailureClass.InputQuality, "no.card"); // a refused picture is an answer
        await CallAsync(portal, TimeSpan.FromMinutes(-30), 30_000, FailureClass.Transient, "broken"); // a fault is none

        var report = await ReportAsync(portal);
        Assert.Equal((3, 400.0, 900.0), (report.TimedCalls, report.P50!.Value.TotalMilliseconds, report.P95!.Value.TotalMilliseconds));
        Assert.Equal(portal.Clock.GetUtcNow().AddHours(-2).AddMilliseconds(100), report.LastSuccess);
    }

    [Fact]
    public async Task Failures_are_counted_by_class_with_the_latest_code_of_each()
    {
        await using var portal = await StartAsync();
        await CallAsync(portal, TimeSpan.FromHours(-26), 10, FailureClass.Credential, "long.ago");
        await CallAsync(portal, TimeSpan.FromHours(-5), 10, FailureClass.Transient, "first");
        await CallAsync(portal, TimeSpan.FromHours(-4), 10, FailureClass.Transient, "second");
        await CallAsync(portal, TimeSpan.FromHours(-6), 10, FailureClass.InputQuality, "blurred");
        await CallAsync(portal, TimeSpan.FromHours(-1), 10);

        var report = await ReportAsync(portal);
        Assert.Equal(
            [new FailureCount(FailureClass.Transient, 2, "second", portal.Clock.GetUtcNow().AddHours(-4)), new FailureCount(FailureClass.InputQuality, 1, "blurred", portal.Clock.GetUtcNow().AddHours(-6))],
            report.Failures);
    }

    [Fact]
    public async Task Today_is_the_day_in_UTC_and_unanswered_calls_are_possible_double_charges()
    {
        await using var portal = await StartAsync();
        portal.Clock.SetTo(new DateTimeOffset(2026, 11, 18, 1, 0, 0, TimeSpan.Zero));
        await CallAsync(portal, TimeSpan.FromMinutes(-61), 10, FailureClass.UnknownOutcome, "call.no_answer"); // yesterday
        await CallAsync(portal, TimeSpan.FromMinutes(-59), 10, FailureClass.UnknownOutcome, "call.no_answer");
        await CallAsync(portal, TimeSpan.FromMinutes(-10), 10);
        await CallAsync(portal, TimeSpan.FromMinutes(-5), null); // still open

        var report = await ReportAsync(portal);
        Assert.Equal((3, 0, 1), (report.CallsToday, report.TestsToday, report.PossibleDoubleChargesToday));
    }

    [Fact]
    public async Task Documents_that_wait_for_a_service_are_counted_there()
    {
        await using var portal = await StartAsync();
        var uploader = await portal.PersonAsync("Uma", Roles.Uploader);
        var (waits, other) = (await portal.DocumentAsync(uploader), await portal.DocumentAsync(uploader));
        await portal.ChangeAsync(async db =>
        {
            var job = await db.Jobs.FindAsync(waits);
            (job!.State, job.WaitsFor) = (JobState.Waiting, Vendor);
            (await db.Jobs.FindAsync(other))!.State = JobState.Waiting; // for a passing fault, for no service
        });

        Assert.Equal(1, (await ReportAsync(portal)).Waiting);
    }

    [Fact]
    public async Task A_service_that_is_cut_off_shows_why_and_until_when()
    {
        await using var portal = await StartAsync();
        portal.Get<Recognizer>().Find(Vendor)!.Breaker.Failed(FailureClass.Credential, "KEY_EXPIRED", "Renew the key.");

        var report = await ReportAsync(portal);
        Assert.Equal(ServiceHealth.Misconfigured, report.Health.Health);
        Assert.Equal(("KEY_EXPIRED", "Renew the key."), (report.Outage!.Code, report.Outage.Message));
        Assert.True(report.Outage.NextProbe > portal.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_pause_that_the_vendor_asked_for_shows()
    {
        await using var portal = await StartAsync();
        portal.Get<Recognizer>().Find(Vendor)!.Pace.Pause(TimeSpan.FromMinutes(2));
        var report = await ReportAsync(portal);
        Assert.Equal((ServiceHealth.Slow, portal.Clock.GetUtcNow().AddMinutes(2)), (report.Health.Health, report.PausedUntil));
    }

    internal static Task<FlowPortal> StartAsync(ScriptedService? vendor = null) =>
        FlowPortal.StartAsync(vendors: [vendor ?? new ScriptedService(Vendor, isMetered: true)], notSetUp: [Bare, Ended]);

    internal static ServicesDesk Desk(FlowPortal portal) => portal.Get<ServicesDesk>();

    internal static Task<Guid> AdminAsync(FlowPortal portal) => portal.PersonAsync("Ada", Roles.Admin);

    internal static async Task<ServiceReport> ReportAsync(FlowPortal portal) =>
        (await Desk(portal).ListAsync(await portal.PersonAsync("Reporter" + Guid.NewGuid().ToString("n"), Roles.Admin), CancellationToken.None)).Single(report => report.Setup.Info.Id == Vendor);

    // A row of the ledger, as the queue and the outcomes leave it.
    private static async Task CallAsync(FlowPortal portal, TimeSpan ago, int? milliseconds, FailureClass? failure = null, string? code = null)
    {
        var document = await portal.DocumentAsync(await portal.PersonAsync("Sender" + Guid.NewGuid().ToString("n"), Roles.Uploader));
        var started = portal.Clock.GetUtcNow() + ago;
        await portal.ChangeAsync(db =>
        {
            db.ServiceCalls.Add(new ServiceCallRow
            {
                Id = Guid.NewGuid(), DocumentId = document, Fence = 1, Service = Vendor, RequestKey = [1], StartedAt = started,
                EndedAt = milliseconds is { } length ? started.AddMilliseconds(length) : null,
                State = milliseconds is null ? CallState.Started : failure switch { null => CallState.Succeeded, FailureClass.UnknownOutcome => CallState.Unknown, _ => CallState.Failed },
                FailureClass = failure?.ToString(), FailureCode = code,
            });
            return Task.CompletedTask;
        });
    }
}
