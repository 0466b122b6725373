using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Review;

/// <summary>A service that an officer may ask to read a document.</summary>
/// <param name="Country">Country (ISO 3166-1 alpha-2) that the picture would go to; <see langword="null"/>: nowhere.</param>
/// <param name="IsCharged">Whether a call may cost money.</param>
/// <param name="IsSandbox">Whether the sandbox plays it: its answers are invented.</param>
/// <param name="HasRead">Whether it has read this document already: the same question is answered from what is stored.</param>
/// <param name="WhyNotNow">Why it cannot be had just now; <see langword="null"/> while it works.</param>
/// <param name="Until">While it cannot be had: when it is tried again.</param>
public sealed record ServiceChoice(string Id, string Name, string? Country, bool IsCharged, bool IsSandbox, bool HasRead, string? WhyNotNow, DateTimeOffset? Until);

/// <summary>Which services may read a document for an officer. Runs inside the caller's context or transaction.</summary>
internal static class ServiceChoices
{
    /// <summary>The services, in the order of the route.</summary>
    internal static async Task<IReadOnlyList<ServiceChoice>> OfAsync(PortalDb db, Recognizer recognizer, DocumentRow document, CancellationToken cancellationToken)
    {
        var read = await db.Readings.Where(reading => reading.DocumentId == document.Id).Select(reading => reading.Service).Distinct().ToListAsync(cancellationToken);
        return [.. recognizer.Router.Choices(await TypeOfAsync(db, document, cancellationToken)).Select(service => Show(service, read.Contains(service.Info.Id)))];
    }

    /// <summary>The service with this id, where it may read this document.</summary>
    /// <exception cref="CommandRefusedException">It may not.</exception>
    internal static async Task<ServiceSetup> RequireAsync(PortalDb db, Recognizer recognizer, DocumentRow document, string service, CancellationToken cancellationToken)
    {
        var choices = recognizer.Router.Choices(await TypeOfAsync(db, document, cancellationToken));
        return choices.FirstOrDefault(choice => choice.Info.Id == service)
            ?? throw new CommandRefusedException(
                Refusal.NotPermitted,
                choices.Count == 0
                    ? "No service that is set up reads this type of document. An administrator can set one up."
                    : $"This service does not read this document. Choose one of: {string.Join(", ", choices.Select(choice => choice.Info.Name))}.");
    }

    private static async Task<string?> TypeOfAsync(PortalDb db, DocumentRow document, CancellationToken cancellationToken) =>
        document.TypeId ?? document.RequestedTypeId ?? await db.Jobs.Where(job => job.DocumentId == document.Id).Select(job => job.DetectedTypeId).SingleAsync(cancellationToken);

    private static ServiceChoice Show(ServiceSetup service, bool hasRead)
    {
        var (why, until) = service.Breaker.Outage is { } outage
            ? (outage.Class is FailureClass.Credential or FailureClass.Configuration
                ? $"Cut off: it refuses the portal's keys or subscription ({service.Info.Name} {outage.Code}). An administrator has to act."
                : $"Cut off: it fails ({service.Info.Name} {outage.Code}).", outage.NextProbe)
            : service.Pace.PausedUntil is { } pause ? ("Busy: it asked for a pause.", pause)
            : ((string?)null, (DateTimeOffset?)null);
        return new ServiceChoice(service.Info.Id, service.Info.Name, service.Info.Country, service.Info.IsMetered, service.IsSandbox, hasRead, why, until);
    }
}
