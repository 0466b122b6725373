namespace IdOcrPortal.Web.Data;

/// <summary>What a recognition job is doing.</summary>
public enum JobState
{
    Queued = 0,
    Leased = 1,
    Calling = 2,
    Waiting = 3,
    Recognised = 4,
    NeedsOperator = 5,
    Rejected = 6,
}

/// <summary>The recognition job of one document.</summary>
public sealed class JobRow
{
    public Guid DocumentId { get; set; }

    public JobState State { get; set; }

    /// <summary>Raised with every claim; a result that carries an older one is refused.</summary>
    public long Fence { get; set; }

    public Guid? LeaseOwner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public int Attempts { get; set; }

    public int UnknownOutcomes { get; set; }

    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>Service an officer asked for; <see langword="null"/>: the route decides.</summary>
    public string? Service { get; set; }

    public string? LastClass { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>How one call ended.</summary>
public enum CallState
{
    Started = 0,
    Succeeded = 1,
    Failed = 2,
    Unknown = 3,
}

/// <summary>The ledger: one row for each call that may cost money, committed before the call.</summary>
public sealed class ServiceCallRow
{
    public Guid Id { get; set; }

    public Guid DocumentId { get; set; }

    public long Fence { get; set; }

    public string Service { get; set; } = "";

    /// <summary>HMAC of document, service, parameters and sent bytes.</summary>
    public byte[] RequestKey { get; set; } = [];

    public CallState State { get; set; }

    public string? FailureClass { get; set; }

    public string? FailureCode { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
