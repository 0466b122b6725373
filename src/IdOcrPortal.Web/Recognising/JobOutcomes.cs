using System.Globalization;
using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Routing;
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
internal sealed class JobOutcomes(PortalWriter writer, Recognizer recognizer, DocumentFeed feed, TimeProvider clock)
{
    /// <summary>Outcome code of a call that nobody saw the end of.</summary>
    internal const string Interrupted = "recognition.interrupted";

    /// <summary>Outcome code of a document that nothing which is set up reads.</summary>
    internal const string NoService = "service.none";

    /// <summary>Outcome code of a fault of the portal itself.</summary>
    internal const string Unexpected = "portal.unexpected";

    /// <summary>The document was read.</summary>
    internal Task<bool> SucceedAsync(ClaimedJob claimed, ReadyReading ready, CancellationToken cancellationToken) =>
        EndAsync(
            claimed,
            async (db, audit, job, document, call) =>
            {
                await KeepAsync(db, document, call, ready, cancellationToken);
                End(job, JobState.Recognised);
                (job.LastClass, job.LastCode) = (null, null);
                if (job.Purpose == JobPurpose.SecondOpinion)
                {
                    audit.System(
                        AuditEvents.SecondOpinionCompleted, RecognitionWorker.Part, document.Id,
                        ("service", ready.Row.Service), ("run", Text(ready.Row.Run)), ("type", ready.Content.TypeId ?? "none"), ("reused", ready.IsNew ? "no" : "yes"));
                    return;
                }

                Adopt(document, ready.Row, ready.Content, ready.PortraitBlob, ready.Rotation);
                document.IsProvisional = claimed.Route.Reason == RouteReason.Fallback;
                document.OutcomeCode = null;
                document.Move(DocumentState.ReadyForReview);
                Record(audit, document, ready);
            },
            cancellationToken);

    /// <summary>The offline engine found out what the picture is, and another service reads that: the reading is kept, and the job goes on.</summary>
    /// <param name="service">Id of the service that reads this best.</param>
    internal Task<bool> DetectedAsync(ClaimedJob claimed, ReadyReading ready, string service, CancellationToken cancellationToken) =>
        EndAsync(
            claimed,
            async (db, audit, job, document, call) =>
            {
                await KeepAsync(db, document, call, ready, cancellationToken);
                (job.DetectedTypeId, job.DetectedService) = (ready.Content.TypeId, service);
                job.Attempts -= call is null ? 0 : 1;
                Settle(job, document, JobState.Queued, "");
                audit.System(AuditEvents.RecognitionDetected, RecognitionWorker.Part, document.Id, ("service", ready.Row.Service), ("run", Text(ready.Row.Run)), ("type", ready.Content.TypeId ?? "none"));
            },
            cancellationToken);

    /// <summary>Makes a reading the one that the document is reviewed by.</summary>
    internal static void Adopt(DocumentRow document, ReadingRow row, StoredReading content, string? portraitBlob, int rotation)
    {
        document.ReadingId = row.Id;
        document.TypeId = content.TypeId;
        document.Service = row.Service;
        document.PortraitBlob = portraitBlob;
        document.Rotation = rotation;
        ReadingSummary.Of(content).ApplyTo(document);
    }

