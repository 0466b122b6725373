using System.Globalization;
using IdOcrPortal.Documents;
using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;

namespace IdOcrPortal.Web.Recognising;

/// <summary>Tests a service with a specimen: the picture is fitted, paced, sent and timed as a document's would be, and what comes back is held against the specimen's known truth.</summary>
internal sealed class ServiceTests(PortalWriter writer, Recognizer recognizer, Specimens specimens, JobQueue queue, TimeProvider clock)
{
    /// <summary>Shortest time between two tests of one service.</summary>
    internal static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    private const string Passport = "passport";

    private readonly Dictionary<string, DateTimeOffset> _latest = new(StringComparer.Ordinal);

    /// <summary>
    /// A sound specimen of a type that the service reads: a passport, whose zone says all that is printed, unless the service reads those of some states only; else the first there is, with a zone for our own
    /// engine.
    /// </summary>
    internal static Specimen? SpecimenFor(ServiceSetup service, Specimens specimens) =>
        service.Info.TypeIds.Where(type => type != Passport || service.Info.PassportStates is null).OrderBy(type => type != Passport).Select(specimens.SoundFront)
            .FirstOrDefault(specimen => specimen is not null && (service.Info.IsMetered || specimen.MrzLines.Count > 0));

    /// <summary>See <see cref="ServicesDesk.TestAsync"/>.</summary>
    internal async Task<ServiceTestResult> RunAsync(Guid actorId, string serviceId, CancellationToken cancellationToken)
    {
        var row = new ServiceTestRow
        {
            Id = Guid.NewGuid(), Service = serviceId, ByUserId = actorId,

            // As long as nobody knows: if the portal ends in the middle, this is what stands.
            FailureClass = nameof(FailureClass.UnknownOutcome),
        };
        var (service, specimen) = await writer.WriteAsync(
            async (db, _) =>
            {
                await ServicesDesk.AdministratorAsync(db, actorId, cancellationToken);
                var found = Callable(serviceId);
                row.At = clock.GetUtcNow();
                TakeTurn(serviceId, row.At);
                db.ServiceTests.Add(row);
                return found;
            },
            cancellationToken);

        // From here on it runs to its end: a call that went out has to be recorded.
        Attempt attempt;
        bool isSent;
        try
        {
            (attempt, isSent) = await CallAsync(service, specimen);
        }
        catch
        {
            var broken = NotSent(service, new Failure(FailureClass.UnknownOutcome, JobOutcomes.Unexpected, "The portal broke over the test; its log says where.", RetryAfter: null));
            await KeepAsync(row.Id, actorId, service, Judge(specimen, row.At, broken, isSent: true));
            throw;
        }

        var result = Judge(specimen, row.At, attempt, isSent);
        await KeepAsync(row.Id, actorId, service, result);
        if (result.Outcome is ServiceTestOutcome.Read or ServiceTestOutcome.RefusedPicture)
        {
            await queue.WakeAsync(serviceId, CancellationToken.None);
        }

        return result;
    }

    private (ServiceSetup Service, Specimen Specimen) Callable(string serviceId) => recognizer.Find(serviceId) switch
    {
        null => throw new CommandRefusedException(Refusal.NotFound, "There is no such service."),
        { Connector: null } => throw new CommandRefusedException(Refusal.NotPermitted, "The service is not set up: its credentials are missing."),
        { IsUsable: false } => throw new CommandRefusedException(Refusal.NotPermitted, "The service was ended by its vendor. Nothing is sent to it unless AllowRetired is set for a private deployment."),
        { } service => (service, SpecimenFor(service, specimens) ?? throw new CommandRefusedException(Refusal.NotPermitted, "No specimen of a type that this service reads comes with the portal.")),
    };

