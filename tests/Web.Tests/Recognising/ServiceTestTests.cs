using IdOcrPortal.Documents;
using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Recognising;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Tests.Submissions;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Tests.Recognising;

/// <summary>An administrator's test of a service with a specimen.</summary>
public sealed class ServiceTestTests
{
    private const string Vendor = "TestVendor";

    [Fact]
    public async Task A_good_answer_is_held_against_the_specimens_truth_and_recorded()
    {
        var vendor = new ScriptedService(Vendor, isMetered: true);
        await using var portal = await ServicesDeskTests.StartAsync(vendor);
        var specimen = portal.Get<Specimens>().SoundFront("passport")!;
        vendor.Reads(Reading(specimen));
        var admin = await ServicesDeskTests.AdminAsync(portal);

        var result = await ServicesDeskTests.Desk(portal).TestAsync(admin, Vendor, CancellationToken.None);

        Assert.Equal((ServiceTestOutcome.Read, specimen.File, "request-7"), (result.Outcome, result.Specimen.File, result.RequestId));
        Assert.True(result.Fields >= 9, $"{result.Fields} fields");
        Assert.Empty(result.Differing);
        Assert.Equal(1, vendor.Calls);

        var row = await portal.AskAsync(db => db.ServiceTests.SingleAsync());
        Assert.Equal((Vendor, admin, true, null, null, "request-7"), (row.Service, row.ByUserId, row.IsAnswered, row.FailureClass, row.FailureCode, row.RequestId));
        var record = await portal.AskAsync(db => db.Audit.SingleAsync(record => record.Event == AuditEvents.ServiceTested));
        Assert.Equal((admin.ToString("n"), (byte)SubjectKind.Setting, Vendor), (record.Actor, record.SubjectKind, record.Subject));
        var facts = AuditFormat.ReadFieldList(record.Public);
        Assert.Equal(("Read", specimen.Code, "request-7"), (facts["outcome"], facts["specimen"], facts["request_id"]));

        var report = await ServicesDeskTests.ReportAsync(portal);
        Assert.Equal((1, 1, 0), (report.CallsToday, report.TestsToday, report.PossibleDoubleChargesToday));
        Assert.Equal(("Ada", true), (report.LastTest!.By, report.LastTest.IsAnswered));
        Assert.Equal(row.At, report.LastSuccess);
    }

    [Fact]
    public void What_was_misread_is_counted_as_such()
    {
        var specimen = Shipped().SoundFront("passport")!;
        var today = new DateOnly(2026, 11, 18);
        var type = DocumentTypes.Find("passport")!;
        (string Field, string Text)[] read = [.. specimen.Fields.Where(field => field.Key is FieldNames.DocumentNumber or FieldNames.FullName).Select(field => (field.Key, field.Value)), (FieldNames.Sex, "X")];
        var proof = type.Prove(new Evidence([.. read.Select(field => new Claim(field.Field, field.Text, null, ClaimSource.Service))], [], MrzAccepted: false), today);

        var (fields, differing) = SpecimenTruth.Compare(specimen, proof, today);
        Assert.Equal(3, fields);
        Assert.Equal(["Sex"], differing);
    }

    [Fact]
    public void The_parts_of_a_name_may_come_in_another_order_but_not_one_of_them_may_be_missing()
    {
        var (specimen, today) = (Shipped().SoundFront("passport")!, new DateOnly(2026, 11, 18));
        var words = specimen.Fields[FieldNames.FullName].Split(' ');
        Assert.True(words.Length > 1);

        (int Fields, IReadOnlyList<string> Differing) Of(IEnumerable<string> name) => SpecimenTruth.Compare(
            specimen, DocumentTypes.Find("passport")!.Prove(new Evidence([new Claim(FieldNames.FullName, string.Join(' ', name), null, ClaimSource.Service)], [], MrzAccepted: false), today), today);

        Assert.Empty(Of(words.Reverse()).Differing);
        Assert.Equal(["Full name"], Of(words.Skip(1)).Differing);
    }

