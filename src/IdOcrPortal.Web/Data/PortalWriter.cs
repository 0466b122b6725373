using System.Data.Common;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Submissions;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Data;

/// <summary>
/// The one gate through which everything is written: one writer at a time in this process, one <c>BEGIN IMMEDIATE</c> transaction, and the audit
/// records of the change inside it. Checkpoints of the write-ahead log run under the same gate and nowhere else.
/// </summary>
public sealed partial class PortalWriter : IDisposable
{
    private readonly IDbContextFactory<PortalDb> _databases;
    private readonly AuditSealer _sealer;
    private readonly WriteAheadLog _log;
    private readonly ILogger<PortalWriter> _logger;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly AsyncLocal<bool> _inside = new();

    internal PortalWriter(IDbContextFactory<PortalDb> databases, AuditSealer sealer, DataFolder folder, ILogger<PortalWriter> logger)
    {
        _databases = databases;
        _sealer = sealer;
        _log = new WriteAheadLog(folder.Database);
        _logger = logger;
    }

    /// <summary>
    /// Runs the work in one transaction: what it changes in the context and what it says to the <see cref="AuditLines"/> is committed together, or nothing is.
    /// The work neither calls the network nor waits for people, and does not write through this gate again.
    /// </summary>
    /// <exception cref="CommandRefusedException">Somebody else changed a row that the work had read (<see cref="Refusal.Stale"/>).</exception>
    /// <exception cref="InvalidOperationException">A document's state changed, or a decision was made, without an audit record about that document; one that somebody looked at it is none.</exception>
    public async Task<T> WriteAsync<T>(Func<PortalDb, AuditLines, Task<T>> work, CancellationToken cancellationToken)
    {
        if (_inside.Value)
        {
            throw new InvalidOperationException("A write inside a write would wait for itself for ever: do both in one.");
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            _inside.Value = true;
            await using var db = await _databases.CreateDbContextAsync(cancellationToken);
            var result = await CommitAsync(db, work, cancellationToken);
            await CheckpointAsync(db);
            return result;
        }
        finally
        {
            _inside.Value = false;
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>Brings the file into shape before the first request, under the gate.</summary>
    internal async Task MaintainAsync(Func<PortalDb, Task> work, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await using var db = await _databases.CreateDbContextAsync(cancellationToken);
            await work(db);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<T> CommitAsync<T>(PortalDb db, Func<PortalDb, AuditLines, Task<T>> work, CancellationToken cancellationToken)
    {
        // Microsoft.Data.Sqlite begins IMMEDIATE unless told otherwise: a read followed by a write cannot fail for a lock.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.IsUnderGate = true;
        try
        {
            var lines = new AuditLines();
            var result = await work(db, lines);
            await _sealer.AppendAsync(db, lines.Lines, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            RequireRecords(db, lines);
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new CommandRefusedException(Refusal.Stale, "Somebody changed this document meanwhile. Reload it and try again.");
        }
        finally
        {
            db.IsUnderGate = false;
        }
    }

    // The change stands: from here on neither a cancelled caller nor a full disk may make it look undone.
    private async Task CheckpointAsync(PortalDb db)
    {
        try
        {
            await _log.AfterCommitAsync(db.Database, CancellationToken.None);
        }
        catch (DbException failed)
        {
            Log.CheckpointFailed(_logger, failed.ErrorCode);
        }
    }

    private static void RequireRecords(PortalDb db, AuditLines lines)
    {
        foreach (var documentId in db.ChangedDocuments)
        {
            var subject = documentId.ToString("n");
            if (!lines.Lines.Any(line => line.SubjectKind == SubjectKind.Document && line.Subject == subject && !AuditEvents.Reads.Contains(line.Event)))
            {
                throw new InvalidOperationException("A document changed its state or got a decision without an audit record about it; nothing was saved.");
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The write-ahead log could not be checkpointed (SQLite error {Code}); it is tried again later. Look at the free space of the data folder.")]
        internal static partial void CheckpointFailed(ILogger logger, int code);
    }
}
