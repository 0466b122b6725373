namespace IdOcrPortal.Web.Audit;

/// <summary>What to look for; all parts that are given have to hold.</summary>
/// <param name="DocumentId">Full id.</param>
/// <param name="ShortId">Display form of a document's id, such as <c>4F2K</c>.</param>
/// <param name="Person">User name or display name, or part of it, of who acted or whose account it is about.</param>
/// <param name="Event">Event name, or the part before the point (<c>decision</c> finds <c>decision.approved</c>).</param>
/// <param name="Take">At most 200.</param>
public sealed record AuditQuery(
    Guid? DocumentId = null, string? ShortId = null, string? Person = null, string? Event = null, DateTimeOffset? From = null, DateTimeOffset? Until = null, int Skip = 0, int Take = 50);

/// <summary>One record as a person reads it.</summary>
/// <param name="Actor">Display name of the person, or the system's part that acted.</param>
/// <param name="Sentence">What happened, as a sentence ("Dara Reviewer approved document 4F2K").</param>
/// <param name="Subject">Display form of what it is about.</param>
/// <param name="Public">The record's public fields.</param>
/// <param name="HasPrivatePart">Whether a private part is committed to (values, reasons), and is not shown here.</param>
/// <param name="Hash">Hex of the record's hash.</param>
public sealed record AuditEntry(
    long Seq, DateTimeOffset At, string Event, string Actor, Guid? ActorId, string Sentence, string Subject, Guid? DocumentId,
    IReadOnlyDictionary<string, string> Public, bool HasPrivatePart, string Hash, string PreviousHash, Guid RequestId);

/// <summary>A page of records, newest first.</summary>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Items, int Total);

/// <summary>What verification found.</summary>
/// <param name="Records">Number of records looked at.</param>
/// <param name="Head">Hex of the last hash.</param>
/// <param name="FirstBreak">Sequence number of the first record that is wrong; <see langword="null"/>: all intact.</param>
/// <param name="Detail">What is wrong there, for people.</param>
/// <param name="MacKeyId">Key that sealed the head.</param>
public sealed record VerificationResult(long Records, string Head, long? FirstBreak, string Detail, int MacKeyId);
