using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IdOcrPortal.Recognition.Connectors.Wire;

/// <summary>Writes the JSON of a request once, into the bytes that are signed and sent.</summary>
internal static class JsonBody
{
    // The default encoder writes '+' as \u002B and makes Base64 some 8 % longer, and the vendors' limits are on size.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="capacity">Expected length in bytes.</param>
    internal static ReadOnlyMemory<byte> Write(int capacity, Action<Utf8JsonWriter> properties)
    {
        var buffer = new ArrayBufferWriter<byte>(capacity);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            properties(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Length of a picture as Base64, and some room for the rest.</summary>
    internal static int CapacityFor(int pictureBytes) => (pictureBytes / 3 * 4) + 1024;
}
