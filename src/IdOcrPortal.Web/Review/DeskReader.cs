using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Vault;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Review;

/// <summary>Puts a document together as the review screen shows it. Rights were checked by the caller.</summary>
internal sealed class DeskReader(IDbContextFactory<PortalDb> databases, DocumentVault vault, Recognizer recognizer, TimeProvider clock)
{
    /// <summary>The document as it stands after the caller's command.</summary>
    internal async Task<DeskDocument> ReadAsync(Guid actorId, Guid documentId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var actor = await db.ActorAsync(actorId, cancellationToken);
        var document = await db.Documents.AsNoTracking().SingleAsync(document => document.Id == documentId, cancellationToken);
        return await ShowAsync(db, actor, document, cancellationToken);
    }

    internal async Task<DeskDocument> ShowAsync(PortalDb db, Actor actor, DocumentRow document, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var facts = await DeskFacts.LoadAsync(db, vault, document, cancellationToken);
        var isLive = Claims.IsLive(document, now);
        var heldByMe = Claims.IsHeldBy(document, actor.Id, now);
        var job = await db.Jobs.AsNoTracking().SingleAsync(job => job.DocumentId == document.Id, cancellationToken);
        var hasFailed = document.State == DocumentState.RecognitionFailed;
        var coverage = facts.Reading?.Coverage ?? new Dictionary<Coverage, CoverageResult>();
        return new DeskDocument(
            document.Id, ShortId.Of(document.Id), document.State, document.Round, document.Version, document.TypeId, DocumentNames.Type(document.TypeId), document.ReceivedAt,
            document.Service, ServiceName(document.Service), facts.Run?.RequestId, facts.Run?.LatencyMs ?? 0,
            document.PortraitBlob is not null, PortraitCutLocally: facts.Reading?.PortraitCutLocally ?? false,
            document.Rotation, document.PreviewWidth, document.PreviewHeight,
            facts.Fields(), facts.Warnings(), facts.Reading?.Proof?.Checks ?? [], facts.Reading?.Proof?.Proposals ?? [],
            facts.Reading?.Evidence.MrzLines ?? [], facts.Reading?.MrzProbabilities ?? [], coverage,
            heldByMe, isLive ? await Claims.NameAsync(db, document.ClaimHolderId, cancellationToken) : null, isLive ? document.ClaimUntil : null,
            DeskRules.SecondReviewCauses(facts), document.State == DocumentState.AwaitingSecondReview,
            facts.Recommendation is { } first ? await Claims.NameAsync(db, first.ByUserId, cancellationToken) : null,
            Offer(DeskRules.Approve(facts), heldByMe), Offer(DeskRules.Reject(facts), heldByMe))
        {
            IsProvisional = document.IsProvisional,
            IsSandbox = facts.Run?.IsSandbox ?? false,
            Trouble = hasFailed ? await Troubles.OfAsync(db, recognizer, document, job, cancellationToken) : null,
            ReadAgainChoices = hasFailed ? await ServiceChoices.OfAsync(db, recognizer, document, cancellationToken) : [],
            OtherReadings = await db.Readings.CountAsync(reading => reading.DocumentId == document.Id && reading.Id != document.ReadingId, cancellationToken),
            OpinionPending = job.IsPendingOpinion ? ServiceName(job.Service) : null,
        };
    }

    internal string? ServiceName(string? id) => recognizer.Find(id)?.Info.Name ?? id;

    private static DeskAction Offer(DeskAction action, bool heldByMe) =>
        heldByMe ? action : new DeskAction(["You do not hold this document.", .. action.Blockers], action.FirstOpenField);
}
