using System.Reflection;
using IdOcrPortal.Documents;
using IdOcrPortal.Reader;

namespace IdOcrPortal.Recognition.Connectors.OfflineEngine;

/// <summary>The built-in engine: reads the machine-readable zone and cuts the portrait in a worker process of this machine.</summary>
public sealed class OfflineEngineConnector(ReaderPool reader) : IConnector
{
    /// <summary>Id of the engine.</summary>
    public const string Id = "OfflineEngine";

    private static readonly string Version = typeof(ReaderPool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "1";

    private static readonly Dictionary<Coverage, CoverageResult> Offered = Enum.GetValues<Coverage>().ToDictionary(
        coverage => coverage,
        coverage => coverage is Coverage.Portrait or Coverage.Confidence ? CoverageResult.RanClear : CoverageResult.NotOffered);

    /// <inheritdoc />
    public ConnectorInfo Info { get; } = new(Id, "Built-in offline engine", Documentation: null, [.. DocumentTypes.All.Where(type => type.Zones.Count > 0).Select(type => type.Id)], Country: null, IsMetered: false);

    /// <inheritdoc />
    public async Task<Reading> ReadAsync(DocumentImage image, CancellationToken cancellationToken)
    {
        var picture = await AskAsync(image.Bytes, cancellationToken);
        if (picture.Mrz is not { } zone || !Mrz.TryParse(zone.Lines, out var mrz, out _))
        {
            if (image.RequestedTypeId is { } requested && DocumentTypes.Find(requested) is { Zones.Count: 0 } unreadable)
            {
                throw new ConnectorException(
                    FailureClass.Configuration, "offline.no_service", $"{unreadable.Name}: this document has no machine-readable lines, and no service that reads it is set up.");
            }

            throw new ConnectorException(
                FailureClass.InputQuality, "offline.no_mrz",
                "No machine-readable lines were found. Take a new photo of the page with the two or three lines of < signs: flat, sharp, without glare, and wholly in the picture.");
        }

        return new Reading(
            Id, Version, DocumentTypes.Carrying(mrz)?.Id, new Evidence(MrzClaims.From(mrz, zone.Probabilities), zone.Lines, zone.Accepted), zone.Probabilities, zone.Rotation,
            Warnings: [], CoverageOf(picture), picture.Portrait is { } cut ? new Portrait(cut.Jpeg, CutLocally: true) : null, RequestId: null, RawAnswer: []);
    }

    private async Task<PictureReading> AskAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(bytes, withPortrait: true, cancellationToken);
        }
        catch (ReaderException failed)
        {
            // An engine that is not installed is a matter of settings; one that died or hung over a picture is tried again.
            var failure = failed.IsAboutPicture ? FailureClass.InputFinal : failed.Code == "reader.unavailable" ? FailureClass.Configuration : FailureClass.Transient;
            throw new ConnectorException(failure, failed.Code, failed.Message, inner: failed);
        }
    }

    private static Dictionary<Coverage, CoverageResult> CoverageOf(PictureReading picture) => new(Offered)
    {
        [Coverage.Portrait] = picture.Portrait is null ? CoverageResult.RanWarning : CoverageResult.RanClear,
    };
}
