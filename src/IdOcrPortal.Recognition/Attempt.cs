using IdOcrPortal.Documents;

namespace IdOcrPortal.Recognition;

/// <summary>Why a service gave no reading.</summary>
/// <param name="Class">What happens next.</param>
/// <param name="Code">The service's raw code, or ours.</param>
/// <param name="Message">For people: what is wrong and what to do.</param>
/// <param name="RetryAfter">When the service asked us to wait.</param>
public sealed record Failure(FailureClass Class, string Code, string Message, TimeSpan? RetryAfter)
{
    /// <summary>The service's id of the request; <see langword="null"/> where none came back.</summary>
    public string? RequestId { get; init; }

    /// <summary>False for a code that no list has: then a passing fault is tried twice at most (RQ-6).</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>Name of a copy of the picture that is still stored at the vendor; <see langword="null"/> where none is.</summary>
    public string? LeftObject { get; init; }
}

/// <summary>One try at one service: either a reading with its proof, or a failure.</summary>
/// <param name="Service">Id of the service.</param>
/// <param name="Country">Country that the picture went to; <see langword="null"/>: nowhere.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Reading">What it read.</param>
/// <param name="Proof">What our rules made of it; <see langword="null"/> where no document type of ours was found.</param>
/// <param name="Failure">Why there is no reading.</param>
public sealed record Attempt(string Service, string? Country, TimeSpan Elapsed, Reading? Reading, Proof? Proof, Failure? Failure)
{
    /// <summary>Whether this was the call that found the service working again: what waits for it can go on.</summary>
    public bool EndedOutage { get; init; }
}
