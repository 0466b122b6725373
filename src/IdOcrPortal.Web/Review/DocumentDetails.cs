using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Submissions;

namespace IdOcrPortal.Web.Review;

/// <summary>One reading as the detail page lists it.</summary>
public sealed record RunSummary(int Run, string Service, string ServiceName, string ServiceVersion, string? RequestId, string? Country, int LatencyMs, DateTimeOffset At);

/// <summary>One decision or recommendation.</summary>
public sealed record DecisionSummary(Data.Verdict Verdict, bool IsFinal, string By, DateTimeOffset At, IReadOnlyList<string> Reasons, string UploaderText);

/// <summary>A document as the detail page shows it; what the actor may not see is absent.</summary>
/// <param name="Content">Fields, warnings and checks, for those who may see values; <see langword="null"/> for masked viewers.</param>
/// <param name="MaySeePicture">Whether pictures may be asked for.</param>
public sealed record DocumentDetail(
    Guid Id, string ShortId, DocumentState State, int Round, string? TypeId, string TypeName, string Uploader, DateTimeOffset ReceivedAt, DateTimeOffset? DecidedAt,
    IReadOnlyList<RunSummary> Runs, IReadOnlyList<DecisionSummary> Decisions, IReadOnlyList<AuditEntry> Timeline, DeskDocument? Content, bool MaySeePicture);

/// <summary>One line of the document list; masked.</summary>
public sealed record DocumentListItem(Guid Id, string ShortId, string? TypeId, DocumentState State, DateTimeOffset ReceivedAt, DateTimeOffset? DecidedAt, string? Service);

/// <summary>A page of the document list.</summary>
public sealed record DocumentListPage(IReadOnlyList<DocumentListItem> Items, int Total);

/// <summary>Read-only views of documents outside the review desk.</summary>
public sealed class DocumentDetails
{
    /// <summary>Newest first; reviewers, approvers and auditors.</summary>
    public Task<DocumentListPage> ListAsync(Guid actorId, DocumentState? state, string? shortId, int skip, int take, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>
    /// One document. Its uploader sees state and outcome; the holder and approvers see values and pictures; an auditor sees state,
    /// runs, decisions and timeline without values. The view is audited.
    /// </summary>
    /// <exception cref="CommandRefusedException">Not found: the same for a foreign id as for none.</exception>
    public Task<DocumentDetail> GetAsync(Guid actorId, Guid documentId, CancellationToken cancellationToken) => throw new NotImplementedException();
}