    [Fact]
    public async Task A_refused_picture_says_that_the_credentials_work()
    {
        await using var portal = await ServicesDeskTests.StartAsync(new ScriptedService(Vendor, isMetered: true).Fails(FailureClass.InputQuality, "NoCard"));
        var result = await ServicesDeskTests.Desk(portal).TestAsync(await ServicesDeskTests.AdminAsync(portal), Vendor, CancellationToken.None);

        Assert.Equal((ServiceTestOutcome.RefusedPicture, "NoCard"), (result.Outcome, result.Failure!.Code));
        var row = await portal.AskAsync(db => db.ServiceTests.SingleAsync());
        Assert.Equal((true, "InputQuality", "NoCard"), (row.IsAnswered, row.FailureClass, row.FailureCode));
        Assert.Null((await ServicesDeskTests.ReportAsync(portal)).LastSuccess);
    }

    [Fact]
    public async Task A_refusal_of_ours_is_shown_with_class_code_and_what_to_do_and_cuts_the_service_off()
    {
        await using var portal = await ServicesDeskTests.StartAsync(new ScriptedService(Vendor, isMetered: true).Fails(FailureClass.Credential, "AuthFailure"));
        var result = await ServicesDeskTests.Desk(portal).TestAsync(await ServicesDeskTests.AdminAsync(portal), Vendor, CancellationToken.None);

        Assert.Equal((ServiceTestOutcome.Failed, FailureClass.Credential, "AuthFailure", "Scripted."), (result.Outcome, result.Failure!.Class, result.Failure.Code, result.Failure.Message));
        var report = await ServicesDeskTests.ReportAsync(portal);
        Assert.Equal((ServiceHealth.Misconfigured, "AuthFailure"), (report.Health.Health, report.Outage!.Code));
        Assert.False((await portal.AskAsync(db => db.ServiceTests.SingleAsync())).IsAnswered);
    }

    [Fact]
    public async Task A_good_test_ends_an_outage_and_what_waits_goes_on()
    {
        var vendor = new ScriptedService(Vendor, isMetered: true).Fails(FailureClass.Credential, "KEY_EXPIRED");
        await using var portal = await FlowPortal.StartAsync(vendors: [vendor]);
        var uploader = await portal.PersonAsync("Uma", Roles.Uploader);
        portal.Get<Recognizer>().Find(Vendor)!.Breaker.Failed(FailureClass.Credential, "KEY_EXPIRED", "Renew the key.");
        var waits = await portal.DocumentAsync(uploader, "passport");
        await portal.ChangeAsync(async db =>
        {
            var job = await db.Jobs.FindAsync(waits);
            (job!.State, job.WaitsFor, job.NotBefore) = (JobState.Waiting, Vendor, portal.Clock.GetUtcNow().AddHours(1));
        });
        var admin = await ServicesDeskTests.AdminAsync(portal);

        Assert.False((await ServicesDeskTests.Desk(portal).TestAsync(admin, Vendor, CancellationToken.None)).EndedOutage); // the script's refusal
        portal.Clock.Advance(ServiceTests.Between);
        var result = await ServicesDeskTests.Desk(portal).TestAsync(admin, Vendor, CancellationToken.None);

        Assert.True(result.EndedOutage);
        Assert.Null(portal.Get<Recognizer>().Find(Vendor)!.Breaker.Outage);
        await portal.ReadAllAsync();
        Assert.Equal(DocumentState.ReadyForReview, (await portal.RowAsync(waits)).State);
    }

    [Fact]
    public async Task One_service_is_tested_once_in_ten_seconds()
    {
        var vendor = new ScriptedService(Vendor, isMetered: true);
        await using var portal = await ServicesDeskTests.StartAsync(vendor);
        var (admin, desk) = (await ServicesDeskTests.AdminAsync(portal), ServicesDeskTests.Desk(portal));
        await desk.TestAsync(admin, Vendor, CancellationToken.None);
        await Assert.ThrowsAsync<CommandRefusedException>(() => desk.TestAsync(admin, Vendor, CancellationToken.None)); // a double click
        portal.Clock.Advance(TimeSpan.FromSeconds(4));

        var refused = await Assert.ThrowsAsync<CommandRefusedException>(() => desk.TestAsync(admin, Vendor, CancellationToken.None));
        Assert.Equal((Refusal.LimitReached, TimeSpan.FromSeconds(6)), (refused.Refusal, refused.RetryAfter));
        Assert.Equal(ServiceTestOutcome.Read, (await desk.TestAsync(admin, "OfflineEngine", CancellationToken.None)).Outcome); // another one may be

        portal.Clock.Advance(TimeSpan.FromSeconds(6));
        await desk.TestAsync(admin, Vendor, CancellationToken.None);
        Assert.Equal((2, 3), (vendor.Calls, await portal.AskAsync(db => db.ServiceTests.CountAsync())));
    }

