using System.Text.Json.Serialization;
using IdOcrPortal.Recognition.Connectors.Wire;

namespace IdOcrPortal.Recognition.Connectors.AccuAuthKtp;

/// <summary>Their answer, in their names.</summary>
internal sealed record AccuAuthKtpReply
{
    [JsonConverter(typeof(LenientText))] public string? Status { get; init; }

    [JsonConverter(typeof(LenientText))] public string? Reason { get; init; }

    [JsonConverter(typeof(LenientText))] public string? RequestId { get; init; }

    public IReadOnlyList<AccuAuthKtpResult?>? Results { get; init; }
}

/// <summary>One card. Unknown and unreadable both look like an empty text.</summary>
internal sealed record AccuAuthKtpResult
{
    [JsonConverter(typeof(LenientText))] public string? IdNumber { get; init; }

    [JsonConverter(typeof(LenientText))] public string? Name { get; init; }

    [JsonConverter(typeof(LenientText))] public string? Pob { get; init; }

    /// <summary>dd-MM-yyyy</summary>
    [JsonConverter(typeof(LenientText))] public string? Dob { get; init; }

    /// <summary>As printed.</summary>
    [JsonConverter(typeof(LenientText))] public string? Gender { get; init; }

    /// <summary>M or F.</summary>
    [JsonConverter(typeof(LenientText))] public string? GenderS { get; init; }

    [JsonConverter(typeof(LenientText))] public string? Address { get; init; }

    [JsonConverter(typeof(LenientText))] public string? Province { get; init; }

    [JsonConverter(typeof(LenientText))] public string? City { get; init; }

    [JsonConverter(typeof(LenientText))] public string? District { get; init; }

    [JsonConverter(typeof(LenientText))] public string? Village { get; init; }

    [JsonConverter(typeof(LenientText))] public string? Rt { get; init; }

    [JsonConverter(typeof(LenientText))] public string? Rw { get; init; }

    [JsonConverter(typeof(LenientText))] public string? Religion { get; init; }

    [JsonConverter(typeof(LenientText))] public string? MaritalStatus { get; init; }

    [JsonConverter(typeof(LenientText))] public string? Work { get; init; }

    // The vendor's own spelling.
    [JsonConverter(typeof(LenientText))] public string? Nationnality { get; init; }

    // In case it is ever corrected.
    [JsonConverter(typeof(LenientText))] public string? Nationality { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, MaxDepth = VendorHttp.DeepestAnswer, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AccuAuthKtpReply))]
internal sealed partial class AccuAuthKtpJson : JsonSerializerContext;
