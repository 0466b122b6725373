using System.Text.Json;
using System.Text.Json.Nodes;
using IdOcrPortal.Sandbox.Control;
using IdOcrPortal.Sandbox.Errors;
using IdOcrPortal.Sandbox.Truth;
using IdOcrPortal.Sandbox.Wire;

namespace IdOcrPortal.Sandbox.Vendors.Tencent;

/// <summary>Tencent Cloud API 3.0 with the one action MLIDCardOCR: every answer of the API is HTTP 200.</summary>
internal sealed class TencentFront(Tc3Check signatures, TruthBook truths, DialectChoice dialect) : VendorFront
{
    /// <summary>Base64 text of a picture.</summary>
    private const int MaxText = 7 * 1024 * 1024;

    private const int MaxRequest = 10 * 1024 * 1024;

    private static readonly string[] Regions =
        ["ap-singapore", "ap-hongkong", "ap-guangzhou", "ap-shanghai", "ap-nanjing", "ap-beijing", "ap-chengdu", "ap-chongqing"];

    private static readonly Dictionary<string, JsonValueKind> Known = new()
    {
        ["ImageBase64"] = JsonValueKind.String, ["ImageUrl"] = JsonValueKind.String, ["RetImage"] = JsonValueKind.True,
        ["BackImageBase64"] = JsonValueKind.String, ["BackImageUrl"] = JsonValueKind.String,
    };

    internal override WireAnswer? Refusal(WireRequest request)
    {
        if (request.Method is not ("POST" or "GET"))
        {
            return Error("UnsupportedProtocol", "Only GET and POST requests are supported.");
        }

        if (request.IsTooLarge || request.Body.Length > MaxRequest)
        {
            return Error("RequestSizeLimitExceeded", "The request size exceeds the upper limit.");
        }

        return signatures.Refusal(request) is var (code, message) ? Error(code, message) : Header(request);
    }

    internal override async Task<WireAnswer> AnswerAsync(WireRequest request, CancellationToken cancellationToken)
    {
        if (request.Method == "POST" && request.Header("Content-Type")?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) is not true)
        {
            return Error("InvalidRequest", "The body of a POST request has to be application/json.");
        }

        if (Parameters(request) is not { } given)
        {
            return Error("InvalidParameter", "The request body is not a JSON object.");
        }

        if (given.Keys.FirstOrDefault(name => !Known.ContainsKey(name)) is { } unknown)
        {
            return Error("UnknownParameter", $"The parameter `{unknown}` is not recognized.");
        }

        if (given.FirstOrDefault(pair => !Fits(pair.Value.ValueKind, Known[pair.Key])).Key is { } wrong)
        {
            return Error("InvalidParameter", $"The type of the parameter `{wrong}` is wrong.");
        }

        // An address wins over a picture, and no address can be reached from here.
        if (given.ContainsKey("ImageUrl") || given.ContainsKey("BackImageUrl"))
        {
            return Error("FailedOperation.DownLoadError", "File download failed.");
        }

        if (!given.TryGetValue("ImageBase64", out var image))
        {
            return Error("MissingParameter", "The request is missing the parameter `ImageBase64`.");
        }

        var (picture, refusal) = Picture(image);
        if (picture is null)
        {
            return refusal!;
        }

        string? backNumber = null;
        if (given.TryGetValue("BackImageBase64", out var backImage))
        {
            var (back, backRefusal) = Picture(backImage);
            if (back is null)
            {
                return backRefusal!;
            }

            backNumber = (await truths.ReadOneAsync(back, card => MalaysianCard.IsOne(card) && card.IsBack, cancellationToken))?["document_number"];
        }

        // The back has a place of its own in the request.
        if (await truths.ReadOneAsync(picture, card => MalaysianCard.IsOne(card) && !card.IsBack, cancellationToken) is not { } truth)
        {
            return Error("FailedOperation.NoMASIDCard", "No Malaysian identity card is found in the image.");
        }

        var withImage = given.TryGetValue("RetImage", out var wanted) && wanted.ValueKind == JsonValueKind.True;
        return Response(MalaysianCard.Response(truth, dialect.Current, withImage, backNumber), WireAnswer.Ok);
    }

    internal override Task<byte[]?> PictureAsync(WireRequest request, CancellationToken cancellationToken) => Task.FromResult(
        Parameters(request) is { } given && given.TryGetValue("ImageBase64", out var image) && image.ValueKind == JsonValueKind.String ? Picture(image).Picture : null);

    internal override WireAnswer Error(WireRequest request, VendorError error, string? message = null) => error.Code == VendorErrors.BareGateway
        ? new(error.Status, "text/html", "<html><body><h1>Bad Gateway</h1></body></html>"u8.ToArray(), VendorErrors.BareGateway)
        : Error(error.Code, message ?? $"The request failed ({error.Code}).");

    private static WireAnswer? Header(WireRequest request)
    {
        if (request.Header("X-TC-Action") is not { } action)
        {
            return Error("MissingParameter", "The request header `X-TC-Action` is missing.");
        }

        if (action != "MLIDCardOCR")
        {
            return Error("InvalidAction", $"The action {action} is not recognized.");
        }

        if (request.Header("X-TC-Version") != "2018-11-19")
        {
            return Error("NoSuchVersion", "The version of the API does not exist.");
        }

        return request.Header("X-TC-Region") is { } region && !Regions.Contains(region)
            ? Error("UnsupportedRegion", "The operation does not support this region.") : null;
    }

    private static WireAnswer Error(string code, string message) =>
        Response(new JsonObject { ["Error"] = new JsonObject { ["Code"] = code, ["Message"] = message } }, code);

    private static WireAnswer Response(JsonObject content, string outcome)
    {
        content["RequestId"] = Guid.NewGuid().ToString();
        return WireAnswer.OfJson(200, new JsonObject { ["Response"] = content }, outcome);
    }

    /// <summary>Parameters of the body, or of the query for GET; null if the body is no JSON object.</summary>
    private static Dictionary<string, JsonElement>? Parameters(WireRequest request)
    {
        if (request.Method == "GET")
        {
            return request.Parameters().DistinctBy(pair => pair.Key)
                .ToDictionary(pair => pair.Key, pair => pair.Value is "true" or "false" && pair.Key == "RetImage"
                    ? JsonSerializer.SerializeToElement(pair.Value == "true") : JsonSerializer.SerializeToElement(pair.Value));
        }

        try
        {
            using var body = StrictJson.Parse(request.Body);
            return body.RootElement.ValueKind == JsonValueKind.Object
                ? body.RootElement.EnumerateObject().DistinctBy(pair => pair.Name).ToDictionary(pair => pair.Name, pair => pair.Value.Clone()) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Fits(JsonValueKind given, JsonValueKind wanted) => given == wanted || wanted == JsonValueKind.True && given == JsonValueKind.False;

    private static (byte[]? Picture, WireAnswer? Refusal) Picture(JsonElement image)
    {
        var text = image.GetString()!;
        if (text.Length == 0)
        {
            return (null, Error("FailedOperation.EmptyImageError", "The image is empty."));
        }

        if (text.Length > MaxText)
        {
            return (null, Error("LimitExceeded.TooLargeFileError", "The file is too large."));
        }

        // No GIF, and neither BMP nor TIFF are listed.
        return image.TryGetBytesFromBase64(out var picture) && PictureKind.Of(picture) is { Format: PictureFormat.Jpeg or PictureFormat.Png }
            ? (picture, null) : (null, Error("FailedOperation.ImageDecodeFailed", "Image decoding failed."));
    }
}
