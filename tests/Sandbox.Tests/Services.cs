using System.Text.Json;
using System.Text.Json.Nodes;

namespace IdOcrPortal.Sandbox.Tests;

/// <summary>An answer of any of the five services, taken apart.</summary>
/// <param name="Error">The vendor's code; empty for a reading.</param>
/// <param name="Fields">What stands in the answer beside pictures, places, confidences and ids.</param>
/// <param name="Portrait">The portrait's file; null where none came.</param>
/// <param name="Corners">Where the vendor says that it stands.</param>
internal sealed record ServiceAnswer(string Error, JsonNode? Fields, byte[]? Portrait, int[][]? Corners);

/// <summary>The five services, each asked for all that it can give.</summary>
internal sealed class Services(Caller caller)
{
    internal static readonly string[] All = ["cambodian-idcard", "id-document", "MLIDCardOCR", "IDCardOCR", "idcard"];

    private static readonly string[] Regions = ["VNM", "IND", "PHL", "ALB", "BRA", "IDN", "MYS", "NGA", "PAK", "RUS", "TWN", "UKR", "THA", "CHL", "HKG"];

    private static readonly string Config = Uri.EscapeDataString(
        """{"CropPortrait":true,"CopyWarn":true,"BorderCheckWarn":true,"ReshootWarn":true,"DetectPsWarn":true,"TempIdWarn":true,"InvalidDateWarn":true,"MultiCardDetect":true}""");

    private string? token;

    internal Task<ServiceAnswer> AskAsync(string service, byte[] picture) => service switch
    {
        "cambodian-idcard" => HuaweiAsync(service, new { image = Convert.ToBase64String(picture), return_portrait_image = true, return_portrait_location = true, return_idcard_type = true }),
        "id-document" => HuaweiAsync(service, new { image = Convert.ToBase64String(picture), return_portrait_image = true, country_region = Regions }),
        "MLIDCardOCR" => TencentAsync(picture),
        "IDCardOCR" => CosAsync(picture),
        _ => AccuAuthAsync(picture),
    };

    private async Task<ServiceAnswer> HuaweiAsync(string function, object request)
    {
        token ??= (await caller.LoginAsync()).Headers["X-Subject-Token"];
        var reply = await caller.HuaweiAsync(function, request, token);
        var result = JsonNode.Parse(reply.Body)!["result"]?.AsObject();
        if (result is null)
        {
            return new(reply.ErrorCode, null, null, null);
        }

        var corners = result["portrait_location"]?.Deserialize<int[][]>();
        var portrait = result["portrait_image"]?.GetValue<string>();
        // A confidence for each field, and for nothing else.
        var places = (string[])["portrait_location", "portrait_image", "confidence", "country_region", "id_type", "side"];
        Assert.Equal(result.Select(field => field.Key).Except(places), result["confidence"]!.AsObject().Select(field => field.Key));
        return new("", Without(result, "portrait_location", "portrait_image", "confidence"), portrait is null ? null : Convert.FromBase64String(portrait), corners);
    }

    private async Task<ServiceAnswer> TencentAsync(byte[] picture)
    {
        var reply = await caller.TencentAsync(new { ImageBase64 = Convert.ToBase64String(picture), RetImage = true });
        var response = JsonNode.Parse(reply.Body)!["Response"]!.AsObject();
        return reply.ErrorCode.Length > 0 ? new(reply.ErrorCode, null, null, null)
            : new("", Without(response, "Image", "AdvancedInfo", "RequestId"), response["Image"]!.GetValue<string>() is { Length: > 0 } image ? Convert.FromBase64String(image) : null, null);
    }

    private async Task<ServiceAnswer> CosAsync(byte[] picture)
    {
        var reply = await caller.CosAsync("PUT", "cards/1.jpg", "?ci-process=IDCardOCR&Config=" + Config, picture);
        if (reply.ErrorCode.Length > 0)
        {
            return new(reply.ErrorCode, null, null, null);
        }

        var (info, advanced) = (reply.Xml.Element("IdInfo")!, reply.Xml.Element("AdvancedInfo")!);
        var fields = new JsonObject([.. info.Elements().Concat(advanced.Elements("WarnInfos")).Select(node => KeyValuePair.Create<string, JsonNode?>(node.Name.LocalName, node.Value))]);
        return new("", fields, advanced.Element("Portrait") is { } portrait ? Convert.FromBase64String(portrait.Value) : null, null);
    }

    private async Task<ServiceAnswer> AccuAuthAsync(byte[] picture)
    {
        var reply = await caller.AccuAuthFileAsync(picture);
        return reply.ErrorCode.Length > 0 ? new(reply.ErrorCode, null, null, null) : new("", JsonNode.Parse(reply.Body)!["results"]!.DeepClone(), null, null);
    }

    private static JsonObject Without(JsonObject all, params string[] names) =>
        new([.. all.Where(field => !names.Contains(field.Key)).Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))]);
}
