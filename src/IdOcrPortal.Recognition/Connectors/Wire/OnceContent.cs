using System.Net;

namespace IdOcrPortal.Recognition.Connectors.Wire;

/// <summary>
/// A body that goes out once, with its Content-Length. It knows whether sending began, because from then on a vendor may charge; and it refuses to be sent again,
/// because the HTTP stack would repeat a request by itself when a kept connection turns out to be dead.
/// </summary>
internal sealed class OnceContent : HttpContent
{
    private readonly ReadOnlyMemory<byte>[] _parts;
    private int _sent;

    /// <param name="contentType">Sent exactly so, for it may be signed; <see langword="null"/>: no such header.</param>
    internal OnceContent(ReadOnlyMemory<byte> body, string? contentType)
        : this([body], contentType)
    {
    }

    /// <param name="parts">Sent one behind the other: a picture need not be copied to stand between two lines.</param>
    /// <param name="contentType">As above.</param>
    internal OnceContent(ReadOnlyMemory<byte>[] parts, string? contentType)
    {
        _parts = parts;
        if (contentType is not null)
        {
            Headers.TryAddWithoutValidation("Content-Type", contentType);
        }
    }

    internal bool WasSent => Volatile.Read(ref _sent) != 0;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _sent, 1) != 0)
        {
            throw new IOException("The request was sent before and is not repeated.");
        }

        foreach (var part in _parts)
        {
            await stream.WriteAsync(part, cancellationToken);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _parts.Sum(part => (long)part.Length);
        return true;
    }
}
