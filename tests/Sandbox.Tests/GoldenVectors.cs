using System.Text;
using System.Text.Json;

namespace IdOcrPortal.Sandbox.Tests;

/// <summary>A request that a vendor's own client signed, with the settings under which it is good.</summary>
internal sealed record GoldenVector(string Name, string Scheme, DateTimeOffset Clock, KeyPair Key, string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    internal string Target => Query.Length > 0 ? $"{Path}?{Query}" : Path;

    internal string Host => Headers.First(header => header.Key.Equals("Host", StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The same request with another value in one header.</summary>
    internal GoldenVector With(string header, string value) => this with
    {
        Headers = Headers.Where(pair => !pair.Key.Equals(header, StringComparison.OrdinalIgnoreCase)).Append(new(header, value)).ToDictionary(),
    };

    internal Task<WireReply> SendAsync(RunningSandbox sandbox) => sandbox.SendAsync(Method, Target, Headers, Body);
}

/// <summary>All vectors, and the sandbox that knows their keys.</summary>
internal static class GoldenVectors
{
    internal const string HuaweiProject = "0123456789abcdef0123456789abcdef";

    internal static IReadOnlyList<GoldenVector> All { get; } =
        [.. Load("huawei-sdk-hmac-sha256", "ak", "sk", "securityToken"), .. Load("tc3", "secretId", "secretKey", "token"), .. Load("cos-q-sign", "secretId", "secretKey", "token")];

    internal static GoldenVector Find(string name) => All.Single(vector => vector.Name == name);

    /// <param name="secret">Changes the secrets that the sandbox knows.</param>
    internal static SandboxSettings Settings(Func<string, string>? secret = null)
    {
        IReadOnlyList<KeyPair> Keys(string scheme) => [.. All.Where(vector => vector.Scheme == scheme).Select(vector => vector.Key).Distinct()
            .Select(key => key with { Secret = secret is null ? key.Secret : secret(key.Secret) })];
        return new()
        {
            Huawei = new()
            {
                Projects = new() { ["ap-southeast-3"] = HuaweiProject, ["ap-southeast-1"] = HuaweiProject },
                Keys = Keys("huawei-sdk-hmac-sha256"),
                Account = "account",
                User = "user",
                Password = "password",
            },
            Tencent = new() { Keys = Keys("tc3") },
            Cos = new() { Keys = Keys("cos-q-sign"), Bucket = "examplebucket-1250000000", Region = "ap-singapore" },
            AccuAuth = new() { Id = "id", Secret = "secret", ExpiredIds = ["old"] },
            // Most tests tell the truth themselves.
            Reader = new() { Workers = 0 },
        };
    }

    private static IEnumerable<GoldenVector> Load(string scheme, string id, string secret, string token)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Vectors", scheme + ".json")));
        foreach (var vector in file.RootElement.GetProperty("vectors").EnumerateArray())
        {
            var credentials = vector.GetProperty("credentials");
            var request = vector.GetProperty("request");
            yield return new(
                vector.GetProperty("name").GetString()!, scheme,
                DateTimeOffset.FromUnixTimeSeconds(vector.GetProperty("clock").GetProperty("unixSeconds").GetInt64()),
                new(credentials.GetProperty(id).GetString()!, credentials.GetProperty(secret).GetString()!, credentials.TryGetProperty(token, out var given) ? given.GetString() : null),
                request.GetProperty("method").GetString()!, request.GetProperty("rawPath").GetString()!, request.GetProperty("rawQuery").GetString()!,
                request.GetProperty("headers").EnumerateObject().ToDictionary(header => header.Name, header => header.Value.GetString()!), Body(request.GetProperty("body")));
        }
    }

    private static byte[] Body(JsonElement body) =>
        body.TryGetProperty("utf8", out var text) ? Encoding.UTF8.GetBytes(text.GetString()!)
        : body.TryGetProperty("base64", out var base64) ? base64.GetBytesFromBase64()
        : throw new InvalidDataException("A vector's body is neither text nor Base64.");
}
