namespace IdOcrPortal.Web.Audit;

/// <summary>Who acted.</summary>
public enum ActorKind : byte
{
    System = 0,
    User = 1,
    Service = 2,
    Operator = 3,
}

/// <summary>What it was done to.</summary>
public enum SubjectKind : byte
{
    None = 0,
    Document = 1,
    User = 2,
    Job = 3,
    Setting = 4,
    Key = 5,
    Export = 6,
    Log = 7,
}

/// <summary>One record to be: everything but its place in the chain.</summary>
/// <param name="Event">Matches <c>[a-z0-9_.]{1,64}</c>; names in <see cref="AuditEvents"/>.</param>
/// <param name="Actor">Opaque id: a user's id as 32 hex digits, or the part of the system.</param>
/// <param name="Subject">Opaque id: a document's id as 32 hex digits, …; empty for none.</param>
/// <param name="Public">Text that may stay for ever: states, codes, counts. Never a name, a value or a free text.</param>
/// <param name="Private">Values and free text; encrypted under the document's key, so that it can be erased.</param>
/// <param name="DataKeyId">Key for the private part; needed where there is one.</param>
public sealed record AuditLine(
    string Event, ActorKind ActorKind, string Actor, SubjectKind SubjectKind, string Subject,
    IReadOnlyDictionary<string, string> Public, IReadOnlyDictionary<string, string>? Private = null, Guid? DataKeyId = null);

/// <summary>Collects the records of one transaction; <see cref="Data.PortalWriter"/> chains and seals them just before the commit.</summary>
public sealed class AuditLines
{
    private readonly List<AuditLine> _lines = [];

    /// <summary>What was said so far, in order.</summary>
    public IReadOnlyList<AuditLine> Lines => _lines;

    /// <summary>Adds a record.</summary>
    public void Add(AuditLine line) => _lines.Add(line);

    /// <summary>A person did something to a document.</summary>
    public void Document(string eventName, Guid actorId, Guid documentId, params ReadOnlySpan<(string Key, string Value)> facts) =>
        Add(new AuditLine(eventName, ActorKind.User, actorId.ToString("n"), SubjectKind.Document, documentId.ToString("n"), ToDictionary(facts)));

    /// <summary>The portal itself did something to a document.</summary>
    public void System(string eventName, string part, Guid documentId, params ReadOnlySpan<(string Key, string Value)> facts) =>
        Add(new AuditLine(eventName, ActorKind.System, part, SubjectKind.Document, documentId.ToString("n"), ToDictionary(facts)));

    private static Dictionary<string, string> ToDictionary(ReadOnlySpan<(string Key, string Value)> facts)
    {
        var dictionary = new Dictionary<string, string>(facts.Length);
        foreach (var (key, value) in facts)
        {
            dictionary.Add(key, value);
        }

        return dictionary;
    }
}
