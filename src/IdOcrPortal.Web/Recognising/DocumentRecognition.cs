using System.Data.Common;
using System.Diagnostics;
using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Routing;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Vault;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Recognising;

/// <summary>Takes one job through: claim, ledger, call, outcome. Whatever happens over a document, the next one can be taken.</summary>
internal sealed partial class DocumentRecognition(
    JobQueue queue, JobOutcomes outcomes, Recognizer recognizer, DocumentVault vault, IDbContextFactory<PortalDb> databases, TimeProvider clock,
    ILogger<DocumentRecognition> logger)
{
    /// <summary>Longest time for one call: shorter than a lease, so that a call that hangs ends while its result would still be taken; longer than any connector takes by its own limits.</summary>
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(75);

    /// <summary>Longest wait for a service's turn with a lease in hand.</summary>
    internal static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(10);

    private const int StorageRetries = 3;

    private static readonly TimeSpan AfterStorageFault = TimeSpan.FromSeconds(30);

    /// <summary>Works on the oldest due job; false when none is due.</summary>
    internal async Task<bool> RunNextAsync(CancellationToken cancellationToken)
    {
        if (await queue.ClaimAsync(cancellationToken) is not { } job)
        {
            return false;
        }

        var call = new OpenCall();
        try
        {
            await RecogniseAsync(job, call, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await outcomes.PutBackAsync(job, CancellationToken.None);
            throw;
        }
        catch (Exception failed) when (IsPassing(failed))
        {
            // A full disk or a busy database is no fault of the document. What a metered service answered meanwhile is lost, and may have been charged.
            Log.StorageFailed(logger, failed.GetType().Name);
            var failure = new Failure(
                job.Service.Info.IsMetered && call.IsMade ? FailureClass.UnknownOutcome : FailureClass.Transient, "portal.storage", "The portal could not store the reading.", call.IsMade ? AfterStorageFault : null);
            await outcomes.FailAsync(job, failure, Jitter(), CancellationToken.None);
        }
#pragma warning disable CA1031 // A damaged blob or a bug in a connector concerns one document: it is put aside for a person, and the queue goes on.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            var reference = Guid.NewGuid().ToString("n")[..12];
            // Neither the message nor inner exceptions: they may quote what was being read.
            Log.Unexpected(logger, reference, failed.GetType().Name, new StackTrace(failed).ToString());
            await outcomes.GiveUpAsync(job, reference, CancellationToken.None);
        }
        finally
        {
            if (job.Route.IsProbe && !call.IsMade)
            {
                job.Service.Breaker.GiveBack();
            }
        }

        return true;
    }

    // A blob that is gone will not come back by waiting.
    private static bool IsPassing(Exception failed) =>
        failed is IOException and not (FileNotFoundException or DirectoryNotFoundException) or UnauthorizedAccessException or DbException or DbUpdateException;

    private async Task RecogniseAsync(ClaimedJob job, OpenCall call, CancellationToken cancellationToken)
    {
        var bytes = await vault.OpenAsync(job.DataKeyId, job.DocumentId, BlobKind.Original, job.OriginalBlob, cancellationToken);
        var preparation = await recognizer.PrepareAsync(job.Service, new DocumentImage(bytes, job.SoughtTypeId), cancellationToken);
        if (preparation.Call is not { } prepared)
        {
            await outcomes.FailAsync(job, preparation.Failure!, Jitter(), CancellationToken.None);
            return;
        }

        // Before the ledger, so that an open row always means a call that may have gone out (SECURITY §5).
        if (!job.Service.Pace.TryReserve(LongestTurn, out var turn))
        {
            await outcomes.PostponeAsync(job, turn, cancellationToken);
            return;
        }

        if (turn > TimeSpan.Zero)
        {
            await Task.Delay(turn, clock, cancellationToken);
        }

        // Others may have been refused meanwhile: then the queue asks the route again.
        if (job.Service.Pace.PausedUntil is not null || (!job.Route.IsProbe && job.Service.Breaker.Outage is not null))
        {
            await outcomes.PostponeAsync(job, TimeSpan.Zero, cancellationToken);
            return;
        }

        var requestKey = vault.RequestKey(job.DocumentId, job.Service.Info.Id, prepared.Parameters, prepared.Image.Bytes.Span);
        switch (await queue.StartCallAsync(job, requestKey, cancellationToken))
        {
            case CallStart.LeaseLost:
                Log.LeaseLost(logger, job.DocumentId);
                return;
            case CallStart.AlreadyRead:
                await SucceedAsync(job, await StoredAsync(job, requestKey, cancellationToken), cancellationToken);
                return;
        }

        call.IsMade = true;
        var attempt = await CallAsync(recognizer, prepared, clock, cancellationToken);

        // From here on the service has answered, so that stopping the portal must not throw the answer away.
        var taken = attempt.Reading is { } reading
            ? await StoreAsync(async () => await SucceedAsync(job, await MakeReadyAsync(job, attempt, reading, requestKey), CancellationToken.None))
            : await outcomes.FailAsync(job, attempt.Failure!, Jitter(), CancellationToken.None);
        if (!taken)
        {
            Log.LeaseLost(logger, job.DocumentId);
        }

        if (attempt.EndedOutage)
        {
            await queue.WakeAsync(job.Service.Info.Id, CancellationToken.None);
        }
    }

    /// <summary>The answer is in hand and may have been paid for: a disk that is full for a moment is tried again before it is given up.</summary>
    private async Task<bool> StoreAsync(Func<Task<bool>> store)
    {
        for (var retry = 0; ; retry++)
        {
            try
            {
                return await store();
            }
            catch (Exception failed) when (retry < StorageRetries && IsPassing(failed))
            {
                Log.StorageFailed(logger, failed.GetType().Name);
                await Task.Delay(TimeSpan.FromMilliseconds(500 << retry), clock);
            }
        }
    }

    /// <summary>Ends the job, or, where the offline engine was only asked what the picture is, sends it on to the service that reads this best.</summary>
    private Task<bool> SucceedAsync(ClaimedJob job, ReadyReading ready, CancellationToken cancellationToken)
    {
        var isDetection = job is { Purpose: JobPurpose.Reading, Route.Reason: RouteReason.Detect, Service.Info.IsMetered: false };
        return isDetection && ready.Content.TypeId is { } found && recognizer.Router.Best(new RouteQuestion(found) { State = ready.Content.IssuingState }) is { } best && best != job.Service
            ? outcomes.DetectedAsync(job, ready, best.Info.Id, cancellationToken)
            : outcomes.SucceedAsync(job, ready, cancellationToken);
    }

    /// <summary>One call within the time limit; one that is given up counts against its service.</summary>
    internal static async Task<Attempt> CallAsync(Recognizer recognizer, PreparedCall call, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(CallLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            return await recognizer.ReadAsync(call, today, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var info = call.Service.Info;
            var failure = new Failure(info.IsMetered ? FailureClass.UnknownOutcome : FailureClass.Transient, "portal.timeout", "The service did not answer in time.", RetryAfter: null);
            recognizer.GaveUp(call.Service, failure.Code, failure.Message);
            return new Attempt(info.Id, info.Country, CallLimit, Reading: null, Proof: null, failure);
        }
    }

    private async Task<ReadyReading> MakeReadyAsync(ClaimedJob job, Attempt attempt, Reading reading, byte[] requestKey)
    {
        var content = new StoredReading(
            reading.TypeId ?? attempt.Proof?.TypeId, reading.Evidence, reading.MrzProbabilities, attempt.Proof,
            [.. reading.Warnings, .. LocalWarnings.Of(reading, attempt.Proof, job.RequestedTypeId), .. LocalWarnings.OfRoute(job, recognizer.Services)], reading.Coverage,
            reading.Portrait?.CutLocally ?? false, reading.RawAnswer);
        var portrait = reading.Portrait is { } cut
            ? await vault.StoreAsync(job.DataKeyId, job.DocumentId, BlobKind.Portrait, cut.Jpeg, CancellationToken.None)
            : null;
        content = content with { PortraitBlob = portrait, Rotation = reading.Rotation };
        var row = new ReadingRow
        {
            Id = Guid.NewGuid(),
            DocumentId = job.DocumentId,
            Service = reading.Service,
            ServiceVersion = reading.ServiceVersion,
            RequestId = reading.RequestId,
            Country = attempt.Country,
            LatencyMs = (int)attempt.Elapsed.TotalMilliseconds,
            At = clock.GetUtcNow(),
            RequestKey = requestKey,
            Route = job.Route.Summary,
            IsSandbox = job.Service.IsSandbox,
            Payload = await content.SealAsync(vault, job.DataKeyId, job.DocumentId, CancellationToken.None),
        };
        return new ReadyReading(row, IsNew: true, content, portrait, reading.Rotation);
    }

    private async Task<ReadyReading> StoredAsync(ClaimedJob job, byte[] requestKey, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var document = await db.Documents.AsNoTracking().SingleAsync(document => document.Id == job.DocumentId, cancellationToken);
        var row = await db.Readings.AsNoTracking()
            .Where(reading => reading.DocumentId == job.DocumentId && reading.RequestKey == requestKey)
            .OrderByDescending(reading => reading.Run)
            .FirstAsync(cancellationToken);
        var content = await StoredReading.UnsealAsync(vault, document, row, cancellationToken);
        return new ReadyReading(row, IsNew: false, content, content.PortraitBlob, content.Rotation);
    }

    /// <summary>Whether a call went out: what breaks before costs nothing.</summary>
    private sealed class OpenCall
    {
        internal bool IsMade { get; set; }
    }

#pragma warning disable CA5394 // Spreads retries in time; nothing secret hangs on it.
    private static double Jitter() => (Random.Shared.NextDouble() * 2) - 1;
#pragma warning restore CA5394

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A document could not be read for want of storage and is tried again: {Kind}")]
        public static partial void StorageFailed(ILogger logger, string kind);

        [LoggerMessage(LogLevel.Error, "Recognition broke, reference {Reference}: {Kind}\n{Trace}")]
        public static partial void Unexpected(ILogger logger, string reference, string kind, string trace);

        [LoggerMessage(LogLevel.Warning, "The result for document {DocumentId} came after its lease was over and was not taken")]
        public static partial void LeaseLost(ILogger logger, Guid documentId);
    }
}
