using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace IdOcrPortal.Web.Data;

/// <summary>
/// Moves one database's write-ahead log into its file. Called by the database's one writer between two transactions and by nobody else:
/// SQLite before 3.51.3 can corrupt a file when a checkpoint meets a commit.
/// </summary>
internal sealed class WriteAheadLog(string databasePath)
{
    private const int CommitsBetween = 200;
    private const long TruncateAbove = 32 * 1024 * 1024;

    private int _commits;

    /// <summary>Counts a commit, and checkpoints after every 200th. Readers may go on; what they still need stays for the next time.</summary>
    internal async Task AfterCommitAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        if (++_commits < CommitsBetween)
        {
            return;
        }

        _commits = 0;
        var length = new FileInfo(databasePath + "-wal") is { Exists: true } wal ? wal.Length : 0;
        if (length < TruncateAbove)
        {
            await database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(PASSIVE)", cancellationToken);
        }
        else
        {
            await TruncateAsync(database, cancellationToken);
        }
    }

    /// <summary>Empties the log. Waits at most a second for readers; where one stays longer, the next call does it.</summary>
    internal static async Task TruncateAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        await database.OpenConnectionAsync(cancellationToken);
        try
        {
            await database.ExecuteSqlRawAsync("PRAGMA busy_timeout=1000", cancellationToken);
            await database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
            await database.ExecuteSqlRawAsync("PRAGMA busy_timeout=5000", cancellationToken);
        }
        finally
        {
            await database.CloseConnectionAsync();
        }
    }

    /// <summary>Whether this SQLite has the race between a checkpoint and a commit (before 3.51.3).</summary>
    internal static bool HasResetRace(string sqliteVersion) => Version.Parse(sqliteVersion).CompareTo(new Version(3, 51, 3)) < 0;
}
