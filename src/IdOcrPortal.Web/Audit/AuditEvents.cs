namespace IdOcrPortal.Web.Audit;

/// <summary>Names of everything that is recorded (UX §3).</summary>
public static class AuditEvents
{
    public const string DocumentReceived = "document.received";
    public const string RecognitionStarted = "recognition.started";
    public const string RecognitionCompleted = "recognition.completed";
    public const string ChecksCompleted = "checks.completed";
    public const string DocumentRouted = "document.routed";
    public const string RecognitionFailed = "recognition.failed";
    public const string RecognitionWaiting = "recognition.waiting";
    public const string RecognitionDetected = "recognition.detected";
    public const string SecondOpinionRequested = "second_opinion.requested";
    public const string SecondOpinionCompleted = "second_opinion.completed";
    public const string SecondOpinionFailed = "second_opinion.failed";
    public const string ReadingAdopted = "reading.adopted";
    public const string ServiceTested = "service.tested";
    public const string RecognitionRestarted = "recognition.restarted";
    public const string ResubmissionRequested = "resubmission.requested";
    public const string ClaimAcquired = "claim.acquired";
    public const string ClaimReleased = "claim.released";
    public const string ClaimExpired = "claim.expired";
    public const string FieldConfirmed = "field.confirmed";
    public const string WarningAcknowledged = "warning.acknowledged";
    public const string DecisionApproved = "decision.approved";
    public const string DecisionRejected = "decision.rejected";
    public const string DecisionRecommended = "decision.recommended";
    public const string DocumentViewed = "document.viewed";
    public const string ImageViewed = "image.viewed";
    public const string SearchPerformed = "search.performed";
    public const string ChainVerified = "chain.verified";
    public const string SignedIn = "auth.signed_in";
    public const string SignInFailed = "auth.sign_in_failed";
    public const string SignedOut = "auth.signed_out";
    public const string UserCreated = "user.created";
    public const string PasswordReset = "user.password_reset";
    public const string LogCreated = "log.created";

    /// <summary>Events that say only that somebody looked: they account for no change.</summary>
    internal static IReadOnlyList<string> Reads { get; } = [DocumentViewed, ImageViewed, SearchPerformed];
}
