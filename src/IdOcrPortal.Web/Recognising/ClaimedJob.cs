using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Routing;
using IdOcrPortal.Web.Data;

namespace IdOcrPortal.Web.Recognising;

/// <summary>A job that this process holds, until its lease ends.</summary>
/// <param name="Fence">Raised with each claim: a result that carries an older one is refused.</param>
/// <param name="Route">Which service, and why this one.</param>
/// <param name="Attempt">1 for the first call.</param>
/// <param name="RequestedTypeId">What the uploader chose; <see langword="null"/> for "Detect".</param>
/// <param name="DetectedTypeId">What the offline engine found where the uploader chose nothing.</param>
/// <param name="UnknownOutcomes">Earlier calls for this document of which nobody knows how they ended.</param>
internal sealed record ClaimedJob(
    Guid DocumentId, long Fence, ServiceSetup Service, ServiceRoute Route, int Attempt, Guid DataKeyId, string OriginalBlob, string? RequestedTypeId, string? DetectedTypeId, JobPurpose Purpose, int UnknownOutcomes)
{
    /// <summary>The type that the service is asked to look for. The offline engine is told what the uploader said and nothing else, so that what it found is found again.</summary>
    internal string? SoughtTypeId => Service.Info.IsMetered ? RequestedTypeId ?? DetectedTypeId : RequestedTypeId;

    /// <summary>The type as far as it is known.</summary>
    internal string? TypeId => RequestedTypeId ?? DetectedTypeId;
}

/// <summary>What came of asking to make a call.</summary>
internal enum CallStart
{
    /// <summary>The ledger row is committed: call.</summary>
    Started,

    /// <summary>The same call succeeded before and its reading is stored: use that.</summary>
    AlreadyRead,

    /// <summary>Another holder has the job now: do nothing.</summary>
    LeaseLost,
}
