namespace IdOcrPortal.Recognition;

/// <summary>Why a reading failed, and with that, what happens next.</summary>
public enum FailureClass
{
    /// <summary>The picture can never be read: the uploader is told why.</summary>
    InputFinal,

    /// <summary>A better photo could be read: an officer, or a new photo.</summary>
    InputQuality,

    /// <summary>A passing fault: tried again, at most three times.</summary>
    Transient,

    /// <summary>Too many requests: waits, no attempt spent.</summary>
    Throttled,

    /// <summary>Our credentials were refused.</summary>
    Credential,

    /// <summary>Not subscribed, quota used up, billing, wrong settings.</summary>
    Configuration,

    /// <summary>Sent, and nothing came back: it may have been charged.</summary>
    UnknownOutcome,
}

/// <summary>The one way in which a connector says that it has no reading.</summary>
/// <param name="failure">What happens next.</param>
/// <param name="code">The service's raw code, or ours.</param>
/// <param name="message">For people: what is wrong and what to do; holds nothing of the document.</param>
/// <param name="retryAfter">When the service asked us to wait.</param>
public sealed class ConnectorException(FailureClass failure, string code, string message, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception(message, inner)
{
    public FailureClass Failure { get; } = failure;

    public string Code { get; } = code;

    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>The service's id of the request, for asking the vendor; <see langword="null"/> where none came back.</summary>
    public string? RequestId { get; init; }

    /// <summary>False for a code that no list has: then a passing fault is tried twice at most (RQ-6).</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>Name of a copy of the picture that is still stored at the vendor and has to be deleted by hand; <see langword="null"/> where none is. Made of chance.</summary>
    public string? LeftObject { get; init; }
}
