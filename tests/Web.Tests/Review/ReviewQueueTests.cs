using IdOcrPortal.Documents;
using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Review;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Tests.Submissions;

namespace IdOcrPortal.Web.Tests.Review;

public sealed class ReviewQueueTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Pages_run_from_the_oldest_on_and_hold_every_document_once()
    {
        await using var portal = await FlowPortal.StartAsync();
        var (uploader, officer) = (await portal.PersonAsync("Uma", Roles.Uploader), await portal.PersonAsync("Dara", Roles.Reviewer));
        var sent = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            sent.Add(await portal.ReadDocumentAsync(uploader));
            portal.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var listed = new List<Guid>();
        for (var skip = 0; skip < 7; skip += 3)
        {
            var page = await portal.Queue.ListAsync(officer, new QueueFilter(QueueTab.Available, Skip: skip, Take: 3), None);
            Assert.Equal(7, page.Total);
            listed.AddRange(page.Items.Select(item => item.Id));
        }

        Assert.Equal(sent, listed);
        var newest = await portal.Queue.ListAsync(officer, new QueueFilter(QueueTab.Available, NewestFirst: true), None);
        Assert.Equal(sent.AsEnumerable().Reverse(), newest.Items.Select(item => item.Id));
    }

    [Fact]
    public async Task Tabs_filters_and_counts_agree()
    {
        var service = new ScriptedService();
        await using var portal = await FlowPortal.StartAsync(
            service.Reads(service.Passport()).Reads(service.Passport(accepted: false)).Fails(FailureClass.InputQuality, "offline.no_mrz").Fails(FailureClass.InputFinal, "picture.damaged"));
        var (uploader, officer) = (await portal.PersonAsync("Uma", Roles.Uploader), await portal.PersonAsync("Dara", Roles.Reviewer));
        var ids = new List<Guid>();
        for (var i = 0; i < 4; i++)
        {
            ids.Add(await portal.ReadDocumentAsync(uploader));
            portal.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await portal.Desk.OpenAsync(officer, ids[0], None);
        var counts = (await portal.Queue.CountAsync(officer, None)).ByTab;
        Assert.Equal([1, 1, 0, 1, 1, 0], Enum.GetValues<QueueTab>().Select(tab => counts[tab]));
        foreach (var tab in Enum.GetValues<QueueTab>())
        {
            Assert.Equal(counts[tab], (await portal.Queue.ListAsync(officer, new QueueFilter(tab), None)).Items.Count);
        }

        var mine = Assert.Single((await portal.Queue.ListAsync(officer, new QueueFilter(QueueTab.Mine), None)).Items);
        Assert.Equal((ids[0], "Dara", true), (mine.Id, mine.Holder, mine.HeldByMe));
        var grave = Assert.Single((await portal.Queue.ListAsync(officer, new QueueFilter(QueueTab.Available, "passport", Severity.High), None)).Items);
        Assert.Equal((ids[1], true), (grave.Id, grave.NeedsSecondReview));
        Assert.Empty((await portal.Queue.ListAsync(officer, new QueueFilter(QueueTab.Available, "khm-id"), None)).Items);
        Assert.Equal("offline.no_mrz", Assert.Single((await portal.Queue.ListAsync(officer, new QueueFilter(QueueTab.Failed), None)).Items).OutcomeCode);
    }

    [Fact]
    public async Task Take_next_says_why_there_is_none()
    {
        await using var portal = await FlowPortal.StartAsync();
        var (both, other) = (await portal.PersonAsync("Dara", Roles.Uploader, Roles.Reviewer), await portal.PersonAsync("Sok", Roles.Reviewer));
        Assert.Equal(new TakenNext(null, "No document waits for review."), await portal.Queue.TakeNextAsync(both, None));

        await portal.ReadDocumentAsync(both);
        Assert.Contains("1 you may not review", (await portal.Queue.TakeNextAsync(both, None)).WhyNone, StringComparison.Ordinal);

        Assert.NotNull((await portal.Queue.TakeNextAsync(other, None)).DocumentId);
        Assert.Contains("you hold 1", (await portal.Queue.TakeNextAsync(other, None)).WhyNone, StringComparison.Ordinal);
        var third = await portal.PersonAsync("Vanna", Roles.Reviewer);
        var free = portal.Clock.GetUtcNow().AddMinutes(15); // a claim's time
        Assert.Equal($"No free document: 1 held by others, the next free by {free:HH:mm} UTC.", (await portal.Queue.TakeNextAsync(third, None)).WhyNone);
    }

    [Fact]
    public async Task A_second_verdict_is_taken_by_another_officer_only()
    {
        await using var portal = await FlowPortal.StartAsync();
        var (id, first, second) = await ReviewDeskTests.AwaitingSecondAsync(portal);

        Assert.Null((await portal.Queue.TakeNextAsync(first, None)).DocumentId);
        Assert.Equal(id, (await portal.Queue.TakeNextAsync(second, None)).DocumentId);
    }

    [Theory]
    [InlineData(Roles.Uploader)]
    [InlineData(Roles.Auditor)]
    [InlineData(Roles.Admin)]
    public async Task Only_officers_see_and_take(string role)
    {
        await using var portal = await FlowPortal.StartAsync();
        var person = await portal.PersonAsync("Somebody", role);
        foreach (var ask in (Func<Task>[])
        [
            () => portal.Queue.ListAsync(person, new QueueFilter(QueueTab.Available), None),
            () => portal.Queue.CountAsync(person, None),
            () => portal.Queue.TakeNextAsync(person, None),
            () => portal.Desk.OpenAsync(person, Guid.NewGuid(), None),
            () => portal.Desk.ReleaseAsync(person, Guid.NewGuid(), None),
            () => portal.Desk.ReadAgainAsync(person, Guid.NewGuid(), None),
            () => portal.Desk.ConfirmAsync(person, Guid.NewGuid(), 1, "full_name", None),
            () => portal.Desk.AcknowledgeAsync(person, Guid.NewGuid(), 1, "code", None),
            () => portal.Desk.ApproveAsync(person, Guid.NewGuid(), 1, None),
            () => portal.Desk.RejectAsync(person, Guid.NewGuid(), 1, ["validity.expired"], "No.", None),
        ])
        {
            Assert.Equal(Refusal.NotAllowed, (await ReviewDeskTests.RefusedAsync(ask)).Refusal);
        }
    }
}
