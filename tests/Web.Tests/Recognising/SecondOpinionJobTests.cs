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

/// <summary>A second reading beside the first: the document stays as it is.</summary>
public sealed class SecondOpinionJobTests
{
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

    private static ScriptedService Vendor(params string[] types) => new("Vendor", isMetered: true, types);
}
