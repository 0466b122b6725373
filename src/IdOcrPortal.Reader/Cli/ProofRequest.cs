using System.Globalization;
using System.Text.Json;
using IdOcrPortal.Documents;

namespace IdOcrPortal.Reader.Cli;

/// <summary>A line of <c>prove</c> that cannot be understood. Code and message tell what to do and hold no value of the line.</summary>
internal sealed class ProofRequestException(string code, string message) : Exception(message)
{
    internal string Code { get; } = code;
}

/// <summary>One line of <c>prove</c>.</summary>
/// <param name="Type">The named type, or the one that the zone tells.</param>
/// <param name="Evidence">Fields as printed values of a service, and the zone, which counts as accepted when all of its check digits hold.</param>
/// <param name="Today">The day on which dates are judged; <see langword="null"/> where the line names none.</param>
internal sealed record ProofRequest(DocumentType Type, Evidence Evidence, DateOnly? Today)
{
    /// <exception cref="ProofRequestException">No JSON object, a member of the wrong kind, no or an unknown type.</exception>
    internal static ProofRequest Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Parse(document.RootElement)
                : throw new ProofRequestException("line.not_object", "The line is no JSON object.");
        }
        catch (JsonException)
        {
            throw new ProofRequestException("line.not_json", "The line is no JSON. Write one object a line, in UTF-8.");
        }
        catch (InvalidOperationException)
        {
            // A text with half a surrogate pair cannot be made a string.
            throw new ProofRequestException("line.not_text", "The line holds an escape that is no text (half of a surrogate pair).");
        }
    }

    private static ProofRequest Parse(JsonElement root)
    {
        var confidence = Confidences(root);
        var lines = Zone(root);
        var read = lines.Count > 0 && Mrz.TryParse(lines, out var parsed, out _) ? parsed : null;
        var mrz = read ?? MrzFillers.Restore(lines);
        var side = root.TryGetProperty("back", out var back) && back.ValueKind != JsonValueKind.Null ? CardSide.Front : (CardSide?)null;
        var claims = new List<Claim>();
        Add(claims, root, "fields", confidence, ClaimSource.Service, side);
        Add(claims, root, "back", confidence, ClaimSource.Service, CardSide.Back);
        Add(claims, root, "second", confidence: null, ClaimSource.LocalEngine, side);
        if (mrz is not null)
        {
            claims.AddRange(MrzClaims.From(mrz, probabilities: null).Select(claim => claim with { Confidence = Of(confidence, claim.Field) ?? Of(confidence, FieldNames.Mrz) }));
        }

        var accepted = read is { AllCheckDigitsValid: true } && read.Lines.All(row => row.All(IcaoCheckDigit.IsLegal));
        return new ProofRequest(TypeOf(root, mrz), new Evidence(claims, lines, accepted), Day(root));
    }

    private static DocumentType TypeOf(JsonElement root, Mrz? mrz)
    {
        if (root.TryGetProperty("type", out var named) && named.ValueKind != JsonValueKind.Null)
        {
            return (named.ValueKind == JsonValueKind.String ? DocumentTypes.Find(named.GetString()!) : null)
                ?? throw new ProofRequestException("type.unknown", "There is no such type. The command types lists them all.");
        }

        return (mrz is null ? null : DocumentTypes.Carrying(mrz))
            ?? throw new ProofRequestException("type.missing", "Name a type: the line has no machine-readable zone that tells it.");
    }

    private static DateOnly? Day(JsonElement root)
    {
        if (!root.TryGetProperty("today", out var today) || today.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return today.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(today.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new ProofRequestException("today.shape", "today is a day as YYYY-MM-DD.");
    }

    private static List<string> Zone(JsonElement root)
    {
        if (!root.TryGetProperty("mrz", out var mrz) || mrz.ValueKind == JsonValueKind.Null)
        {
            return root.TryGetProperty("fields", out var fields) && fields.ValueKind == JsonValueKind.Object
                && fields.TryGetProperty(FieldNames.Mrz, out var text) && text.ValueKind == JsonValueKind.String
                ? Cut(text.GetString()!)
                : [];
        }

        return mrz.ValueKind switch
        {
            JsonValueKind.String => Cut(mrz.GetString()!),
            JsonValueKind.Array when mrz.EnumerateArray().All(row => row.ValueKind == JsonValueKind.String) =>
                [.. mrz.EnumerateArray().Select(row => row.GetString()!.Trim())],
            _ => throw new ProofRequestException("mrz.shape", "mrz is an array with the lines as texts."),
        };
    }

    private static List<string> Cut(string text) => [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static void Add(
        List<Claim> claims, JsonElement root, string member, Dictionary<string, double>? confidence, ClaimSource source, CardSide? side)
    {
        if (!root.TryGetProperty(member, out var fields) || fields.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (fields.ValueKind != JsonValueKind.Object)
        {
            throw new ProofRequestException($"{member}.shape", $"{member} is an object of field names and texts.");
        }

        foreach (var field in fields.EnumerateObject())
        {
            var text = field.Value.ValueKind switch
            {
                JsonValueKind.String => field.Value.GetString()!,
                JsonValueKind.Number => field.Value.GetRawText(),
                JsonValueKind.Null => "",
                _ => throw new ProofRequestException($"{member}.shape", $"{member} is an object of field names and texts."),
            };
            // The zone is no printed value, and a name or text that is empty says nothing.
            if (field.Name is not ("" or FieldNames.Mrz) && !string.IsNullOrWhiteSpace(text))
            {
                claims.Add(new Claim(field.Name, text, Of(confidence, field.Name), source, side));
            }
        }
    }

    private static Dictionary<string, double>? Confidences(JsonElement root)
    {
        if (!root.TryGetProperty("confidence", out var confidence) || confidence.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (confidence.ValueKind != JsonValueKind.Object)
        {
            throw new ProofRequestException("confidence.shape", "confidence is an object of field names and numbers from 0 to 1.");
        }

        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var field in confidence.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null))
        {
            // Some services write their confidences as texts ("0.9996").
            values[field.Name] = double.TryParse(
                field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString() : field.Value.GetRawText(),
                NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 1
                ? value
                : throw new ProofRequestException("confidence.shape", "confidence is an object of field names and numbers from 0 to 1.");
        }

        return values;
    }

    private static double? Of(Dictionary<string, double>? confidence, string field) =>
        confidence is not null && confidence.TryGetValue(field, out var value) ? value : null;
}
