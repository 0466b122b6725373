using System.Diagnostics;
using IdOcrPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Vault;

/// <summary>
/// Removes once an hour what uploads left behind that never came to their end: temporary files, and blobs that no document names. The write order of
/// SECURITY §6 makes any crash leave only these.
/// </summary>
internal sealed partial class VaultSweep(DocumentVault vault, IDbContextFactory<PortalDb> databases, TimeProvider clock, ILogger<VaultSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>One sweep; returns the number of files removed.</summary>
    internal Task<int> SweepAsync(CancellationToken cancellationToken) => vault.SweepAsync(
        async name =>
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            return await db.Documents.AnyAsync(
                document => document.OriginalBlob == name || document.PreviewBlob == name || document.PortraitBlob == name, cancellationToken);
        },
        cancellationToken);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(Interval, clock);
        while (await hourly.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var removed = await SweepAsync(stoppingToken);
                if (removed > 0)
                {
                    Log.Swept(logger, removed);
                }
            }
            catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
            {
                // Nothing is lost by a sweep that did not happen; the next one comes in an hour.
                Log.Failed(logger, failed.GetType().Name, new StackTrace(failed).ToString());
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Removed {Count} files that no document names")]
        public static partial void Swept(ILogger logger, int count);

        [LoggerMessage(LogLevel.Warning, "The vault could not be swept: {Kind}\n{Trace}")]
        public static partial void Failed(ILogger logger, string kind, string trace);
    }
}
