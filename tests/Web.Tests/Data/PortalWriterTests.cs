using System.Diagnostics;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Tests.Data;

public sealed class PortalWriterTests
{
    [Fact]
    public async Task Commits_the_change_and_its_record_together()
    {
        await using var portal = await TestPortal.StartAsync();
        var (document, _) = await SomeDocument.AddAsync(portal);

        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.Equal(DocumentState.Received, (await db.Documents.SingleAsync()).State);
        Assert.Equal(AuditEvents.DocumentReceived, (await db.Audit.SingleAsync(record => record.Subject == document.ToString("n"))).Event);
    }

    [Fact]
    public async Task Commits_nothing_when_the_work_throws()
    {
        await using var portal = await TestPortal.StartAsync();
        var before = await CountsAsync(portal);

        await Assert.ThrowsAsync<InvalidDataException>(() => portal.Writer.WriteAsync<bool>(async (db, lines) =>
        {
            var document = SomeDocument.Row(await portal.PersonAsync(Roles.Uploader));
            db.Documents.Add(document);
            lines.Document(AuditEvents.DocumentReceived, document.UploaderId, document.Id);
            await db.SaveChangesAsync();
            throw new InvalidDataException();
        }, CancellationToken.None));

        Assert.Equal(before, await CountsAsync(portal));
    }

    [Theory]
    [InlineData("Not An Event", "sign-in", "")]
    [InlineData("document.received", "Dara Reviewer", "")]          // a name is no opaque id
    [InlineData("document.received", "sign-in", "a name of a person")]
    public async Task Commits_nothing_when_the_record_cannot_be_written(string eventName, string actor, string subject)
    {
        await using var portal = await TestPortal.StartAsync();
        var before = await CountsAsync(portal);

        await Assert.ThrowsAsync<ArgumentException>(() => portal.Writer.WriteAsync(async (db, lines) =>
        {
            var document = SomeDocument.Row(await portal.PersonAsync(Roles.Uploader));
            db.Documents.Add(document);
            lines.Document(AuditEvents.DocumentReceived, document.UploaderId, document.Id);
            lines.Add(new AuditLine(eventName, ActorKind.System, actor, SubjectKind.None, subject, new Dictionary<string, string>()));
            return true;
        }, CancellationToken.None));

        Assert.Equal(before, await CountsAsync(portal));
    }

    [Fact]
    public async Task Commits_nothing_when_the_key_of_a_private_part_is_gone()
    {
        await using var portal = await TestPortal.StartAsync();
        var before = await CountsAsync(portal);

        await Assert.ThrowsAsync<System.Security.Cryptography.CryptographicException>(() => portal.Writer.WriteAsync(async (db, lines) =>
        {
            var document = SomeDocument.Row(await portal.PersonAsync(Roles.Uploader));
            db.Documents.Add(document);
            lines.Add(new AuditLine(
                AuditEvents.DocumentReceived, ActorKind.System, "intake", SubjectKind.Document, document.Id.ToString("n"), new Dictionary<string, string>(), new Dictionary<string, string> { ["note"] = "x" }, Guid.NewGuid()));
            return true;
        }, CancellationToken.None));

        Assert.Equal(before, await CountsAsync(portal));
    }

    [Fact]
    public async Task Refuses_a_change_of_state_without_a_record_about_that_document()
    {
        await using var portal = await TestPortal.StartAsync();
        var (id, uploader) = await SomeDocument.AddAsync(portal);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => portal.Writer.WriteAsync(async (db, lines) =>
        {
            (await db.Documents.SingleAsync(document => document.Id == id)).State = DocumentState.Recognizing;
            await db.SaveChangesAsync();
            lines.Document(AuditEvents.RecognitionStarted, uploader, Guid.NewGuid());
            return true;
        }, CancellationToken.None));

