using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Recognising;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Tests.Submissions;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Tests.Recognising;

public sealed class JobQueueTests
{
    private static readonly byte[] Key = new byte[32];

    [Fact]
    public async Task Hands_out_the_oldest_document_first_and_each_once()
    {
        await using var portal = await FlowPortal.StartAsync();
        var uploader = await portal.PersonAsync("Uma", Roles.Uploader);
        var first = await portal.DocumentAsync(uploader);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await portal.DocumentAsync(uploader);

        Assert.Equal(first, (await portal.Jobs.ClaimAsync(CancellationToken.None))!.DocumentId);
        Assert.Equal(second, (await portal.Jobs.ClaimAsync(CancellationToken.None))!.DocumentId);
        Assert.Null(await portal.Jobs.ClaimAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_result_that_comes_after_its_lease_is_refused()
    {
        await using var portal = await FlowPortal.StartAsync();
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));
        var late = (await portal.Jobs.ClaimAsync(CancellationToken.None))!;
        Assert.Equal(CallStart.Started, await portal.Jobs.StartCallAsync(late, Key, CancellationToken.None));

        portal.Clock.Advance(JobQueue.Lease);
        await portal.ReadAllAsync();
        var read = await portal.RowAsync(id);
        Assert.Equal(DocumentState.ReadyForReview, read.State);

        var failure = new Failure(FailureClass.InputFinal, "late", "", RetryAfter: null);
        Assert.False(await portal.Get<JobOutcomes>().FailAsync(late, failure, jitter: 0, CancellationToken.None));
        Assert.False(await portal.Get<JobOutcomes>().GiveUpAsync(late, "late", CancellationToken.None));
        Assert.False(await portal.Get<JobOutcomes>().PutBackAsync(late, CancellationToken.None));
        Assert.Equal(CallStart.LeaseLost, await portal.Jobs.StartCallAsync(late, Key, CancellationToken.None));
        Assert.Equal((read.State, read.Version), ((await portal.RowAsync(id)).State, (await portal.RowAsync(id)).Version));
        Assert.Equal([CallState.Unknown, CallState.Succeeded], (await portal.CallsAsync(id)).Select(call => call.State));
    }

    [Fact]
    public async Task A_new_process_takes_over_what_the_last_one_was_reading()
    {
        await using var portal = await FlowPortal.StartAsync();
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));
        var dropped = (await portal.Jobs.ClaimAsync(CancellationToken.None))!;
        await portal.Jobs.StartCallAsync(dropped, Key, CancellationToken.None);

        await portal.RestartAsync();
        Assert.Null(await portal.Jobs.ClaimAsync(CancellationToken.None));
        Assert.Equal(1, await portal.Jobs.RecoverAsync(CancellationToken.None));
        Assert.Equal(0, await portal.Jobs.RecoverAsync(CancellationToken.None));
        Assert.Equal(DocumentState.Received, (await portal.RowAsync(id)).State);

        await portal.ReadAllAsync();
        Assert.Equal(DocumentState.ReadyForReview, (await portal.RowAsync(id)).State);
        Assert.Equal([CallState.Unknown, CallState.Succeeded], (await portal.CallsAsync(id)).Select(call => call.State));
        var job = await portal.JobAsync(id);
        Assert.Equal((2, 0), (job.Attempts, job.UnknownOutcomes)); // two calls, and none that may have been charged
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_costs_nothing_is_read_after_two_crashes_and_put_aside_after_five(bool callHadStarted)
    {
        await using var portal = await FlowPortal.StartAsync();
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));
        for (var crash = 1; crash <= FailureEffects.MaxAttempts; crash++)
        {
            Assert.Equal(DocumentState.Received, (await portal.RowAsync(id)).State);
            var dropped = (await portal.Jobs.ClaimAsync(CancellationToken.None))!;
            if (callHadStarted)
            {
                await portal.Jobs.StartCallAsync(dropped, Key, CancellationToken.None);
            }

            await portal.RestartAsync();
            await portal.Jobs.RecoverAsync(CancellationToken.None);
        }

        Assert.Equal((DocumentState.RecognitionFailed, JobOutcomes.Interrupted), ((await portal.RowAsync(id)).State, (await portal.RowAsync(id)).OutcomeCode));
    }

    [Fact]
    public async Task A_document_over_which_work_stopped_twice_is_put_aside_for_a_person()
    {
        await using var portal = await FlowPortal.StartAsync(new ScriptedService("Vendor", isMetered: true));
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));
        for (var crash = 0; crash < 2; crash++)
        {
            var dropped = (await portal.Jobs.ClaimAsync(CancellationToken.None))!;
            Assert.Equal(CallStart.Started, await portal.Jobs.StartCallAsync(dropped, Key, CancellationToken.None));
            await portal.RestartAsync();
            await portal.Jobs.RecoverAsync(CancellationToken.None);
        }

        Assert.Equal((DocumentState.RecognitionFailed, JobOutcomes.Interrupted), ((await portal.RowAsync(id)).State, (await portal.RowAsync(id)).OutcomeCode));
        Assert.Equal(JobState.NeedsOperator, (await portal.JobAsync(id)).State);
        await portal.ReadAllAsync();
        Assert.Equal(0, portal.Service.Calls);
    }

    [Fact]
    public async Task A_portal_that_is_stopped_in_order_puts_its_jobs_back_unspent()
    {
        await using var portal = await FlowPortal.StartAsync();
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));
        using var stopping = new CancellationTokenSource();
        portal.Service.Answers(async () =>
        {
            await stopping.CancelAsync();
            throw new OperationCanceledException(stopping.Token);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => portal.Get<DocumentRecognition>().RunNextAsync(stopping.Token));
        var job = await portal.JobAsync(id);
        Assert.Equal((JobState.Queued, 0, 0), (job.State, job.Attempts, job.UnknownOutcomes));
        Assert.Equal(DocumentState.Received, (await portal.RowAsync(id)).State);
    }

    [Fact]
    public async Task Knows_when_the_next_job_is_due()
    {
        await using var portal = await FlowPortal.StartAsync(new ScriptedService().Fails(FailureClass.Throttled, retryAfter: TimeSpan.FromSeconds(20)));
        Assert.Equal(TimeSpan.FromMinutes(1), await portal.Jobs.UntilNextDueAsync(CancellationToken.None));

        await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));
        Assert.Equal(TimeSpan.FromSeconds(20), await portal.Jobs.UntilNextDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Workers_that_claim_at_once_never_get_the_same_document()
    {
        await using var portal = await FlowPortal.StartAsync();
        var uploader = await portal.PersonAsync("Uma", Roles.Uploader);
        for (var i = 0; i < 20; i++)
        {
            await portal.DocumentAsync(uploader);
        }

        var claimed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var mine = new List<Guid>();
            while (await portal.Jobs.ClaimAsync(CancellationToken.None) is { } job)
            {
                mine.Add(job.DocumentId);
            }

            return mine;
        })));

        var all = claimed.SelectMany(mine => mine).ToList();
        Assert.Equal(20, all.Count);
        Assert.Equal(20, all.Distinct().Count());
    }
}