    /// <summary>The service said that it has no reading, or none could be asked for.</summary>
    /// <param name="jitter">-1 to 1, spreads the back-off.</param>
    internal Task<bool> FailAsync(ClaimedJob claimed, Failure failure, double jitter, CancellationToken cancellationToken) =>
        EndAsync(
            claimed,
            (_, audit, job, document, call) =>
            {
                job.Attempts += call is null ? 1 : 0; // what failed before its call is an attempt all the same
                var effect = FailureEffects.Of(failure, claimed.Service.Info.IsMetered, job.Attempts, job.UnknownOutcomes, job.Refusals, jitter, isCutOff: claimed.Service.Breaker.Outage is not null);
                job.Attempts -= effect.SpendsAttempt ? 0 : 1;
                job.UnknownOutcomes += effect.CountsAsUnknown ? 1 : 0;
                job.Refusals += effect.IsRefusal ? 1 : 0;
                Close(call, effect.CountsAsUnknown ? CallState.Unknown : CallState.Failed, failure);
                var (next, code) = (effect.Next, failure.Code);
                if (next == JobState.NeedsOperator && GoesOn(claimed, job, failure))
                {
                    code = FirstCode(job, code);
                    job.FailedServices = string.Join(',', [.. job.Failed, claimed.Service.Info.Id]);
                    job.Attempts = 0; // of the next service
                    next = JobState.Queued;
                }
                else if (failure.Class != FailureClass.UnknownOutcome)
                {
                    code = FirstCode(job, code);
                }

                (job.LastClass, job.LastCode) = (failure.Class.ToString(), code);
                job.NotBefore = next == JobState.Waiting ? clock.GetUtcNow() + effect.Wait : null;
                Settle(job, document, next, code);
                audit.System(
                    job is { Purpose: JobPurpose.SecondOpinion, State: JobState.Recognised } ? AuditEvents.SecondOpinionFailed : AuditEvents.RecognitionFailed, RecognitionWorker.Part, document.Id,
                    ("service", claimed.Service.Info.Id), ("attempt", Text(claimed.Attempt)), ("class", failure.Class.ToString()), ("code", failure.Code), ("next", next.ToString()),
                    ("may_have_been_charged", effect.CountsAsUnknown && claimed.Service.Info.IsMetered ? "yes" : "no"),
                    ("copy_left_at_vendor", failure.LeftObject ?? "no"));
                return Task.CompletedTask;
            },
            cancellationToken);

    /// <summary>The service's turn is too far away to wait for it with a lease in hand: the job waits without one, and nothing is spent.</summary>
    internal Task<bool> PostponeAsync(ClaimedJob claimed, TimeSpan wait, CancellationToken cancellationToken) =>
        EndAsync(
            claimed,
            (_, audit, job, document, _) =>
            {
                job.NotBefore = clock.GetUtcNow() + wait;
                job.WaitsFor = claimed.Service.Info.Id;
                Settle(job, document, JobState.Waiting, "");
                audit.System(AuditEvents.RecognitionWaiting, RecognitionWorker.Part, document.Id, ("service", claimed.Service.Info.Id), ("route", claimed.Route.Summary));
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
                var unknown = claimed.Service.Info.IsMetered && call is not null;
                Close(call, unknown ? CallState.Unknown : CallState.Failed, new Failure(FailureClass.UnknownOutcome, Unexpected, "", RetryAfter: null));
                job.UnknownOutcomes += unknown ? 1 : 0;
                job.LastClass = Unexpected;
                Settle(job, document, JobState.NeedsOperator, Unexpected);
                audit.System(
                    AuditEvents.RecognitionFailed, RecognitionWorker.Part, document.Id,
                    ("service", claimed.Service.Info.Id), ("attempt", Text(claimed.Attempt)), ("code", Unexpected), ("reference", reference), ("next", nameof(JobState.NeedsOperator)));
                return Task.CompletedTask;
            },
            cancellationToken);

    /// <summary>The portal is being stopped: the job goes back without having spent anything, unless its call may have cost something.</summary>
    internal Task<bool> PutBackAsync(ClaimedJob claimed, CancellationToken cancellationToken) =>
        EndAsync(
            claimed,
            (_, audit, job, document, call) =>
            {
                var unknown = claimed.Service.Info.IsMetered && call is not null;
                Close(call, unknown ? CallState.Unknown : CallState.Failed, new Failure(FailureClass.UnknownOutcome, Interrupted, "", RetryAfter: null));
                job.UnknownOutcomes += unknown ? 1 : 0;
                job.Attempts -= unknown || call is null ? 0 : 1;
                Settle(job, document, job.UnknownOutcomes >= FailureEffects.MaxUnknownOutcomes ? JobState.NeedsOperator : JobState.Queued, Interrupted);
                audit.System(
                    AuditEvents.RecognitionFailed, RecognitionWorker.Part, document.Id,
                    ("service", claimed.Service.Info.Id), ("attempt", Text(claimed.Attempt)), ("code", Interrupted), ("next", job.State.ToString()));
                return Task.CompletedTask;
            },
            cancellationToken);

