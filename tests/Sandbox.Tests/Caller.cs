using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace IdOcrPortal.Sandbox.Tests;

/// <summary>A caller with good credentials: the plainest client that each sheet allows.</summary>
internal sealed class Caller(RunningSandbox sandbox, FixedClock clock)
{
    private static KeyPair Tencent => GoldenVectors.Find("tc3-post-empty-object").Key;

    private static KeyPair Cos => GoldenVectors.Find("cos-get-idcard").Key;

    internal Task<WireReply> LoginAsync(string password = "password", object? scope = null)
    {
        var login = new
        {
            auth = new
            {
                identity = new { methods = new[] { "password" }, password = new { user = new { name = "user", password, domain = new { name = "account" } } } },
                scope = scope ?? new { project = new { name = "ap-southeast-3" } },
            },
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(login);
        return sandbox.SendAsync("POST", "/iam/v3/auth/tokens?nocatalog=true", [Host, .. Json(body)], body);
    }

    /// <summary>Logs in and calls a Huawei function with the token.</summary>
    internal async Task<WireReply> HuaweiAsync(string function, object request, string? token = null)
    {
        token ??= (await LoginAsync()).Headers["X-Subject-Token"];
        var body = request as byte[] ?? JsonSerializer.SerializeToUtf8Bytes(request);
        return await sandbox.SendAsync("POST", $"/huawei/v2/{GoldenVectors.HuaweiProject}/ocr/{function}", [Host, new("X-Auth-Token", token), .. Json(body)], body);
    }

    internal Task<WireReply> TencentAsync(object request, params KeyValuePair<string, string>[] changes)
    {
        var body = request as byte[] ?? JsonSerializer.SerializeToUtf8Bytes(request);
        var now = clock.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var date = clock.Now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var canonical = $"POST\n/tencent\n\ncontent-type:application/json\nhost:127.0.0.1\n\ncontent-type;host\n{Hex(SHA256.HashData(body))}";
        var key = Hmac(Hmac(Hmac(Encoding.UTF8.GetBytes("TC3" + Tencent.Secret), date), "ocr"), "tc3_request");
        var signature = Hex(Hmac(key, $"TC3-HMAC-SHA256\n{now}\n{date}/ocr/tc3_request\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}"));
        KeyValuePair<string, string>[] headers =
        [
            Host, .. Json(body), new("X-TC-Action", "MLIDCardOCR"), new("X-TC-Version", "2018-11-19"), new("X-TC-Timestamp", now),
            new("Authorization", $"TC3-HMAC-SHA256 Credential={Tencent.Id}/{date}/ocr/tc3_request, SignedHeaders=content-type;host, Signature={signature}"),
        ];
        return sandbox.SendAsync("POST", "/tencent", [.. headers.ExceptBy(changes.Select(change => change.Key), header => header.Key), .. changes], body);
    }

    /// <param name="headers">More header lines; without Content-Length among them the body's length is given.</param>
    [SuppressMessage("Security", "CA5350", Justification = "The vendor's scheme is built on SHA-1.")]
    internal Task<WireReply> CosAsync(string method, string key, string query, byte[] body, params KeyValuePair<string, string>[] headers)
    {
        var time = string.Create(CultureInfo.InvariantCulture, $"{clock.Now.ToUnixTimeSeconds() - 1};{clock.Now.ToUnixTimeSeconds() + 900}");
        var signKey = Hex(HMACSHA1.HashData(Encoding.UTF8.GetBytes(Cos.Secret), Encoding.UTF8.GetBytes(time)));
        var httpString = $"{method.ToLowerInvariant()}\n/{key}\n\nhost=127.0.0.1\n";
        var toSign = $"sha1\n{time}\n{Hex(SHA1.HashData(Encoding.UTF8.GetBytes(httpString)))}\n";
        var signature = Hex(HMACSHA1.HashData(Encoding.UTF8.GetBytes(signKey), Encoding.UTF8.GetBytes(toSign)));
        var authorization = $"q-sign-algorithm=sha1&q-ak={Cos.Id}&q-sign-time={time}&q-key-time={time}&q-header-list=host&q-url-param-list=&q-signature={signature}";
        KeyValuePair<string, string>[] length = method == "PUT" && !headers.Any(header => header.Key == "Transfer-Encoding") ? [new("Content-Length", Pictures.Length(body))] : [];
        return sandbox.SendAsync(method, $"/cos/{key}{query}", [Host, new("Authorization", authorization), .. length, .. headers], body);
    }

    internal Task<WireReply> AccuAuthAsync(string contentType, byte[] body, string id = "id", string secret = "secret") => sandbox.SendAsync("POST", "/accuauth/ocr/idcard",
        [Host, new("X-DF-API-ID", id), new("X-DF-API-SECRET", secret), new("Content-Type", contentType), new("Content-Length", Pictures.Length(body))], body);

    internal Task<WireReply> AccuAuthFileAsync(byte[] picture, string part = "name=\"file\"") => AccuAuthAsync("multipart/form-data; boundary=frontier",
        [.. Encoding.UTF8.GetBytes($"--frontier\r\nContent-Disposition: form-data; {part}; filename=\"card.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"), .. picture, .. "\r\n--frontier--\r\n"u8]);

    private static KeyValuePair<string, string> Host => new("Host", "127.0.0.1");

    private static KeyValuePair<string, string>[] Json(byte[] body) => [new("Content-Type", "application/json"), new("Content-Length", Pictures.Length(body))];

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
