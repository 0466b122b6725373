using IdOcrPortal.Reader;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Vault;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Tests.Submissions;

/// <summary>With a real reader process, which checks the bounds and makes the preview.</summary>
public sealed class IntakeTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task What_is_stored_is_there_after_a_crash_and_is_read()
    {
        await using var portal = await FlowPortal.StartAsync();
        var uploader = await portal.PersonAsync("Uma", Roles.Uploader);
        var file = TestPicture.Png(1);
        var receipt = await portal.Intake.ReceiveAsync(uploader, Picture(file, name: "C:\\docs\\ERIKSSON passport.png"), None);
        await portal.RestartAsync();

        var row = await portal.RowAsync(receipt.DocumentId);
        Assert.Equal((DocumentState.Received, uploader, file.Length, "Png", 64, 48), (row.State, row.UploaderId, row.ByteCount, row.Format, row.PreviewWidth, row.PreviewHeight));
        Assert.Equal(file, await portal.Get<DocumentVault>().OpenAsync(row.DataKeyId, row.Id, BlobKind.Original, row.OriginalBlob, None));
        Assert.Equal("ERIKSSON passport.png", (await portal.Get<MyUploads>().FindAsync(uploader, row.Id, None))!.FileName);
        Assert.Equal([AuditEvents.DocumentReceived], await portal.EventsAsync(row.Id));
        Assert.All(PlainFiles(portal), bytes => Assert.Equal(-1, bytes.AsSpan().IndexOf("ERIKSSON"u8)));

        await portal.ReadAllAsync();
        Assert.Equal(DocumentState.ReadyForReview, (await portal.RowAsync(row.Id)).State);
    }

    [Fact]
    public async Task A_repeat_with_the_same_upload_id_answers_with_the_same_document()
    {
        await using var portal = await FlowPortal.StartAsync();
        var uploader = await portal.PersonAsync("Uma", Roles.Uploader);
        var picture = Picture(TestPicture.Png(1));

        var receipts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => portal.Intake.ReceiveAsync(uploader, picture, None))));
        var late = await portal.Intake.ReceiveAsync(uploader, picture, None);

        Assert.All(receipts, receipt => Assert.Equal(late, receipt));
        Assert.False(late.IsDuplicate);
        Assert.Equal(1, await portal.AskAsync(db => db.Documents.CountAsync()));
        Assert.Equal(1, await portal.AskAsync(db => db.Jobs.CountAsync()));
    }

    [Fact]
    public async Task The_same_bytes_by_the_same_person_are_a_duplicate_unless_sent_anyway_and_nobody_else_hears_of_it()
    {
        await using var portal = await FlowPortal.StartAsync();
        var (uma, nary) = (await portal.PersonAsync("Uma", Roles.Uploader), await portal.PersonAsync("Nary", Roles.Uploader));
        var file = TestPicture.Png(1);
        var sentAt = portal.Clock.GetUtcNow();
        var first = await portal.Intake.ReceiveAsync(uma, Picture(file), None);
        portal.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(new Receipt(first.DocumentId, IsDuplicate: true, sentAt), await portal.Intake.ReceiveAsync(uma, Picture(file), None));
        var anyway = await portal.Intake.ReceiveAsync(uma, Picture(file) with { SendAnyway = true }, None);
        var others = await portal.Intake.ReceiveAsync(nary, Picture(file), None);

        Assert.Equal(3, new[] { first.DocumentId, anyway.DocumentId, others.DocumentId }.Distinct().Count());
        Assert.False(others.IsDuplicate);
    }

    [Fact]
    public async Task A_limit_says_when_it_frees_and_frees_then()
    {
        await using var portal = await FlowPortal.StartAsync(limits: new UploadLimits { PerMinute = 2, PerDay = 3 });
        var uploader = await portal.PersonAsync("Uma", Roles.Uploader);
        Task<Receipt> SendAsync(int seed) => portal.Intake.ReceiveAsync(uploader, Picture(TestPicture.Png(seed)), None);
        await SendAsync(1);
        portal.Clock.Advance(TimeSpan.FromSeconds(20));
        await SendAsync(2);

        var refused = await Assert.ThrowsAsync<CommandRefusedException>(() => SendAsync(3));
        Assert.Equal((Refusal.LimitReached, TimeSpan.FromSeconds(40)), (refused.Refusal, refused.RetryAfter));
        Assert.Contains("in 40 seconds", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, await portal.AskAsync(db => db.Documents.CountAsync()));

        portal.Clock.Advance(TimeSpan.FromSeconds(40));
        await SendAsync(3);
        portal.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains("UTC", (await Assert.ThrowsAsync<CommandRefusedException>(() => SendAsync(4))).Message, StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromHours(23));
        Assert.False((await SendAsync(4)).IsDuplicate);
    }

    [Fact]
    public async Task The_limit_holds_for_pictures_that_come_at_once()
    {
        await using var portal = await FlowPortal.StartAsync(limits: new UploadLimits { PerMinute = 3 });
        var uploader = await portal.PersonAsync("Uma", Roles.Uploader);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(seed => Task.Run(
            () => Record.ExceptionAsync(() => portal.Intake.ReceiveAsync(uploader, Picture(TestPicture.Png(seed)), None)))));

        Assert.Equal(3, outcomes.Count(outcome => outcome is null));
        Assert.All(outcomes.Where(outcome => outcome is not null), outcome => Assert.Equal(Refusal.LimitReached, Assert.IsType<CommandRefusedException>(outcome).Refusal));
        Assert.Equal(3, await portal.AskAsync(db => db.Documents.CountAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7 not a picture")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    public async Task What_is_no_picture_leaves_nothing_behind(string content)
    {
        await using var portal = await FlowPortal.StartAsync();
        var uploader = await portal.PersonAsync("Uma", Roles.Uploader);
        var blobs = Path.Combine(portal.Folder, "blobs");

        var refused = await Assert.ThrowsAsync<ReaderException>(() => portal.Intake.ReceiveAsync(uploader, Picture(System.Text.Encoding.UTF8.GetBytes(content)), None));

        Assert.True(refused.IsAboutPicture, refused.Code);
        Assert.Equal(0, await portal.AskAsync(db => db.Documents.CountAsync()));
        Assert.Empty(Directory.EnumerateFiles(blobs, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(Roles.Auditor)]
    [InlineData(Roles.Admin)]
    public async Task Auditors_and_administrators_send_nothing(string role)
    {
        await using var portal = await FlowPortal.StartAsync();
        var person = await portal.PersonAsync("Somebody", role);

        var refused = await Assert.ThrowsAsync<CommandRefusedException>(() => portal.Intake.ReceiveAsync(person, Picture(TestPicture.Png(1)), None));
        Assert.Equal(Refusal.NotAllowed, refused.Refusal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_told_does_not_undo_the_upload()
    {
        await using var portal = await FlowPortal.StartAsync();
        var uploader = await portal.PersonAsync("Uma", Roles.Uploader);
        var told = new List<Guid>();
        using var broken = portal.Get<DocumentFeed>().Subscribe(_ => throw new InvalidOperationException("closed"));
        using var open = portal.Get<DocumentFeed>().Subscribe(told.Add);

        var receipt = await portal.Intake.ReceiveAsync(uploader, Picture(TestPicture.Png(1)), None);

        Assert.Equal([receipt.DocumentId], told);
    }

    private static IncomingPicture Picture(byte[] bytes, string name = "passport.png") => new(Guid.NewGuid(), name, RequestedTypeId: null, SendAnyway: false, bytes);

    private static IEnumerable<byte[]> PlainFiles(FlowPortal portal) =>
        Directory.EnumerateFiles(portal.Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Select(File.ReadAllBytes);
}
