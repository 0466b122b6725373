namespace IdOcrPortal.Sandbox;

/// <summary>Section <c>Sandbox</c> of <c>sandbox.json</c>: invented credentials and limits, one part a vendor.</summary>
public sealed record SandboxSettings
{
    public required HuaweiSettings Huawei { get; init; }

    public required TencentSettings Tencent { get; init; }

    public required CosSettings Cos { get; init; }

    public required AccuAuthSettings AccuAuth { get; init; }

    public ReaderSettings Reader { get; init; } = new();
}

/// <summary>The Reader, which tells what a picture shows.</summary>
public sealed record ReaderSettings
{
    /// <summary>Worker processes of its own, 1 to 256; 0: pictures are not read, and only registered truths are answered.</summary>
    public int Workers { get; init; } = 1;
}

/// <summary>A pair of keys. With <paramref name="Token"/> it is temporary: the token has to come along with every request.</summary>
/// <param name="Expires">When the temporary pair ends; absent: never.</param>
public sealed record KeyPair(string Id, string Secret, string? Token = null, DateTimeOffset? Expires = null);

/// <summary>Huawei Cloud: OCR and IAM.</summary>
public sealed record HuaweiSettings
{
    /// <summary>Region id → project id (32 hex digits).</summary>
    public required Dictionary<string, string> Projects { get; init; }

    public required IReadOnlyList<KeyPair> Keys { get; init; }

    public required string Account { get; init; }

    public required string User { get; init; }

    public required string Password { get; init; }

    /// <summary>Answers the ID-document function as an address that no longer exists, as the vendor does since its end.</summary>
    public bool IdDocumentRetired { get; init; }
}

/// <summary>Tencent Cloud API 3.0.</summary>
public sealed record TencentSettings
{
    public required IReadOnlyList<KeyPair> Keys { get; init; }

    /// <summary>Calls in one second before <c>RequestLimitExceeded</c> (documented: 5); 0: no limit.</summary>
    public int RequestsPerSecond { get; init; } = 5;
}

/// <summary>Tencent COS with Cloud Infinite.</summary>
public sealed record CosSettings
{
    public required IReadOnlyList<KeyPair> Keys { get; init; }

    /// <summary>Name with the APPID at its end.</summary>
    public required string Bucket { get; init; }

    public required string Region { get; init; }
}

/// <summary>AccuAuth.</summary>
public sealed record AccuAuthSettings
{
    public required string Id { get; init; }

    public required string Secret { get; init; }

    /// <summary>Ids that are answered with <c>KEY_EXPIRED</c>.</summary>
    public IReadOnlyList<string> ExpiredIds { get; init; } = [];
}
