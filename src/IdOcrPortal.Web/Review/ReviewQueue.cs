using IdOcrPortal.Documents;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Review;

/// <summary>The tabs of the queue.</summary>
public enum QueueTab
{
    Mine = 0,
    Available = 1,
    SecondReview = 2,
    WaitingForUploader = 3,
    Failed = 4,
    Decided = 5,
}

/// <summary>What the queue shows.</summary>
/// <param name="TypeId">Only this type; <see langword="null"/>: all.</param>
/// <param name="NewestFirst">Default is oldest first.</param>
/// <param name="Take">At most 100.</param>
public sealed record QueueFilter(QueueTab Tab, string? TypeId = null, Severity? AtLeast = null, bool NewestFirst = false, int Skip = 0, int Take = 25);

/// <summary>One row of the queue; holds no personal value of the document.</summary>
public sealed record QueueItem(
    Guid Id, string ShortId, string? TypeId, DocumentState State, DateTimeOffset ReceivedAt, FieldStatus? WorstStatus, int Critical, int High, int Medium, int Low,
    string? Service, string? OutcomeCode, bool NeedsSecondReview, string? Holder, bool HeldByMe, DateTimeOffset? ClaimUntil, bool IsOwnUpload, int Round);

/// <summary>A page of the queue.</summary>
public sealed record QueuePage(IReadOnlyList<QueueItem> Items, int Total);

/// <summary>How many rows each tab has.</summary>
public sealed record QueueCounts(IReadOnlyDictionary<QueueTab, int> ByTab);

/// <summary>The answer to "take next": a document now held, or why there is none.</summary>
public sealed record TakenNext(Guid? DocumentId, string WhyNone);

/// <summary>The officers' list of work; filter, order and page are done by the database.</summary>
public sealed class ReviewQueue(IDbContextFactory<PortalDb> databases, PortalWriter writer, DocumentFeed feed, TimeProvider clock)
{
    private const int MaxPage = 100;

    /// <summary>One page of a tab.</summary>
    public async Task<QueuePage> ListAsync(Guid actorId, QueueFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await Claims.OfficerAsync(db, actorId, cancellationToken);
        var now = clock.GetUtcNow();
        var matching = AtLeast(OfType(OfTab(db, actorId, filter.Tab, now), filter.TypeId), filter.AtLeast);
        var total = await matching.CountAsync(cancellationToken);
        var ordered = filter.NewestFirst
            ? matching.OrderByDescending(document => document.ReceivedAt).ThenBy(document => document.Id)
            : matching.OrderBy(document => document.ReceivedAt).ThenBy(document => document.Id);
        var page = await ordered
            .Skip(Math.Max(0, filter.Skip)).Take(Math.Clamp(filter.Take, 0, MaxPage))
            .GroupJoin(db.Users, document => document.ClaimHolderId, user => user.Id, (document, holders) => new { document, holders })
            .SelectMany(row => row.holders.DefaultIfEmpty(), (row, holder) => new { row.document, Holder = holder!.DisplayName })
            .ToListAsync(cancellationToken);

        // A join does not promise to keep the order of its left side.
        var rows = filter.NewestFirst
            ? page.OrderByDescending(row => row.document.ReceivedAt).ThenBy(row => row.document.Id)
            : page.OrderBy(row => row.document.ReceivedAt).ThenBy(row => row.document.Id);
        return new QueuePage([.. rows.Select(row => Show(row.document, row.Holder, actorId, now))], total);
    }

    /// <summary>How many rows each tab has, without filters.</summary>
    public async Task<QueueCounts> CountAsync(Guid actorId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await Claims.OfficerAsync(db, actorId, cancellationToken);
        var now = clock.GetUtcNow();
        var counts = new Dictionary<QueueTab, int>();
        foreach (var tab in Enum.GetValues<QueueTab>())
        {
            counts[tab] = await OfTab(db, actorId, tab, now).CountAsync(cancellationToken);
        }

        return new QueueCounts(counts);
    }