    /// <summary>Puts job and document where they belong together (UX §3): the one place that maps a job's end to a document's state.</summary>
    internal static void Settle(JobRow job, DocumentRow document, JobState next, string outcomeCode)
    {
        if (job.Purpose == JobPurpose.SecondOpinion)
        {
            // The document stays where it is; that there is no second reading stands in the job.
            End(job, next is JobState.NeedsOperator or JobState.Rejected ? JobState.Recognised : next);
            job.LastCode = next is JobState.NeedsOperator or JobState.Rejected ? outcomeCode : job.LastCode;
            return;
        }

        End(job, next);
        var to = next switch
        {
            JobState.Queued or JobState.Waiting => DocumentState.Received,
            JobState.NeedsOperator => DocumentState.RecognitionFailed,
            JobState.Rejected => DocumentState.AwaitingUploader,
            _ => throw new ArgumentOutOfRangeException(nameof(next), next, "Not an end of a failed call."),
        };
        document.OutcomeCode = to == DocumentState.Received ? null : outcomeCode;
        if (to != document.State)
        {
            document.Move(to);
        }
    }

    // A service that gave up is not the end where the route has another one. What may have been charged is for a person; a bad photo is only given to who costs nothing.
    private bool GoesOn(ClaimedJob claimed, JobRow job, Failure failure) =>
        job.Purpose == JobPurpose.Reading && job.Service is null && failure.Class is not (FailureClass.UnknownOutcome or FailureClass.InputFinal)
        && recognizer.Router.HasOther(claimed.TypeId, [.. job.Failed, claimed.Service.Info.Id], freeOnly: failure.Class == FailureClass.InputQuality && (claimed.Service.Info.IsMetered || job.Failed.Any(id => recognizer.Find(id) is { Info.IsMetered: true })));

    // What the first service of the route said is what people can act on; the last one was only asked in its stead.
    private static string FirstCode(JobRow job, string code) => job.Failed.Count > 0 && job.LastCode is { } first ? first : code;

    private async Task KeepAsync(PortalDb db, DocumentRow document, ServiceCallRow? call, ReadyReading ready, CancellationToken cancellationToken)
    {
        if (ready.IsNew)
        {
            ready.Row.Run = 1 + await db.Readings.CountAsync(reading => reading.DocumentId == document.Id, cancellationToken);
            db.Readings.Add(ready.Row);
        }

        Close(call, CallState.Succeeded);
        call?.RequestId = ready.Row.RequestId;
    }

    private static void Record(AuditLines audit, DocumentRow document, ReadyReading ready)
    {
        var summary = ReadingSummary.Of(ready.Content);
        audit.System(
            AuditEvents.RecognitionCompleted, RecognitionWorker.Part, document.Id,
            ("service", ready.Row.Service), ("run", Text(ready.Row.Run)), ("type", document.TypeId ?? "none"), ("fields", Text(summary.Fields)),
            ("reused", ready.IsNew ? "no" : "yes"), ("route", ready.Row.Route), ("request_id", ready.Row.RequestId ?? "none"));
        audit.System(
            AuditEvents.ChecksCompleted, RecognitionWorker.Part, document.Id,
            ("attention", Text(summary.NeedAttention)), ("critical", Text(summary.Critical)), ("high", Text(summary.High)), ("medium", Text(summary.Medium)),
            ("low", Text(summary.Low)), ("codes", string.Join(',', summary.Codes)));
        audit.System(
            AuditEvents.DocumentRouted, RecognitionWorker.Part, document.Id, ("to", nameof(DocumentState.ReadyForReview)), ("second_review", summary.NeedsSecondReview ? "yes" : "no"));
    }

    /// <summary>Ends the lease.</summary>
    internal static void End(JobRow job, JobState next)
    {
        job.State = next;
        job.LeaseOwner = null;
        job.LeaseUntil = null;
        job.WaitsFor = next == JobState.Waiting ? job.WaitsFor : null;
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
        call.RequestId = failure?.RequestId;
        call.LeftObject = failure?.LeftObject;
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
