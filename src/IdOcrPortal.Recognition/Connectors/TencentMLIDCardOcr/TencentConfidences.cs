using System.Text.Json;
using IdOcrPortal.Recognition.Connectors.Wire;

namespace IdOcrPortal.Recognition.Connectors.TencentMLIDCardOcr;

/// <summary>
/// Confidences by field name out of <c>AdvancedInfo</c>, in all its forms: a text that holds JSON, or the JSON itself; a field's value an object with <c>Confidence</c>, or the
/// confidence itself; numbers as numbers or as texts. The newer edition's text "1", an empty one and anything else: none.
/// </summary>
internal static class TencentConfidences
{
    internal static IReadOnlyDictionary<string, double> Of(JsonElement advanced)
    {
        var confidences = new Dictionary<string, double>(StringComparer.Ordinal);
        try
        {
            if (advanced.ValueKind == JsonValueKind.String)
            {
                using var inner = JsonDocument.Parse(advanced.GetString()!, new JsonDocumentOptions { MaxDepth = VendorHttp.DeepestAnswer });
                Collect(inner.RootElement, confidences);
            }
            else
            {
                Collect(advanced, confidences);
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // A form that nobody documents, or (the second exception) letters that are no UTF-8: the fields are none the worse for it.
        }

        return confidences;
    }

    private static void Collect(JsonElement element, Dictionary<string, double> confidences)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var field in element.EnumerateObject())
        {
            var value = field.Value.ValueKind == JsonValueKind.Object && field.Value.TryGetProperty("Confidence", out var inner) ? inner : field.Value;
            if (Number(value) is { } confidence)
            {
                confidences[field.Name] = confidence;
            }
        }
    }

    private static double? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => LenientNumbers.Parse(value.GetRawText()),
        JsonValueKind.String => LenientNumbers.Parse(value.GetString()),
        _ => null,
    };
}
