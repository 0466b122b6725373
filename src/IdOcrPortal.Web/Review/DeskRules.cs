using IdOcrPortal.Documents;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;

namespace IdOcrPortal.Web.Review;

/// <summary>What keeps a verdict from being given. Pure: the screen shows it and the commands enforce it, and both ask here.</summary>
internal static class DeskRules
{
    /// <summary>What approval still needs; empty when it may be given (UX §3, row 12).</summary>
    internal static DeskAction Approve(DeskFacts facts)
    {
        if (facts.Document.State == DocumentState.RecognitionFailed)
        {
            return Blocked("Nothing was read from the picture. Read it again, or ask for a new photo.");
        }

        if (!IsAwaitingVerdict(facts.Document.State))
        {
            return Blocked($"The document is {StateName(facts.Document.State)}.");
        }

        if (facts.Reading?.Proof is not { } proof || facts.Type is not { } type)
        {
            return Blocked("The portal knows no document type that proves these values. Reject the document, or ask for a new photo.");
        }

        var fields = Approval.Blockers(type, proof, facts.Confirmed);
        var warnings = facts.Warnings()
            .Where(warning => warning.NeedsAcknowledgement && !warning.Acknowledged)
            .Select(warning => $"Acknowledge the warning: {warning.Meaning}");
        return new DeskAction([.. fields.Select(blocker => blocker.Reason), .. warnings], fields.Count > 0 ? fields[0].Field : null);
    }

    /// <summary>What rejecting, or asking for a new photo, still needs.</summary>
    internal static DeskAction Reject(DeskFacts facts) => Claims.IsReviewable(facts.Document.State)
        ? new DeskAction([], FirstOpenField: null)
        : Blocked($"The document is {StateName(facts.Document.State)}.");

    /// <summary>Why a second officer has to decide; empty when one is enough.</summary>
    internal static IReadOnlyList<string> SecondReviewCauses(DeskFacts facts)
    {
        if (!facts.NeedsSecondReview)
        {
            return [];
        }

        var causes = facts.Warnings().Where(warning => warning.NeedsAcknowledgement).Select(warning => $"{warning.Severity} warning: {warning.Meaning}").ToList();
        if (facts.Reading is { Proof: null })
        {
            causes.Add("No document type of the portal proves the reading.");
        }

        if (facts.Document.Round > 1)
        {
            causes.Add(facts.EarlierVerdicts > 1
                ? $"Two officers disagreed in round {facts.Document.Round - 1}."
                : $"Another reading was chosen after the first verdict of round {facts.Document.Round - 1}.");
        }

        if (causes.Count == 0)
        {
            causes.Add("The reading that was used before asked for a second officer.");
        }

        return causes;
    }

    /// <summary>Whether an officer may have it read once more: nothing came of the last try, or it waits for one.</summary>
    internal static bool MayBeReadAgain(DocumentRow document, JobRow job) =>
        document.State == DocumentState.RecognitionFailed || (document.State == DocumentState.Received && job.State == JobState.Waiting);

    internal static bool IsAwaitingVerdict(DocumentState state) => state is DocumentState.ReadyForReview or DocumentState.AwaitingSecondReview;

    /// <summary>The one verdict that the reasons stand for.</summary>
    /// <exception cref="CommandRefusedException">No reason, an unknown one, or reasons of both kinds.</exception>
    internal static Verdict VerdictOf(IReadOnlyList<string> reasonCodes)
    {
        if (reasonCodes.Count == 0)
        {
            throw new CommandRefusedException(Refusal.NotPermitted, "Choose at least one reason.");
        }

        var reasons = reasonCodes
            .Select(code => DecisionReason.All.FirstOrDefault(reason => reason.Code == code)
                ?? throw new CommandRefusedException(Refusal.NotPermitted, "One of the reasons is not known here. Reload and choose again."))
            .ToList();
        return reasons.TrueForAll(reason => reason.Verdict == reasons[0].Verdict)
            ? reasons[0].Verdict
            : throw new CommandRefusedException(Refusal.NotPermitted, "Reasons for a new photo and reasons to reject cannot go together. Choose one kind.");
    }

    /// <summary>The state in the middle of a sentence.</summary>
    internal static string StateName(DocumentState state) => state switch
    {
        DocumentState.Received => "waiting to be read",
        DocumentState.Recognizing => "being read",
        DocumentState.RecognitionFailed => "not readable by the portal",
        DocumentState.ReadyForReview => "waiting for review",
        DocumentState.AwaitingSecondReview => "waiting for a second officer",
        DocumentState.AwaitingUploader => "waiting for a new photo",
        DocumentState.Approved => "approved already",
        DocumentState.Rejected => "rejected already",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };

    private static DeskAction Blocked(string why) => new([why], FirstOpenField: null);
}
