using System.Collections.Frozen;

namespace IdOcrPortal.Web.Audit;

/// <summary>How each event reads: <c>{actor}</c> and <c>{subject}</c> are put in by <see cref="AuditTrail"/>. One line an event.</summary>
internal static class AuditSentences
{
    private static readonly FrozenDictionary<string, string> Templates = new Dictionary<string, string>
    {
        [AuditEvents.DocumentReceived] = "{actor} sent in {subject}",
        [AuditEvents.RecognitionStarted] = "{actor} started to read {subject}",
        [AuditEvents.RecognitionCompleted] = "{actor} read {subject}",
        [AuditEvents.ChecksCompleted] = "{actor} checked what was read from {subject}",
        [AuditEvents.DocumentRouted] = "{actor} put {subject} in the review queue",
        [AuditEvents.RecognitionFailed] = "{actor} could not read {subject}",
        [AuditEvents.RecognitionWaiting] = "{subject} waits for a service that cannot be had now",
        [AuditEvents.RecognitionDetected] = "{actor} found out what {subject} is",
        [AuditEvents.SecondOpinionRequested] = "{actor} asked another service to read {subject} too",
        [AuditEvents.SecondOpinionCompleted] = "{actor} has a second reading of {subject}",
        [AuditEvents.SecondOpinionFailed] = "{actor} has no second reading of {subject}",
        [AuditEvents.ReadingAdopted] = "{actor} chose another reading for {subject}",
        [AuditEvents.ServiceTested] = "{actor} tested a service with a specimen",
        [AuditEvents.RecognitionRestarted] = "{actor} had {subject} read once more",
        [AuditEvents.ResubmissionRequested] = "{actor} asked for a new photo of {subject}",
        [AuditEvents.ClaimAcquired] = "{actor} took {subject} for review",
        [AuditEvents.ClaimReleased] = "{actor} gave {subject} back to the queue",
        [AuditEvents.ClaimExpired] = "The time to review {subject} ran out; it went back to the queue",
        [AuditEvents.FieldConfirmed] = "{actor} confirmed a field of {subject}",
        [AuditEvents.WarningAcknowledged] = "{actor} acknowledged a warning on {subject}",
        [AuditEvents.DecisionApproved] = "{actor} approved {subject}",
        [AuditEvents.DecisionRejected] = "{actor} rejected {subject}",
        [AuditEvents.DecisionRecommended] = "{actor} recommended a decision on {subject}; a second officer decides",
        [AuditEvents.DocumentViewed] = "{actor} opened {subject}",
        [AuditEvents.ImageViewed] = "{actor} saw the picture of {subject}",
        [AuditEvents.SearchPerformed] = "{actor} searched the audit",
        [AuditEvents.ChainVerified] = "{actor} verified the audit",
        [AuditEvents.SignedIn] = "{actor} signed in",
        [AuditEvents.SignInFailed] = "A sign-in was refused for {subject}",
        [AuditEvents.SignedOut] = "{actor} signed out",
        [AuditEvents.UserCreated] = "{actor} created {subject}",
        [AuditEvents.PasswordReset] = "{actor} reset the password of {subject}",
        [AuditEvents.LogCreated] = "{actor} began this log",
    }.ToFrozenDictionary();

    /// <summary>The sentence; an event of a later version that has none is named as it is.</summary>
    internal static string Of(string eventName, string actor, string subject) =>
        (Templates.GetValueOrDefault(eventName) ?? $"{{actor}}: {eventName} on {{subject}}").Replace("{actor}", actor, StringComparison.Ordinal).Replace("{subject}", subject, StringComparison.Ordinal);

    /// <summary>Whether the event has a sentence of its own.</summary>
    internal static bool Has(string eventName) => Templates.ContainsKey(eventName);
}
