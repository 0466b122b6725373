namespace IdOcrPortal.Web.Data;

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
