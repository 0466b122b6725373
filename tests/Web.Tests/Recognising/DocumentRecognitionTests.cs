using IdOcrPortal.Documents;
using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Recognising;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Tests.Submissions;
using IdOcrPortal.Web.Vault;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Tests.Recognising;

public sealed class DocumentRecognitionTests
{
    [Fact]
    public async Task A_proved_passport_is_ready_for_one_officer()
    {
        await using var portal = await FlowPortal.StartAsync();
        var id = await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));

        var row = await portal.RowAsync(id);
        Assert.Equal(DocumentState.ReadyForReview, row.State);
        Assert.Equal(("passport", "OfflineEngine", 90), (row.TypeId, row.Service, row.Rotation));
        Assert.False(row.NeedsSecondReview);
        Assert.True(row.FieldCount >= 9);
        Assert.Equal((0, 0), (row.CriticalCount, row.HighCount));
        Assert.Equal(JobState.Recognised, (await portal.JobAsync(id)).State);
        Assert.Equal(CallState.Succeeded, Assert.Single(await portal.CallsAsync(id)).State);
        Assert.Equal([1, 2, 3], await portal.Get<DocumentVault>().OpenAsync(row.DataKeyId, id, BlobKind.Portrait, row.PortraitBlob!, CancellationToken.None));
        Assert.Equal(
            [AuditEvents.DocumentReceived, AuditEvents.RecognitionStarted, AuditEvents.RecognitionCompleted, AuditEvents.ChecksCompleted, AuditEvents.DocumentRouted],
            await portal.EventsAsync(id));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("passport", false)]
    [InlineData("visa", true)]
    public async Task Another_document_than_the_uploader_chose_is_a_grave_warning(string? chosen, bool warns)
    {
        await using var portal = await FlowPortal.StartAsync();
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));
        await portal.ChangeAsync(async db => (await db.Documents.SingleAsync()).RequestedTypeId = chosen);

        await portal.ReadAllAsync();

        var row = await portal.RowAsync(id);
        var shown = await portal.Desk.OpenAsync(await portal.PersonAsync("Rita", Roles.Reviewer), id, CancellationToken.None);
        Assert.Equal(warns, row.NeedsSecondReview);
        Assert.Equal(warns, shown.Warnings.Any(warning => warning is { Code: LocalWarnings.TypeDiffers, NeedsAcknowledgement: true }));
    }

    [Fact]
    public async Task A_full_disk_is_no_fault_of_the_document()
    {
        await using var portal = await FlowPortal.StartAsync();
        portal.Service.Answers(() => throw new IOException("No space left on device"));
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));

        await portal.ReadAllAsync();
        Assert.Equal((JobState.Waiting, 1), ((await portal.JobAsync(id)).State, (await portal.JobAsync(id)).Attempts));

        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await portal.ReadAllAsync();
        Assert.Equal(DocumentState.ReadyForReview, (await portal.RowAsync(id)).State);
    }

    [Fact]
    public async Task What_was_read_comes_back_as_it_was_and_stands_in_no_column()
    {
        await using var portal = await FlowPortal.StartAsync();
        var id = await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));

        var row = await portal.RowAsync(id);
        var reading = await portal.AskAsync(db => db.Readings.SingleAsync(reading => reading.DocumentId == id));
        var stored = await StoredReading.UnsealAsync(portal.Get<DocumentVault>(), row, reading, CancellationToken.None);

        var expected = portal.Service.Passport();
        Assert.Equal(expected.Evidence.MrzLines, stored.Evidence.MrzLines);
        Assert.Equal(expected.Evidence.Claims, stored.Evidence.Claims);
        Assert.Equal(expected.MrzProbabilities, stored.MrzProbabilities);
        Assert.Equal(expected.Coverage, stored.Coverage);
        Assert.Equal([7, 7], stored.RawAnswer);
        Assert.Equal(FieldStatus.Verified, stored.Proof!.Fields.Single(field => field.Name == FieldNames.DocumentNumber).Status);
        Assert.Contains(stored.Warnings, warning => warning is { Service: "Local", Code: "offline.recognised", Severity: Severity.Low });

        var files = Directory.EnumerateFiles(portal.Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal));
        Assert.All(files, file => Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf("ERIKSSON"u8)));
    }

    [Theory]
    [InlineData(false, "300415")] // doubtful zone: offline.recognised is High
    [InlineData(true, "200415")] // expired: High
    public async Task What_no_check_proves_or_a_grave_finding_needs_a_second_officer(bool accepted, string expiry)
    {
        var service = new ScriptedService();
        await using var portal = await FlowPortal.StartAsync(service.Reads(service.Passport(accepted, expiry)));
        var id = await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));

        var row = await portal.RowAsync(id);
        Assert.True(row.NeedsSecondReview);
        Assert.True(row.HighCount >= 1);
    }

    [Theory]
    [InlineData(FailureClass.InputFinal, DocumentState.AwaitingUploader, JobState.Rejected)]
    [InlineData(FailureClass.InputQuality, DocumentState.RecognitionFailed, JobState.NeedsOperator)]
    [InlineData(FailureClass.Credential, DocumentState.RecognitionFailed, JobState.NeedsOperator)]
    [InlineData(FailureClass.Configuration, DocumentState.RecognitionFailed, JobState.NeedsOperator)]
    [InlineData(FailureClass.Transient, DocumentState.Received, JobState.Waiting)]
    [InlineData(FailureClass.Throttled, DocumentState.Received, JobState.Waiting)]
    public async Task A_failure_leaves_document_job_and_ledger_where_its_class_says(FailureClass failure, DocumentState state, JobState jobState)
    {
        await using var portal = await FlowPortal.StartAsync(new ScriptedService().Fails(failure, "vendor.code"));
        var id = await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));

        var row = await portal.RowAsync(id);
        Assert.Equal(state, row.State);
        Assert.Equal(state == DocumentState.Received ? null : "vendor.code", row.OutcomeCode);
        var job = await portal.JobAsync(id);
        Assert.Equal((jobState, failure == FailureClass.Throttled ? 0 : 1, failure.ToString()), (job.State, job.Attempts, job.LastClass));
        var call = Assert.Single(await portal.CallsAsync(id));
        Assert.Equal((CallState.Failed, "vendor.code"), (call.State, call.FailureCode));
        Assert.Equal(AuditEvents.RecognitionFailed, (await portal.EventsAsync(id))[^1]);
    }

    [Fact]
    public async Task A_passing_fault_is_tried_three_times_and_waits_in_between()
    {
        await using var portal = await FlowPortal.StartAsync(
            new ScriptedService().Fails(FailureClass.Transient).Fails(FailureClass.Transient).Fails(FailureClass.Transient));
        var id = await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));
        Assert.Equal(1, portal.Service.Calls);

        portal.Clock.Advance(TimeSpan.FromSeconds(2.4));
        await portal.ReadAllAsync();
        Assert.Equal(2, portal.Service.Calls);
        await portal.ReadAllAsync();
        Assert.Equal(2, portal.Service.Calls);

        portal.Clock.Advance(TimeSpan.FromSeconds(9.6));
        await portal.ReadAllAsync();
        Assert.Equal(3, portal.Service.Calls);
        Assert.Equal(DocumentState.RecognitionFailed, (await portal.RowAsync(id)).State);
    }

    [Fact]
    public async Task A_connector_that_breaks_puts_its_document_aside_and_the_next_one_is_read()
    {
        await using var portal = await FlowPortal.StartAsync(new ScriptedService().Answers(() => throw new InvalidOperationException("ERIKSSON")));
        var uploader = await portal.PersonAsync("Uma", Roles.Uploader);
        var broken = await portal.DocumentAsync(uploader);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        var next = await portal.DocumentAsync(uploader);
        await portal.ReadAllAsync();

        var row = await portal.RowAsync(broken);
        Assert.Equal((DocumentState.RecognitionFailed, JobOutcomes.Unexpected), (row.State, row.OutcomeCode));
        Assert.Equal(DocumentState.ReadyForReview, (await portal.RowAsync(next)).State);
    }

    [Fact]
    public async Task A_damaged_picture_file_puts_its_document_aside_before_any_call()
    {
        await using var portal = await FlowPortal.StartAsync();
        var id = await portal.DocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));
        var name = (await portal.RowAsync(id)).OriginalBlob;
        var file = Directory.EnumerateFiles(portal.Folder, "*", SearchOption.AllDirectories).Single(file => Path.GetFileName(file) == name);
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        await portal.ReadAllAsync();

        Assert.Equal(DocumentState.RecognitionFailed, (await portal.RowAsync(id)).State);
        Assert.Equal(0, portal.Service.Calls);
        Assert.Empty(await portal.CallsAsync(id));
    }

    [Fact]
    public async Task A_call_that_succeeded_is_never_made_again()
    {
        await using var portal = await FlowPortal.StartAsync(new ScriptedService("Vendor", isMetered: true));
        var id = await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));
        await portal.ChangeAsync(async db =>
        {
            // As if the document had been put back in the queue by a later command.
            var (row, job) = (await db.Documents.SingleAsync(document => document.Id == id), await db.Jobs.SingleAsync(job => job.DocumentId == id));
            await db.Documents.Where(document => document.Id == id).ExecuteUpdateAsync(set => set.SetProperty(document => document.State, DocumentState.Received));
            (job.State, row.FieldCount) = (JobState.Queued, 0);
        });
        await portal.ReadAllAsync();

        Assert.Equal(1, portal.Service.Calls);
        var again = await portal.RowAsync(id);
        Assert.Equal(DocumentState.ReadyForReview, again.State);
        Assert.True(again.FieldCount >= 9);
        Assert.Equal(1, await portal.AskAsync(db => db.Readings.CountAsync(reading => reading.DocumentId == id)));
    }
}
