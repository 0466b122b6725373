using System.Globalization;
using System.Linq.Expressions;
using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Routing;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Review;
using IdOcrPortal.Web.Submissions;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Recognising;

/// <summary>
/// Takes recognition jobs and gives them back: leases with fence numbers, the ledger of calls, and recovery of what was interrupted (SECURITY §5).
/// How a call ended is written by <see cref="JobOutcomes"/>.
/// </summary>
internal sealed class JobQueue(IDbContextFactory<PortalDb> databases, PortalWriter writer, Recognizer recognizer, DocumentFeed feed, RecognitionSignal signal, TimeProvider clock)
{
    /// <summary>Longer than any call may take.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);

    // Jobs put aside in one transaction.
    private const int MostPutAside = 100;

    private static readonly TimeSpan AfterRefusal = TimeSpan.FromSeconds(5);

    private readonly Guid _instance = Guid.NewGuid();

    /// <summary>Takes back what earlier instances of this process held: there is one process on this database, so their leases ended with them.</summary>
    /// <returns>Number of jobs.</returns>
    internal async Task<int> RecoverAsync(CancellationToken cancellationToken)
    {
        // Whoever was cut off before the start has a clean record now, and often new keys.
        await WakeAsync(job => job.WaitsFor != null, cancellationToken);
        return await TakeBackAsync(db => db.Jobs.Where(job => (job.State == JobState.Leased || job.State == JobState.Calling) && job.LeaseOwner != _instance), cancellationToken);
    }

    /// <summary>
    /// Claims the oldest due job that a service can be had for, or returns <see langword="null"/> when there is none. Jobs whose services are cut off or ask for a pause are put aside until then.
    /// </summary>
    internal async Task<ClaimedJob?> ClaimAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            await using (var db = await databases.CreateDbContextAsync(cancellationToken))
            {
                // Looks without the write gate first: an idle worker must not hold up people who write.
                if (await Overdue(db, now).AnyAsync(cancellationToken))
                {
                    await TakeBackAsync(overdue => Overdue(overdue, now), cancellationToken);
                }

                if (!await Due(db, now).AnyAsync(cancellationToken))
                {
                    return null;
                }
            }

