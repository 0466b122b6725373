using System.Security.Cryptography;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Vault;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Audit;

/// <summary>Gives records their place in the chain: number, time, hash of the one before, MAC. Called by <see cref="PortalWriter"/> alone, inside its transaction.</summary>
internal sealed class AuditSealer(PortalKeys keys, DocumentVault vault, TimeProvider clock)
{
    private byte[]? _logId;

    /// <summary>Adds the rows of these lines to the context, after the head that the same transaction reads.</summary>
    internal async Task AppendAsync(PortalDb db, IReadOnlyList<AuditLine> lines, CancellationToken cancellationToken)
    {
        if (lines.Count == 0)
        {
            return;
        }

        _logId ??= await db.AuditLog.Select(log => log.LogId).SingleAsync(cancellationToken);
        var head = await db.Audit.OrderByDescending(record => record.Seq).Select(record => new { record.Seq, record.TimeUs, record.Hash }).FirstOrDefaultAsync(cancellationToken);
        var (seq, previousTime, previousHash) = head is null ? (0L, 0L, new byte[AuditFormat.HashLength]) : (head.Seq, head.TimeUs, head.Hash);

        // A clock that was set back does not turn the log around.
        var time = Math.Max(UnixMicroseconds.Of(clock.GetUtcNow()), previousTime);

        // Made here, not taken from the request's trace: a client chooses that one with its traceparent header, and could make strangers' records look like one act.
        var request = Guid.NewGuid();
        foreach (var line in lines)
        {
            var row = await RowAsync(line, cancellationToken);
            row.Seq = ++seq;
            row.TimeUs = time;
            row.RequestId = request;
            row.Prev = previousHash;
            row.Hash = AuditFormat.Hash(AuditFormat.Record(_logId, row));
            row.MacKeyId = keys.CurrentAuditMacId;
            row.Mac = AuditFormat.Mac(keys.AuditMacOrNull(row.MacKeyId)!, row.MacKeyId, row.Hash);
            db.Audit.Add(row);
            previousHash = row.Hash;
        }
    }

    /// <summary>The document whose key and id protect a private part; all zeros where the record is about something else.</summary>
    internal static Guid PrivateOwner(byte subjectKind, string subject) =>
        subjectKind == (byte)SubjectKind.Document && Guid.TryParseExact(subject, "n", out var documentId) ? documentId : Guid.Empty;

    private async Task<AuditRow> RowAsync(AuditLine line, CancellationToken cancellationToken)
    {
        if (!AuditFormat.IsEventName(line.Event) || !AuditFormat.IsOpaqueId(line.Actor) || !AuditFormat.IsOpaqueId(line.Subject))
        {
            throw new ArgumentException("An audit record names its event in [a-z0-9_.]{1,64}, and actor and subject by opaque ids of at most 64 characters.");
        }

        var row = new AuditRow
        {
            Event = line.Event,
            ActorKind = (byte)line.ActorKind,
            Actor = line.Actor,
            SubjectKind = (byte)line.SubjectKind,
            Subject = line.Subject,
            Public = AuditFormat.FieldList(line.Public),
            Commitment = new byte[AuditFormat.HashLength],
        };
        if (line.Private is not null)
        {
            await AddPrivatePartAsync(row, line, cancellationToken);
        }

        return row;
    }

    private async Task AddPrivatePartAsync(AuditRow row, AuditLine line, CancellationToken cancellationToken)
    {
        var dataKeyId = line.DataKeyId ?? throw new ArgumentException("A private part of an audit record needs the data key that it is encrypted under.");
        var salt = RandomNumberGenerator.GetBytes(AuditFormat.HashLength);
        var fields = AuditFormat.FieldList(line.Private!);
        row.Commitment = AuditFormat.Commitment(salt, fields);
        row.Private = await vault.SealAsync(dataKeyId, PrivateOwner(row.SubjectKind, row.Subject), BlobKind.AuditPrivate, (byte[])[.. salt, .. fields], cancellationToken);
    }
}
