using IdOcrPortal.Documents;
using IdOcrPortal.Reader;

namespace IdOcrPortal.Recognition;

/// <summary>Who a service is and what it reads.</summary>
/// <param name="Id">Stable id, such as <c>OfflineEngine</c>.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Documentation">Where its wire format is described; <see langword="null"/> for our own engine.</param>
/// <param name="TypeIds">Document types that it reads.</param>
/// <param name="Country">Country that pictures go to; <see langword="null"/> where they stay here.</param>
/// <param name="IsMetered">Whether a call may cost money.</param>
public sealed record ConnectorInfo(string Id, string Name, Uri? Documentation, IReadOnlyList<string> TypeIds, string? Country, bool IsMetered)
{
    /// <summary>The day on which the vendor ended the service; <see langword="null"/> while it is offered.</summary>
    public DateOnly? RetiredOn { get; init; }

    /// <summary>Issuing states (ICAO Doc 9303 part 3 codes) whose passports it reads; <see langword="null"/> where it makes no difference.</summary>
    public IReadOnlyList<string>? PassportStates { get; init; }

    /// <summary>What pictures the service takes: each is fitted to it before the call; <see langword="null"/> where it takes the original as it is.</summary>
    public PictureFit? Fit { get; init; }
}

/// <summary>The picture that goes to a service.</summary>
/// <param name="Bytes">The picture as it is sent: fitted to the service, or the stored original.</param>
/// <param name="RequestedTypeId">The type the uploader chose; <see langword="null"/> for "Detect".</param>
public sealed record DocumentImage(ReadOnlyMemory<byte> Bytes, string? RequestedTypeId)
{
    /// <summary>Which side of a card it shows; <see langword="null"/> where nobody said.</summary>
    public CardSide? Side { get; init; }

    /// <summary>The picture of the back, for services that take both sides in one request; <see langword="null"/> where there is none.</summary>
    public ReadOnlyMemory<byte>? Back { get; init; }
}

/// <summary>A service that reads documents: one identity, one method.</summary>
public interface IConnector
{
    /// <summary>Who it is.</summary>
    ConnectorInfo Info { get; }

    /// <summary>Reads one picture with one request.</summary>
    /// <exception cref="ConnectorException">The service refused, failed or could not be reached.</exception>
    Task<Reading> ReadAsync(DocumentImage image, CancellationToken cancellationToken);
}
