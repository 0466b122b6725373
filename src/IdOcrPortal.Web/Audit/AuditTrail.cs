using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Vault;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Audit;

/// <summary>Where people look up who did what.</summary>
public sealed class AuditTrail
{
    private const int MaxTake = 200;
    private const string ComparedByTheDatabase = "EF Core translates this overload alone; the database compares bytes.";

    private readonly IDbContextFactory<PortalDb> _databases;
    private readonly PortalWriter _writer;
    private readonly PortalKeys _keys;
    private readonly DocumentVault _vault;

    internal AuditTrail(IDbContextFactory<PortalDb> databases, PortalWriter writer, PortalKeys keys, DocumentVault vault)
    {
        _databases = databases;
        _writer = writer;
        _keys = keys;
        _vault = vault;
    }

    /// <summary>
    /// Searches; that a search happened is recorded before anything is shown, what was searched for is not. Later pages of a search
    /// (<see cref="AuditQuery.Skip"/> above 0) belong to it and are not recorded again, so that the record does not move the pages.
    /// </summary>
    /// <exception cref="CommandRefusedException">The actor is no auditor.</exception>
    public async Task<AuditPage> SearchAsync(Guid actorId, AuditQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Skip > 0)
        {
            await RequireAuditorAsync(actorId, cancellationToken);
        }
        else
        {
            await RecordAsync(AuditEvents.SearchPerformed, actorId, [("by", KindsOf(query))], cancellationToken);
        }

        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        var rows = await FilterAsync(db, query, cancellationToken);
        var total = await rows.CountAsync(cancellationToken);
        var page = await rows.OrderByDescending(row => row.Seq).Skip(Math.Max(0, query.Skip)).Take(Math.Clamp(query.Take, 1, MaxTake)).AsNoTracking().ToListAsync(cancellationToken);
        var names = await NamesAsync(db, page, cancellationToken);
        return new AuditPage([.. page.Select(row => AuditReading.Entry(row, names))], total);
    }

    /// <summary>Event names that occur, for the filter.</summary>
    /// <exception cref="CommandRefusedException">The actor is no auditor.</exception>
    public async Task<IReadOnlyList<string>> EventNamesAsync(Guid actorId, CancellationToken cancellationToken)
    {
        await RequireAuditorAsync(actorId, cancellationToken);
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        return await db.Audit.Select(row => row.Event).Distinct().OrderBy(name => name).ToListAsync(cancellationToken);
    }

    /// <summary>Rebuilds every record byte for byte and compares sequence, times, hashes and MACs; records the outcome.</summary>
    /// <exception cref="CommandRefusedException">The actor is no auditor.</exception>
    public async Task<VerificationResult> VerifyAsync(Guid actorId, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        await RequireAuditorAsync(actorId, cancellationToken);
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        var result = await new AuditVerification(db, _keys, _vault).RunAsync(progress, cancellationToken);
        await RecordAsync(AuditEvents.ChainVerified, actorId,
        [
            ("records", result.Records.ToString(CultureInfo.InvariantCulture)),
            ("first_break", result.FirstBreak?.ToString(CultureInfo.InvariantCulture) ?? "none"),
            ("head", result.Head),
        ], cancellationToken);
        return result;
    }

    private async Task RequireAuditorAsync(Guid actorId, CancellationToken cancellationToken)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        RequireAuditor(await db.ActorAsync(actorId, cancellationToken));
    }

    private Task<bool> RecordAsync(string eventName, Guid actorId, (string Key, string Value)[] facts, CancellationToken cancellationToken) =>
        _writer.WriteAsync(async (db, lines) =>
        {
            RequireAuditor(await db.ActorAsync(actorId, cancellationToken));
            var logId = await db.AuditLog.OrderBy(log => log.Id).Select(log => log.LogId).FirstOrDefaultAsync(cancellationToken) ?? [];
            lines.Add(new AuditLine(eventName, ActorKind.User, actorId.ToString("n"), SubjectKind.Log, Convert.ToHexStringLower(logId), facts.ToDictionary(fact => fact.Key, fact => fact.Value)));
            return true;
        }, cancellationToken);

    private static void RequireAuditor(Actor actor)
    {
        if (!actor.IsAny(Roles.Auditor))
        {
            throw new CommandRefusedException(Refusal.NotAllowed, "Only auditors look into the audit.");
        }
    }

    private static async Task<IQueryable<AuditRow>> FilterAsync(PortalDb db, AuditQuery query, CancellationToken cancellationToken)
    {
        IQueryable<AuditRow> rows = db.Audit;
        if (query.DocumentId is { } documentId)
        {
            var subject = documentId.ToString("n");
            rows = rows.Where(row => row.SubjectKind == (byte)SubjectKind.Document && row.Subject == subject);
        }

        if (!string.IsNullOrWhiteSpace(query.ShortId))
        {
            rows = ByShortId(rows, query.ShortId.Trim());
        }

        if (!string.IsNullOrWhiteSpace(query.Person))
        {
            rows = await ByPersonAsync(db, rows, query.Person.Trim(), cancellationToken);
        }

        if (!string.IsNullOrWhiteSpace(query.Event))
        {
            rows = ByEvent(rows, query.Event.Trim().TrimEnd('.').ToLowerInvariant());
        }

        if (query.From is { } from)
        {
            var first = UnixMicroseconds.Of(from);
            rows = rows.Where(row => row.TimeUs >= first);
        }

        if (query.Until is { } until)
        {
            var behind = UnixMicroseconds.Of(until);
            rows = rows.Where(row => row.TimeUs < behind);
        }

        return rows;
    }

    [SuppressMessage("Globalization", "CA1309", Justification = ComparedByTheDatabase)]
    private static IQueryable<AuditRow> ByShortId(IQueryable<AuditRow> rows, string shortId)
    {
        if (!ShortIdPrefix.TryParse(shortId, out var prefix))
        {
            return rows.Where(row => false);
        }

        // The first 20 bits of an id are its first five hex digits; 'g' is the character after 'f'.
        var behind = prefix + "g";
        return rows.Where(row => row.SubjectKind == (byte)SubjectKind.Document && string.Compare(row.Subject, prefix) >= 0 && string.Compare(row.Subject, behind) < 0);
    }

    // "decision" finds "decision.approved": '/' is the character after '.'.
    [SuppressMessage("Globalization", "CA1309", Justification = ComparedByTheDatabase)]
    private static IQueryable<AuditRow> ByEvent(IQueryable<AuditRow> rows, string name)
    {
        var (first, behind) = (name + ".", name + "/");
        return rows.Where(row => row.Event == name || (string.Compare(row.Event, first) >= 0 && string.Compare(row.Event, behind) < 0));
    }

    // What a person did, and what was done to the account: a refused sign-in has the portal for its actor and the person for its subject alone.
    private static async Task<IQueryable<AuditRow>> ByPersonAsync(PortalDb db, IQueryable<AuditRow> rows, string person, CancellationToken cancellationToken)
    {
        var pattern = "%" + person.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
        var ids = await db.Users
            .Where(user => EF.Functions.Like(user.UserName!, pattern, "\\") || EF.Functions.Like(user.DisplayName, pattern, "\\"))
            .Select(user => user.Id).ToListAsync(cancellationToken);
        var people = ids.ConvertAll(id => id.ToString("n"));
        return rows.Where(row => (row.ActorKind == (byte)ActorKind.User && people.Contains(row.Actor)) || (row.SubjectKind == (byte)SubjectKind.User && people.Contains(row.Subject)));
    }

    private static async Task<Dictionary<string, string>> NamesAsync(PortalDb db, List<AuditRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.SelectMany(AuditReading.PeopleIn).Distinct().ToList();
        return await db.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id.ToString("n"), user => user.DisplayName, cancellationToken);
    }

    private static string KindsOf(AuditQuery query)
    {
        (string Kind, bool Given)[] kinds =
        [
            ("document", query.DocumentId is not null || !string.IsNullOrWhiteSpace(query.ShortId)),
            ("person", !string.IsNullOrWhiteSpace(query.Person)),
            ("event", !string.IsNullOrWhiteSpace(query.Event)),
            ("dates", query.From is not null || query.Until is not null),
        ];
        return string.Join(',', kinds.Where(kind => kind.Given).Select(kind => kind.Kind));
    }
}
