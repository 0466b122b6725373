using IdOcrPortal.Recognition.Connectors.Wire;

namespace IdOcrPortal.Recognition.Connectors.TencentCiIdCardOcr;

/// <summary>In which order a picture is stored and recognised.</summary>
public enum TencentCiMethod
{
    /// <summary>One PUT stores and recognises.</summary>
    Put,

    /// <summary>A PUT stores, then a GET recognises the stored object.</summary>
    Get,
}

/// <summary>Settings of the Chinese card service.</summary>
public sealed record TencentCiIdCardOcrOptions
{
    /// <summary>Scheme, host and port that are dialled; <see langword="null"/>: the bucket's own address. A path prefix is called and, as the vendor does not know it, not signed.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Name of the bucket with the account's id at its end, such as <c>cards-1250000000</c>.</summary>
    public required string Bucket { get; init; }

    /// <summary>Region of the bucket, such as <c>ap-singapore</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Domain under which buckets are found.</summary>
    public string Domain { get; init; } = "myqcloud.com";

    /// <summary>Key id.</summary>
    public required string SecretId { get; init; }

    /// <summary>Key.</summary>
    public required string SecretKey { get; init; }

    /// <summary>Of temporary keys.</summary>
    public string? Token { get; init; }

    /// <summary>Country that pictures go to: that of the bucket's region.</summary>
    public required string Country { get; init; }

    /// <summary>How to call.</summary>
    public TencentCiMethod Method { get; init; }

    /// <summary>Folder for the pictures in the bucket: letters, digits, <c>-</c>, <c>_</c> and <c>/</c>.</summary>
    public string Folder { get; init; } = "id-ocr";

    /// <summary>Whether to delete the stored picture when it was read, and when it was not.</summary>
    public bool DeleteAfterwards { get; init; } = true;

    public bool CropIdCard { get; init; }

    public bool CropPortrait { get; init; } = true;

    public bool CopyWarn { get; init; } = true;

    public bool BorderCheckWarn { get; init; } = true;

    public bool ReshootWarn { get; init; } = true;

    public bool DetectPsWarn { get; init; } = true;

    public bool TempIdWarn { get; init; } = true;

    public bool InvalidDateWarn { get; init; } = true;

    public bool Quality { get; init; } = true;

    public bool MultiCardDetect { get; init; } = true;

    /// <summary>Quality below this is a warning.</summary>
    public double LeastQuality { get; init; } = 50;

    /// <summary>A border score above this is a warning. The vendor's page once recommended 50 or more; its sister function was corrected to 50 or less.</summary>
    public double MostBorder { get; init; } = 50;

    /// <summary>Longest request, 1 to 30 seconds; deleting has 10 at most.</summary>
    public TimeSpan Timeout { get; init; } = VendorHttp.LongestCall;

    /// <summary>Says where, and nothing of the keys.</summary>
    public override string ToString() => $"{Bucket} ({Region})";
}
