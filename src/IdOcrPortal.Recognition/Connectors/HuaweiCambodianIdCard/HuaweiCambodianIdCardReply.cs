using System.Text.Json;
using System.Text.Json.Serialization;
using IdOcrPortal.Recognition.Connectors.Wire;

namespace IdOcrPortal.Recognition.Connectors.HuaweiCambodianIdCard;

/// <summary>Their answer, in their names.</summary>
internal sealed record HuaweiCambodianIdCardReply(HuaweiCambodianIdCardResult? Result);

/// <summary>Every field is optional; missing, null and empty mean the same. Texts as printed: Khmer digits in the dates and the height.</summary>
internal sealed record HuaweiCambodianIdCardResult
{
    [JsonConverter(typeof(LenientText))] public string? IdNumber { get; init; }

    [JsonConverter(typeof(LenientText))] public string? NameKh { get; init; }

    [JsonConverter(typeof(LenientText))] public string? NameEn { get; init; }

    [JsonConverter(typeof(LenientText))] public string? BirthDate { get; init; }

    [JsonConverter(typeof(LenientText))] public string? IssueDate { get; init; }

    [JsonConverter(typeof(LenientText))] public string? ExpiryDate { get; init; }

    [JsonConverter(typeof(LenientText))] public string? Sex { get; init; }

    [JsonConverter(typeof(LenientText))] public string? Height { get; init; }

    [JsonConverter(typeof(LenientText))] public string? BirthPlace { get; init; }

    [JsonConverter(typeof(LenientText))] public string? Address { get; init; }

    [JsonConverter(typeof(LenientText))] public string? Description { get; init; }

    [JsonPropertyName("machine_code1"), JsonConverter(typeof(LenientText))] public string? MachineCode1 { get; init; }

    [JsonPropertyName("machine_code2"), JsonConverter(typeof(LenientText))] public string? MachineCode2 { get; init; }

    [JsonPropertyName("machine_code3"), JsonConverter(typeof(LenientText))] public string? MachineCode3 { get; init; }

    [JsonConverter(typeof(LenientText))] public string? PortraitImage { get; init; }

    /// <summary>Four <c>[x, y]</c> pairs, see <see cref="HuaweiPortraitLocation"/>.</summary>
    public JsonElement PortraitLocation { get; init; }

    /// <summary><c>normal</c> or <c>copy</c>.</summary>
    [JsonConverter(typeof(LenientText))] public string? IdcardType { get; init; }

    [JsonConverter(typeof(LenientNumbers))] public IReadOnlyDictionary<string, double>? Confidence { get; init; }

    /// <summary>0 to 99; above 50 means trouble.</summary>
    [JsonConverter(typeof(LenientNumbers))] public IReadOnlyDictionary<string, double>? ScoreInfo { get; init; }

    // true means trouble
    [JsonConverter(typeof(LenientText))] public string? DetectBorderIntegrityResult { get; init; }

    [JsonConverter(typeof(LenientText))] public string? DetectBlockingWithinBorderResult { get; init; }

    [JsonConverter(typeof(LenientText))] public string? DetectBlurResult { get; init; }

    [JsonConverter(typeof(LenientText))] public string? DetectGlareResult { get; init; }

    [JsonConverter(typeof(LenientText))] public string? DetectTamperingResult { get; init; }

    [JsonConverter(typeof(LenientText))] public string? DetectReproduceResult { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, MaxDepth = VendorHttp.DeepestAnswer, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(HuaweiCambodianIdCardReply))]
internal sealed partial class HuaweiCambodianIdCardJson : JsonSerializerContext;
