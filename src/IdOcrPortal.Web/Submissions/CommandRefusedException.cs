namespace IdOcrPortal.Web.Submissions;

/// <summary>Why a command was refused.</summary>
public enum Refusal
{
    /// <summary>No such document, or not theirs: the two are told apart to nobody.</summary>
    NotFound,

    /// <summary>The person lacks the right.</summary>
    NotAllowed,

    /// <summary>Somebody changed the document meanwhile.</summary>
    Stale,

    /// <summary>The document's state or a rule does not permit it.</summary>
    NotPermitted,

    /// <summary>A limit was reached; the message says which and when it frees.</summary>
    LimitReached,
}

/// <summary>A service's no, with a sentence that the page shows as it is. Holds no personal value of a document.</summary>
/// <param name="retryAfter">For a limit: when it frees.</param>
public sealed class CommandRefusedException(Refusal refusal, string message, TimeSpan? retryAfter = null) : Exception(message)
{
    public Refusal Refusal { get; } = refusal;

    /// <summary>For a limit: when it frees.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>The one answer for a document that does not exist and for one that is none of the actor's business.</summary>
    public static CommandRefusedException NoSuchDocument => new(Refusal.NotFound, "Not found.");
}
