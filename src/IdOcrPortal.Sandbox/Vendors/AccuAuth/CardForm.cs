using System.Text;
using System.Text.Json;
using IdOcrPortal.Sandbox.Wire;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace IdOcrPortal.Sandbox.Vendors.AccuAuth;

/// <summary>The fields of a request: <c>file</c> as a part of a multipart form, <c>image_base64</c> in any of the three forms that callers use.</summary>
internal sealed record CardForm(byte[]? File, string? ImageBase64)
{
    /// <exception cref="InvalidDataException">The body is no form; the message says why.</exception>
    internal static async Task<CardForm> ReadAsync(WireRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.Header("Content-Type"), out var type))
        {
            throw new InvalidDataException("Content-Type is missing");
        }

        return type.MediaType.Value?.ToLowerInvariant() switch
        {
            "multipart/form-data" => await OfPartsAsync(request, HeaderUtilities.RemoveQuotes(type.Boundary).Value, cancellationToken),
            "application/x-www-form-urlencoded" => new(null, QueryHelpers.ParseQuery(Encoding.UTF8.GetString(request.Body)).TryGetValue("image_base64", out var text) ? text.ToString() : null),
            "application/json" => new(null, OfJson(request.Body)),
            _ => throw new InvalidDataException("Content-Type is not supported"),
        };
    }

    private static async Task<CardForm> OfPartsAsync(WireRequest request, string? boundary, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(boundary))
        {
            throw new InvalidDataException("the multipart boundary is missing");
        }

        var form = new CardForm(null, null);
        var reader = new MultipartReader(boundary, new MemoryStream(request.Body));
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } part)
            {
                using var content = new MemoryStream();
                await part.Body.CopyToAsync(content, cancellationToken);

                // Strict servers refuse a name without quotation marks, so this one does.
                if (part.ContentDisposition?.Contains("name=\"file\"", StringComparison.Ordinal) is true && part.ContentDisposition.Contains("filename=", StringComparison.Ordinal))
                {
                    form = form with { File = content.ToArray() };
                }
                else if (part.ContentDisposition?.Contains("name=\"image_base64\"", StringComparison.Ordinal) is true)
                {
                    form = form with { ImageBase64 = Encoding.UTF8.GetString(content.ToArray()) };
                }
            }
        }
        catch (IOException broken)
        {
            throw new InvalidDataException("the multipart body is broken", broken);
        }

        return form;
    }

    private static string? OfJson(byte[] body)
    {
        try
        {
            using var json = StrictJson.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("image_base64", out var text) && text.ValueKind == JsonValueKind.String
                ? text.GetString() : null;
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException("the body is no JSON", broken);
        }
    }
}
