using System.Globalization;
using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Recognising;

/// <summary>A reading that is ready to be saved.</summary>
/// <param name="Row">Its row; the payload is encrypted already.</param>
/// <param name="IsNew">False for a reading that was stored by an earlier call.</param>
/// <param name="PortraitBlob">The portrait, durable in the vault already.</param>
internal sealed record ReadyReading(ReadingRow Row, bool IsNew, StoredReading Content, string? PortraitBlob, int Rotation);

/// <summary>
/// Writes how a call ended: ledger, job, document, reading and audit in one transaction, and only for the holder of the current fence. Each method says
/// whether it did; false means that the lease was lost and the outcome was refused (RQ-2).
/// </summary>
internal sealed class JobOutcomes(PortalWriter writer, DocumentFeed feed, TimeProvider clock)
{
    /// <summary>Outcome code of a call that nobody saw the end of.</summary>
    internal const string Interrupted = "recognition.interrupted";

    /// <summary>Outcome code of a fault of the portal itself.</summary>
    internal const string Unexpected = "portal.unexpected";

    /// <summary>The document was read.</summary>
    internal Task<bool> SucceedAsync(ClaimedJob claimed, ReadyReading ready, CancellationToken cancellationToken) =>
        EndAsync(
            claimed,
            async (db, audit, job, document, call) =>
            {
                var summary = ReadingSummary.Of(ready.Content);
                if (ready.IsNew)
                {
                    ready.Row.Run = 1 + await db.Readings.CountAsync(reading => reading.DocumentId == document.Id, cancellationToken);
                    db.Readings.Add(ready.Row);
                    document.PortraitBlob = ready.PortraitBlob;
                    document.Rotation = ready.Rotation;
                }

                Close(call, CallState.Succeeded);
                document.ReadingId = ready.Row.Id;
                document.TypeId = ready.Content.TypeId;
                document.Service = ready.Row.Service;
                document.OutcomeCode = null;
                summary.ApplyTo(document);
                End(job, JobState.Recognised);
                job.LastClass = null;
                document.Move(DocumentState.ReadyForReview);

                audit.System(
                    AuditEvents.RecognitionCompleted, RecognitionWorker.Part, document.Id,
                    ("service", ready.Row.Service), ("run", Text(ready.Row.Run)), ("type", document.TypeId ?? "none"), ("fields", Text(summary.Fields)),
                    ("reused", ready.IsNew ? "no" : "yes"));
                audit.System(
                    AuditEvents.ChecksCompleted, RecognitionWorker.Part, document.Id,
                    ("attention", Text(summary.NeedAttention)), ("critical", Text(summary.Critical)), ("high", Text(summary.High)), ("medium", Text(summary.Medium)),
                    ("low", Text(summary.Low)), ("codes", string.Join(',', summary.Codes)));
                audit.System(
                    AuditEvents.DocumentRouted, RecognitionWorker.Part, document.Id, ("to", nameof(DocumentState.ReadyForReview)), ("second_review", summary.NeedsSecondReview ? "yes" : "no"));
            },
            cancellationToken);

    /// <summary>The service said that it has no reading.</summary>
    /// <param name="jitter">-1 to 1, spreads the back-off.</param>
    internal Task<bool> FailAsync(ClaimedJob claimed, Failure failure, double jitter, CancellationToken cancellationToken) =>
        EndAsync(
            claimed,
            (_, audit, job, document, call) =>
            {
                var effect = FailureEffects.Of(failure, job.Attempts, job.UnknownOutcomes, jitter);
                job.Attempts -= effect.SpendsAttempt ? 0 : 1;
                job.UnknownOutcomes += effect.CountsAsUnknown ? 1 : 0;
                job.LastClass = failure.Class.ToString();
                job.NotBefore = effect.Next == JobState.Waiting ? clock.GetUtcNow() + effect.Wait : null;
                Close(call, effect.CountsAsUnknown ? CallState.Unknown : CallState.Failed, failure);
                Settle(job, document, effect.Next, failure.Code);
                audit.System(
                    AuditEvents.RecognitionFailed, RecognitionWorker.Part, document.Id,
                    ("service", claimed.Service.Id), ("attempt", Text(claimed.Attempt)), ("class", failure.Class.ToString()), ("code", failure.Code), ("next", effect.Next.ToString()));
                return Task.CompletedTask;
            },
            cancellationToken);

