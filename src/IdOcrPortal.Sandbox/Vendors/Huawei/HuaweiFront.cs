using System.Text.Json;
using System.Text.RegularExpressions;
using IdOcrPortal.Sandbox.Errors;
using IdOcrPortal.Sandbox.Truth;
using IdOcrPortal.Sandbox.Wire;

namespace IdOcrPortal.Sandbox.Vendors.Huawei;

/// <summary>Huawei Cloud OCR: <c>POST /v2/{project_id}/ocr/cambodian-idcard</c> and <c>…/id-document</c>.</summary>
internal sealed partial class HuaweiFront(HuaweiSettings settings, HuaweiCaller caller, TruthBook truths) : VendorFront
{
    /// <summary>Base64 text of a picture.</summary>
    private const int MaxText = 10 * 1024 * 1024;

    private const int MaxGatewayBody = 12 * 1024 * 1024;
    private const int MaxHeaders = 32 * 1024;

    internal override WireAnswer? Refusal(WireRequest request)
    {
        if (request.Path.Length + request.Query.Length > MaxHeaders)
        {
            return HuaweiAnswers.Error("APIG.0201", "Request-URI Too Large", 414);
        }

        if (request.Headers.Sum(header => header.Key.Length + header.Value.Sum(value => value?.Length ?? 0)) > MaxHeaders)
        {
            return HuaweiAnswers.Error("APIG.0201", "Request Header Or Cookie Too Large", 494);
        }

        if (request.IsTooLarge || request.Body.Length > MaxGatewayBody)
        {
            return HuaweiAnswers.Error("APIG.0201", "Request entity too large", 413);
        }

        return Address(request) is var (project, _) ? caller.Refusal(request, project) : HuaweiAnswers.Error("APIG.0101");
    }

    internal override async Task<WireAnswer> AnswerAsync(WireRequest request, CancellationToken cancellationToken)
    {
        if (Parsed(request) is not { } body)
        {
            return HuaweiAnswers.Error("ModelArts.4105", "The request body is not a JSON object.");
        }

        var isCambodian = Address(request)!.Value.Function == "cambodian-idcard";
        var switches = isCambodian ? CambodianCard.Switches : ["return_portrait_image"];
        if (switches.Any(name => body.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null)))
        {
            return HuaweiAnswers.Error("AIS.0101");
        }

        var (picture, refusal) = Picture(body, isCambodian ? 15 : 100);
        if (picture is null)
        {
            return refusal!;
        }

        bool IsOn(string name) => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
        if (isCambodian)
        {
            // Reads the front of one card.
            return await truths.ReadOneAsync(picture, card => card.DocumentType == "khm-id" && !card.IsBack, cancellationToken) is { } card
                ? HuaweiAnswers.Result(CambodianCard.Result(card, IsOn, picture))
                : HuaweiAnswers.Error("AIS.0104");
        }

        if (Choice(body, "country_region", [.. IdDocument.Regions.Keys]) is not { } regions || Choice(body, "id_type", IdDocument.Kinds) is not { } kinds)
        {
            return HuaweiAnswers.Error("AIS.0101");
        }

        return await truths.ReadOneAsync(picture, card => IdDocument.IsWanted(card, regions, kinds), cancellationToken) is { } found
            ? HuaweiAnswers.Result(IdDocument.Result(found, IsOn("return_portrait_image")))
            : HuaweiAnswers.Error("AIS.0104");
    }

    internal override Task<byte[]?> PictureAsync(WireRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(Parsed(request) is { } body ? Picture(body, minimumSide: 1).Picture : null);

    internal override WireAnswer Error(WireRequest request, VendorError error, string? message = null) => HuaweiAnswers.Error(error, message);

    /// <summary>Project and function of an address that is published in this region; null for any other.</summary>
    private (string Project, string Function)? Address(WireRequest request)
    {
        if (request.Method != "POST" || OcrPath().Match(request.PathBelowPrefix) is not { Success: true } parts)
        {
            return null;
        }

        var (project, function) = (parts.Groups["project"].Value, parts.Groups["function"].Value);
        var home = function == "cambodian-idcard" ? "ap-southeast-3" : "ap-southeast-1";
        var isHere = VendorAddress.HuaweiRegion(request.Host) is not { } region || region == home;
        var isAlive = function == "cambodian-idcard" || !settings.IdDocumentRetired;
        return isHere && isAlive && settings.Projects.GetValueOrDefault(home) == project ? (project, function) : null;
    }

    /// <summary>The body; null if it is no JSON object.</summary>
    private static JsonElement? Parsed(WireRequest request)
    {
        try
        {
            using var document = StrictJson.Parse(request.Body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (byte[]? Picture, WireAnswer? Refusal) Picture(JsonElement body, int minimumSide)
    {
        var (image, url) = (Given(body, "image"), Given(body, "url"));
        if (image.HasValue == url.HasValue || (image ?? url)!.Value.ValueKind != JsonValueKind.String)
        {
            return (null, HuaweiAnswers.Error("AIS.0101"));
        }

        if (image is null)
        {
            return (null, HuaweiAnswers.Error("ModelArts.4603", "Failed to download the image from the URL."));
        }

        var text = image.Value.GetString()!;
        if (text.Length > MaxText)
        {
            return (null, HuaweiAnswers.Error("ModelArts.4104", "The request body is larger than 10 MB."));
        }

        if (!image.Value.TryGetBytesFromBase64(out var picture)
            || PictureKind.Of(picture) is not { Format: PictureFormat.Jpeg or PictureFormat.Png or PictureFormat.Bmp or PictureFormat.Tiff } kind)
        {
            return (null, HuaweiAnswers.Error("AIS.0102"));
        }

        return kind.ShortSide < minimumSide || kind.LongSide > 8192 ? (null, HuaweiAnswers.Error("AIS.0103")) : (picture, null);
    }

    private static JsonElement? Given(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null && !(value.ValueKind == JsonValueKind.String && value.GetString() == "") ? value : null;

    /// <summary>An array of known texts (empty if absent); null if it is anything else.</summary>
    private static List<string>? Choice(JsonElement body, string name, IReadOnlyList<string> known)
    {
        if (Given(body, name) is not { } value)
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String && known.Contains(item.GetString()!))
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : null;
    }

    [GeneratedRegex("^/v2/(?<project>[^/]+)/ocr/(?<function>cambodian-idcard|id-document)$")]
    private static partial Regex OcrPath();
}
