using IdOcrPortal.Documents;
using Microsoft.Extensions.Logging;

namespace IdOcrPortal.Recognition;

/// <summary>Asks services to read pictures, and proves what they answer. The single place where a connector's failure becomes an outcome.</summary>
public sealed partial class Recognizer(IEnumerable<IConnector> connectors, TimeProvider clock, ILogger<Recognizer> logger)
{
    private readonly IReadOnlyList<IConnector> _connectors = [.. connectors];

    /// <summary>All services, in order of preference.</summary>
    public IEnumerable<ConnectorInfo> Services => _connectors.Select(connector => connector.Info);

    /// <summary>The service that a picture of this type goes to: the first that reads it, the offline engine for "Detect".</summary>
    /// <param name="requestedTypeId">The type the uploader chose; <see langword="null"/> for "Detect".</param>
    public ConnectorInfo Route(string? requestedTypeId) =>
        (requestedTypeId is null ? null : _connectors.FirstOrDefault(connector => connector.Info.TypeIds.Contains(requestedTypeId)))?.Info
        ?? _connectors[^1].Info;

    /// <summary>One try at one service.</summary>
    /// <param name="service">Id of a service of <see cref="Services"/>.</param>
    public async Task<Attempt> ReadAsync(string service, DocumentImage image, DateOnly today, CancellationToken cancellationToken)
    {
        var connector = _connectors.Single(candidate => candidate.Info.Id == service);
        var started = clock.GetTimestamp();
        try
        {
            var reading = await connector.ReadAsync(image, cancellationToken);
            var type = DocumentTypes.Find(reading.TypeId ?? image.RequestedTypeId ?? "");
            return new Attempt(service, connector.Info.Country, clock.GetElapsedTime(started), reading, type?.Prove(reading.Evidence, today), Failure: null);
        }
        catch (ConnectorException failed)
        {
            Log.ConnectorFailed(logger, service, failed.Failure, failed.Code);
            var failure = new Failure(failed.Failure, failed.Code, failed.Message, failed.RetryAfter) { RequestId = failed.RequestId, IsKnown = failed.IsKnown };
            return new Attempt(service, connector.Info.Country, clock.GetElapsedTime(started), Reading: null, Proof: null, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Service} gave no reading: {Failure}, code {Code}")]
        public static partial void ConnectorFailed(ILogger logger, string service, FailureClass failure, string code);
    }
}
