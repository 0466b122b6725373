using System.Text.Json.Serialization;
using IdOcrPortal.Recognition.Connectors.Wire;

namespace IdOcrPortal.Recognition.Connectors.HuaweiIdDocument;

/// <summary>Their answer, in their names.</summary>
internal sealed record HuaweiIdDocumentReply(HuaweiIdDocumentResult? Result);

/// <summary>Every field is optional: the vendor's own sample has the first three alone. Dates YYYY-MM-DD.</summary>
internal sealed record HuaweiIdDocumentResult
{
    [JsonConverter(typeof(LenientText))] public string? CountryRegion { get; init; }

    /// <summary><c>PP</c>, <c>DL</c> or <c>ID</c>.</summary>
    [JsonConverter(typeof(LenientText))] public string? IdType { get; init; }

    /// <summary><c>front</c> or <c>back</c>.</summary>
    [JsonConverter(typeof(LenientText))] public string? Side { get; init; }

    [JsonConverter(typeof(LenientText))] public string? FirstName { get; init; }

    [JsonConverter(typeof(LenientText))] public string? LastName { get; init; }

    [JsonConverter(typeof(LenientText))] public string? Sex { get; init; }

    [JsonConverter(typeof(LenientText))] public string? Nationality { get; init; }

    [JsonConverter(typeof(LenientText))] public string? BirthDate { get; init; }

    [JsonConverter(typeof(LenientText))] public string? IssueDate { get; init; }

    [JsonConverter(typeof(LenientText))] public string? ExpiryDate { get; init; }

    [JsonConverter(typeof(LenientText))] public string? DocumentNumber { get; init; }

    [JsonConverter(typeof(LenientText))] public string? Address { get; init; }

    [JsonConverter(typeof(LenientText))] public string? IssuingAuthority { get; init; }

    [JsonConverter(typeof(LenientText))] public string? PortraitImage { get; init; }

    [JsonConverter(typeof(LenientNumbers))] public IReadOnlyDictionary<string, double>? Confidence { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, MaxDepth = VendorHttp.DeepestAnswer, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(HuaweiIdDocumentReply))]
internal sealed partial class HuaweiIdDocumentJson : JsonSerializerContext;
