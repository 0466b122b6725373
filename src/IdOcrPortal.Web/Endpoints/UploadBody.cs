using System.Buffers;
using IdOcrPortal.Web.Submissions;

namespace IdOcrPortal.Web.Endpoints;

/// <summary>
/// The body of an upload, read into one buffer of memory and nowhere else: the framework's form reading would spill it unencrypted to a temporary file
/// (SECURITY UP-8). The buffer is wiped when it goes back.
/// </summary>
internal sealed class UploadBody : IDisposable
{
    private const int FirstBuffer = 256 * 1024;

    private byte[] _buffer;

    private UploadBody(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>Bytes received.</summary>
    internal int Length { get; private set; }

    /// <summary>What was received; valid until disposed.</summary>
    internal ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, Length);

    /// <summary>Reads the whole body, or returns <see langword="null"/> as soon as it is known to be longer than <see cref="Intake.MaxBytes"/>.</summary>
    /// <exception cref="BadHttpRequestException">The client stopped, was too slow, or sent less than it announced.</exception>
    internal static async Task<UploadBody?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Intake.MaxBytes)
        {
            return null;
        }

        var body = new UploadBody((int)(request.ContentLength ?? FirstBuffer) + 1);
        var isWhole = false;
        try
        {
            isWhole = await body.FillAsync(request.Body, cancellationToken);
            return isWhole ? body : null;
        }
        finally
        {
            if (!isWhole)
            {
                body.Dispose();
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
            _buffer = [];
            Length = 0;
        }
    }

    private async Task<bool> FillAsync(Stream stream, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Length == _buffer.Length)
            {
                Grow();
            }

            var read = await stream.ReadAsync(_buffer.AsMemory(Length), cancellationToken);
            if (read == 0)
            {
                return true;
            }

            Length += read;
            if (Length > Intake.MaxBytes)
            {
                return false;
            }
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = larger;
    }
}
