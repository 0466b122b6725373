using IdOcrPortal.Recognition.Connectors.Wire;

namespace IdOcrPortal.Recognition.Connectors.HuaweiCloud;

/// <summary>How requests to Huawei Cloud prove who sends them.</summary>
public enum HuaweiAuthentication
{
    /// <summary>Each request is signed with an access key (recommended by Huawei).</summary>
    AccessKey,

    /// <summary>A token of the login service (IAM), valid for 24 hours.</summary>
    Token,
}

/// <summary>Where a Huawei function is called, and as whom; each function adds its own settings on the same level.</summary>
public abstract record HuaweiCloudOptions
{
    /// <summary>Scheme, host, port and, for gateways of one's own, a path prefix, such as <c>https://ocr.ap-southeast-3.myhuaweicloud.com</c>.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Id of the project of that region, 32 hexadecimal digits.</summary>
    public required string ProjectId { get; init; }

    /// <summary>Splits the bill; a malformed one is billed to "default" by the vendor.</summary>
    public string? EnterpriseProjectId { get; init; }

    /// <summary>Which of the two ways; the settings of the other are not used.</summary>
    public HuaweiAuthentication Authentication { get; init; }

    /// <summary>Access key (AK).</summary>
    public string? AccessKey { get; init; }

    /// <summary>Secret key (SK).</summary>
    public string? SecretKey { get; init; }

    /// <summary>Of a temporary access key.</summary>
    public string? SecurityToken { get; init; }

    /// <summary>Address of the login service, such as <c>https://iam.ap-southeast-3.myhuaweicloud.com</c>.</summary>
    public Uri? IamEndpoint { get; init; }

    /// <summary>Name of the IAM user; a HUAWEI ID cannot log in this way.</summary>
    public string? IamUser { get; init; }

    /// <summary>The user's password.</summary>
    public string? IamPassword { get; init; }

    /// <summary>Name of the account that the user belongs to.</summary>
    public string? IamDomain { get; init; }

    /// <summary>Longest call, 1 to 30 seconds; a login has 15 at most, and everything together 70.</summary>
    public TimeSpan Timeout { get; init; } = VendorHttp.LongestCall;

    /// <summary>Says where, and nothing of the keys; sealed, so that no derived record prints its members.</summary>
    public sealed override string ToString() => $"{Endpoint} ({Authentication})";
}
