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

    /// <summary>Encrypted <see cref="Recognising.StoredReading"/>.</summary>
    public byte[] Payload { get; set; } = [];
}

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

/// <summary>A person compared a field with the picture in this round.</summary>
public sealed class ConfirmationRow
{
    public Guid DocumentId { get; set; }

    public int Round { get; set; }

    public string Field { get; set; } = "";

    public Guid ByUserId { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>A person has seen a warning of severity High or Critical in this round.</summary>
public sealed class AcknowledgementRow
{
    public Guid DocumentId { get; set; }

    public int Round { get; set; }

    public string Code { get; set; } = "";

    public Guid ByUserId { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>What an officer said of a document.</summary>
public enum Verdict
{
    Approve = 0,
    Reject = 1,
    NewPhoto = 2,
}

/// <summary>A recommendation or decision. One final decision per document and round: a unique index and a check constraint hold it.</summary>
public sealed class DecisionRow
{
    public Guid Id { get; set; }

    public Guid DocumentId { get; set; }

    public int Round { get; set; }

    public Verdict Verdict { get; set; }

    /// <summary>A recommendation waits for a second officer; a decision is final.</summary>
    public bool IsFinal { get; set; }

    public Guid ByUserId { get; set; }

    /// <summary>Copied here so that the database itself refuses a decision by the uploader.</summary>
    public Guid UploaderId { get; set; }

    /// <summary>Codes of <see cref="Review.DecisionReason"/>, comma separated.</summary>
    public string ReasonCodes { get; set; } = "";

    /// <summary>Encrypted text to the uploader and note; empty where none was written.</summary>
    public byte[] Texts { get; set; } = [];

    public DateTimeOffset At { get; set; }
}

/// <summary>One audit record in the exact parts that are hashed, so that it can be rebuilt byte for byte.</summary>
public sealed class AuditRow
{
    public long Seq { get; set; }

    public long TimeUs { get; set; }

    public string Event { get; set; } = "";

    public byte ActorKind { get; set; }

    public string Actor { get; set; } = "";

    public byte SubjectKind { get; set; }

    public string Subject { get; set; } = "";

    public Guid RequestId { get; set; }

    /// <summary>The public field list as hashed.</summary>
    public byte[] Public { get; set; } = [];

    /// <summary>32 bytes; zero where there is no private part.</summary>
    public byte[] Commitment { get; set; } = [];

    /// <summary>Encrypted salt and private field list; <see langword="null"/> where there is none or it was erased.</summary>
    public byte[]? Private { get; set; }

    public byte[] Prev { get; set; } = [];

    public byte[] Hash { get; set; } = [];

    public int MacKeyId { get; set; }

    public byte[] Mac { get; set; } = [];
}

/// <summary>The single row that names the log.</summary>
public sealed class AuditLogRow
{
    public int Id { get; set; } = 1;

    /// <summary>16 random bytes, made with the database.</summary>
    public byte[] LogId { get; set; } = [];
}
