using System.Collections.Concurrent;
using System.Net;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Tests.Journeys;
using IdOcrPortal.Web.Tests.Submissions;
using IdOcrPortal.Web.Vault;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Tests.Endpoints;

/// <summary>SECURITY UP-7 and RQ-1 with the real process: 5 kills in CI, 50 with <c>IDOCR_LONG_TESTS=1</c>.</summary>
public sealed class KillTests
{
    private const int UploadsARound = 6;

    [Fact]
    public async Task Every_upload_that_was_answered_stored_is_there_once_after_kill_9_and_is_read()
    {
        var kills = Environment.GetEnvironmentVariable("IDOCR_LONG_TESTS") == "1" ? 50 : 5;
        var folder = PortalProcess.NewDataFolder();
        var random = new Random(20261121);
        var acknowledged = new ConcurrentDictionary<Guid, Guid>();
        var sent = new Dictionary<Guid, byte[]>();
        try
        {
            for (var kill = 0; kill < kills; kill++)
            {
                await using var portal = await PortalProcess.StartAsync(folder, "--Reader:Workers=2", "--Uploads:PerMinute=100000", "--Uploads:PerDay=100000");
                using var live = new LiveDocuments(folder);

                // What the last kill interrupted is taken up first, so that no document is interrupted twice.
                await live.SettleAsync(TimeSpan.FromSeconds(60), TimeSpan.FromMilliseconds(100));
                using var uploader = await PortalClient.SignInAsync(portal.Address, "uploader", await portal.DemoPasswordAsync());
                for (var i = 0; i < UploadsARound; i++)
                {
                    sent.Add(Guid.NewGuid(), TestPicture.Png((kill * UploadsARound) + i));
                }

                // Those that were not answered before are sent again with their own id, as the upload page does.
                using var answers = new SemaphoreSlim(0);
                var uploads = sent.Where(upload => !acknowledged.ContainsKey(upload.Key)).Select(upload => SendAsync(uploader, upload.Key, upload.Value, acknowledged, answers)).ToList();

                // The point of the kill: after so many answers, and then at any moment while the rest is being stored and the stored ones are being read.
                for (var left = random.Next(0, UploadsARound + 1); left > 0; left--)
                {
                    Assert.True(await answers.WaitAsync(TimeSpan.FromSeconds(60)), portal.Output);
                }

                await Task.Delay(random.Next(0, 300));
                await portal.KillAsync();
                await Task.WhenAll(uploads);
            }

            await using (var last = await PortalProcess.StartAsync(folder, "--Reader:Workers=2"))
            {
                using var live = new LiveDocuments(folder);
                await live.SettleAsync(TimeSpan.FromSeconds(60), TimeSpan.FromMilliseconds(100));
            }

            await AssertKeptAsync(folder, acknowledged, sent.Keys);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task SendAsync(PortalClient uploader, Guid uploadId, byte[] file, ConcurrentDictionary<Guid, Guid> acknowledged, SemaphoreSlim answers)
    {
        try
        {
            using var answer = await uploader.UploadAsync(file, uploadId);
            if (answer.StatusCode == HttpStatusCode.Created)
            {
                acknowledged[uploadId] = (await UploadEndpointTests.JsonAsync(answer)).GetProperty("documentId").GetGuid();
            }

            answers.Release();
        }
        catch (HttpRequestException)
        {
            // Cut off by the kill: not answered, so nothing was promised.
        }
    }

    private static async Task AssertKeptAsync(string folder, ConcurrentDictionary<Guid, Guid> acknowledged, IEnumerable<Guid> sent)
    {
        Assert.NotEmpty(acknowledged);
        await using var portal = await TestPortal.StartAsync(folder: folder);
        await using var db = await portal.Databases.CreateDbContextAsync();
        var rows = await db.Documents.AsNoTracking().ToListAsync();
        foreach (var (uploadId, documentId) in acknowledged)
        {
            Assert.Equal(documentId, Assert.Single(rows, row => row.UploadId == uploadId).Id);
        }

        // A document may be there without having been acknowledged, but none twice, and none that nobody sent.
        Assert.Equal(rows.Count, rows.Select(row => row.UploadId).Distinct().Count());
        Assert.Subset(sent.ToHashSet(), rows.Select(row => row.UploadId).ToHashSet());

        // The pictures show no document, so "read" ends in "no machine-readable lines": by the reader, and not by giving up.
        Assert.All(rows, row => Assert.Equal((DocumentState.RecognitionFailed, "offline.no_mrz"), (row.State, row.OutcomeCode)));
        foreach (var row in rows)
        {
            await portal.Vault.OpenAsync(row.DataKeyId, row.Id, BlobKind.Original, row.OriginalBlob, CancellationToken.None);
        }

        var verified = await portal.Trail.VerifyAsync(await portal.PersonAsync(Roles.Auditor), progress: null, CancellationToken.None);
        Assert.True(verified.FirstBreak is null, verified.Detail);
    }
}