    /// <summary>Claims the oldest free document that this person may review, in one transaction.</summary>
    public async Task<TakenNext> TakeNextAsync(Guid actorId, CancellationToken cancellationToken)
    {
        var taken = await writer.WriteAsync(
            async (db, audit) =>
            {
                var actor = await Claims.OfficerAsync(db, actorId, cancellationToken);
                var now = clock.GetUtcNow();
                var next = await Claims.OpenTo(db, actorId)
                    .Where(document => document.ClaimHolderId == null || document.ClaimUntil <= now)
                    .OrderBy(document => document.ReceivedAt).ThenBy(document => document.Id)
                    .FirstOrDefaultAsync(cancellationToken);
                if (next is null)
                {
                    return new TakenNext(null, await WhyNoneAsync(db, actorId, now, cancellationToken));
                }

                await Claims.AcquireAsync(db, audit, actor, next, now, cancellationToken);
                return new TakenNext(next.Id, "");
            },
            cancellationToken);
        if (taken.DocumentId is { } id)
        {
            feed.Announce(id);
        }

        return taken;
    }

    private static async Task<string> WhyNoneAsync(PortalDb db, Guid actorId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var held = Claims.OpenTo(db, actorId).Where(document => document.ClaimHolderId != actorId && document.ClaimUntil > now);
        var byOthers = await held.CountAsync(cancellationToken);
        var mine = await Claims.OpenTo(db, actorId).CountAsync(document => document.ClaimHolderId == actorId && document.ClaimUntil > now, cancellationToken);
        var excluded = await Claims.Waiting(db).CountAsync(cancellationToken) - await Claims.OpenTo(db, actorId).CountAsync(cancellationToken);
        var reasons = new List<string>();
        if (mine > 0)
        {
            reasons.Add($"you hold {mine} already");
        }

        if (byOthers > 0)
        {
            var free = await held.MinAsync(document => document.ClaimUntil, cancellationToken);
            reasons.Add($"{byOthers} held by others, the next free by {Claims.Clock(free)} UTC");
        }

        if (excluded > 0)
        {
            reasons.Add($"{excluded} you may not review (your own uploads, or your own first verdict)");
        }

        return reasons.Count == 0 ? "No document waits for review." : $"No free document: {string.Join("; ", reasons)}.";
    }

    private static IQueryable<DocumentRow> OfTab(PortalDb db, Guid actorId, QueueTab tab, DateTimeOffset now)
    {
        var documents = db.Documents.AsNoTracking();
        return tab switch
        {
            QueueTab.Mine => documents.Where(document => document.ClaimHolderId == actorId && document.ClaimUntil > now),
            QueueTab.Available => documents.Where(document => document.State == DocumentState.ReadyForReview && (document.ClaimHolderId == null || document.ClaimUntil <= now)),
            QueueTab.SecondReview => documents.Where(document => document.State == DocumentState.AwaitingSecondReview),
            QueueTab.WaitingForUploader => documents.Where(document => document.State == DocumentState.AwaitingUploader),
            QueueTab.Failed => documents.Where(document => document.State == DocumentState.RecognitionFailed),
            QueueTab.Decided => documents.Where(document => document.State == DocumentState.Approved || document.State == DocumentState.Rejected),
            _ => throw new ArgumentOutOfRangeException(nameof(tab), tab, "Unknown tab."),
        };
    }

    private static IQueryable<DocumentRow> OfType(IQueryable<DocumentRow> documents, string? typeId) =>
        typeId is null ? documents : documents.Where(document => document.TypeId == typeId);

    private static IQueryable<DocumentRow> AtLeast(IQueryable<DocumentRow> documents, Severity? severity) => severity switch
    {
        null or Severity.Info => documents,
        Severity.Critical => documents.Where(document => document.CriticalCount > 0),
        Severity.High => documents.Where(document => document.CriticalCount + document.HighCount > 0),
        Severity.Medium => documents.Where(document => document.CriticalCount + document.HighCount + document.MediumCount > 0),
        _ => documents.Where(document => document.CriticalCount + document.HighCount + document.MediumCount + document.LowCount > 0),
    };

    private static QueueItem Show(DocumentRow document, string? holder, Guid actorId, DateTimeOffset now)
    {
        var isLive = Claims.IsLive(document, now);
        return new QueueItem(
            document.Id, ShortId.Of(document.Id), document.TypeId, document.State, document.ReceivedAt, document.WorstStatus,
            document.CriticalCount, document.HighCount, document.MediumCount, document.LowCount, document.Service, document.OutcomeCode, document.NeedsSecondReview,
            isLive ? holder : null, Claims.IsHeldBy(document, actorId, now), isLive ? document.ClaimUntil : null, document.UploaderId == actorId, document.Round);
    }
}
