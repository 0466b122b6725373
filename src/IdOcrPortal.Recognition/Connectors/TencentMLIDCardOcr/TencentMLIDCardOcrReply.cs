using System.Text.Json;
using System.Text.Json.Serialization;
using IdOcrPortal.Recognition.Connectors.Wire;

namespace IdOcrPortal.Recognition.Connectors.TencentMLIDCardOcr;

/// <summary>Their answer, in their names; HTTP 200 for errors as well.</summary>
internal sealed record TencentMLIDCardOcrReply(TencentMLIDCardOcrResponse? Response);

/// <summary>Everything is optional; missing, null and empty mean the same.</summary>
internal sealed record TencentMLIDCardOcrResponse
{
    public TencentError? Error { get; init; }

    [JsonPropertyName("ID"), JsonConverter(typeof(LenientText))] public string? Number { get; init; }

    [JsonConverter(typeof(LenientText))] public string? Name { get; init; }

    [JsonConverter(typeof(LenientText))] public string? Address { get; init; }

    [JsonConverter(typeof(LenientText))] public string? Sex { get; init; }

    [JsonConverter(typeof(LenientText))] public string? Birthday { get; init; }

    [JsonConverter(typeof(LenientText))] public string? Type { get; init; }

    /// <summary>The portrait.</summary>
    [JsonConverter(typeof(LenientText))] public string? Image { get; init; }

    /// <summary>The number on the back.</summary>
    [JsonConverter(typeof(LenientText))] public string? MyKadNumber { get; init; }

    /// <summary>JSON inside a text by the older edition, the text "1" by the newer; or an object, or nothing.</summary>
    public JsonElement AdvancedInfo { get; init; }

    /// <summary>Codes since June 2024; <see langword="null"/> where the edition lacks the field.</summary>
    public JsonElement WarnCardInfos { get; init; }

    /// <summary>Codes before June 2024, of which some mean something else.</summary>
    public JsonElement Warn { get; init; }

    [JsonConverter(typeof(LenientText))] public string? RequestId { get; init; }
}

internal sealed record TencentError(
    [property: JsonConverter(typeof(LenientText))] string? Code,
    [property: JsonConverter(typeof(LenientText))] string? Message);

[JsonSourceGenerationOptions(MaxDepth = VendorHttp.DeepestAnswer, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(TencentMLIDCardOcrReply))]
internal sealed partial class TencentMLIDCardOcrJson : JsonSerializerContext;
