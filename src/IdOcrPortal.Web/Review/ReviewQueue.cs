using IdOcrPortal.Documents;
using IdOcrPortal.Web.Submissions;

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
public sealed class ReviewQueue
{
    public Task<QueuePage> ListAsync(Guid actorId, QueueFilter filter, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<QueueCounts> CountAsync(Guid actorId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Claims the oldest free document that this person may review, in one transaction.</summary>
    public Task<TakenNext> TakeNextAsync(Guid actorId, CancellationToken cancellationToken) => throw new NotImplementedException();
}