        Assert.Contains("audit record", refused.Message, StringComparison.Ordinal);
        await using var after = await portal.Databases.CreateDbContextAsync();
        Assert.Equal(DocumentState.Received, (await after.Documents.SingleAsync()).State);
    }

    [Theory]
    [InlineData(AuditEvents.DocumentViewed)]
    [InlineData(AuditEvents.ImageViewed)]
    [InlineData(AuditEvents.SearchPerformed)]
    public async Task Refuses_a_change_of_state_whose_only_record_is_that_somebody_looked(string read)
    {
        await using var portal = await TestPortal.StartAsync();
        var (id, uploader) = await SomeDocument.AddAsync(portal);
        Task<bool> ChangeAsync(params string[] events) => portal.Writer.WriteAsync(async (db, lines) =>
        {
            (await db.Documents.SingleAsync(document => document.Id == id)).State = DocumentState.Recognizing;
            foreach (var name in events)
            {
                lines.Document(name, uploader, id);
            }

            return true;
        }, CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => ChangeAsync(read));
        await using (var after = await portal.Databases.CreateDbContextAsync())
        {
            Assert.Equal(DocumentState.Received, (await after.Documents.SingleAsync()).State);
            Assert.False(await after.Audit.AnyAsync(record => record.Event == read));
        }

        Assert.True(await ChangeAsync(read, AuditEvents.RecognitionStarted));
    }

    [Fact]
    public async Task The_records_of_one_write_share_a_request_id_that_no_client_chooses()
    {
        await using var portal = await TestPortal.StartAsync();
        var uploader = await portal.PersonAsync(Roles.Uploader);
        using var request = new Activity("request").SetParentId(ActivityTraceId.CreateFromString("0123456789abcdef0123456789abcdef"), ActivitySpanId.CreateRandom()).Start();

        for (var i = 0; i < 2; i++)
        {
            await portal.Writer.WriteAsync((_, lines) =>
            {
                lines.Document(AuditEvents.DocumentViewed, uploader, Guid.NewGuid());
                lines.Document(AuditEvents.ImageViewed, uploader, Guid.NewGuid());
                return Task.FromResult(true);
            }, CancellationToken.None);
        }

        await using var db = await portal.Databases.CreateDbContextAsync();
        var ids = await db.Audit.OrderByDescending(record => record.Seq).Select(record => record.RequestId).Take(4).ToListAsync();
        Assert.Equal((ids[0], ids[2]), (ids[1], ids[3]));
        Assert.NotEqual(ids[0], ids[2]);
        Assert.DoesNotContain(Guid.ParseExact(request.TraceId.ToHexString(), "n"), ids);
        Assert.DoesNotContain(Guid.Empty, ids);
    }

    [Fact]
    public async Task Refuses_to_save_beside_the_gate()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var db = await portal.Databases.CreateDbContextAsync();
        (await db.Users.FirstAsync()).DisplayName = "Somebody";

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task Refuses_a_write_inside_a_write_instead_of_waiting_for_ever()
    {
        await using var portal = await TestPortal.StartAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            portal.Writer.WriteAsync((_, _) => portal.Writer.WriteAsync((_, _) => Task.FromResult(1), CancellationToken.None), CancellationToken.None));
        Assert.Equal(2, await portal.Writer.WriteAsync((_, _) => Task.FromResult(2), CancellationToken.None));
    }

    [Fact]
    public async Task Says_stale_when_somebody_else_changed_the_row()
    {
        await using var portal = await TestPortal.StartAsync();
        var (id, uploader) = await SomeDocument.AddAsync(portal);

        var refused = await Assert.ThrowsAsync<CommandRefusedException>(() => portal.Writer.WriteAsync(async (db, lines) =>
        {
            var document = await db.Documents.SingleAsync(row => row.Id == id);
            await db.Database.ExecuteSqlRawAsync("UPDATE \"Documents\" SET \"Version\" = 7");
            document.State = DocumentState.Recognizing;
            document.Version++;
            lines.Document(AuditEvents.RecognitionStarted, uploader, id);
            return true;
        }, CancellationToken.None));

        Assert.Equal(Refusal.Stale, refused.Refusal);
    }

    [Fact]
    public async Task Sixteen_writers_lose_no_update_and_meet_no_lock()
    {
        const int writers = 16, rounds = 25;
        await using var portal = await TestPortal.StartAsync();
        var (id, uploader) = await SomeDocument.AddAsync(portal);

        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < rounds; i++)
            {
                await portal.Writer.WriteAsync(async (db, lines) =>
                {
                    var document = await db.Documents.SingleAsync(row => row.Id == id);
                    document.LowCount++;
                    document.Version++;
                    lines.Document(AuditEvents.DocumentViewed, uploader, id);
                    return true;
                }, CancellationToken.None);
                await using var reader = await portal.Databases.CreateDbContextAsync();
                await reader.Audit.CountAsync();
            }
        })));

        await using var after = await portal.Databases.CreateDbContextAsync();
        var row = await after.Documents.SingleAsync();
        Assert.Equal((writers * rounds, 1L + (writers * rounds)), (row.LowCount, row.Version));
        Assert.Equal(writers * rounds, await after.Audit.CountAsync(record => record.Event == AuditEvents.DocumentViewed));
        Assert.Null((await portal.Trail.VerifyAsync(await portal.PersonAsync(Roles.Auditor), null, CancellationToken.None)).FirstBreak);
    }

    private static async Task<(int Documents, int Records)> CountsAsync(TestPortal portal)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return (await db.Documents.CountAsync(), await db.Audit.CountAsync());
    }
}
