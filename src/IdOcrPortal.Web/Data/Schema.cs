using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace IdOcrPortal.Web.Data;

/// <summary>Brings a database to the newest migration.</summary>
internal static class Schema
{
    internal static async Task MigrateAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        if (!(await database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return;
        }

        // EF waits for ever on a migration lock that a killed process left behind. The data folder belongs to this process alone
        // (DataFolder.Claim), so a lock that is there now is nobody's.
        if (await database.SqlQueryRaw<int>("SELECT count(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken) > 0)
        {
            await database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellationToken);
        }

        await database.MigrateAsync(cancellationToken);
    }
}
