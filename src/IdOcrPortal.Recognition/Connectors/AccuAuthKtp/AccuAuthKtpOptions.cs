using IdOcrPortal.Recognition.Connectors.Wire;

namespace IdOcrPortal.Recognition.Connectors.AccuAuthKtp;

/// <summary>How the picture is sent.</summary>
public enum AccuAuthPicture
{
    /// <summary>As a file part.</summary>
    File,

    /// <summary>As Base64 in a text part.</summary>
    Base64,
}

/// <summary>Settings of the Indonesian card service. The secret goes in clear in every request: https only.</summary>
public sealed record AccuAuthKtpOptions
{
    /// <summary>Scheme, host and port.</summary>
    public Uri Endpoint { get; init; } = new("https://cloudapi.indonesia.accuauth.com");

    /// <summary>API id.</summary>
    public required string ApiId { get; init; }

    /// <summary>API secret.</summary>
    public required string ApiSecret { get; init; }

    /// <summary>Country that pictures go to.</summary>
    public string Country { get; init; } = "ID";

    /// <summary>How the picture is sent.</summary>
    public AccuAuthPicture Picture { get; init; }

    /// <summary>Longest call, 1 to 30 seconds.</summary>
    public TimeSpan Timeout { get; init; } = VendorHttp.LongestCall;

    /// <summary>Says where, and nothing of the keys.</summary>
    public override string ToString() => $"{Endpoint}";
}
