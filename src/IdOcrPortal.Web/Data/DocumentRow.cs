using IdOcrPortal.Documents;
using IdOcrPortal.Web.Submissions;

namespace IdOcrPortal.Web.Data;

/// <summary>
/// One submitted identity document. Personal values are never columns: the file name, the reading and every note are payloads
/// encrypted under the document's own key; what stands here is only what queues need.
/// </summary>
public sealed class DocumentRow
{
    public Guid Id { get; set; }

    public Guid UploaderId { get; set; }

    /// <summary>The client's own id of this upload: a repeat answers with the same document.</summary>
    public Guid UploadId { get; set; }

    /// <summary>What the uploader chose; <see langword="null"/> for "Detect".</summary>
    public string? RequestedTypeId { get; set; }

    /// <summary>What the picture turned out to be.</summary>
    public string? TypeId { get; set; }

    public DocumentState State { get; set; }

    public int Round { get; set; } = 1;

    /// <summary>Raised by one with every change; the concurrency token.</summary>
    public long Version { get; set; } = 1;

    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>Key of this document in the keyring.</summary>
    public Guid DataKeyId { get; set; }

    public string OriginalBlob { get; set; } = "";

    public string PreviewBlob { get; set; } = "";

    public string? PortraitBlob { get; set; }

    public string Format { get; set; } = "";

    public int ByteCount { get; set; }

    /// <summary>Of the preview, pixels.</summary>
    public int PreviewWidth { get; set; }

    /// <summary>Of the preview, pixels.</summary>
    public int PreviewHeight { get; set; }

    /// <summary>HMAC of uploader and bytes: finds what the same person sent before, and nobody else's.</summary>
    public byte[] ContentMark { get; set; } = [];

    /// <summary>Encrypted display form of the file name.</summary>
    public byte[] Label { get; set; } = [];

    /// <summary>Degrees clockwise by which the picture has to be turned to stand upright.</summary>
    public int Rotation { get; set; }

    public string? Service { get; set; }

    /// <summary>The latest reading.</summary>
    public Guid? ReadingId { get; set; }

    public int FieldCount { get; set; }

    public int AttentionCount { get; set; }

    public FieldStatus? WorstStatus { get; set; }

    /// <summary>Warnings and findings of the latest reading, by severity.</summary>
    public int CriticalCount { get; set; }

    public int HighCount { get; set; }

    public int MediumCount { get; set; }

    public int LowCount { get; set; }

    /// <summary>Whether a second officer has to decide.</summary>
    public bool NeedsSecondReview { get; set; }

    /// <summary>Whether the reading stands in for that of a better service which could not be had.</summary>
    public bool IsProvisional { get; set; }

    /// <summary>Stable code of the last failure or refusal.</summary>
    public string? OutcomeCode { get; set; }

    public Guid? ClaimHolderId { get; set; }

    public DateTimeOffset? ClaimUntil { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }
}

/// <summary>What one service read, once.</summary>
public sealed class ReadingRow
{
    public Guid Id { get; set; }

    public Guid DocumentId { get; set; }

    /// <summary>1 for the first reading of the document.</summary>
    public int Run { get; set; }

    public string Service { get; set; } = "";

    public string ServiceVersion { get; set; } = "";

    public string? RequestId { get; set; }

    public string? Country { get; set; }

    public int LatencyMs { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>HMAC of document, service, parameters and sent bytes: finds the reading of a call that need not be made again.</summary>
    public byte[] RequestKey { get; set; } = [];

    /// <summary>Why this service read it (<see cref="Recognition.Routing.ServiceRoute.Summary"/>).</summary>
    public string Route { get; set; } = "";

    /// <summary>Whether the sandbox played the service.</summary>
    public bool IsSandbox { get; set; }

    /// <summary>Encrypted <see cref="Recognising.StoredReading"/>.</summary>
    public byte[] Payload { get; set; } = [];
}
