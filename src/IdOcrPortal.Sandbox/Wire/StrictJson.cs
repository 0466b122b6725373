using System.Text.Json;
using System.Text.Unicode;

namespace IdOcrPortal.Sandbox.Wire;

/// <summary>Parses JSON from callers so that whatever it holds can be read afterwards.</summary>
internal static class StrictJson
{
    /// <exception cref="JsonException">No JSON; or a text in it is none: half of a surrogate pair, or bytes that are not UTF-8, which .NET's parser notices only when the text is read.</exception>
    internal static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        RequireTexts(body.Span);
        return JsonDocument.Parse(body);
    }

    /// <exception cref="JsonException">As of <see cref="Parse"/>.</exception>
    internal static void RequireTexts(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !IsText(ref reader))
            {
                throw new JsonException("A text is not made of Unicode characters.");
            }
        }
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        // Most texts, and all long ones, are plain: nothing is copied to look at them.
        if (!Utf8.IsValid(reader.ValueSpan))
        {
            return false;
        }

        if (!reader.ValueIsEscaped)
        {
            return true;
        }

        try
        {
            reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
