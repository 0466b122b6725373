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

/// <summary>Several services: who reads what when some of them fail.</summary>
public sealed class RoutedRecognitionTests
{
    [Fact]
    public async Task A_picture_of_no_chosen_type_is_looked_at_by_the_engine_and_then_read_by_the_vendor()
    {
        var vendor = Vendor();
        await using var portal = await FlowPortal.StartAsync(vendors: [vendor]);
        var id = await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));

        var row = await portal.RowAsync(id);
        Assert.Equal((DocumentState.ReadyForReview, "Vendor", false), (row.State, row.Service, row.IsProvisional));
        Assert.Equal((1, 1), (portal.Service.Calls, vendor.Calls));
        Assert.Equal("passport", Assert.Single(vendor.Sent).RequestedTypeId);
        Assert.Equal(["OfflineEngine", "Vendor"], await portal.AskAsync(db => db.Readings.OrderBy(reading => reading.Run).Select(reading => reading.Service).ToListAsync()));
        Assert.Equal(["Detect", "First"], await portal.AskAsync(db => db.Readings.OrderBy(reading => reading.Run).Select(reading => reading.Route).ToListAsync()));
        Assert.Contains(AuditEvents.RecognitionDetected, await portal.EventsAsync(id));
        Assert.Equal(1, (await portal.JobAsync(id)).Attempts);
    }

    [Fact]
    public async Task What_the_engine_cannot_tell_is_for_a_person_or_for_the_services_that_the_setting_names()
    {
        foreach (var named in new[] { false, true })
        {
            var (engine, one, other) = (new ScriptedService().Fails(FailureClass.InputQuality, "offline.no_mrz"), Vendor("mys-mykad").Fails(FailureClass.InputQuality, "FailedOperation.NoMASIDCard"), new ScriptedService("Other", isMetered: true, "idn-ktp"));
            await using var portal = await FlowPortal.StartAsync(engine, vendors: [one, other], routing: new RoutingOptions { Detect = named ? ["Vendor", "Other"] : [] });
            var id = await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));

            var row = await portal.RowAsync(id);
            (DocumentState, string?, string?) expected = named ? (DocumentState.ReadyForReview, "Other", null) : (DocumentState.RecognitionFailed, null, "offline.no_mrz");
            Assert.Equal(expected, (row.State, row.Service, row.OutcomeCode));
            Assert.Equal(named ? (1, 1) : (0, 0), (one.Calls, other.Calls));
        }
    }

    [Fact]
    public async Task What_the_engine_found_stands_in_where_the_vendor_cannot_read_it_and_is_not_read_again()
    {
        var vendor = Vendor().Fails(FailureClass.InputQuality, "FailedOperation.ImageBlur");
        await using var portal = await FlowPortal.StartAsync(vendors: [vendor]);
        var id = await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));

        var row = await portal.RowAsync(id);
        Assert.Equal((DocumentState.ReadyForReview, "OfflineEngine", true), (row.State, row.Service, row.IsProvisional));
        Assert.Equal((1, 1), (portal.Service.Calls, vendor.Calls));
        Assert.Equal(1, await portal.AskAsync(db => db.Readings.CountAsync()));
    }

    [Fact]
    public async Task Where_everybody_gives_up_people_are_told_what_the_better_service_said()
    {
        var engine = new ScriptedService().Fails(FailureClass.InputQuality, "offline.no_mrz");
        await using var portal = await FlowPortal.StartAsync(engine, vendors: [Vendor().Fails(FailureClass.InputQuality, "FailedOperation.ImageBlur")]);
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader), "passport");
        await portal.ReadAllAsync();

        var row = await portal.RowAsync(id);
        Assert.Equal((DocumentState.RecognitionFailed, "FailedOperation.ImageBlur"), (row.State, row.OutcomeCode));
        Assert.Equal(2, (await portal.CallsAsync(id)).Count);
    }

    [Fact]
    public async Task A_passing_fault_that_does_not_pass_ends_with_a_provisional_reading_and_a_warning()
    {
        var vendor = Vendor().Fails(FailureClass.Transient).Fails(FailureClass.Transient).Fails(FailureClass.Transient);
        await using var portal = await FlowPortal.StartAsync(vendors: [vendor]);
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader), "passport");
        for (var minute = 0; minute < 3; minute++)
        {
            await portal.ReadAllAsync();
            portal.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var row = await portal.RowAsync(id);
        Assert.Equal((DocumentState.ReadyForReview, "OfflineEngine", true), (row.State, row.Service, row.IsProvisional));
        Assert.Equal(3, vendor.Calls);
        var shown = await portal.Desk.OpenAsync(await portal.PersonAsync("Rita", Roles.Reviewer), id, CancellationToken.None);
        Assert.Contains(shown.Warnings, warning => warning.Code == LocalWarnings.Provisional);
        Assert.Equal("Fallback Vendor=GaveUp", (await portal.AskAsync(db => db.Readings.SingleAsync())).Route);
    }

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
    public async Task An_unknown_outcome_is_repeated_once_and_shown_as_a_possible_double_charge()
    {
        var vendor = Vendor().Fails(FailureClass.UnknownOutcome, "call.no_answer");
        await using var portal = await FlowPortal.StartAsync(vendors: [vendor]);
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader), "passport");
        await portal.ReadAllAsync();

        Assert.Equal(2, vendor.Calls);
        Assert.Equal([CallState.Unknown, CallState.Succeeded], (await portal.CallsAsync(id)).Select(call => call.State));
        var shown = await portal.Desk.OpenAsync(await portal.PersonAsync("Rita", Roles.Reviewer), id, CancellationToken.None);
        Assert.Contains(shown.Warnings, warning => warning.Code == LocalWarnings.DoubleCharge);
    }

    [Fact]
    public async Task A_second_unknown_outcome_is_for_a_person_and_no_other_service_is_asked()
    {
        var vendor = Vendor().Fails(FailureClass.UnknownOutcome, "call.no_answer").Fails(FailureClass.UnknownOutcome, "call.no_answer");
        await using var portal = await FlowPortal.StartAsync(vendors: [vendor]);
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader), "passport");
        await portal.ReadAllAsync();

        Assert.Equal((DocumentState.RecognitionFailed, "call.no_answer"), ((await portal.RowAsync(id)).State, (await portal.RowAsync(id)).OutcomeCode));
        Assert.Equal((2, 0), (vendor.Calls, portal.Service.Calls));
    }

    [Fact]
    public async Task A_type_that_nothing_reads_is_put_before_a_person_without_a_call()
    {
        await using var portal = await FlowPortal.StartAsync();
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader), "idn-ktp");
        await portal.ReadAllAsync();

        Assert.Equal((DocumentState.RecognitionFailed, JobOutcomes.NoService), ((await portal.RowAsync(id)).State, (await portal.RowAsync(id)).OutcomeCode));
        Assert.Empty(await portal.CallsAsync(id));
    }

    [Fact]
    public async Task A_storage_fault_before_the_call_is_nothing_that_may_have_been_charged()
    {
        var vendor = Vendor();
        await using var portal = await FlowPortal.StartAsync(vendors: [vendor]);
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader), "passport");
        var name = (await portal.RowAsync(id)).OriginalBlob;
        var file = Directory.EnumerateFiles(portal.Folder, "*", SearchOption.AllDirectories).Single(file => Path.GetFileName(file) == name);
        await using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await portal.ReadAllAsync();
        }

        var job = await portal.JobAsync(id);
        Assert.Equal((JobState.Waiting, 1, 0, 0), (job.State, job.Attempts, job.UnknownOutcomes, vendor.Calls));
    }

    [Fact]
    public async Task A_second_opinion_leaves_the_document_as_it_is()
    {
        var other = new ScriptedService("Other", isMetered: true);
        await using var portal = await FlowPortal.StartAsync(vendors: [Vendor(), other]);
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader), "passport");
        await portal.ReadAllAsync();
        var before = await portal.RowAsync(id);
        await portal.ChangeAsync(async db => (await db.Jobs.SingleAsync()).Restart(JobPurpose.SecondOpinion, "Other"));
        await portal.ReadAllAsync();

        var after = await portal.RowAsync(id);
        Assert.Equal((before.State, before.Version, before.ReadingId, before.Service), (after.State, after.Version, after.ReadingId, after.Service));
        Assert.Equal(["Vendor", "Other"], await portal.AskAsync(db => db.Readings.OrderBy(reading => reading.Run).Select(reading => reading.Service).ToListAsync()));
        Assert.Equal(JobState.Recognised, (await portal.JobAsync(id)).State);

        other.Fails(FailureClass.InputQuality, "AIS.0104");
        await portal.ChangeAsync(async db => (await db.Jobs.SingleAsync()).Restart(JobPurpose.SecondOpinion, "Other"));
        await portal.ReadAllAsync();
        Assert.Equal(1, other.Calls); // the same bytes, the same service, the same parameters: never again
    }

    [Fact]
    public async Task A_second_opinion_that_fails_says_so_in_the_job_alone()
    {
        var other = new ScriptedService("Other", isMetered: true).Fails(FailureClass.InputQuality, "AIS.0104");
        await using var portal = await FlowPortal.StartAsync(vendors: [Vendor(), other]);
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader), "passport");
        await portal.ReadAllAsync();
        await portal.ChangeAsync(async db => (await db.Jobs.SingleAsync()).Restart(JobPurpose.SecondOpinion, "Other"));
        await portal.ReadAllAsync();

        Assert.Equal(DocumentState.ReadyForReview, (await portal.RowAsync(id)).State);
        var job = await portal.JobAsync(id);
        Assert.Equal((JobState.Recognised, nameof(FailureClass.InputQuality), "AIS.0104"), (job.State, job.LastClass, job.LastCode));
        Assert.Contains(AuditEvents.SecondOpinionFailed, await portal.EventsAsync(id));
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

    [Fact]
    public async Task For_a_document_that_was_decided_meanwhile_no_second_opinion_goes_out()
    {
        var other = new ScriptedService("Other", isMetered: true);
        await using var portal = await FlowPortal.StartAsync(vendors: [Vendor(), other]);
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader), "passport");
        await portal.ReadAllAsync();
        await portal.ChangeAsync(async db => (await db.Jobs.SingleAsync()).Restart(JobPurpose.SecondOpinion, "Other"));
        var claimed = (await portal.Jobs.ClaimAsync(CancellationToken.None))!;
        await portal.ChangeAsync(db => db.Documents.ExecuteUpdateAsync(set => set.SetProperty(document => document.State, DocumentState.Approved)));

        Assert.Equal(CallStart.LeaseLost, await portal.Jobs.StartCallAsync(claimed, [1], CancellationToken.None));
        Assert.Equal(JobState.Recognised, (await portal.JobAsync(id)).State);
        await portal.ChangeAsync(async db => (await db.Jobs.SingleAsync()).Restart(JobPurpose.SecondOpinion, "Other"));
        await portal.ReadAllAsync();
        Assert.Equal((JobState.Recognised, 0), ((await portal.JobAsync(id)).State, other.Calls));
    }

    [Fact]
    public async Task A_call_begins_with_a_whole_lease_however_long_its_picture_took()
    {
        await using var portal = await FlowPortal.StartAsync(vendors: [Vendor()]);
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader), "passport");
        var claimed = (await portal.Jobs.ClaimAsync(CancellationToken.None))!;
        portal.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(CallStart.Started, await portal.Jobs.StartCallAsync(claimed, [1], CancellationToken.None));
        Assert.Equal(portal.Clock.GetUtcNow() + JobQueue.Lease, (await portal.JobAsync(id)).LeaseUntil);
    }

    [Fact]
    public async Task Each_service_of_the_route_has_its_own_attempts()
    {
        var (one, other) = (Vendor().Fails(FailureClass.Transient).Fails(FailureClass.Transient).Fails(FailureClass.Transient), new ScriptedService("Other", isMetered: true).Fails(FailureClass.Transient));
        await using var portal = await FlowPortal.StartAsync(vendors: [one, other]);
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader), "passport");
        for (var minute = 0; minute < 6; minute++)
        {
            await portal.ReadAllAsync();
            portal.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal((3, 2, "Other"), (one.Calls, other.Calls, (await portal.RowAsync(id)).Service));
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
