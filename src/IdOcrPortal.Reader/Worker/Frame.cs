using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IdOcrPortal.Reader.Worker;

/// <summary>
/// One message between pool and worker: length of all that follows, length of the head (both 32 bits, little-endian), the head as
/// JSON, then the payload's raw bytes. Either side takes at most <see cref="MaxLength"/> bytes.
/// </summary>
internal static class Frame
{
    /// <summary>Longest message: a 10 MiB picture with room to spare.</summary>
    internal const int MaxLength = 16 * 1024 * 1024;

    /// <summary>Longest head: a reading of three lines takes 10 KiB.</summary>
    internal const int MaxHead = 256 * 1024;

    /// <summary>Longest payload beside the longest head.</summary>
    internal const int MaxPayload = MaxLength - MaxHead - sizeof(int);

    private const int Prefix = 8;

    /// <summary>Whether a message of that size may be sent.</summary>
    internal static bool Fits(int headLength, int payloadLength) => headLength <= MaxHead && payloadLength <= MaxLength - headLength - sizeof(int);

    /// <exception cref="InvalidDataException">The message is longer than <see cref="MaxLength"/>.</exception>
    /// <exception cref="IOException">The other side is gone.</exception>
    internal static async Task WriteAsync<T>(Stream stream, T head, JsonTypeInfo<T> type, ReadOnlyMemory<byte> payload)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(head, type);
        if (!Fits(json.Length, payload.Length))
        {
            throw new InvalidDataException("The message is longer than the protocol allows.");
        }

        var start = new byte[Prefix + json.Length];
        BinaryPrimitives.WriteInt32LittleEndian(start, sizeof(int) + json.Length + payload.Length);
        BinaryPrimitives.WriteInt32LittleEndian(start.AsSpan(sizeof(int)), json.Length);
        json.CopyTo(start, Prefix);
        await stream.WriteAsync(start);
        await stream.WriteAsync(payload);
        await stream.FlushAsync();
    }

    /// <returns><see langword="null"/> where the stream ends before a message begins.</returns>
    /// <exception cref="InvalidDataException">The message breaks the protocol.</exception>
    /// <exception cref="EndOfStreamException">The stream ends within a message.</exception>
    internal static async Task<(T Head, byte[] Payload)?> ReadAsync<T>(Stream stream, JsonTypeInfo<T> type)
    {
        var prefix = new byte[Prefix];
        var got = await stream.ReadAtLeastAsync(prefix, Prefix, throwOnEndOfStream: false);
        if (got == 0)
        {
            return null;
        }

        if (got < Prefix)
        {
            throw new EndOfStreamException();
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(prefix);
        var headLength = BinaryPrimitives.ReadUInt32LittleEndian(prefix.AsSpan(sizeof(int)));
        if (length is < sizeof(int) or > MaxLength || headLength > Math.Min(MaxHead, length - sizeof(int)))
        {
            throw new InvalidDataException("The message names a length that the protocol does not allow.");
        }

        var json = new byte[headLength];
        await stream.ReadExactlyAsync(json);
        var payload = new byte[length - sizeof(int) - headLength];
        await stream.ReadExactlyAsync(payload);
        try
        {
            return (JsonSerializer.Deserialize(json, type) ?? throw new InvalidDataException("The message has no head."), payload);
        }
        catch (JsonException broken)
        {
            // Without the inner exception's text, which quotes what it could not read.
            throw new InvalidDataException($"The message's head is no JSON of the expected shape (byte {broken.BytePositionInLine}).");
        }
    }
}
