using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Recognising;

/// <summary>What lists say of a document's service.</summary>
/// <param name="IsProvisional">Whether the reading stands in for that of a better service.</param>
/// <param name="WaitsFor">Name of the service that it waits for; <see langword="null"/>: it does not.</param>
/// <param name="NextTry">While waiting: when the service is asked again.</param>
public sealed record ServiceMark(bool IsProvisional, string? WaitsFor, DateTimeOffset? NextTry);

/// <summary>Marks the rows of officers' lists: provisional readings, and documents that wait for a service.</summary>
public sealed class ServiceMarks(IDbContextFactory<PortalDb> databases, Recognizer recognizer)
{
    /// <summary>Rows of a list at once.</summary>
    public const int MostRows = 100;

    /// <summary>Marks by document; documents without any are left out.</summary>
    /// <param name="documentIds">At most <see cref="MostRows"/>.</param>
    /// <exception cref="CommandRefusedException">The actor sees no lists of documents.</exception>
    public async Task<IReadOnlyDictionary<Guid, ServiceMark>> OfAsync(Guid actorId, IReadOnlyCollection<Guid> documentIds, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(documentIds.Count, MostRows);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var actor = await db.ActorAsync(actorId, cancellationToken);
        if (!actor.IsAny(Roles.Reviewer, Roles.Approver, Roles.Auditor))
        {
            throw new CommandRefusedException(Refusal.NotAllowed, "The document list needs the role Reviewer, Approver or Auditor. An administrator can grant it.");
        }

        var marks = await db.Documents.AsNoTracking().Where(document => documentIds.Contains(document.Id))
            .Join(db.Jobs, document => document.Id, job => job.DocumentId, (document, job) => new { document.Id, document.IsProvisional, job.State, job.Purpose, job.WaitsFor, job.NotBefore })
            .Where(row => row.IsProvisional || (row.State == JobState.Waiting && row.WaitsFor != null))
            .ToListAsync(cancellationToken);
        return marks.ToDictionary(mark => mark.Id, mark => mark is { State: JobState.Waiting, Purpose: JobPurpose.Reading, WaitsFor: { } service }
            ? new ServiceMark(mark.IsProvisional, recognizer.Find(service)?.Info.Name ?? service, mark.NotBefore)
            : new ServiceMark(mark.IsProvisional, null, null));
    }
}
