using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Limits;
using IdOcrPortal.Recognition.Routing;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Recognising;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Tests.Submissions;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Tests.Recognising;

/// <summary>Services that are down, refuse us or ask for a pause: nothing is lost, nothing is spent, and nobody is called more often than allowed.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task A_vendor_that_is_down_for_ten_minutes_refuses_no_upload_is_called_once_in_thirty_seconds_and_then_gets_its_backlog_at_its_pace()
    {
        var vendor = Vendor("passport", "mys-mykad");
        vendor.Always = () => throw new ConnectorException(FailureClass.Transient, "call.no_connection", "Down.");
        await using var portal = await FlowPortal.StartAsync(vendors: [vendor], callsPerSecond: 4);
        var uploader = await portal.PersonAsync("Uma", Roles.Uploader);

        // Both kinds come in all the time: passports, which the engine can read as well, and cards that only the vendor reads.
        List<Guid> passports = [], cards = [];
        for (var tick = 0; tick < 60; tick++)
        {
            passports.Add(await portal.DocumentAsync(uploader, "passport"));
            cards.Add(await portal.DocumentAsync(uploader, "mys-mykad"));
            await RunAsync(portal);
            portal.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        // Until five failed within thirty seconds it was called freely; from then on it was probed.
        Assert.InRange(vendor.Calls, 5, 5 + 4 + 20);
        var calls = await portal.AskAsync(db => db.ServiceCalls.Where(call => call.Service == "Vendor").OrderBy(call => call.StartedAt).Select(call => call.StartedAt).ToListAsync());
        var probes = calls.Skip(6).ToList();
        Assert.All(probes.Zip(probes.Skip(1)), pair => Assert.True(pair.Second - pair.First >= CircuitBreaker.ProbeEvery));
        var states = await portal.AskAsync(db => db.Documents.Where(row => row.RequestedTypeId == "passport").Select(row => new { row.State, row.IsProvisional }).ToListAsync());
        Assert.True(states.Count(row => row is { State: DocumentState.ReadyForReview, IsProvisional: true }) >= 55);
        Assert.All(await portal.AskAsync(db => db.Documents.Where(row => row.RequestedTypeId == "mys-mykad").Select(row => row.State).ToListAsync()), state => Assert.Equal(DocumentState.Received, state));
        var backlog = await portal.AskAsync(db => db.Jobs.CountAsync(job => job.State == JobState.Waiting));
        Assert.Equal(cards.Count, backlog);

        vendor.Always = null;
        var before = vendor.Calls;
        portal.Clock.Advance(CircuitBreaker.ProbeEvery);
        await RunAsync(portal);

        Assert.Equal(0, await portal.AskAsync(db => db.Jobs.CountAsync(job => job.State != JobState.Recognised)));
        Assert.Equal(backlog, vendor.Calls - before);
        var drained = await portal.AskAsync(db => db.ServiceCalls.Where(call => call.Service == "Vendor" && call.State == CallState.Succeeded).Select(call => call.StartedAt).ToListAsync());
        Assert.All(drained, from => Assert.InRange(drained.Count(at => at >= from && at < from + TimeSpan.FromSeconds(1)), 1, 5));
        Assert.InRange((drained.Max() - drained.Min()).TotalSeconds, (backlog - 1) / 4.0, (backlog / 4.0) + 31);
    }

    [Theory]
    [InlineData(FailureClass.Credential, "AuthFailure.SignatureFailure")]
    [InlineData(FailureClass.Configuration, "FailedOperation.UnOpenError")]
    public async Task A_refusal_of_us_is_no_fault_of_the_document_it_waits_and_is_read_when_the_keys_are_right(FailureClass failure, string code)
    {
        var vendor = Vendor("mys-mykad").Fails(failure, code);
        await using var portal = await FlowPortal.StartAsync(vendors: [vendor]);
        var uploader = await portal.PersonAsync("Uma", Roles.Uploader);
        var first = await portal.DocumentAsync(uploader, "mys-mykad");
        await portal.ReadAllAsync();
        var second = await portal.DocumentAsync(uploader, "mys-mykad");
        await portal.ReadAllAsync();

        Assert.Equal(1, vendor.Calls);
        var job = await portal.JobAsync(first);
        Assert.Equal((JobState.Waiting, 0, "Vendor", DocumentState.Received), (job.State, job.Attempts, job.WaitsFor, (await portal.RowAsync(first)).State));
        Assert.Contains(AuditEvents.RecognitionWaiting, await portal.EventsAsync(first));

        portal.Clock.Advance(CircuitBreaker.RefusedProbe);
        await portal.ReadAllAsync();
        Assert.Equal(DocumentState.ReadyForReview, (await portal.RowAsync(second)).State);
        Assert.Equal(DocumentState.ReadyForReview, (await portal.RowAsync(first)).State); // woken by the probe's success
        Assert.Equal(3, vendor.Calls);
    }

    [Fact]
    public async Task A_document_that_provokes_the_refusal_itself_does_not_close_the_service_to_the_others_for_ever()
    {
        var vendor = Vendor("mys-mykad");
        await using var portal = await FlowPortal.StartAsync(vendors: [vendor]);
        var uploader = await portal.PersonAsync("Uma", Roles.Uploader);
        var bad = await portal.DocumentAsync(uploader, "mys-mykad");
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        vendor.Fails(FailureClass.Configuration, "InvalidParameter");
        await portal.ReadAllAsync();
        List<Guid> others = [];
        for (var i = 0; i < 5; i++)
        {
            others.Add(await portal.DocumentAsync(uploader, "mys-mykad"));
        }

        var badBytes = bad.ToByteArray();
        vendor.Always = () => vendor.Sent.Last().Bytes.Span.SequenceEqual(badBytes)
            ? throw new ConnectorException(FailureClass.Configuration, "InvalidParameter", "Wrong.")
            : Task.FromResult(vendor.Passport());
        for (var minute = 0; minute < 30; minute++)
        {
            await portal.ReadAllAsync();
            portal.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(DocumentState.RecognitionFailed, (await portal.RowAsync(bad)).State);
        Assert.All(others, id => Assert.Equal(DocumentState.ReadyForReview, portal.RowAsync(id).Result.State));
        Assert.Equal(2, vendor.Sent.Count(image => image.Bytes.Span.SequenceEqual(badBytes)));
    }

    [Fact]
    public async Task Throttling_holds_all_calls_back_as_long_as_the_vendor_asked_and_spends_nothing()
    {
        var vendor = Vendor("mys-mykad").Fails(FailureClass.Throttled, "RequestLimitExceeded", TimeSpan.FromSeconds(40));
        await using var portal = await FlowPortal.StartAsync(vendors: [vendor]);
        var uploader = await portal.PersonAsync("Uma", Roles.Uploader);
        var (first, second) = (await portal.DocumentAsync(uploader, "mys-mykad"), await portal.DocumentAsync(uploader, "mys-mykad"));
        await portal.ReadAllAsync();
        portal.Clock.Advance(TimeSpan.FromSeconds(39));
        await portal.ReadAllAsync();
        Assert.Equal(1, vendor.Calls);

        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await portal.ReadAllAsync();
        Assert.Equal(3, vendor.Calls);
        Assert.All(new[] { first, second }, id => Assert.Equal(1, portal.JobAsync(id).Result.Attempts));
        Assert.Equal(2, (await portal.CallsAsync(first)).Count + (await portal.CallsAsync(second)).Count - 1);
    }

    [Fact]
    public async Task A_card_that_the_stand_in_cannot_read_waits_for_its_service_and_is_not_given_up()
    {
        var engine = new ScriptedService("OfflineEngine", isMetered: false, "khm-id").Fails(FailureClass.InputQuality, "offline.no_mrz");
        var vendor = Vendor("khm-id").Fails(FailureClass.Credential, "APIG.0301");
        await using var portal = await FlowPortal.StartAsync(engine, vendors: [vendor]);
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader), "khm-id");
        await portal.ReadAllAsync();

        Assert.Equal((DocumentState.Received, "Vendor"), ((await portal.RowAsync(id)).State, (await portal.JobAsync(id)).WaitsFor));
        portal.Clock.Advance(CircuitBreaker.RefusedProbe + TimeSpan.FromSeconds(5));
        await portal.ReadAllAsync();
        Assert.Equal((DocumentState.ReadyForReview, "Vendor", false), ((await portal.RowAsync(id)).State, (await portal.RowAsync(id)).Service, (await portal.RowAsync(id)).IsProvisional));
    }

    [Fact]
    public async Task What_waits_for_a_service_is_due_again_after_a_restart()
    {
        var vendor = Vendor("mys-mykad").Fails(FailureClass.Credential, "AuthFailure.SignatureFailure");
        await using var portal = await FlowPortal.StartAsync(vendors: [vendor]);
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader), "mys-mykad");
        await portal.ReadAllAsync();
        Assert.Equal(JobState.Waiting, (await portal.JobAsync(id)).State);

        await portal.RestartAsync(); // with the right keys
        await portal.Jobs.RecoverAsync(CancellationToken.None);
        await portal.ReadAllAsync();
        Assert.Equal(DocumentState.ReadyForReview, (await portal.RowAsync(id)).State);
    }

    private static ScriptedService Vendor(params string[] types) => new("Vendor", isMetered: true, types);

    /// <summary>Reads all that is due, and moves the clock on whenever a service's turn is waited for.</summary>
    private static async Task RunAsync(FlowPortal portal)
    {
        var reading = portal.ReadAllAsync();
        while (!reading.IsCompleted)
        {
            portal.Clock.TryAdvanceToTimer(TimeSpan.FromSeconds(11));
            await Task.Yield();
        }

        await reading;
    }
}
