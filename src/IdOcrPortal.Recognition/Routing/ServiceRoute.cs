namespace IdOcrPortal.Recognition.Routing;

/// <summary>What has to be known to choose a service.</summary>
/// <param name="TypeId">The type that the uploader chose or the offline engine found; <see langword="null"/>: nobody knows yet.</param>
public sealed record RouteQuestion(string? TypeId)
{
    /// <summary>Issuing state, where known (ICAO Doc 9303 part 3 code).</summary>
    public string? State { get; init; }

    /// <summary>The service that was found to read this document best; it goes before the others.</summary>
    public string? Preferred { get; init; }

    /// <summary>The service that a person asked for.</summary>
    public string? Chosen { get; init; }

    /// <summary>Services that were tried for this document and gave up.</summary>
    public IReadOnlyCollection<string> Failed { get; init; } = [];
}

/// <summary>Why a service was chosen; recorded with every run.</summary>
public enum RouteReason
{
    /// <summary>It is the first in the order of services for this type that is set up.</summary>
    First,

    /// <summary>A better one is cut off or gave up: the reading is provisional.</summary>
    Fallback,

    /// <summary>Nobody knows what the picture shows: the offline engine finds out.</summary>
    Detect,

    /// <summary>A person asked for it.</summary>
    Chosen,
}

/// <summary>Why a service that reads the type was passed over.</summary>
public enum SkipReason
{
    NotSetUp,
    Retired,

    /// <summary>Pictures may not go to its country.</summary>
    Country,

    /// <summary>Its circuit breaker is open.</summary>
    CutOff,

    /// <summary>It was tried and gave up.</summary>
    GaveUp,
}

/// <summary>A service that was passed over.</summary>
public sealed record Skip(string Service, SkipReason Reason);

/// <summary>Which service reads a document now, or until when it waits, or that nothing reads it.</summary>
/// <param name="Service">The service; <see langword="null"/>: none now.</param>
/// <param name="Reason">Why this one.</param>
/// <param name="Skipped">Services before it in the order, and why not they.</param>
/// <param name="WaitUntil">Without a service: when to ask again; <see langword="null"/>: nothing that is set up reads this.</param>
/// <param name="WaitsFor">Without a service: the one that is waited for.</param>
public sealed record ServiceRoute(ServiceSetup? Service, RouteReason Reason, IReadOnlyList<Skip> Skipped, DateTimeOffset? WaitUntil = null, string? WaitsFor = null)
{
    /// <summary>Whether this is the one call that tries whether a service that is cut off works again; who does not make it gives it back to the breaker.</summary>
    public bool IsProbe { get; init; }

    /// <summary>The route in one line for the record: <c>First</c>, <c>Fallback TencentMLIDCardOcr=CutOff</c>.</summary>
    public string Summary => string.Join(' ', [Reason.ToString(), .. Skipped.Where(skip => skip.Reason is not SkipReason.NotSetUp).Select(skip => $"{skip.Service}={skip.Reason}")]);
}
