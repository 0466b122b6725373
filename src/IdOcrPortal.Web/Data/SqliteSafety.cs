using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IdOcrPortal.Web.Data;

/// <summary>
/// Gives every SQLite connection the same settings and reads them back, because builds differ in their defaults and an unknown pragma is
/// silently ignored. <c>wal_autocheckpoint=0</c>: only <see cref="WriteAheadLog"/> checkpoints.
/// </summary>
internal sealed class SqliteSafety : DbConnectionInterceptor
{
    private static readonly (string Name, string Value, string ReadsBack)[] Pragmas =
    [
        ("journal_mode", "WAL", "wal"),
        ("synchronous", "FULL", "2"),
        ("foreign_keys", "ON", "1"),
        ("secure_delete", "ON", "1"),
        ("trusted_schema", "OFF", "0"),
        ("busy_timeout", "5000", "5000"),
        ("wal_autocheckpoint", "0", "0"),
    ];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare(connection);
        return Task.CompletedTask;
    }

    private static void Prepare(DbConnection connection)
    {
        // EF looks whether the file is there through a connection of its own that can write nothing, and so cannot be told how to.
        if (connection.ConnectionString.Contains("Mode=ReadOnly", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        using var command = connection.CreateCommand();
        if (IsPrepared(command))
        {
            return;
        }

        foreach (var (name, value, expected) in Pragmas)
        {
            command.CommandText = $"PRAGMA {name}={value}";
            command.ExecuteNonQuery();
            command.CommandText = $"PRAGMA {name}";
            var actual = Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
            if (!string.Equals(actual, expected, StringComparison.OrdinalIgnoreCase))
            {
                throw new SetupException($"SQLite did not take the setting {name}={value} (it says {actual}). Put the data folder on a local disk, and use a SQLite of version 3.35 or later.");
            }
        }
    }

    // The pool hands native connections out again with their settings. SQLite's own default is 1000, and this one is set last: 0 means that all are set.
    private static bool IsPrepared(DbCommand command)
    {
        command.CommandText = "PRAGMA wal_autocheckpoint";
        return command.ExecuteScalar() is 0L;
    }
}
