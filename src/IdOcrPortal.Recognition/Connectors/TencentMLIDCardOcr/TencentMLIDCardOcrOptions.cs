using IdOcrPortal.Recognition.Connectors.Wire;

namespace IdOcrPortal.Recognition.Connectors.TencentMLIDCardOcr;

/// <summary>Settings of the Malaysian card service.</summary>
public sealed record TencentMLIDCardOcrOptions
{
    /// <summary>Scheme, host and port. Which host depends on the account: mainland, international, or one with a region in its name.</summary>
    public Uri Endpoint { get; init; } = new("https://ocr.tencentcloudapi.com");

    /// <summary>Header X-TC-Region; not needed by the international edition, called mandatory in an older mainland one.</summary>
    public string? Region { get; init; }

    /// <summary>Key id.</summary>
    public required string SecretId { get; init; }

    /// <summary>Key.</summary>
    public required string SecretKey { get; init; }

    /// <summary>Of temporary keys.</summary>
    public string? Token { get; init; }

    /// <summary>Country that pictures go to.</summary>
    public string Country { get; init; } = "SG";

    /// <summary>Whether to ask for the portrait.</summary>
    public bool RetImage { get; init; } = true;

    /// <summary>Whether to send the back of the card too, where there is a picture of it: older editions refuse the field as unknown.</summary>
    public bool SendBack { get; init; }

    /// <summary>Longest call, 1 to 30 seconds.</summary>
    public TimeSpan Timeout { get; init; } = VendorHttp.LongestCall;

    /// <summary>Says where, and nothing of the keys.</summary>
    public override string ToString() => $"{Endpoint}";
}
