using System.Text.RegularExpressions;
using IdOcrPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Tests.Data;

public sealed class MigrationTests
{
    [Fact]
    public async Task The_migrations_make_the_schema_that_the_model_describes()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var migrated = await portal.Databases.CreateDbContextAsync();
        var path = Path.Combine(portal.Folder, "fresh.db");
        await using var fresh = new PortalDb(new DbContextOptionsBuilder<PortalDb>().UseSqlite($"Data Source={path}").Options);
        await fresh.Database.ExecuteSqlRawAsync(migrated.Database.GenerateCreateScript());

        Assert.Equal(await SchemaAsync(fresh), await SchemaAsync(migrated));
    }

    [Fact]
    public async Task A_migration_lock_that_a_killed_process_left_does_not_stop_the_next_start()
    {
        var folder = Directory.CreateTempSubdirectory("portal-test-").FullName;
        try
        {
            await using (var first = await TestPortal.StartAsync(folder: folder))
            {
                await first.TamperAsync("""
                    INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-01-01');
                    DROP TABLE "AuditLog"; DROP TABLE "Audit"; DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" LIKE '0003%';
                    """);
            }

            await using var second = await TestPortal.StartAsync(folder: folder);
            await using var db = await second.Databases.CreateDbContextAsync();
            Assert.Equal(1, await db.AuditLog.CountAsync());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Tables with their columns, keys and rules, whatever the order of the columns; indexes as they were written.
    private static async Task<List<string>> SchemaAsync(PortalDb db)
    {
        var statements = await db.Database
            .SqlQueryRaw<string>("SELECT sql AS \"Value\" FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '\\_\\_EFMigrations%' ESCAPE '\\' AND name <> 'sqlite_sequence'")
            .ToListAsync();
        Assert.True(statements.Count > 30, "The schema has tables and indexes.");
        return [.. statements.Select(Normal).Order(StringComparer.Ordinal)];
    }

    // SQLite writes columns that came later behind the rules, with the value that older rows got.
    private static string Normal(string sql)
    {
        var text = Regex.Replace(Regex.Replace(sql, @"\s+", " "), @" DEFAULT (\d+|'[^']*'|X'[^']*')", "");
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return text.StartsWith("CREATE TABLE", StringComparison.Ordinal)
            ? text[..open] + '\n' + string.Join('\n', Regex.Matches(text[(open + 1)..text.LastIndexOf(')')], @"(?:[^(),]|\((?:[^()]|\([^()]*\))*\))+").Select(part => part.Value.Trim()).Order(StringComparer.Ordinal))
            : text;
    }
}
