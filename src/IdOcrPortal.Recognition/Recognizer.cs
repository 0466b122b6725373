using IdOcrPortal.Documents;
using IdOcrPortal.Reader;
using IdOcrPortal.Recognition.Routing;
using Microsoft.Extensions.Logging;

namespace IdOcrPortal.Recognition;

/// <summary>
/// Asks services to read pictures, and proves what they answer: fits the picture, waits for the service's turn, makes one call, and tells the service's circuit breaker how it went. The single place
/// where a connector's failure becomes an outcome.
/// </summary>
/// <param name="services">All services, in order of preference; the offline engine is the last.</param>
public sealed partial class Recognizer(IReadOnlyList<ServiceSetup> services, Router router, ReaderPool reader, TimeProvider clock, ILogger<Recognizer> logger)
{
    private static readonly TimeSpan PortraitLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ShortPause = TimeSpan.FromSeconds(2);

    /// <summary>All services, in order of preference.</summary>
    public IReadOnlyList<ServiceSetup> Services => services;

    /// <summary>Chooses who reads a document.</summary>
    public Router Router => router;

    /// <summary>The service with this id; <see langword="null"/> where there is none.</summary>
    public ServiceSetup? Find(string? id) => services.FirstOrDefault(service => service.Info.Id == id);

    /// <summary>Makes of a stored picture the one that this service takes. No call is made where that is impossible.</summary>
    /// <param name="original">The stored original, byte for byte.</param>
    public async Task<Preparation> PrepareAsync(ServiceSetup service, DocumentImage original, CancellationToken cancellationToken)
    {
        if (service.Info.Fit is not { } fit)
        {
            return new Preparation(new PreparedCall(service, original), null);
        }

        try
        {
            var front = await reader.FitAsync(original.Bytes, fit, cancellationToken);
            ReadOnlyMemory<byte>? back = original.Back is { } other ? (await reader.FitAsync(other, fit, cancellationToken)).Jpeg : null;
            return new Preparation(new PreparedCall(service, original with { Bytes = front.Jpeg, Back = back }), null);
        }
        catch (ReaderException failed)
        {
            return new Preparation(null, new Failure(failed.IsAboutPicture ? FailureClass.InputFinal : FailureClass.Transient, failed.Code, failed.Message, RetryAfter: null));
        }
    }

    /// <summary>One try at one service. Reserve a turn of <see cref="ServiceSetup.Pace"/> before.</summary>
    public async Task<Attempt> ReadAsync(PreparedCall call, DateOnly today, CancellationToken cancellationToken)
    {
        var (service, info) = (call.Service, call.Service.Info);
        var started = clock.GetTimestamp();
        try
        {
            var reading = await service.Connector!.ReadAsync(call.Image, cancellationToken);
            var elapsed = clock.GetElapsedTime(started);
            var endedOutage = Answered(service);
            var type = DocumentTypes.Find(reading.TypeId ?? call.Image.RequestedTypeId ?? "");
            return new Attempt(info.Id, info.Country, elapsed, await WithPortraitAsync(reading, call.Image), type?.Prove(reading.Evidence, today), Failure: null) { EndedOutage = endedOutage };
        }
        catch (ConnectorException failed)
        {
            Log.ConnectorFailed(logger, info.Id, failed.Failure, failed.Code);
            var endedOutage = Record(service, failed);
            var failure = new Failure(failed.Failure, failed.Code, failed.Message, failed.RetryAfter) { RequestId = failed.RequestId, IsKnown = failed.IsKnown, LeftObject = failed.LeftObject };
            return new Attempt(info.Id, info.Country, clock.GetElapsedTime(started), Reading: null, Proof: null, failure) { EndedOutage = endedOutage };
        }
    }

    /// <summary>A call that was given up from outside: nobody knows how it ended, and the service counts as failing.</summary>
    public void GaveUp(ServiceSetup service, string code, string message)
    {
        if (service.Info.IsMetered && service.Breaker.Failed(FailureClass.UnknownOutcome, code, message))
        {
            Log.CutOff(logger, service.Info.Id, FailureClass.UnknownOutcome, code);
        }
    }

    /// <returns>Whether this ended an outage: a refused picture is an answer as well.</returns>
    private bool Record(ServiceSetup service, ConnectorException failed)
    {
        switch (failed.Failure)
        {
            case FailureClass.InputFinal or FailureClass.InputQuality:
                return Answered(service);
            case FailureClass.Throttled:
                service.Pace.Pause(failed.RetryAfter ?? ShortPause);
                return false;
            default:
                if (service.Info.IsMetered && service.Breaker.Failed(failed.Failure, failed.Code, failed.Message))
                {
                    Log.CutOff(logger, service.Info.Id, failed.Failure, failed.Code);
                }

                return false;
        }
    }

    private bool Answered(ServiceSetup service)
    {
        var ended = service.Breaker.Succeeded();
        if (ended)
        {
            Log.Works(logger, service.Info.Id);
        }

        return ended;
    }

    // Where the service sends no portrait but says where it stands, or says nothing of it at all, it is cut from what was sent.
    private async Task<Reading> WithPortraitAsync(Reading reading, DocumentImage image)
    {
        if (reading.Portrait is not null || reading.Service == services[^1].Info.Id)
        {
            return reading;
        }

        // Not with the caller's token: the answer is here and may have been paid for; it does not go because its portrait takes long.
        using var limit = new CancellationTokenSource(PortraitLimit, clock);
        try
        {
            var jpeg = reading.PortraitCorners is { } corners
                ? (await reader.CutAsync(image.Bytes, corners, limit.Token))?.Jpeg
                : image.Side == CardSide.Back ? null : (await reader.PortraitAsync(image.Bytes, reading.Rotation, limit.Token))?.Jpeg;
            return jpeg is null ? reading : reading with { Portrait = new Portrait(jpeg, CutLocally: true) };
        }
        catch (ReaderException failed)
        {
            // The reading stands without a portrait; the page says that there is none.
            Log.NoPortrait(logger, failed.Code);
            return reading;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            Log.NoPortrait(logger, "reader.busy");
            return reading;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Service} gave no reading: {Failure}, code {Code}")]
        public static partial void ConnectorFailed(ILogger logger, string service, FailureClass failure, string code);

        [LoggerMessage(LogLevel.Error, "{Service} is cut off: {Failure}, code {Code}. Its documents go to other services or wait; see the page Services")]
        public static partial void CutOff(ILogger logger, string service, FailureClass failure, string code);

        [LoggerMessage(LogLevel.Information, "{Service} works again")]
        public static partial void Works(ILogger logger, string service);

        [LoggerMessage(LogLevel.Warning, "A portrait could not be cut from a picture: {Code}")]
        public static partial void NoPortrait(ILogger logger, string code);
    }
}
