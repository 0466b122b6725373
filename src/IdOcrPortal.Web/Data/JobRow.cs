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

/// <summary>What a job is for.</summary>
public enum JobPurpose
{
    /// <summary>The reading that the document is reviewed by.</summary>
    Reading = 0,

    /// <summary>Another service's reading beside it: the document stays as it is.</summary>
    SecondOpinion = 1,
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

    /// <summary>Code of the last failure: the service's raw code, or ours.</summary>
    public string? LastCode { get; set; }

    public JobPurpose Purpose { get; set; }

    /// <summary>What the offline engine found a picture without a chosen type to be.</summary>
    public string? DetectedTypeId { get; set; }

    /// <summary>The state that issued it, by its zone (ICAO Doc 9303 part 3 code).</summary>
    public string? DetectedState { get; set; }

    /// <summary>Ids of services that gave up on this document, separated by commas: the route goes on behind them.</summary>
    public string FailedServices { get; set; } = "";

    /// <summary>Refusals of our credentials, subscription or settings while this document was sent.</summary>
    public int Refusals { get; set; }

    /// <summary>While waiting: the service that it waits for.</summary>
    public string? WaitsFor { get; set; }

    /// <summary>The services of <see cref="FailedServices"/>.</summary>
    internal IReadOnlyList<string> Failed => FailedServices.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a second opinion was asked for and is not there yet.</summary>
    internal bool IsPendingOpinion => Purpose == JobPurpose.SecondOpinion && State is (JobState.Queued or JobState.Leased or JobState.Calling or JobState.Waiting);

    /// <summary>Puts the job in the queue as a person asked for it: with nothing spent.</summary>
    /// <param name="service">Id of the service that shall read; <see langword="null"/>: the route decides.</param>
    internal void Restart(JobPurpose purpose, string? service)
    {
        (State, Purpose, Service) = (JobState.Queued, purpose, service);
        (Attempts, UnknownOutcomes, Refusals, FailedServices) = (0, 0, 0, "");
        (NotBefore, WaitsFor, LastClass, LastCode) = (null, null, null, null);
    }

    /// <summary>Gives up a second opinion for which nothing was sent yet: nobody waits for it any more.</summary>
    internal void WithdrawOpinion()
    {
        if (Purpose == JobPurpose.SecondOpinion && State is (JobState.Queued or JobState.Waiting))
        {
            (State, NotBefore, WaitsFor) = (JobState.Recognised, null, null);
        }
    }

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