            List<Guid> changed = [];
            var claimed = await writer.WriteAsync(
                async (db, audit) =>
                {
                    changed.Clear();
                    var due = await Due(db, now).OrderBy(job => job.CreatedAt).ThenBy(job => job.DocumentId).Take(MostPutAside).ToListAsync(cancellationToken);
                    foreach (var job in due)
                    {
                        var document = await db.Documents.SingleAsync(document => document.Id == job.DocumentId, cancellationToken);
                        if (job.Purpose == JobPurpose.SecondOpinion && !DeskRules.IsAwaitingVerdict(document.State))
                        {
                            job.WithdrawOpinion(); // it was decided meanwhile: no picture goes out
                            continue;
                        }

                        var route = recognizer.Router.Choose(QuestionOf(job, document));
                        if (route.Service is { } service)
                        {
                            changed.Add(document.Id);
                            return Claim(audit, job, document, service, route, now);
                        }

                        if (PutAside(audit, job, document, route, now))
                        {
                            changed.Add(document.Id);
                        }
                    }

                    return null;
                },
                cancellationToken);
            changed.ForEach(feed.Announce);
            if (claimed is not null)
            {
                return claimed;
            }
        }
    }

    /// <summary>A service works again: what waits for it is due now.</summary>
    internal Task WakeAsync(string service, CancellationToken cancellationToken) => WakeAsync(job => job.WaitsFor == service, cancellationToken);

    private async Task WakeAsync(Expression<Func<JobRow, bool>> which, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(
            async (db, _) =>
            {
                var waiting = await db.Jobs.Where(job => job.State == JobState.Waiting).Where(which).ToListAsync(cancellationToken);
                waiting.ForEach(job => job.NotBefore = clock.GetUtcNow());
                return waiting.Count;
            },
            cancellationToken);
        signal.Wake();
    }

    /// <summary>Commits the ledger row of a call that is about to be made, unless its answer is stored already (RQ-3, RQ-5).</summary>
    internal Task<CallStart> StartCallAsync(ClaimedJob claimed, byte[] requestKey, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async (db, _) =>
            {
                var job = await db.Jobs.SingleOrDefaultAsync(
                    job => job.DocumentId == claimed.DocumentId && job.Fence == claimed.Fence && job.State == JobState.Leased, cancellationToken);
                if (job is null)
                {
                    return CallStart.LeaseLost;
                }

                var state = await db.Documents.Where(document => document.Id == claimed.DocumentId).Select(document => document.State).SingleAsync(cancellationToken);
                if (job.Purpose == JobPurpose.SecondOpinion && !DeskRules.IsAwaitingVerdict(state))
                {
                    JobOutcomes.End(job, JobState.Recognised);
                    return CallStart.LeaseLost;
                }

                // Fitting the picture and waiting for a turn took their time; from here on the call has a whole lease.
                job.State = JobState.Calling;
                job.LeaseUntil = clock.GetUtcNow() + Lease;
                if (await db.Readings.AnyAsync(reading => reading.DocumentId == claimed.DocumentId && reading.RequestKey == requestKey, cancellationToken))
                {
                    return CallStart.AlreadyRead;
                }

                job.Attempts++;
                db.ServiceCalls.Add(new ServiceCallRow
                {
                    Id = Guid.NewGuid(),
                    DocumentId = claimed.DocumentId,
                    Fence = claimed.Fence,
                    Service = claimed.Service.Info.Id,
                    Country = claimed.Service.Info.Country,
                    RequestKey = requestKey,
                    State = CallState.Started,
                    StartedAt = clock.GetUtcNow(),
                });
                return CallStart.Started;
            },
            cancellationToken);

    /// <summary>How long until something is due by itself; at most a minute.</summary>
    internal async Task<TimeSpan> UntilNextDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var waiting = await db.Jobs.Where(job => job.State == JobState.Waiting).MinAsync(job => job.NotBefore, cancellationToken);
        var leased = await db.Jobs.Where(job => job.State == JobState.Leased || job.State == JobState.Calling).MinAsync(job => job.LeaseUntil, cancellationToken);
        var next = new[] { waiting, leased, now + TimeSpan.FromMinutes(1) }.Min() ?? now;
        return next <= now ? TimeSpan.FromMilliseconds(50) : next - now;
    }

    private static IQueryable<JobRow> Due(PortalDb db, DateTimeOffset now) =>
        db.Jobs.Where(job => job.State == JobState.Queued || (job.State == JobState.Waiting && job.NotBefore <= now));

    private static IQueryable<JobRow> Overdue(PortalDb db, DateTimeOffset now) =>
        db.Jobs.Where(job => (job.State == JobState.Leased || job.State == JobState.Calling) && job.LeaseUntil <= now);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static RouteQuestion QuestionOf(JobRow job, DocumentRow document) =>
        new(document.RequestedTypeId ?? job.DetectedTypeId) { Preferred = document.RequestedTypeId is null ? job.DetectedService : null, Chosen = job.Service, Failed = job.Failed };

    private ClaimedJob Claim(AuditLines audit, JobRow job, DocumentRow document, ServiceSetup service, ServiceRoute route, DateTimeOffset now)
    {
        job.State = JobState.Leased;
        job.Fence++;
        job.LeaseOwner = _instance;
        job.LeaseUntil = now + Lease;
        (job.NotBefore, job.WaitsFor) = (null, null);
        if (job.Purpose == JobPurpose.Reading)
        {
            document.Move(DocumentState.Recognizing);
        }

        audit.System(
            AuditEvents.RecognitionStarted, RecognitionWorker.Part, document.Id,
            ("service", service.Info.Id), ("attempt", Text(job.Attempts + 1)), ("country", service.Info.Country ?? "none"), ("route", route.Summary), ("sandbox", service.IsSandbox ? "yes" : "no"),
            ("purpose", job.Purpose.ToString()));
        return new ClaimedJob(
            document.Id, job.Fence, service, route, job.Attempts + 1, document.DataKeyId, document.OriginalBlob, document.RequestedTypeId, job.DetectedTypeId, job.Purpose, job.UnknownOutcomes);
    }

    /// <summary>Lets the job wait for its service, or puts it before a person where nothing that is set up reads it. Returns whether people should know.</summary>
    private static bool PutAside(AuditLines audit, JobRow job, DocumentRow document, ServiceRoute route, DateTimeOffset now)
    {
        if (route.WaitUntil is not { } until)
        {
            job.LastClass = nameof(FailureClass.Configuration);
            JobOutcomes.Settle(job, document, JobState.NeedsOperator, JobOutcomes.NoService);
            audit.System(
                AuditEvents.RecognitionFailed, RecognitionWorker.Part, document.Id,
                ("class", nameof(FailureClass.Configuration)), ("code", JobOutcomes.NoService), ("route", route.Summary), ("next", nameof(JobState.NeedsOperator)));
            return true;
        }

        var isNew = job.WaitsFor != route.WaitsFor;
        job.State = JobState.Waiting;
        job.WaitsFor = route.WaitsFor;

        // Who was refused goes behind the others, so that a document that is itself the cause does not take every probe.
        job.NotBefore = (until > now ? until : now.AddMilliseconds(50)) + (job.Refusals > 0 ? AfterRefusal : TimeSpan.Zero);
        if (isNew)
        {
            audit.System(AuditEvents.RecognitionWaiting, RecognitionWorker.Part, document.Id, ("service", route.WaitsFor ?? "none"), ("route", route.Summary));
        }

        return isNew;
    }

    private async Task<int> TakeBackAsync(Func<PortalDb, IQueryable<JobRow>> interrupted, CancellationToken cancellationToken)
    {
        var documents = await writer.WriteAsync(
            async (db, audit) =>
            {
                var jobs = await interrupted(db).ToListAsync(cancellationToken);
                foreach (var job in jobs)
                {
                    await TakeBackAsync(db, audit, job, cancellationToken);
                }

                return jobs.ConvertAll(job => job.DocumentId);
            },
            cancellationToken);
        documents.ForEach(feed.Announce);
        return documents.Count;
    }

    private bool IsMetered(ServiceCallRow call) => recognizer.Find(call.Service) is not { Info.IsMetered: false };

    /// <summary>
    /// Nobody knows how the open call ended. One that may have cost money is made once more; any other until the attempts are used up. Then the document is put aside for a person.
    /// </summary>
    private async Task TakeBackAsync(PortalDb db, AuditLines audit, JobRow job, CancellationToken cancellationToken)
    {
        var document = await db.Documents.SingleAsync(document => document.Id == job.DocumentId, cancellationToken);
        var open = await db.ServiceCalls.Where(call => call.DocumentId == job.DocumentId && call.State == CallState.Started).ToListAsync(cancellationToken);
        foreach (var call in open)
        {
            call.State = CallState.Unknown;
            call.FailureClass = nameof(FailureClass.UnknownOutcome);
            call.EndedAt = clock.GetUtcNow();
        }

        // Only a call that may have been charged is limited to one repeat. Any other counts as an attempt: it did at its start, or does now.
        job.UnknownOutcomes += open.Exists(IsMetered) ? 1 : 0;
        job.Attempts += open.Count > 0 ? 0 : 1;
        job.LastClass = nameof(FailureClass.UnknownOutcome);
        var putAside = job.UnknownOutcomes >= FailureEffects.MaxUnknownOutcomes || job.Attempts >= FailureEffects.MaxAttempts;
        JobOutcomes.Settle(job, document, putAside ? JobState.NeedsOperator : JobState.Queued, JobOutcomes.Interrupted);
        audit.System(
            AuditEvents.RecognitionFailed, RecognitionWorker.Part, document.Id,
            ("class", nameof(FailureClass.UnknownOutcome)), ("code", JobOutcomes.Interrupted), ("next", job.State.ToString()), ("open_calls", Text(open.Count)));
    }
}
