using IdOcrPortal.Reader;
using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Recognising;

/// <summary>The administrators' view of the services: how each does, and a test of one with a specimen. What stands in the settings is read; credentials only as set or missing.</summary>
public sealed class ServicesDesk
{
    private readonly IDbContextFactory<PortalDb> _databases;
    private readonly Recognizer _recognizer;
    private readonly ReaderPool _reader;
    private readonly Specimens _specimens;
    private readonly ServiceTests _tests;
    private readonly TimeProvider _clock;

    internal ServicesDesk(IDbContextFactory<PortalDb> databases, Recognizer recognizer, ReaderPool reader, Specimens specimens, ServiceTests tests, TimeProvider clock) =>
        (_databases, _recognizer, _reader, _specimens, _tests, _clock) = (databases, recognizer, reader, specimens, tests, clock);

    /// <summary>Every service, in the portal's order.</summary>
    /// <exception cref="CommandRefusedException">The actor is no administrator.</exception>
    public async Task<IReadOnlyList<ServiceReport>> ListAsync(Guid actorId, CancellationToken cancellationToken)
    {
        Dictionary<string, CallFigures> figures = [];
        Dictionary<string, int> waiting;
        await using (var db = await _databases.CreateDbContextAsync(cancellationToken))
        {
            await AdministratorAsync(db, actorId, cancellationToken);
            var now = _clock.GetUtcNow();
            waiting = await db.Jobs.Where(job => job.State == JobState.Waiting && job.WaitsFor != null).GroupBy(job => job.WaitsFor!).Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, StringComparer.Ordinal, cancellationToken);
            foreach (var service in _recognizer.Services)
            {
                figures[service.Info.Id] = await CallFigures.LoadAsync(db, service.Info.Id, now, cancellationToken);
            }
        }

        var engine = await _reader.CheckAsync(cancellationToken);
        return [.. _recognizer.Services.Select(service => Report(service, figures[service.Info.Id], waiting.GetValueOrDefault(service.Info.Id), engine))];
    }

    /// <summary>
    /// One real call of a service with a specimen that it reads, also while it is cut off: a good answer ends that, and what waits for it goes on. The call may be charged. Not more than once in 10 seconds
    /// and service.
    /// </summary>
    /// <exception cref="CommandRefusedException">The actor is no administrator, there is no such service or none that can be called, or it was tested just now.</exception>
    public Task<ServiceTestResult> TestAsync(Guid actorId, string serviceId, CancellationToken cancellationToken) => _tests.RunAsync(actorId, serviceId, cancellationToken);

    /// <summary>The administrator as the database knows them now.</summary>
    /// <exception cref="CommandRefusedException">The actor is none.</exception>
    internal static async Task<Actor> AdministratorAsync(PortalDb db, Guid actorId, CancellationToken cancellationToken)
    {
        var actor = await db.ActorAsync(actorId, cancellationToken);
        return actor.IsAny(Roles.Admin)
            ? actor
            : throw new CommandRefusedException(Refusal.NotAllowed, "Services are looked after with the role Admin. An administrator can grant it.");
    }

    private ServiceReport Report(ServiceSetup service, CallFigures figures, int waiting, ReaderAvailability engine)
    {
        var isRetired = service.Info.RetiredOn is not null && !service.AllowsRetired;
        var isOurs = service == _recognizer.Services[^1];
        var health = HealthRules.Of(new HealthFacts(
            service.Connector is not null, isRetired, isOurs && !engine.IsAvailable ? engine.Missing ?? "It cannot run on this machine." : null,
            service.Breaker.Outage, service.Pace.PausedUntil, figures.Recent));
        return new ServiceReport(
            service, health, service.Breaker.Outage, service.Pace.PausedUntil, figures.LastSuccess, figures.Latencies.Count, HealthRules.Percentile(figures.Latencies, 0.5), HealthRules.Percentile(figures.Latencies, 0.95),
            figures.Failures, figures.CallsToday, figures.TestsToday, service.Info.IsMetered ? figures.UnknownToday : 0, waiting, figures.LastTest,
            ServiceTests.SpecimenFor(service, _specimens), isRetired ? Successors(service) : []);
    }

    private IReadOnlyList<string> Successors(ServiceSetup retired) =>
        [.. _recognizer.Services.Where(other => other != retired && other.IsUsable && other.Info.TypeIds.Intersect(retired.Info.TypeIds).Any()).Select(other => other.Info.Name)];
}
