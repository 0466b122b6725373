using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IdOcrPortal.Recognition.Connectors.Wire;

/// <summary>A field's text. A number or truth value is taken as its text, and anything else as absent: one odd field must not cost the whole answer, which was paid for.</summary>
internal sealed class LenientText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return System.Text.Encoding.ASCII.GetString(reader.ValueSpan);
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>Numbers by name. Some vendors write them as texts; what is no number is left out.</summary>
internal sealed class LenientNumbers : JsonConverter<IReadOnlyDictionary<string, double>>
{
    public override IReadOnlyDictionary<string, double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return numbers;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number))
            {
                numbers[name] = number;
            }
            else if (reader.TokenType == JsonTokenType.String && Parse(reader.GetString()) is { } written)
            {
                numbers[name] = written;
            }
            else
            {
                reader.Skip();
            }
        }

        return numbers;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, double> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are read, not written.");

    /// <summary>A finite number in the invariant culture.</summary>
    internal static double? Parse(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
