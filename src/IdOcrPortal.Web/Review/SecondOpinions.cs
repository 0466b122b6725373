using System.Globalization;
using IdOcrPortal.Documents;
using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Recognising;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Vault;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Review;

/// <summary>
/// Another service's reading beside the one that a document is reviewed by: asked for, shown side by side, and taken where it is the better one. All of it for the officer who holds the document.
/// </summary>
public sealed class SecondOpinions
{
    private readonly IDbContextFactory<PortalDb> _databases;
    private readonly DeskTransactions _transactions;
    private readonly DocumentVault _vault;
    private readonly Recognizer _recognizer;
    private readonly RecognitionSignal _signal;
    private readonly DocumentFeed _feed;
    private readonly TimeProvider _clock;

    internal SecondOpinions(
        IDbContextFactory<PortalDb> databases, DeskTransactions transactions, DocumentVault vault, Recognizer recognizer, RecognitionSignal signal, DocumentFeed feed, TimeProvider clock)
    {
        _databases = databases;
        _transactions = transactions;
        _vault = vault;
        _recognizer = recognizer;
        _signal = signal;
        _feed = feed;
        _clock = clock;
    }

    /// <summary>Services that the officer may ask, in the order of the route.</summary>
    /// <exception cref="CommandRefusedException">The actor is no officer, or there is no such document.</exception>
    public async Task<IReadOnlyList<ServiceChoice>> ChoicesAsync(Guid actorId, Guid documentId, CancellationToken cancellationToken)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        await Claims.OfficerAsync(db, actorId, cancellationToken);
        var document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(document => document.Id == documentId, cancellationToken) ?? throw CommandRefusedException.NoSuchDocument;
        return await ServiceChoices.OfAsync(db, _recognizer, document, cancellationToken);
    }

    /// <summary>The readings side by side. Shows personal values, so that it is recorded as a view.</summary>
    /// <exception cref="CommandRefusedException">The actor does not hold the document.</exception>
    public async Task<OpinionView> ViewAsync(Guid actorId, Guid documentId, CancellationToken cancellationToken)
    {
        await _transactions.ActAsync(
            actorId,
            documentId,
            async (db, audit, actor, document) =>
            {
                await Claims.RequireHeldAsync(db, actor, document, _clock.GetUtcNow(), cancellationToken);
                var readings = await db.Readings.CountAsync(reading => reading.DocumentId == documentId, cancellationToken);
                audit.Document(AuditEvents.DocumentViewed, actor.Id, documentId, ("as", "holder"), ("values", "shown"), ("readings", Text(readings)));
            },
            cancellationToken);
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        return await ShowAsync(db, documentId, cancellationToken);
    }

    /// <summary>Asks a service to read the document too; the document stays as it is. The same question as before is answered from what is stored, without a call.</summary>
    /// <param name="version">The version that the officer saw.</param>
    /// <param name="service">Id of one of the <see cref="ChoicesAsync">choices</see>.</param>
    /// <exception cref="CommandRefusedException">Not held, stale, not waiting for a verdict, already being read, not a choice, or too many in the last hour.</exception>
    public async Task StartAsync(Guid actorId, Guid documentId, long version, string service, CancellationToken cancellationToken)
    {
        await _transactions.ActAsHolderAsync(
            actorId,
            documentId,
            version,
            async (db, audit, actor, facts) =>
            {
                await RequireOpenAsync(db, actor, facts.Document, cancellationToken);
                var job = await db.Jobs.SingleAsync(job => job.DocumentId == documentId, cancellationToken);
                RequireIdle(job, service);
                var wanted = await ServiceChoices.RequireAsync(db, _recognizer, facts.Document, service, cancellationToken);
                await ReadingRate.CheckAsync(db, actor.Id, _clock.GetUtcNow(), cancellationToken);
                job.Restart(JobPurpose.SecondOpinion, service);
                audit.Document(AuditEvents.SecondOpinionRequested, actor.Id, documentId, ("service", service), ("country", wanted.Info.Country ?? "none"), ("sandbox", wanted.IsSandbox ? "yes" : "no"));
            },
            cancellationToken);

        // The document itself did not change, but open pages show what is under way.
        _feed.Announce(documentId);
        _signal.Wake();
    }

    /// <summary>
    /// Makes another reading the one that the document is reviewed by. Confirmations stay where both readings give the very same value. A second officer who was demanded before stays demanded, and grave
    /// warnings of other readings stay in sight, so that nobody gets rid of either by choosing a milder reading. In a second review the first verdict was about the other reading: it is kept, and a new
    /// round starts in which two officers look at this one.
    /// </summary>
    /// <param name="version">The version that the officer saw.</param>
    /// <exception cref="CommandRefusedException">Not held, stale, not waiting for a verdict, or no other reading of this document.</exception>
    public Task AdoptAsync(Guid actorId, Guid documentId, long version, Guid readingId, CancellationToken cancellationToken) => _transactions.ActAsHolderAsync(
        actorId,
        documentId,
        version,
        async (db, audit, actor, before) =>
        {
            var document = before.Document;
            await RequireOpenAsync(db, actor, document, cancellationToken);
            var row = await db.Readings.AsNoTracking().SingleOrDefaultAsync(reading => reading.Id == readingId && reading.DocumentId == documentId, cancellationToken);
            if (row is null || row.Id == document.ReadingId)
            {
                throw new CommandRefusedException(Refusal.NotPermitted, row is null ? "The document has no such reading. Reload and choose again." : "The document is reviewed by this reading already.");
            }

            var content = await StoredReading.UnsealAsync(_vault, document, row, cancellationToken);
            var needsSecond = before.NeedsSecondReview;
            JobOutcomes.Adopt(document, row, content, content.PortraitBlob, content.Rotation);
            document.NeedsSecondReview |= needsSecond;
            document.IsProvisional = RouteText.IsFallback(row.Route);
            var (kept, dropped) = document.State == DocumentState.AwaitingSecondReview
                ? StartRound(before)
                : await CarryOverAsync(db, before, await DeskFacts.LoadAsync(db, _vault, document, cancellationToken), cancellationToken);
            audit.Document(
                AuditEvents.ReadingAdopted, actor.Id, documentId,
                ("from_run", Text(before.Run?.Run ?? 0)), ("from_service", before.Run?.Service ?? "none"), ("to_run", Text(row.Run)), ("to_service", row.Service),
                ("type", content.TypeId ?? "none"), ("round", Text(document.Round)), ("kept", Text(kept)), ("dropped", Text(dropped)));
        },
        cancellationToken);

    private static (int Kept, int Dropped) StartRound(DeskFacts before)
    {
        before.Document.Round++;
        before.Document.NeedsSecondReview = true;
        before.Document.Move(DocumentState.ReadyForReview);
        return (0, before.Confirmed.Count + before.Acknowledged.Count);
    }

    private static async Task<(int Kept, int Dropped)> CarryOverAsync(PortalDb db, DeskFacts before, DeskFacts after, CancellationToken cancellationToken)
    {
        var document = before.Document;
        document.Version++;
        var fields = before.Confirmed.Where(field => !Adoption.KeepsConfirmation(before, after, field)).ToList();
        var codes = before.Acknowledged.Where(code => !Adoption.KeepsAcknowledgement(before, after, code)).ToList();
        db.Confirmations.RemoveRange(await db.Confirmations.Where(row => row.DocumentId == document.Id && row.Round == document.Round && fields.Contains(row.Field)).ToListAsync(cancellationToken));
        db.Acknowledgements.RemoveRange(await db.Acknowledgements.Where(row => row.DocumentId == document.Id && row.Round == document.Round && codes.Contains(row.Code)).ToListAsync(cancellationToken));
        var dropped = fields.Count + codes.Count;
        return (before.Confirmed.Count + before.Acknowledged.Count - dropped, dropped);
    }

    private static async Task RequireOpenAsync(PortalDb db, Actor actor, DocumentRow document, CancellationToken cancellationToken)
    {
        if (await Claims.WhyExcludedAsync(db, actor, document, cancellationToken) is { } excluded)
        {
            throw new CommandRefusedException(Refusal.NotPermitted, excluded);
        }

        if (!DeskRules.IsAwaitingVerdict(document.State))
        {
            throw new CommandRefusedException(Refusal.NotPermitted, $"Readings are compared while a document waits for a verdict; this one is {DeskRules.StateName(document.State)}.");
        }
    }

    // One that waits for a service may be sent to another one instead.
    private void RequireIdle(JobRow job, string service)
    {
        if (job.State is JobState.Queued or JobState.Leased or JobState.Calling || (job.State == JobState.Waiting && job.Service == service))
        {
            throw new CommandRefusedException(
                Refusal.NotPermitted,
                job.State == JobState.Waiting
                    ? $"{Troubles.NameOf(_recognizer, service)} is asked already, and waits until {Claims.Clock(job.NotBefore)} UTC. Another service can be asked instead."
                    : $"{Troubles.NameOf(_recognizer, job.Service)} is reading this document just now. Wait for its answer before asking again.");
        }
    }

    private async Task<OpinionView> ShowAsync(PortalDb db, Guid documentId, CancellationToken cancellationToken)
    {
        var document = await db.Documents.AsNoTracking().SingleAsync(document => document.Id == documentId, cancellationToken);
        var job = await db.Jobs.AsNoTracking().SingleAsync(job => job.DocumentId == documentId, cancellationToken);
        var all = await db.Readings.AsNoTracking().Where(reading => reading.DocumentId == documentId).OrderByDescending(reading => reading.Run).ToListAsync(cancellationToken);
        var rows = all.Where(row => row.Id == document.ReadingId)
            .Concat(all.Where(row => row.Id != document.ReadingId).DistinctBy(row => row.Service).OrderBy(row => row.Run))
            .ToList();
        var contents = new List<StoredReading>(rows.Count);
        foreach (var row in rows)
        {
            contents.Add(await StoredReading.UnsealAsync(_vault, document, row, cancellationToken));
        }

        IReadOnlyList<OpinionRow> fields = rows.Count == 0 ? [] : ReadingComparison.Rows(contents, DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime));
        return new OpinionView(
            documentId, ShortId.Of(documentId), document.Version, IssuerOf(contents),
            [.. rows.Select((row, index) => Show(document, row, contents[index], fields.Count(field => field.Cells[index].Agreement is Agreement.Differ or Agreement.NotComparable)))], fields,
            job.IsPendingOpinion ? await PendingAsync(db, job, cancellationToken) : null,
            job is { Purpose: JobPurpose.SecondOpinion, IsPendingOpinion: false, LastCode: { } code } ? await Troubles.OfEndAsync(db, _recognizer, job, code, cancellationToken) : null,
            await ServiceChoices.OfAsync(db, _recognizer, document, cancellationToken), AdoptionStartsRound: document.State == DocumentState.AwaitingSecondReview);
    }

    private async Task<OpinionPending> PendingAsync(PortalDb db, JobRow job, CancellationToken cancellationToken)
    {
        var subject = job.DocumentId.ToString("n");
        var asked = await db.Audit
            .Where(record => record.Subject == subject && record.Event == AuditEvents.SecondOpinionRequested)
            .MaxAsync(record => (long?)record.TimeUs, cancellationToken);
        return new OpinionPending(
            job.Service ?? "", Troubles.NameOf(_recognizer, job.Service), asked is { } time ? UnixMicroseconds.ToTime(time) : null,
            job.State == JobState.Waiting ? await Troubles.OfWaitAsync(db, _recognizer, job, cancellationToken) : null);
    }

    private OpinionReading Show(DocumentRow document, ReadingRow row, StoredReading content, int differing)
    {
        var counts = ReadingSummary.Of(content);
        return new OpinionReading(
            row.Id, row.Run, row.Service, Troubles.NameOf(_recognizer, row.Service), DocumentNames.Type(content.TypeId), row.At, row.LatencyMs, row.RequestId, row.Country, row.IsSandbox,
            IsUsed: row.Id == document.ReadingId, GivesConfidence: content.Evidence.Claims.Any(claim => claim.Confidence is not null), differing, counts.Critical, counts.High, counts.Medium, counts.Low);
    }

    private static string? IssuerOf(IReadOnlyList<StoredReading> contents) => contents
        .Select(content => (content.TypeId is { } type ? DocumentTypes.Find(type)?.IssuingState : null)
            ?? content.Proof?.Fields.FirstOrDefault(field => field.Name == FieldNames.IssuingState)?.Normalised)
        .FirstOrDefault(state => state is not null);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
