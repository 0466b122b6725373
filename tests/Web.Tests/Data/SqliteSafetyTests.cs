using System.Globalization;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Vault;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Tests.Data;

public sealed class SqliteSafetyTests
{
    private static readonly (string Pragma, string Value)[] Expected =
    [
        ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("secure_delete", "1"), ("trusted_schema", "0"), ("busy_timeout", "5000"), ("wal_autocheckpoint", "0"),
    ];

    [Fact]
    public async Task Every_connection_of_both_databases_has_the_safe_settings()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var keyring = await portal.Get<IDbContextFactory<KeyringDb>>().CreateDbContextAsync();
        await AssertSafeAsync(keyring);
        var contexts = new List<PortalDb>();
        for (var i = 0; i < 50; i++)
        {
            // Held open all at once: fifty connections, none of them twice.
            var db = await portal.Databases.CreateDbContextAsync();
            await db.Database.OpenConnectionAsync();
            contexts.Add(db);
            await AssertSafeAsync(db);
        }

        foreach (var db in contexts)
        {
            await db.DisposeAsync();
        }

        await using var again = await portal.Databases.CreateDbContextAsync();
        await AssertSafeAsync(again);
    }

    [Fact]
    public async Task The_write_ahead_log_is_emptied_and_its_limit_on_waiting_does_not_stay()
    {
        await using var portal = await TestPortal.StartAsync();
        var log = new FileInfo(Path.Combine(portal.Folder, "portal.db-wal"));
        Assert.True(log.Length > 0);

        await using var db = await portal.Databases.CreateDbContextAsync();
        await WriteAheadLog.TruncateAsync(db.Database, CancellationToken.None);

        log.Refresh();
        Assert.Equal(0, log.Length);
        await AssertSafeAsync(db);
    }

    [Fact]
    public async Task The_write_ahead_log_stays_small_while_the_portal_writes()
    {
        await using var portal = await TestPortal.StartAsync();
        for (var i = 0; i < 1_000; i++)
        {
            await portal.Writer.WriteAsync((_, lines) =>
            {
                lines.Document("document.viewed", Guid.NewGuid(), Guid.NewGuid());
                return Task.FromResult(true);
            }, CancellationToken.None);
        }

        // A thousand commits of some 30 KiB each; checkpointed after every 200th, the log begins anew each time.
        Assert.InRange(new FileInfo(Path.Combine(portal.Folder, "portal.db-wal")).Length, 1, 12 * 1024 * 1024);
    }

    [Theory]
    [InlineData("3.35.5", true)]
    [InlineData("3.51.2", true)]
    [InlineData("3.51.3", false)]
    [InlineData("3.52.0", false)]
    public void Knows_which_versions_have_the_reset_race(string version, bool hasIt) => Assert.Equal(hasIt, WriteAheadLog.HasResetRace(version));

    private static async Task AssertSafeAsync(DbContext db)
    {
        await db.Database.OpenConnectionAsync();
        foreach (var (pragma, value) in Expected)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA " + pragma;
            Assert.Equal((pragma, value), (pragma, Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture)));
        }

        await db.Database.CloseConnectionAsync();
    }
}
