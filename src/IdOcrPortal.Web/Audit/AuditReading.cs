using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;

namespace IdOcrPortal.Web.Audit;

/// <summary>Turns a record's row into what a person reads.</summary>
internal static class AuditReading
{
    /// <summary>The entry; names are display names by id (32 hex digits).</summary>
    internal static AuditEntry Entry(AuditRow row, IReadOnlyDictionary<string, string> names)
    {
        var actor = row.ActorKind == (byte)ActorKind.User ? names.GetValueOrDefault(row.Actor, "an account that is gone") : PartName(row.Actor);
        var documentId = row.SubjectKind == (byte)SubjectKind.Document && Guid.TryParseExact(row.Subject, "n", out var id) ? id : (Guid?)null;
        var subject = SubjectName(row, documentId, names);
        return new AuditEntry(
            row.Seq, UnixMicroseconds.ToTime(row.TimeUs), row.Event, actor, PersonId(row.ActorKind == (byte)ActorKind.User, row.Actor),
            AuditSentences.Of(row.Event, actor, documentId is null ? subject : "document " + subject), subject, documentId, PublicFields(row), row.Commitment.AsSpan().ContainsAnyExcept((byte)0),
            Convert.ToHexStringLower(row.Hash), Convert.ToHexStringLower(row.Prev), row.RequestId);
    }

    /// <summary>Accounts that the record names.</summary>
    internal static IEnumerable<Guid> PeopleIn(AuditRow row)
    {
        if (PersonId(row.ActorKind == (byte)ActorKind.User, row.Actor) is { } actor)
        {
            yield return actor;
        }

        if (PersonId(row.SubjectKind == (byte)SubjectKind.User, row.Subject) is { } subject)
        {
            yield return subject;
        }
    }

    private static Guid? PersonId(bool isPerson, string text) => isPerson && Guid.TryParseExact(text, "n", out var id) ? id : null;

    private static string SubjectName(AuditRow row, Guid? documentId, IReadOnlyDictionary<string, string> names) => (SubjectKind)row.SubjectKind switch
    {
        SubjectKind.Document when documentId is { } id => ShortId.Of(id),
        SubjectKind.User => names.GetValueOrDefault(row.Subject, "an account that is gone"),
        SubjectKind.Log => "the audit",
        SubjectKind.None => "an unknown account",
        _ => row.Subject,
    };

    private static string PartName(string part) => part.Length == 0 ? "The portal" : $"The portal ({part})";

    // A record whose field list was tampered with still has to be shown: verification names it.
    private static IReadOnlyDictionary<string, string> PublicFields(AuditRow row)
    {
        try
        {
            return AuditFormat.ReadFieldList(row.Public);
        }
        catch (FormatException)
        {
            return new Dictionary<string, string> { ["unreadable"] = Convert.ToHexStringLower(row.Public) };
        }
    }
}
