using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Tests.Submissions;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Tests.Review;

public sealed class ReviewRaceTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Of_eight_pages_that_approve_at_once_exactly_one_does_and_the_others_hear_who()
    {
        await using var portal = await FlowPortal.StartAsync();
        var (uploader, officer) = (await portal.PersonAsync("Uma", Roles.Uploader), await portal.PersonAsync("Dara", Roles.Reviewer));
        for (var round = 0; round < 20; round++)
        {
            var id = await portal.ReadDocumentAsync(uploader);
            var ready = await portal.MakeApprovableAsync(officer, id);

            var outcomes = await AtOnceAsync(8, _ => portal.Desk.ApproveAsync(officer, id, ready.Version, None));

            Assert.Single(outcomes, outcome => outcome is null);
            Assert.All(outcomes.OfType<CommandRefusedException>(), refused =>
            {
                Assert.Equal(Refusal.Stale, refused.Refusal);
                Assert.StartsWith("Approved by Dara at ", refused.Message, StringComparison.Ordinal);
            });
            Assert.Equal(1, await portal.AskAsync(db => db.Decisions.CountAsync(decision => decision.DocumentId == id)));
            Assert.Single(await portal.EventsAsync(id), name => name == AuditEvents.DecisionApproved);
        }
    }

    [Fact]
    public async Task Of_two_officers_who_open_and_decide_the_same_document_one_decides()
    {
        await using var portal = await FlowPortal.StartAsync();
        var uploader = await portal.PersonAsync("Uma", Roles.Uploader);
        Guid[] officers = [await portal.PersonAsync("Dara", Roles.Reviewer), await portal.PersonAsync("Sok", Roles.Reviewer)];
        for (var round = 0; round < 20; round++)
        {
            var id = await portal.ReadDocumentAsync(uploader);

            var outcomes = await AtOnceAsync(2, async i =>
            {
                var shown = await portal.Desk.OpenAsync(officers[i], id, None);
                await portal.Desk.RejectAsync(officers[i], id, shown.Version, ["data.mismatch"], "No.", None);
            });

            Assert.Single(outcomes, outcome => outcome is null);
            Assert.Single(outcomes.OfType<CommandRefusedException>());
            Assert.Equal(1, await portal.AskAsync(db => db.Decisions.CountAsync(decision => decision.DocumentId == id)));
        }
    }

    [Fact]
    public async Task Browsers_that_take_the_next_document_never_get_the_same_one()
    {
        await using var portal = await FlowPortal.StartAsync();
        var uploader = await portal.PersonAsync("Uma", Roles.Uploader);
        var officers = new Guid[8];
        for (var i = 0; i < officers.Length; i++)
        {
            officers[i] = await portal.PersonAsync($"Officer {i}", Roles.Reviewer);
        }

        for (var i = 0; i < 20; i++)
        {
            await portal.DocumentAsync(uploader);
        }

        await portal.ReadAllAsync();
        var taken = await Task.WhenAll(officers.Select(officer => Task.Run(async () =>
        {
            var mine = new List<Guid>();
            for (var i = 0; i < 3 && (await portal.Queue.TakeNextAsync(officer, None)).DocumentId is { } id; i++)
            {
                mine.Add(id);
            }

            return mine;
        })));

        var all = taken.SelectMany(mine => mine).ToList();
        Assert.Equal(20, all.Count);
        Assert.Equal(20, all.Distinct().Count());
    }

    private static async Task<Exception?[]> AtOnceAsync(int count, Func<int, Task> act)
    {
        using var start = new Barrier(count);
        return await Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Factory.StartNew(
            async () =>
            {
                start.SignalAndWait();
                return await Record.ExceptionAsync(() => act(i));
            },
            None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
    }
}
