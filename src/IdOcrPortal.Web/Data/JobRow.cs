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

    /// <summary>Id of the service that reads best what was found. What the choice hangs on, such as the issuing state, is a value of the document and no column.</summary>
    public string? DetectedService { get; set; }

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
