using System.Globalization;
using System.Net;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Recognising;
using IdOcrPortal.Web.Review;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Tests.Journeys;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Tests.Endpoints;

/// <summary>SECURITY RQ-3 and RQ-4 with the real process: killed while the vendor has the picture. 5 kills in CI, 200 with <c>IDOCR_LONG_TESTS=1</c>.</summary>
public sealed class KillInCallTests
{
    private const int UploadsARound = 3;

    [Fact]
    public async Task A_kill_inside_the_call_window_gives_at_most_two_calls_a_document_and_every_repeat_is_shown()
    {
        var kills = Environment.GetEnvironmentVariable("IDOCR_LONG_TESTS") == "1" ? 200 : 5;
        var folder = PortalProcess.NewDataFolder();
        var random = new Random(20261121);
        var picture = PlayedVendors.Specimen("mys-mykad-clean.jpg");
        await using var vendors = await PlayedVendors.StartAsync();
        string[] settings = ["--Reader:Workers=1", "--Uploads:PerMinute=100000", "--Uploads:PerDay=100000", "--Vendors:TencentMLIDCardOcr:CallsPerSecond=1000", $"--Sandbox:Url={vendors.Address}"];
        try
        {
            for (var kill = 0; kill < kills; kill++)
            {
                await using var portal = await PortalProcess.StartAsync(folder, settings);
                using var live = new LiveDocuments(folder);

                // What the last kill left is finished first, so that every document is interrupted at most twice: once here, and once by itself.
                await vendors.ForgetAsync();
                await live.SettleAsync(TimeSpan.FromSeconds(120), TimeSpan.FromMilliseconds(100));
                var calls = await vendors.CallsAsync("tencent");
                await vendors.OrderAsync(new { vendor = "tencent", kind = "delay", milliseconds = 1500, count = UploadsARound * 2 });
                using var uploader = await PortalClient.SignInAsync(portal.Address, "uploader", await portal.DemoPasswordAsync());
                for (var i = 0; i < UploadsARound; i++)
                {
                    // The same card in other bytes: what stands behind a JPEG's end is no part of the picture.
                    byte[] file = [.. picture, .. BitConverter.GetBytes((kill * UploadsARound) + i)];
                    using var answer = await uploader.UploadAsync(file, change: request => request.Headers.Add("X-Document-Type", "mys-mykad"));
                    Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
                }

                // As soon as one picture is at the vendor, and then at any moment.
                using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(60));
                while (await vendors.CallsAsync("tencent") == calls)
                {
                    await Task.Delay(20, enough.Token);
                }

                await Task.Delay(random.Next(0, 1400));
                await portal.KillAsync();
            }

            await vendors.ForgetAsync();
            await using (var last = await PortalProcess.StartAsync(folder, settings))
            {
                using var live = new LiveDocuments(folder);
                await live.SettleAsync(TimeSpan.FromSeconds(120), TimeSpan.FromMilliseconds(100));
            }

            await AssertBoundedAsync(folder, await vendors.CallsAsync("tencent"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task AssertBoundedAsync(string folder, int callsThatCame)
    {
        await using var portal = await TestPortal.StartAsync(folder: folder);
        await using var db = await portal.Databases.CreateDbContextAsync();
        var calls = (await db.ServiceCalls.AsNoTracking().Where(call => call.Service == "TencentMLIDCardOcr").ToListAsync()).ToLookup(call => call.DocumentId);
        var repeated = 0;
        foreach (var row in await db.Documents.AsNoTracking().ToListAsync())
        {
            var ledger = calls[row.Id].ToList();
            Assert.InRange(ledger.Count, 1, 2);
            Assert.DoesNotContain(ledger, call => call.State == CallState.Started);
            var unknown = ledger.Count(call => call.State == CallState.Unknown);
            Assert.Equal(unknown, (await db.Jobs.AsNoTracking().SingleAsync(job => job.DocumentId == row.Id)).UnknownOutcomes);
            if (row.State == DocumentState.ReadyForReview)
            {
                Assert.Equal(1, ledger.Count(call => call.State == CallState.Succeeded));
                var reading = await db.Readings.AsNoTracking().SingleAsync(reading => reading.Id == row.ReadingId);
                var stored = await StoredReading.UnsealAsync(portal.Vault, row, reading, CancellationToken.None);
                Assert.Equal(unknown > 0, stored.Warnings.Any(warning => warning.Code == LocalWarnings.DoubleCharge));
                repeated += unknown;
            }
            else
            {
                // Interrupted twice: nobody calls a third time.
                Assert.Equal((DocumentState.RecognitionFailed, 2), (row.State, unknown));
                Assert.Equal(JobOutcomes.Interrupted, row.OutcomeCode);
            }
        }

        // A kill between the ledger's commit and the first byte leaves a row without a call; a call without a row there is never.
        Assert.True(callsThatCame <= calls.Sum(ledger => ledger.Count()), string.Create(CultureInfo.InvariantCulture, $"{callsThatCame} calls came, more than the ledger has."));
        Assert.True(repeated > 0, "No kill hit a call.");
        var verified = await portal.Trail.VerifyAsync(await portal.PersonAsync(Roles.Auditor), progress: null, CancellationToken.None);
        Assert.True(verified.FirstBreak is null, verified.Detail);
    }
}
