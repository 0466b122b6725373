using System.Text.RegularExpressions;

namespace IdOcrPortal.Sandbox.Wire;

/// <summary>Which vendor a request is for: by the production host, else by the first part of the path, else by the signature that it carries.</summary>
internal static partial class VendorAddress
{
    private static readonly (string Prefix, Vendor Vendor)[] Prefixes =
    [
        ("/huawei", Vendor.Huawei), ("/iam", Vendor.Iam), ("/tencent", Vendor.Tencent), ("/cos", Vendor.Cos), ("/accuauth", Vendor.AccuAuth),
    ];

    /// <summary>The vendor and the prefix, or null for an address that is nobody's (the control endpoint among them).</summary>
    internal static (Vendor Vendor, string Prefix)? Of(string host, string path, string? authorization)
    {
        if (OfHost(host) is { } byHost)
        {
            return (byHost, "");
        }

        foreach (var (prefix, vendor) in Prefixes)
        {
            if (path == prefix || path.StartsWith(prefix + "/", StringComparison.Ordinal))
            {
                return (vendor, prefix);
            }
        }

        // The vendors' own clients can be given another host, but no path: they are known by how they sign.
        return authorization switch
        {
            not null when authorization.StartsWith("TC3-HMAC-SHA256", StringComparison.Ordinal) => (Vendor.Tencent, ""),
            not null when authorization.StartsWith("q-sign-algorithm", StringComparison.Ordinal) => (Vendor.Cos, ""),
            _ when path.StartsWith("/v3/", StringComparison.Ordinal) => (Vendor.Iam, ""),
            _ when path.StartsWith("/v2/", StringComparison.Ordinal) => (Vendor.Huawei, ""),
            _ when path.StartsWith("/ocr/", StringComparison.Ordinal) => (Vendor.AccuAuth, ""),
            _ => null,
        };
    }

    /// <summary>The region in a Huawei host, such as <c>ap-southeast-3</c>; null for a host without one.</summary>
    internal static string? HuaweiRegion(string host) =>
        HuaweiHost().Match(host) is { Success: true } match && match.Groups["region"].Success ? match.Groups["region"].Value : null;

    /// <summary>Bucket and region of a COS host; null for another.</summary>
    internal static (string Bucket, string Region)? CosBucket(string host) =>
        CosHost().Match(host) is { Success: true } match ? (match.Groups["bucket"].Value, match.Groups["region"].Value) : null;

    private static Vendor? OfHost(string host) => host.ToLowerInvariant() switch
    {
        var name when HuaweiHost().Match(name) is { Success: true } match => match.Groups["service"].Value == "iam" ? Vendor.Iam : Vendor.Huawei,
        var name when TencentHost().IsMatch(name) => Vendor.Tencent,
        var name when CosHost().IsMatch(name) => Vendor.Cos,
        "cloudapi.indonesia.accuauth.com" or "cloudapi.indonesia.accuauth.com:443" => Vendor.AccuAuth,
        _ => null,
    };

    [GeneratedRegex(@"^(?<service>ocr|iam)(\.(?<region>[a-z]+-[a-z]+-[0-9]+))?\.myhuaweicloud\.(com|cn)(:[0-9]+)?$")]
    private static partial Regex HuaweiHost();

    [GeneratedRegex(@"^ocr(\.intl|\.[a-z]+-[a-z]+)?\.tencentcloudapi\.com(:[0-9]+)?$")]
    private static partial Regex TencentHost();

    [GeneratedRegex(@"^(?<bucket>[a-z0-9-]+-[0-9]+)\.cos\.(?<region>[a-z]+-[a-z]+)\.myqcloud\.com(:[0-9]+)?$")]
    private static partial Regex CosHost();
}
