using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Recognising;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Tests.Submissions;

namespace IdOcrPortal.Web.Tests.Recognising;

public sealed class ServiceOutagesTests
{
    private const string Vendor = "TestVendor";

    [Fact]
    public async Task Nothing_is_said_while_every_service_works()
    {
        await using var portal = await StartAsync();
        Assert.Empty(portal.Get<ServiceOutages>().Now());
    }

    [Fact]
    public async Task An_outage_names_its_types_and_who_reads_them_meanwhile()
    {
        await using var portal = await StartAsync();
        CutOff(portal, Vendor);

        var outage = Assert.Single(portal.Get<ServiceOutages>().Now());
        Assert.Equal((Vendor + " (scripted)", "503"), (outage.Name, outage.Outage.Code));
        Assert.Equal([new AffectedType("Passport", "OfflineEngine (scripted)"), new AffectedType("Visa", "OfflineEngine (scripted)")], outage.Types);
    }

    [Fact]
    public async Task Where_nobody_stands_in_documents_wait()
    {
        await using var portal = await StartAsync();
        CutOff(portal, Vendor);
        CutOff(portal, "OfflineEngine");

        var outage = Assert.Single(portal.Get<ServiceOutages>().Now()); // the second is nobody's first choice
        Assert.All(outage.Types, type => Assert.Null(type.Fallback));
    }

    [Fact]
    public async Task The_uploader_of_a_waiting_document_is_told_without_a_name()
    {
        await using var portal = await StartAsync();
        var uploader = await portal.PersonAsync("Uma", Roles.Uploader);
        var id = await WaitingAsync(portal, uploader);

        var shown = await portal.Get<MyUploads>().FindAsync(uploader, id, CancellationToken.None);
        Assert.Equal("The service that reads this kind of card cannot be reached now. Your picture is stored and will be read by itself.", shown!.OutcomeText);
        await portal.ChangeAsync(async db => (await db.Jobs.FindAsync(id))!.WaitsFor = null); // a passing fault is tried again in seconds: nothing to tell
        Assert.Empty((await portal.Get<MyUploads>().FindAsync(uploader, id, CancellationToken.None))!.OutcomeText);
    }

    [Theory]
    [InlineData(DocumentState.RecognitionFailed, "service.none", "Nothing that is set up here")]
    [InlineData(DocumentState.AwaitingUploader, "picture.below_minimum", "smaller than the service")]
    [InlineData(DocumentState.AwaitingUploader, "picture.cannot_fit", "Take a new photo of the card alone")]
    public void An_outcome_says_what_to_do(DocumentState state, string code, string part) => Assert.Contains(part, OutcomeTexts.For(state, code), StringComparison.Ordinal);

    [Fact]
    public async Task Officers_see_which_service_a_document_waits_for_and_when_it_is_asked_again()
    {
        await using var portal = await StartAsync();
        var uploader = await portal.PersonAsync("Uma", Roles.Uploader);
        var (waits, plain) = (await WaitingAsync(portal, uploader), await portal.DocumentAsync(uploader));

        var marks = await portal.Get<ServiceMarks>().OfAsync(await portal.PersonAsync("Rita", Roles.Reviewer), [waits, plain, Guid.NewGuid()], CancellationToken.None);

        Assert.Equal([(waits, new ServiceMark(IsProvisional: false, Vendor + " (scripted)", portal.Clock.GetUtcNow().AddMinutes(5)))], marks.Select(mark => (mark.Key, mark.Value)));
    }

    [Fact]
    public async Task A_reading_that_stands_in_is_marked_provisional()
    {
        await using var portal = await StartAsync();
        CutOff(portal, Vendor);
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader), "passport");
        await portal.ReadAllAsync();

        var marks = await portal.Get<ServiceMarks>().OfAsync(await portal.PersonAsync("Olga", Roles.Auditor), [id], CancellationToken.None);
        Assert.Equal(new ServiceMark(IsProvisional: true, null, null), marks[id]);
    }

    [Theory]
    [InlineData(Roles.Uploader)]
    [InlineData(Roles.Admin)]
    public async Task Who_sees_no_lists_gets_no_marks(string role)
    {
        await using var portal = await StartAsync();
        var person = await portal.PersonAsync("Pat", role);
        await Assert.ThrowsAsync<CommandRefusedException>(() => portal.Get<ServiceMarks>().OfAsync(person, [Guid.NewGuid()], CancellationToken.None));
    }

    private static Task<FlowPortal> StartAsync() => FlowPortal.StartAsync(vendors: [new ScriptedService(Vendor, isMetered: true)]);

    private static void CutOff(FlowPortal portal, string service)
    {
        for (var failure = 0; failure < 5; failure++)
        {
            portal.Get<Recognizer>().Find(service)!.Breaker.Failed(FailureClass.Transient, "503", "Scripted.");
        }
    }

    private static async Task<Guid> WaitingAsync(FlowPortal portal, Guid uploader)
    {
        var id = await portal.DocumentAsync(uploader, "passport");
        await portal.ChangeAsync(async db =>
        {
            var job = await db.Jobs.FindAsync(id);
            (job!.State, job.WaitsFor, job.NotBefore) = (JobState.Waiting, Vendor, portal.Clock.GetUtcNow().AddMinutes(5));
        });
        return id;
    }
}
