using System.Globalization;
using IdOcrPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Submissions;

/// <summary>How much one person may send. Section <c>Uploads</c>.</summary>
public sealed class UploadLimits
{
    /// <summary>Documents a minute and person.</summary>
    public int PerMinute { get; set; } = 30;

    /// <summary>Documents in 24 hours and person.</summary>
    public int PerDay { get; set; } = 500;
}

/// <summary>Holds the limits against what a person sent already.</summary>
internal static class UploadQuota
{
    /// <exception cref="CommandRefusedException">A limit is reached; the message says when it frees.</exception>
    internal static async Task CheckAsync(PortalDb db, Guid uploaderId, UploadLimits limits, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await CheckAsync(db, uploaderId, limits.PerMinute, TimeSpan.FromMinutes(1), "a minute", now, cancellationToken);
        await CheckAsync(db, uploaderId, limits.PerDay, TimeSpan.FromDays(1), "in 24 hours", now, cancellationToken);
    }

    private static async Task CheckAsync(
        PortalDb db, Guid uploaderId, int limit, TimeSpan window, string windowName, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The limit-th newest upload is the one that has to leave the window before there is room again.
        var oldestThatCounts = await db.Documents
            .Where(document => document.UploaderId == uploaderId)
            .OrderByDescending(document => document.ReceivedAt)
            .Skip(limit - 1)
            .Select(document => (DateTimeOffset?)document.ReceivedAt)
            .FirstOrDefaultAsync(cancellationToken);
        if (oldestThatCounts is not { } oldest || oldest + window <= now)
        {
            return;
        }

        var free = oldest + window;
        var when = window <= TimeSpan.FromMinutes(1)
            ? $"in {Math.Ceiling((free - now).TotalSeconds).ToString(CultureInfo.InvariantCulture)} seconds"
            : $"at {free.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC";
        throw new CommandRefusedException(Refusal.LimitReached, $"One person may send {limit} pictures {windowName}. The next one is possible {when}.", free - now);
    }
}
