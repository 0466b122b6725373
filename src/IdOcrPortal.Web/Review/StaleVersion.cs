using System.Globalization;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Review;

/// <summary>Tells the loser of a race who was first.</summary>
internal static class StaleVersion
{
    /// <exception cref="CommandRefusedException">Always one of kind <see cref="Refusal.Stale"/>, where the document is not at the version that the actor saw.</exception>
    internal static async Task RequireAsync(PortalDb db, DocumentRow document, long seen, CancellationToken cancellationToken)
    {
        if (document.Version == seen)
        {
            return;
        }

        var subject = document.Id.ToString("n");
        var last = await db.Audit
            .Where(record => record.Subject == subject && !AuditEvents.Reads.Contains(record.Event))
            .OrderByDescending(record => record.Seq)
            .FirstOrDefaultAsync(cancellationToken);
        if (last is null)
        {
            throw new CommandRefusedException(Refusal.Stale, "The document has changed – reload.");
        }

        var who = Guid.TryParseExact(last.Actor, "n", out var userId) ? await Claims.NameAsync(db, userId, cancellationToken) : "the portal";
        var time = UnixMicroseconds.ToTime(last.TimeUs).UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        throw new CommandRefusedException(Refusal.Stale, $"{Verb(last.Event)} by {who} at {time} UTC – reload.");
    }

    private static string Verb(string eventName) => eventName switch
    {
        AuditEvents.DecisionApproved => "Approved",
        AuditEvents.DecisionRejected => "Rejected",
        AuditEvents.DecisionRecommended => "First verdict given",
        AuditEvents.ResubmissionRequested => "New photo asked for",
        AuditEvents.ClaimAcquired => "Claimed",
        _ => "Changed",
    };
}