    [Theory]
    [InlineData("BareVendor", Refusal.NotPermitted)]
    [InlineData("EndedVendor", Refusal.NotPermitted)]
    [InlineData("NoSuchVendor", Refusal.NotFound)]
    public async Task Nothing_is_sent_to_a_service_that_is_not_to_be_had(string service, Refusal refusal)
    {
        await using var portal = await ServicesDeskTests.StartAsync();
        var admin = await ServicesDeskTests.AdminAsync(portal);
        var refused = await Assert.ThrowsAsync<CommandRefusedException>(() => ServicesDeskTests.Desk(portal).TestAsync(admin, service, CancellationToken.None));
        Assert.Equal(refusal, refused.Refusal);
        Assert.Equal(0, await portal.AskAsync(db => db.ServiceTests.CountAsync()));
    }

    [Theory]
    [InlineData(Roles.Uploader)]
    [InlineData(Roles.Reviewer)]
    [InlineData(Roles.Approver)]
    [InlineData(Roles.Auditor)]
    public async Task Only_an_administrator_tests_and_may_cause_costs(string role)
    {
        var vendor = new ScriptedService(Vendor, isMetered: true);
        await using var portal = await ServicesDeskTests.StartAsync(vendor);
        var person = await portal.PersonAsync("Pat", role);
        var refused = await Assert.ThrowsAsync<CommandRefusedException>(() => ServicesDeskTests.Desk(portal).TestAsync(person, Vendor, CancellationToken.None));
        Assert.Equal((Refusal.NotAllowed, 0), (refused.Refusal, vendor.Calls));
    }

    [Fact]
    public async Task Who_lost_the_role_meanwhile_tests_nothing()
    {
        var vendor = new ScriptedService(Vendor, isMetered: true);
        await using var portal = await ServicesDeskTests.StartAsync(vendor);
        var admin = await ServicesDeskTests.AdminAsync(portal);
        await portal.ChangeAsync(async db => db.UserRoles.RemoveRange(await db.UserRoles.Where(held => held.UserId == admin).ToListAsync()));

        await Assert.ThrowsAsync<CommandRefusedException>(() => ServicesDeskTests.Desk(portal).TestAsync(admin, Vendor, CancellationToken.None));
        Assert.Equal(0, vendor.Calls);
    }

    [Fact]
    public async Task A_service_that_asked_for_a_long_pause_is_not_called()
    {
        var vendor = new ScriptedService(Vendor, isMetered: true);
        await using var portal = await ServicesDeskTests.StartAsync(vendor);
        portal.Get<Recognizer>().Find(Vendor)!.Pace.Pause(TimeSpan.FromMinutes(3));

        var result = await ServicesDeskTests.Desk(portal).TestAsync(await ServicesDeskTests.AdminAsync(portal), Vendor, CancellationToken.None);

        Assert.Equal((ServiceTestOutcome.NotSent, FailureClass.Throttled, 0), (result.Outcome, result.Failure!.Class, vendor.Calls));
        Assert.False((await portal.AskAsync(db => db.ServiceTests.SingleAsync())).IsAnswered);
    }

    private static Specimens Shipped() => new(Path.Combine(AppContext.BaseDirectory, "specimens"));

    // What a service that makes no mistake answers of a specimen.
    private static Reading Reading(Specimen specimen) => new(
        Vendor, "1.0", specimen.TypeId, new Evidence([.. specimen.Fields.Select(field => new Claim(field.Key, field.Value, 0.99, ClaimSource.Service))], specimen.MrzLines, MrzAccepted: true),
        [], Rotation: 0, [], new Dictionary<Coverage, CoverageResult>(), new Portrait([1, 2, 3], CutLocally: false), "request-7", []);
}
