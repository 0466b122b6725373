namespace IdOcrPortal.Web.Data;

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

    /// <summary>The service's id of the request.</summary>
    public string? RequestId { get; set; }

    /// <summary>Country that the picture went to; <see langword="null"/>: nowhere.</summary>
    public string? Country { get; set; }

    /// <summary>Name of a copy of the picture that the vendor still has; <see langword="null"/> where none is known.</summary>
    public string? LeftObject { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>An administrator's test of a service with a specimen.</summary>
public sealed class ServiceTestRow
{
    public Guid Id { get; set; }

    public string Service { get; set; } = "";

    public Guid ByUserId { get; set; }

    public DateTimeOffset At { get; set; }

    public bool IsAnswered { get; set; }

    public string? FailureClass { get; set; }

    public string? FailureCode { get; set; }

    public string? RequestId { get; set; }

    public int LatencyMs { get; set; }
}