    // Runs under the write gate, one at a time.
    private void TakeTurn(string serviceId, DateTimeOffset now)
    {
        if (_latest.TryGetValue(serviceId, out var latest) && now - latest < Between)
        {
            var wait = Between - (now - latest);
            throw new CommandRefusedException(Refusal.LimitReached, $"One service is tested once in {Between.TotalSeconds:0} seconds. The next test is possible in {Math.Ceiling(wait.TotalSeconds):0} seconds.", wait);
        }

        _latest[serviceId] = now;
    }

    private async Task<(Attempt Attempt, bool IsSent)> CallAsync(ServiceSetup service, Specimen specimen)
    {
        var bytes = await File.ReadAllBytesAsync(specimens.PathOf(specimen));
        var preparation = await recognizer.PrepareAsync(service, new DocumentImage(bytes, specimen.TypeId) { Side = specimen.Side }, CancellationToken.None);
        if (preparation.Call is not { } call)
        {
            return (NotSent(service, preparation.Failure!), false);
        }

        if (!service.Pace.TryReserve(DocumentRecognition.LongestTurn, out var turn))
        {
            var wait = $"The service asked for a pause; calls go on in {Math.Ceiling(turn.TotalSeconds):0} seconds. Test again then.";
            return (NotSent(service, new Failure(FailureClass.Throttled, "portal.pace", wait, turn)), false);
        }

        if (turn > TimeSpan.Zero)
        {
            await Task.Delay(turn, clock);
        }

        return (await DocumentRecognition.CallAsync(recognizer, call, clock, CancellationToken.None), true);
    }

    private static Attempt NotSent(ServiceSetup service, Failure failure) => new(service.Info.Id, Country: null, TimeSpan.Zero, Reading: null, Proof: null, failure);

    private static ServiceTestResult Judge(Specimen specimen, DateTimeOffset at, Attempt attempt, bool isSent)
    {
        var outcome = attempt switch
        {
            { Reading: not null } => ServiceTestOutcome.Read,
            _ when !isSent => ServiceTestOutcome.NotSent,
            { Failure.Class: FailureClass.InputFinal or FailureClass.InputQuality } => ServiceTestOutcome.RefusedPicture,
            _ => ServiceTestOutcome.Failed,
        };
        var (fields, differing) = attempt.Proof is { } proof ? SpecimenTruth.Compare(specimen, proof, DateOnly.FromDateTime(at.UtcDateTime)) : (0, []);
        return new ServiceTestResult(
            attempt.Service, at, outcome, attempt.Elapsed, fields, differing, attempt.Failure, attempt.Reading?.RequestId ?? attempt.Failure?.RequestId, specimen, attempt.EndedOutage);
    }

    private Task<bool> KeepAsync(Guid testId, Guid actorId, ServiceSetup service, ServiceTestResult result) => writer.WriteAsync(
        async (db, audit) =>
        {
            var row = await db.ServiceTests.FindAsync(testId) ?? throw new InvalidOperationException("The row of a test is gone.");
            row.IsAnswered = result.Outcome is ServiceTestOutcome.Read or ServiceTestOutcome.RefusedPicture;
            row.FailureClass = result.Failure?.Class.ToString();
            row.FailureCode = result.Failure?.Code;
            row.RequestId = result.RequestId;
            row.LatencyMs = (int)result.Latency.TotalMilliseconds;
            audit.Add(new AuditLine(AuditEvents.ServiceTested, ActorKind.User, actorId.ToString("n"), SubjectKind.Setting, service.Info.Id, new Dictionary<string, string>
            {
                ["specimen"] = result.Specimen.Code,
                ["outcome"] = result.Outcome.ToString(),
                ["class"] = result.Failure?.Class.ToString() ?? "none",
                ["code"] = result.Failure?.Code ?? "none",
                ["request_id"] = result.RequestId ?? "none",
                ["latency_ms"] = row.LatencyMs.ToString(CultureInfo.InvariantCulture),
                ["country"] = service.Info.Country ?? "none",
                ["sandbox"] = service.IsSandbox ? "yes" : "no",
                ["ended_outage"] = result.EndedOutage ? "yes" : "no",
            }));
            return true;
        },
        CancellationToken.None);
}
