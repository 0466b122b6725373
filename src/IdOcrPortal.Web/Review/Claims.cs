using System.Globalization;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Review;

/// <summary>Who may hold a document for review, and for how long (UX §3, rows 9 and 10). Runs inside the caller's transaction.</summary>
internal static class Claims
{
    /// <summary>From the holder's last input.</summary>
    internal static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    /// <summary>Documents that one person may hold at once.</summary>
    internal const int Limit = 5;

    /// <summary>The officer as the database knows them now.</summary>
    /// <exception cref="CommandRefusedException">The actor is no officer.</exception>
    internal static async Task<Actor> OfficerAsync(PortalDb db, Guid actorId, CancellationToken cancellationToken)
    {
        var actor = await db.ActorAsync(actorId, cancellationToken);
        return actor.IsAny(Roles.Reviewer, Roles.Approver)
            ? actor
            : throw new CommandRefusedException(Refusal.NotAllowed, "Reviewing documents needs the role Reviewer or Approver. An administrator can grant it.");
    }

    internal static bool IsLive(DocumentRow document, DateTimeOffset now) => document.ClaimHolderId is not null && document.ClaimUntil > now;

    internal static bool IsHeldBy(DocumentRow document, Guid actorId, DateTimeOffset now) => document.ClaimHolderId == actorId && IsLive(document, now);

    /// <summary>States in which an officer works on a document; a failed one is claimed to read it again or to ask for a new photo.</summary>
    internal static bool IsReviewable(DocumentState state) =>
        state is DocumentState.ReadyForReview or DocumentState.AwaitingSecondReview or DocumentState.RecognitionFailed;

    /// <summary>Documents that wait for a verdict which this person may give.</summary>
    internal static IQueryable<DocumentRow> OpenTo(PortalDb db, Guid actorId) => Waiting(db).Where(document =>
        document.UploaderId != actorId
        && !(document.State == DocumentState.AwaitingSecondReview
            && db.Decisions.Any(decision => decision.DocumentId == document.Id && decision.Round == document.Round && decision.ByUserId == actorId)));

    /// <summary>Documents that wait for a verdict.</summary>
    internal static IQueryable<DocumentRow> Waiting(PortalDb db) =>
        db.Documents.Where(document => document.State == DocumentState.ReadyForReview || document.State == DocumentState.AwaitingSecondReview);

    /// <summary>Claims the document, or renews the actor's own claim.</summary>
    /// <exception cref="CommandRefusedException">Not permitted; the message says why.</exception>
    internal static async Task AcquireAsync(PortalDb db, AuditLines audit, Actor actor, DocumentRow document, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (IsHeldBy(document, actor.Id, now))
        {
            document.ClaimUntil = now + Length;
            return;
        }

        await RequireMayClaimAsync(db, actor, document, now, cancellationToken);
        RecordExpiry(audit, document);
        document.ClaimHolderId = actor.Id;
        document.ClaimUntil = now + Length;
        document.Version++;
        audit.Document(AuditEvents.ClaimAcquired, actor.Id, document.Id, ("state", document.State.ToString()), ("round", Text(document.Round)));
    }

    /// <exception cref="CommandRefusedException">The actor's claim is not live.</exception>
    internal static async Task RequireHeldAsync(PortalDb db, Actor actor, DocumentRow document, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (IsHeldBy(document, actor.Id, now))
        {
            return;
        }

        throw new CommandRefusedException(
            Refusal.NotPermitted,
            IsLive(document, now)
                ? $"{await NameAsync(db, document.ClaimHolderId, cancellationToken)} holds this document until {Clock(document.ClaimUntil)} UTC."
                : document.ClaimHolderId == actor.Id
                    ? $"Your claim on this document ended at {Clock(document.ClaimUntil)} UTC. Open it again to go on."
                    : "You do not hold this document. Open it first.");
    }

    /// <summary>Ends the claim without a record: the command that calls it has one.</summary>
    internal static void End(DocumentRow document)
    {
        document.ClaimHolderId = null;
        document.ClaimUntil = null;
    }

    /// <summary>Records that the last holder's time was over, where somebody held the document.</summary>
    internal static void RecordExpiry(AuditLines audit, DocumentRow document)
    {
        if (document.ClaimHolderId is { } last)
        {
            audit.System(AuditEvents.ClaimExpired, "review", document.Id, ("holder", last.ToString("n")));
            End(document);
        }
    }

    /// <summary>How the person is named to colleagues.</summary>
    internal static async Task<string> NameAsync(PortalDb db, Guid? userId, CancellationToken cancellationToken) =>
        await db.Users.Where(user => user.Id == userId).Select(user => user.DisplayName).FirstOrDefaultAsync(cancellationToken) ?? "Somebody";

    internal static string Clock(DateTimeOffset? time) => time?.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Why this person may never give the verdict that the document waits for; <see langword="null"/> where they may.</summary>
    internal static async Task<string?> WhyExcludedAsync(PortalDb db, Actor actor, DocumentRow document, CancellationToken cancellationToken)
    {
        if (document.UploaderId == actor.Id)
        {
            return "You sent this document in yourself: somebody else has to review it.";
        }

        return document.State == DocumentState.AwaitingSecondReview
            && await db.Decisions.AnyAsync(decision => decision.DocumentId == document.Id && decision.Round == document.Round && decision.ByUserId == actor.Id, cancellationToken)
            ? "You gave the first verdict on this document: a second officer has to give the other."
            : null;
    }

    private static async Task RequireMayClaimAsync(PortalDb db, Actor actor, DocumentRow document, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!IsReviewable(document.State))
        {
            throw new CommandRefusedException(Refusal.NotPermitted, $"There is nothing to review: the document is {DeskRules.StateName(document.State)}.");
        }

        if (await WhyExcludedAsync(db, actor, document, cancellationToken) is { } excluded)
        {
            throw new CommandRefusedException(Refusal.NotPermitted, excluded);
        }

        if (IsLive(document, now))
        {
            throw new CommandRefusedException(
                Refusal.NotPermitted, $"{await NameAsync(db, document.ClaimHolderId, cancellationToken)} holds this document until {Clock(document.ClaimUntil)} UTC.");
        }

        if (await db.Documents.CountAsync(held => held.ClaimHolderId == actor.Id && held.ClaimUntil > now, cancellationToken) >= Limit)
        {
            throw new CommandRefusedException(Refusal.LimitReached, $"You hold {Limit} documents already. Decide or release one of them first.");
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
