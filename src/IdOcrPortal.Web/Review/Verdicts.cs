using System.Globalization;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;

namespace IdOcrPortal.Web.Review;

/// <summary>
/// What becomes of an officer's verdict: a decision, a recommendation that waits for a second officer, or, where the two disagree, a new round in which
/// everything is looked at afresh. Guards ran before; both verdicts are kept in each case.
/// </summary>
internal static class Verdicts
{
    /// <summary>What the officer said.</summary>
    internal sealed record Spoken(Verdict Verdict, IReadOnlyList<string> ReasonCodes, DecisionTexts Texts);

    /// <summary>Writes the verdict and moves the document; returns the new state.</summary>
    internal static DocumentState Give(PortalDb db, AuditLines audit, Actor actor, DeskFacts facts, Spoken spoken, byte[] texts, DateTimeOffset now)
    {
        var document = facts.Document;
        Claims.End(document);
        return (document.State, spoken.Verdict) switch
        {
            (DocumentState.RecognitionFailed, Verdict.Reject) => throw new CommandRefusedException(
                Refusal.NotPermitted, "A document that could not be read is not rejected for good. Ask for a new photo, or read it again."),
            (DocumentState.ReadyForReview or DocumentState.RecognitionFailed, Verdict.NewPhoto) => Decide(db, audit, actor, document, spoken, texts, facts.Recommendation, now),
            (DocumentState.ReadyForReview, _) when facts.NeedsSecondReview => Recommend(db, audit, actor, document, spoken, texts, now),
            (DocumentState.AwaitingSecondReview, _) when facts.Recommendation is not { } first || first.Verdict != spoken.Verdict => Disagree(db, audit, actor, document, spoken, texts, now),
            _ => Decide(db, audit, actor, document, spoken, texts, facts.Recommendation, now),
        };
    }

    private static DocumentState Decide(
        PortalDb db, AuditLines audit, Actor actor, DocumentRow document, Spoken spoken, byte[] texts, DecisionRow? first, DateTimeOffset now)
    {
        Add(db, actor, document, spoken, texts, isFinal: true, now);
        var (state, eventName) = spoken.Verdict switch
        {
            Verdict.Approve => (DocumentState.Approved, AuditEvents.DecisionApproved),
            Verdict.Reject => (DocumentState.Rejected, AuditEvents.DecisionRejected),
            _ => (DocumentState.AwaitingUploader, AuditEvents.ResubmissionRequested),
        };
        document.OutcomeCode = spoken.ReasonCodes.Count > 0 ? spoken.ReasonCodes[0] : null;
        document.DecidedAt = state == DocumentState.AwaitingUploader ? null : now;
        document.Move(state);
        audit.Document(
            eventName, actor.Id, document.Id,
            ("round", Text(document.Round)), ("reasons", string.Join(',', spoken.ReasonCodes)), ("first_officer", first?.ByUserId.ToString("n") ?? "none"));
        return state;
    }

    private static DocumentState Recommend(PortalDb db, AuditLines audit, Actor actor, DocumentRow document, Spoken spoken, byte[] texts, DateTimeOffset now)
    {
        Add(db, actor, document, spoken, texts, isFinal: false, now);
        document.Move(DocumentState.AwaitingSecondReview);
        audit.Document(AuditEvents.DecisionRecommended, actor.Id, document.Id, Facts(document, spoken, "none"));
        return document.State;
    }

    /// <summary>The second verdict belongs to the round that it ends; confirmations and acknowledgements of that round count no more.</summary>
    private static DocumentState Disagree(PortalDb db, AuditLines audit, Actor actor, DocumentRow document, Spoken spoken, byte[] texts, DateTimeOffset now)
    {
        Add(db, actor, document, spoken, texts, isFinal: false, now);
        audit.Document(AuditEvents.DecisionRecommended, actor.Id, document.Id, Facts(document, spoken, "disagrees"));
        document.Round++;
        document.NeedsSecondReview = true;
        document.Move(DocumentState.ReadyForReview);
        return document.State;
    }

    private static (string, string)[] Facts(DocumentRow document, Spoken spoken, string withFirst) =>
        [("round", Text(document.Round)), ("verdict", spoken.Verdict.ToString()), ("reasons", string.Join(',', spoken.ReasonCodes)), ("with_first", withFirst)];

    private static void Add(PortalDb db, Actor actor, DocumentRow document, Spoken spoken, byte[] texts, bool isFinal, DateTimeOffset now) =>
        db.Decisions.Add(new DecisionRow
        {
            Id = Guid.NewGuid(),
            DocumentId = document.Id,
            Round = document.Round,
            Verdict = spoken.Verdict,
            IsFinal = isFinal,
            ByUserId = actor.Id,
            UploaderId = document.UploaderId,
            ReasonCodes = string.Join(',', spoken.ReasonCodes),
            Texts = texts,
            At = now,
        });

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