    /// <summary>Something broke that nobody foresaw: a person has to look, with the reference that the log has too.</summary>
    internal Task<bool> GiveUpAsync(ClaimedJob claimed, string reference, CancellationToken cancellationToken) =>
        EndAsync(
            claimed,
            (_, audit, job, document, call) =>
            {
                // A connector that broke in the middle may have sent its request.
                var unknown = claimed.Service.IsMetered && call is not null;
                Close(call, unknown ? CallState.Unknown : CallState.Failed, new Failure(FailureClass.UnknownOutcome, Unexpected, "", RetryAfter: null));
                job.UnknownOutcomes += unknown ? 1 : 0;
                job.LastClass = Unexpected;
                Settle(job, document, JobState.NeedsOperator, Unexpected);
                audit.System(
                    AuditEvents.RecognitionFailed, RecognitionWorker.Part, document.Id,
                    ("service", claimed.Service.Id), ("attempt", Text(claimed.Attempt)), ("code", Unexpected), ("reference", reference), ("next", nameof(JobState.NeedsOperator)));
                return Task.CompletedTask;
            },
            cancellationToken);

    /// <summary>The portal is being stopped: the job goes back without having spent anything, unless its call may have cost something.</summary>
    internal Task<bool> PutBackAsync(ClaimedJob claimed, CancellationToken cancellationToken) =>
        EndAsync(
            claimed,
            (_, audit, job, document, call) =>
            {
                var unknown = claimed.Service.IsMetered && call is not null;
                Close(call, unknown ? CallState.Unknown : CallState.Failed, new Failure(FailureClass.UnknownOutcome, Interrupted, "", RetryAfter: null));
                job.UnknownOutcomes += unknown ? 1 : 0;
                job.Attempts -= unknown || call is null ? 0 : 1;
                Settle(job, document, job.UnknownOutcomes >= FailureEffects.MaxUnknownOutcomes ? JobState.NeedsOperator : JobState.Queued, Interrupted);
                audit.System(
                    AuditEvents.RecognitionFailed, RecognitionWorker.Part, document.Id,
                    ("service", claimed.Service.Id), ("attempt", Text(claimed.Attempt)), ("code", Interrupted), ("next", job.State.ToString()));
                return Task.CompletedTask;
            },
            cancellationToken);

    /// <summary>Puts job and document where they belong together (UX §3): the one place that maps a job's end to a document's state.</summary>
    internal static void Settle(JobRow job, DocumentRow document, JobState next, string outcomeCode)
    {
        End(job, next);
        var to = next switch
        {
            JobState.Queued or JobState.Waiting => DocumentState.Received,
            JobState.NeedsOperator => DocumentState.RecognitionFailed,
            JobState.Rejected => DocumentState.AwaitingUploader,
            _ => throw new ArgumentOutOfRangeException(nameof(next), next, "Not an end of a failed call."),
        };
        document.OutcomeCode = to == DocumentState.Received ? null : outcomeCode;
        document.Move(to);
    }

    private static void End(JobRow job, JobState next)
    {
        job.State = next;
        job.LeaseOwner = null;
        job.LeaseUntil = null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Close(ServiceCallRow? call, CallState state, Failure? failure = null)
    {
        if (call is null)
        {
            return;
        }

        call.State = state;
        call.FailureClass = failure?.Class.ToString();
        call.FailureCode = failure?.Code;
        call.EndedAt = clock.GetUtcNow();
    }

    private async Task<bool> EndAsync(
        ClaimedJob claimed, Func<PortalDb, AuditLines, JobRow, DocumentRow, ServiceCallRow?, Task> end, CancellationToken cancellationToken)
    {
        var ended = await writer.WriteAsync(
            async (db, audit) =>
            {
                var job = await db.Jobs.SingleOrDefaultAsync(
                    job => job.DocumentId == claimed.DocumentId && job.Fence == claimed.Fence && (job.State == JobState.Leased || job.State == JobState.Calling), cancellationToken);
                if (job is null)
                {
                    return false;
                }

                var document = await db.Documents.SingleAsync(document => document.Id == claimed.DocumentId, cancellationToken);
                var call = await db.ServiceCalls.SingleOrDefaultAsync(
                    call => call.DocumentId == claimed.DocumentId && call.Fence == claimed.Fence && call.State == CallState.Started, cancellationToken);
                await end(db, audit, job, document, call);
                return true;
            },
            cancellationToken);
        if (ended)
        {
            feed.Announce(claimed.DocumentId);
        }

        return ended;
    }
}
