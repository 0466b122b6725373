using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IdOcrPortal.Sandbox.Wire;

namespace IdOcrPortal.Sandbox.Vendors.Tencent;

/// <summary>Proves <c>TC3-HMAC-SHA256</c> signatures from the request as it came over the wire.</summary>
internal sealed partial class Tc3Check(IReadOnlyList<KeyPair> keys, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Null if the signature is good, else the vendor's code and message.</summary>
    internal (string Code, string Message)? Refusal(WireRequest request)
    {
        if (Authorization().Match(request.Header("Authorization") ?? "") is not { Success: true } parts)
        {
            return ("AuthFailure.InvalidAuthorization", "The request header `Authorization` is missing or does not have the TC3 format.");
        }

        var (id, date, service) = (parts.Groups["id"].Value, parts.Groups["date"].Value, parts.Groups["service"].Value);
        if (!id.StartsWith("AKID", StringComparison.Ordinal))
        {
            return ("AuthFailure.InvalidSecretId", "The SecretId is not a Cloud API key.");
        }

        var candidates = keys.Where(key => key.Id == id).ToList();
        if (candidates.Count == 0)
        {
            return ("AuthFailure.SecretIdNotFound", "The SecretId is not found, please ensure that your SecretId is correct.");
        }

        if (request.Header("X-TC-Timestamp") is not { } text || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 253_402_300_799)
        {
            return ("MissingParameter", "The request header `X-TC-Timestamp` is missing or no Unix time.");
        }

        var signedAt = DateTimeOffset.FromUnixTimeSeconds(seconds);
        if ((clock.GetUtcNow() - signedAt).Duration() > Window)
        {
            return ("AuthFailure.SignatureExpire", "The signature has expired: the timestamp differs from the server time by more than five minutes.");
        }

        var token = request.Header("X-TC-Token");
        if (candidates.FirstOrDefault(key => key.Token == token) is not { } pair || pair.Expires <= clock.GetUtcNow())
        {
            return ("AuthFailure.TokenFailure", "The token does not fit the key, or it has expired.");
        }

        var names = parts.Groups["names"].Value.Split(';');
        var isWhole = date == signedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            && names.Contains("content-type") && names.Contains("host")
            && names.SequenceEqual(names.Distinct().Order(StringComparer.Ordinal))
            && names.All(name => request.Header(name) is not null);
        var kDate = Digest.HmacSha256(Encoding.UTF8.GetBytes("TC3" + pair.Secret), date);
        var kSigning = Digest.HmacSha256(Digest.HmacSha256(kDate, service), "tc3_request");
        var isProved = isWhole && Canonicals(request, names).Any(canonical => Digest.Same(
            Convert.ToHexStringLower(Digest.HmacSha256(kSigning, $"TC3-HMAC-SHA256\n{text}\n{date}/{service}/tc3_request\n{Digest.Sha256(canonical)}")),
            parts.Groups["signature"].Value));
        return isProved ? null : ("AuthFailure.SignatureFailure", "The provided credentials could not be validated. Please check your signature is correct.");
    }

    /// <summary>
    /// What the client may have signed: the host with or without its port, header values as sent or in lower case (the scheme asks for lower case, the
    /// vendor's own client leaves them).
    /// </summary>
    private static IEnumerable<string> Canonicals(WireRequest request, string[] names)
    {
        var payload = request.Method == "GET" ? Digest.Sha256("") : Digest.Sha256(request.Body);
        foreach (var host in request.HostForms())
        {
            foreach (var lower in (bool[])[false, true])
            {
                var headers = names.Select(name => (Name: name, Value: (name == "host" ? host : request.Header(name)!).Trim()));
                yield return string.Join('\n',
                    request.Method, request.Path, request.Method == "GET" ? request.Query : "",
                    string.Concat(headers.Select(header => $"{header.Name}:{(lower ? header.Value.ToLowerInvariant() : header.Value)}\n")),
                    string.Join(';', names), payload);
            }
        }
    }

    [GeneratedRegex("^TC3-HMAC-SHA256 Credential=(?<id>[^/ ,]+)/(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})/(?<service>[a-z0-9]+)/tc3_request, SignedHeaders=(?<names>[a-z0-9;-]+), Signature=(?<signature>[0-9a-f]{64})$")]
    private static partial Regex Authorization();
}
