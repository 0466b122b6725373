namespace IdOcrPortal.Web.Data;

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
