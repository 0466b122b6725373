using System.Globalization;
using System.Security.Cryptography;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Vault;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Audit;

/// <summary>One pass over the log, record after record: sequence, time, hash, previous hash, MAC, private part. Keeps nothing but the head in memory.</summary>
internal sealed class AuditVerification(PortalDb db, PortalKeys keys, DocumentVault vault)
{
    // Short reads: no transaction stays open over the whole pass, and writers go on meanwhile.
    private const int PageSize = 200;

    // Private parts that are gone, and whose erasure is still to come in the log: subject -> first record.
    private readonly Dictionary<string, long> _missing = [];

    private byte[] _logId = [];
    private AuditRow? _last;

    /// <summary>Verifies everything up to the head as it is now.</summary>
    internal async Task<VerificationResult> RunAsync(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var logIds = await db.AuditLog.Select(log => log.LogId).ToListAsync(cancellationToken);
        if (logIds is not [{ Length: 16 }])
        {
            return Result(1, "the row that names the log is missing or was changed");
        }

        _logId = logIds[0];
        var end = await db.Audit.MaxAsync(row => (long?)row.Seq, cancellationToken) ?? 0;
        if (end == 0)
        {
            return Result(1, "the log is empty, though its first record is written with the database");
        }

        long from = long.MinValue;
        while (true)
        {
            var page = await db.Audit.AsNoTracking().Where(row => row.Seq > from && row.Seq <= end).OrderBy(row => row.Seq).Take(PageSize).ToListAsync(cancellationToken);
            foreach (var row in page)
            {
                if (await BreakOfAsync(row, cancellationToken) is { } what)
                {
                    return Result(ExpectedSeq, what);
                }

                _last = row;
            }

            progress?.Report(_last!.Seq);
            if (page.Count < PageSize)
            {
                return _missing.Count == 0 ? Result(null, "") : Result(_missing.Values.Min(), "its private part is gone, and no erasure of the subject is recorded");
            }

            from = page[^1].Seq;
        }
    }

    private long ExpectedSeq => (_last?.Seq ?? 0) + 1;

    private async Task<string?> BreakOfAsync(AuditRow row, CancellationToken cancellationToken)
    {
        if (row.Seq != ExpectedSeq)
        {
            return row.Seq < ExpectedSeq ? "a record stands before the beginning" : string.Create(CultureInfo.InvariantCulture, $"the record is missing; the next one there is {row.Seq}");
        }

        if (row.TimeUs < (_last?.TimeUs ?? 0))
        {
            return "its time lies before the record before it";
        }

        if (!row.Prev.AsSpan().SequenceEqual(_last?.Hash ?? new byte[AuditFormat.HashLength]))
        {
            return "it does not follow the record before it: the previous hash differs";
        }

        if (!HasItsHash(row))
        {
            return "its content differs from its hash";
        }

        if (row.MacKeyId is < 1 or > ushort.MaxValue || keys.AuditMacOrNull(row.MacKeyId) is not { } key)
        {
            return "it names a seal key that the portal does not have";
        }

        return CryptographicOperations.FixedTimeEquals(AuditFormat.Mac(key, row.MacKeyId, row.Hash), row.Mac) ? await PrivateBreakOfAsync(row, cancellationToken) : "its seal is not one that this portal made";
    }

    private bool HasItsHash(AuditRow row)
    {
        try
        {
            return row.Hash.AsSpan().SequenceEqual(AuditFormat.Hash(AuditFormat.Record(_logId, row)));
        }
        catch (ArgumentException)
        {
            // A part of it no longer fits the format, so it is not what was hashed.
            return false;
        }
    }

    private async Task<string?> PrivateBreakOfAsync(AuditRow row, CancellationToken cancellationToken)
    {
        if (row.Event == "subject.erased")
        {
            _missing.Remove(row.Subject);
        }

        var promised = row.Commitment.AsSpan().ContainsAnyExcept((byte)0);
        if (row.Private is null)
        {
            if (promised)
            {
                _missing.TryAdd(row.Subject, row.Seq);
            }

            return null;
        }

        if (!promised)
        {
            return "it has a private part that was not sealed with it";
        }

        try
        {
            var plain = await vault.UnsealAsync(BlobFormat.DataKeyIdOf(row.Private), AuditSealer.PrivateOwner(row.SubjectKind, row.Subject), BlobKind.AuditPrivate, row.Private, cancellationToken);
            var matches = plain.Length >= AuditFormat.HashLength && row.Commitment.AsSpan().SequenceEqual(AuditFormat.Commitment(plain.AsSpan(0, AuditFormat.HashLength), plain.AsSpan(AuditFormat.HashLength)));
            CryptographicOperations.ZeroMemory(plain);
            return matches ? null : "its private part is not the one that was sealed";
        }
        catch (CryptographicException)
        {
            return "its private part was changed or its key is gone";
        }
    }

    private VerificationResult Result(long? firstBreak, string what) => new(
        _last?.Seq ?? 0,
        Convert.ToHexStringLower(_last?.Hash ?? []),
        firstBreak,
        firstBreak is { } seq ? string.Create(CultureInfo.InvariantCulture, $"First break at {seq}: {what}.") : string.Create(CultureInfo.InvariantCulture, $"{_last!.Seq} records intact."),
        _last?.MacKeyId ?? 0);
}
