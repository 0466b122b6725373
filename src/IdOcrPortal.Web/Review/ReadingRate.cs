using System.Globalization;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Review;

/// <summary>How many readings one officer may ask for by hand: each may cost money and sends a picture away. Counted in the audit, so that a restart forgets nothing.</summary>
internal static class ReadingRate
{
    /// <summary>Second opinions and repeats an hour and person.</summary>
    internal const int PerHour = 30;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private static readonly string[] Counted = [AuditEvents.SecondOpinionRequested, AuditEvents.RecognitionRestarted];

    /// <exception cref="CommandRefusedException">The limit is reached; the message says when it frees.</exception>
    internal static async Task CheckAsync(PortalDb db, Guid actorId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (actor, from) = (actorId.ToString("n"), UnixMicroseconds.Of(now - Window));
        var asked = await db.Audit
            .Where(record => record.Actor == actor && record.TimeUs > from && Counted.Contains(record.Event))
            .OrderByDescending(record => record.Seq)
            .Skip(PerHour - 1)
            .Select(record => (long?)record.TimeUs)
            .FirstOrDefaultAsync(cancellationToken);
        if (asked is { } oldest)
        {
            var free = UnixMicroseconds.ToTime(oldest) + Window;
            throw new CommandRefusedException(
                Refusal.LimitReached,
                $"One person may ask for {PerHour.ToString(CultureInfo.InvariantCulture)} readings an hour. The next one is possible at {Claims.Clock(free)} UTC.", free - now);
        }
    }
}
