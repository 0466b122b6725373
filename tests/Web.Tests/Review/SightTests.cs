using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Review;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Tests.Submissions;
using IdOcrPortal.Web.Vault;

namespace IdOcrPortal.Web.Tests.Review;

/// <summary>Who sees what of a document (UX §2).</summary>
public sealed class SightTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string, string[], bool, bool, bool, bool, bool> Table() => new()
    {
        // who, roles, sees the document, values, timeline, preview, portrait
        { "owner", [Roles.Uploader], true, false, false, true, false },
        { "other uploader", [Roles.Uploader], false, false, false, false, false },
        { "holder", [Roles.Reviewer], true, true, true, true, true },
        { "other reviewer", [Roles.Reviewer], true, false, false, false, false },
        { "approver", [Roles.Approver], true, true, true, true, true },
        { "auditor", [Roles.Auditor], true, false, true, false, false },
        { "admin", [Roles.Admin], false, false, false, false, false },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Everybody_sees_what_the_table_says(string who, string[] roles, bool sees, bool values, bool timeline, bool preview, bool portrait)
    {
        await using var portal = await FlowPortal.StartAsync();
        var person = await portal.PersonAsync($"The {who}", roles);
        var id = await portal.ReadDocumentAsync(who == "owner" ? person : await portal.PersonAsync("Uma", Roles.Uploader));
        if (who == "holder")
        {
            await portal.Desk.OpenAsync(person, id, None);
        }

        var (details, pictures) = (portal.Get<DocumentDetails>(), portal.Get<DocumentPictures>());
        var detail = await TryAsync(() => details.GetAsync(person, id, None));
        Assert.Equal(sees, detail is not null);
        Assert.Equal(values, detail?.Content is not null);
        Assert.Equal(timeline, detail is { Timeline.Count: > 0 });
        Assert.Equal(preview, detail?.MaySeePicture ?? false);
        Assert.Equal(preview, await TryAsync(() => pictures.OpenAsync(person, id, BlobKind.Preview, None)) is not null);
        Assert.Equal(portrait, await TryAsync(() => pictures.OpenAsync(person, id, BlobKind.Portrait, None)) is not null);

        var events = await portal.EventsAsync(id);
        var onTheDesk = who == "holder" ? 1 : 0;
        Assert.Equal((sees ? 1 : 0) + onTheDesk, events.Count(name => name == AuditEvents.DocumentViewed));
        Assert.Equal((preview ? 1 : 0) + (portrait ? 1 : 0), events.Count(name => name == AuditEvents.ImageViewed));
    }

    [Fact]
    public async Task A_foreign_document_answers_like_one_that_does_not_exist()
    {
        await using var portal = await FlowPortal.StartAsync();
        var stranger = await portal.PersonAsync("Stranger", Roles.Uploader);
        var foreign = await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));
        foreach (var ask in (Func<Guid, Task>[])
        [
            id => portal.Get<DocumentDetails>().GetAsync(stranger, id, None),
            id => portal.Get<DocumentPictures>().OpenAsync(stranger, id, BlobKind.Preview, None),
            id => portal.Desk.OpenAsync(stranger, id, None),
        ])
        {
            var (one, other) = (await ReviewDeskTests.RefusedAsync(() => ask(foreign)), await ReviewDeskTests.RefusedAsync(() => ask(Guid.NewGuid())));
            Assert.Equal((one.Refusal, one.Message), (other.Refusal, other.Message));
        }

        Assert.Null(await portal.Get<MyUploads>().FindAsync(stranger, foreign, None));
    }

    [Fact]
    public async Task The_121st_picture_within_a_minute_is_refused_and_the_next_minute_is_free()
    {
        await using var portal = await FlowPortal.StartAsync();
        var uploader = await portal.PersonAsync("Uma", Roles.Uploader);
        var id = await portal.ReadDocumentAsync(uploader);
        var pictures = portal.Get<DocumentPictures>();
        for (var i = 0; i < 120; i++)
        {
            await pictures.OpenAsync(uploader, id, BlobKind.Preview, None);
        }

        var refused = await ReviewDeskTests.RefusedAsync(() => pictures.OpenAsync(uploader, id, BlobKind.Preview, None));
        Assert.Equal(Refusal.LimitReached, refused.Refusal);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEmpty(await pictures.OpenAsync(uploader, id, BlobKind.Preview, None));
    }

    [Fact]
    public async Task An_uploader_hears_the_decision_and_not_who_gave_it()
    {
        await using var portal = await FlowPortal.StartAsync();
        var (uploader, officer, auditor) = (await portal.PersonAsync("Uma", Roles.Uploader), await portal.PersonAsync("Dara", Roles.Reviewer), await portal.PersonAsync("Aun", Roles.Auditor));
        var id = await portal.ReadDocumentAsync(uploader);
        var shown = await portal.Desk.OpenAsync(officer, id, None);
        await portal.Desk.RejectAsync(officer, id, shown.Version, ["validity.expired"], "Send a valid one.", None);

        var own = Assert.Single((await portal.Get<DocumentDetails>().GetAsync(uploader, id, None)).Decisions);
        Assert.Equal(("An officer", "Send a valid one."), (own.By, own.UploaderText));
        var audited = Assert.Single((await portal.Get<DocumentDetails>().GetAsync(auditor, id, None)).Decisions);
        Assert.Equal(("Dara", ""), (audited.By, audited.UploaderText));
        Assert.Equal(["Expired"], audited.Reasons);
    }

    [Fact]
    public async Task The_list_finds_a_document_by_its_short_id()
    {
        await using var portal = await FlowPortal.StartAsync();
        var (uploader, auditor) = (await portal.PersonAsync("Uma", Roles.Uploader), await portal.PersonAsync("Aun", Roles.Auditor));
        for (var i = 0; i < 5; i++)
        {
            await portal.DocumentAsync(uploader);
        }

        var details = portal.Get<DocumentDetails>();
        var all = await details.ListAsync(auditor, state: null, shortId: null, 0, 50, None);
        Assert.Equal(5, all.Total);
        foreach (var item in all.Items)
        {
            Assert.Contains((await details.ListAsync(auditor, DocumentState.Received, item.ShortId.ToLowerInvariant(), 0, 50, None)).Items, found => found.Id == item.Id);
            Assert.All((await details.ListAsync(auditor, null, item.ShortId, 0, 50, None)).Items, found => Assert.Equal(item.ShortId, found.ShortId));
        }

        Assert.Empty((await details.ListAsync(auditor, null, "not an id", 0, 50, None)).Items);
        Assert.Equal(Refusal.NotAllowed, (await ReviewDeskTests.RefusedAsync(() => details.ListAsync(uploader, null, null, 0, 50, None))).Refusal);
    }

    private static async Task<T?> TryAsync<T>(Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (CommandRefusedException refused)
        {
            Assert.Equal(Refusal.NotFound, refused.Refusal);
            return null;
        }
    }
}
