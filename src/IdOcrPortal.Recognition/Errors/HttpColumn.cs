using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IdOcrPortal.Recognition.Errors;

/// <summary>The column <c>http</c>: a number, or words where there are several or none is known.</summary>
internal sealed class HttpColumn : JsonConverter<string>
{
    /// <inheritdoc />
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? reader.GetInt32().ToString(CultureInfo.InvariantCulture) : reader.GetString();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
