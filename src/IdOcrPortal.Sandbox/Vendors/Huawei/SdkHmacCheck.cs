using System.Globalization;
using System.Text.RegularExpressions;
using IdOcrPortal.Sandbox.Wire;

namespace IdOcrPortal.Sandbox.Vendors.Huawei;

/// <summary>Proves AK/SK signatures (<c>SDK-HMAC-SHA256</c>) from the request as it came over the wire.</summary>
internal sealed partial class SdkHmacCheck(IReadOnlyList<KeyPair> keys, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private readonly FailureLock locks = new(clock);

    /// <summary>Null if the signature is good, else the gateway's words for what is wrong with it.</summary>
    internal string? Refusal(WireRequest request)
    {
        if (Authorization().Match(request.Header("Authorization") ?? "") is not { Success: true } parts)
        {
            return "Incorrect IAM authentication information: Authorization format is incorrect";
        }

        var access = parts.Groups["ak"].Value;
        if (locks.IsLocked(access))
        {
            return "Incorrect IAM authentication information: AK access failed to reach the limit, forbidden";
        }

        if (Fault(request, access, parts.Groups["names"].Value.Split(';'), parts.Groups["signature"].Value) is { } fault)
        {
            locks.Failed(access);
            return "Incorrect IAM authentication information: " + fault;
        }

        locks.Succeeded(access);
        return null;
    }

    private string? Fault(WireRequest request, string access, string[] names, string signature)
    {
        var date = request.Header("X-Sdk-Date");
        if (!DateTimeOffset.TryParseExact(date, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signedAt))
        {
            return "x-sdk-date is missing or malformed";
        }

        if ((clock.GetUtcNow() - signedAt).Duration() > Window)
        {
            return "verify aksk signature fail, the signature is expired";
        }

        var token = request.Header("X-Security-Token");
        var pair = keys.FirstOrDefault(key => key.Id == access && key.Token == token);
        if (pair is null)
        {
            return keys.Any(key => key.Id == access) ? "verify aksk signature fail, the security token does not fit" : "verify ak access key fail, not exist";
        }

        if (pair.Expires <= clock.GetUtcNow())
        {
            return "verify aksk signature fail, the temporary access key is expired";
        }

        // Host and date are what ties a signature to a place and a time; a token and a text that stands for the body may not be added later.
        string[] essential = ["host", "x-sdk-date",
            .. token is null ? Array.Empty<string>() : ["x-security-token"],
            .. request.Headers.ContainsKey("X-Sdk-Content-Sha256") ? ["x-sdk-content-sha256"] : Array.Empty<string>()];
        if (essential.Except(names).FirstOrDefault() is { } missing)
        {
            return $"verify aksk signature fail, {missing} is not signed";
        }

        if (!names.SequenceEqual(names.Distinct().Order(StringComparer.Ordinal)))
        {
            return "verify aksk signature fail, SignedHeaders is not in order";
        }

        if (names.FirstOrDefault(name => request.Header(name) is null) is { } absent)
        {
            return $"verify aksk signature fail, {absent} is signed but was not sent";
        }

        string canonical = "";
        foreach (var host in request.HostForms())
        {
            canonical = Canonical(request, names, host);
            var toSign = $"SDK-HMAC-SHA256\n{date}\n{Digest.Sha256(canonical)}";
            var expected = Convert.ToHexStringLower(Digest.HmacSha256(System.Text.Encoding.UTF8.GetBytes(pair.Secret), toSign));
            if (Digest.Same(expected, signature))
            {
                return null;
            }
        }

        return "verify aksk signature fail, canonicalRequest: " + canonical.Replace('\n', '|');
    }

    private static string Canonical(WireRequest request, string[] names, string host)
    {
        var path = string.Join('/', request.Path.Split('/').Select(segment => Uri.EscapeDataString(Uri.UnescapeDataString(segment))));
        var query = request.Parameters()
            .Select(pair => (Name: Uri.EscapeDataString(pair.Key), Value: Uri.EscapeDataString(pair.Value)))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => $"{pair.Name}={pair.Value}");
        var headers = string.Concat(names.Select(name => $"{name}:{(name == "host" ? host : request.Header(name)!).Trim()}\n"));
        return string.Join('\n',
            request.Method, path.EndsWith('/') ? path : path + "/", string.Join('&', query), headers, string.Join(';', names), BodyHash(request));
    }

    /// <summary>The text UNSIGNED-PAYLOAD may stand for the body only where the vendor's own clients send it: for a body that is not JSON.</summary>
    private static string BodyHash(WireRequest request)
    {
        const string Unsigned = "UNSIGNED-PAYLOAD";
        var isJson = request.Header("Content-Type")?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) ?? false;
        return !isJson && request.Header("X-Sdk-Content-Sha256") == Unsigned ? Unsigned : Digest.Sha256(request.Body);
    }

    [GeneratedRegex("^SDK-HMAC-SHA256 Access=(?<ak>[^ ,]+), SignedHeaders=(?<names>[a-z0-9;-]+), Signature=(?<signature>[0-9a-f]{64})$")]
    private static partial Regex Authorization();
}
