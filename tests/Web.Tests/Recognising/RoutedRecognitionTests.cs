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

/// <summary>Several services: who reads what, and who after them.</summary>
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

    [Theory]
    [InlineData("NLD", "Vendor")]
    [InlineData("VNM", "OfflineEngine")]
    public async Task A_passport_goes_to_a_service_for_some_states_only_if_it_is_of_one_of_them_and_its_state_stands_in_no_column(string state, string service)
    {
        var vendor = new ScriptedService("Vendor", isMetered: true, "passport") { PassportStates = [state] }; // the scripted passport is Dutch
        await using var portal = await FlowPortal.StartAsync(vendors: [vendor]);
        var id = await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));

        Assert.Equal((DocumentState.ReadyForReview, service), ((await portal.RowAsync(id)).State, (await portal.RowAsync(id)).Service));
        var columns = await portal.AskAsync(db => db.Jobs.Select(job => new { job.DetectedTypeId, job.DetectedService, job.FailedServices, job.LastCode, job.WaitsFor }).SingleAsync());
        Assert.DoesNotContain("NLD", columns.ToString(), StringComparison.Ordinal);
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
}
