using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using IdOcrPortal.Sandbox.Wire;

namespace IdOcrPortal.Sandbox.Vendors.Cos;

/// <summary>Proves <c>q-sign-algorithm=sha1</c> signatures from the request as it came over the wire.</summary>
[SuppressMessage("Security", "CA5350", Justification = "The vendor's scheme is built on SHA-1.")]
internal sealed partial class QSignCheck(IReadOnlyList<KeyPair> keys, TimeProvider clock)
{
    /// <summary>Null if the signature is good, else the vendor's code and message.</summary>
    internal (string Code, string Message)? Refusal(WireRequest request)
    {
        if (request.Header("Authorization") is not { } authorization)
        {
            return ("AccessDenied", "Access Denied.");
        }

        if (Authorization().Match(authorization) is not { Success: true } parts)
        {
            return ("InvalidArgument", "The Authorization header is malformed.");
        }

        var candidates = keys.Where(key => key.Id == parts.Groups["ak"].Value).ToList();
        if (candidates.Count == 0)
        {
            return ("InvalidAccessKeyId", "The Access Key Id you provided does not exist in our records.");
        }

        var keyTime = parts.Groups["time"].Value;
        var bounds = keyTime.Split(';').Select(second => long.Parse(second, CultureInfo.InvariantCulture)).ToArray();
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        if (now > bounds[1] || bounds[0] > bounds[1])
        {
            return ("AccessDenied", "Request has expired");
        }

        if (now < bounds[0])
        {
            return ("RequestTimeTooSkewed", "The difference between the request time and the current time is too large.");
        }

        var token = request.Header("x-cos-security-token");
        if (candidates.FirstOrDefault(key => key.Token == token) is not { } pair)
        {
            return ("AccessDenied", "The security token does not fit the key.");
        }

        if (pair.Expires <= clock.GetUtcNow())
        {
            return ("ExpiredToken", "The security token has expired.");
        }

        var signKey = Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(pair.Secret), Encoding.UTF8.GetBytes(keyTime)));
        var isProved = HttpString(request, Names(parts, "headers"), Names(parts, "parameters")) is { } httpString
            && Digest.Same(Signature(signKey, keyTime, httpString), parts.Groups["signature"].Value);
        return isProved ? null : ("SignatureDoesNotMatch", "The Signature you specified is invalid.");
    }

    private static string Signature(string signKey, string keyTime, string httpString)
    {
        var toSign = $"sha1\n{keyTime}\n{Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(httpString)))}\n";
        return Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(signKey), Encoding.UTF8.GetBytes(toSign)));
    }

    /// <summary>
    /// Null if a listed header or parameter did not come along exactly once, or a list is out of order. What is not listed is not covered: the vendor
    /// accepts any list whose members arrive unchanged.
    /// </summary>
    private static string? HttpString(WireRequest request, string[] headerNames, string[] parameterNames)
    {
        var headers = request.Headers.Where(header => header.Value.Count == 1).Select(header => KeyValuePair.Create(header.Key, header.Value[0]!.Trim()));
        return Listed(headers, headerNames) is { } listedHeaders && Listed(request.Parameters(), parameterNames) is { } listedParameters
            ? $"{request.Method.ToLowerInvariant()}\n{Uri.UnescapeDataString(request.PathBelowPrefix)}\n{listedParameters}\n{listedHeaders}\n"
            : null;
    }

    private static string? Listed(IEnumerable<KeyValuePair<string, string>> sent, string[] names)
    {
        if (!names.SequenceEqual(names.Distinct().Order(StringComparer.Ordinal)))
        {
            return null;
        }

        // Names are encoded first and put into lower case then, so that an encoded letter is lower case too; values keep their case.
        var byName = sent.ToLookup(pair => Uri.EscapeDataString(pair.Key).ToLowerInvariant(), pair => Uri.EscapeDataString(pair.Value));
        return names.All(name => byName[name].Count() == 1) ? string.Join('&', names.Select(name => $"{name}={byName[name].Single()}")) : null;
    }

    private static string[] Names(Match parts, string group) => parts.Groups[group].Value is { Length: > 0 } list ? list.Split(';') : [];

    [GeneratedRegex("^q-sign-algorithm=sha1&q-ak=(?<ak>[^&]+)&q-sign-time=(?<time>[0-9]{1,12};[0-9]{1,12})&q-key-time=\\k<time>&q-header-list=(?<headers>[^&A-Z]*)&q-url-param-list=(?<parameters>[^&A-Z]*)&q-signature=(?<signature>[0-9a-f]{40})$")]
    private static partial Regex Authorization();
}
