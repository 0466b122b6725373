using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IdOcrPortal.Recognition.Signing;

namespace IdOcrPortal.Recognition.Tests.Signing;

/// <summary>
/// One request that a vendor's own client signed, with a stopped clock and invented keys (<c>Vectors/*.json</c>; the header of each file says which client).
/// </summary>
public sealed class GoldenVector
{
    public const string Tc3 = "tc3.json";
    public const string Cos = "cos-q-sign.json";
    public const string Huawei = "huawei-sdk-hmac-sha256.json";

    private readonly JsonElement _vector;

    private GoldenVector(JsonElement vector) => _vector = vector;

    public string Name => Text("name");

    public SigningCredentials Credentials => new(
        Optional("credentials", "secretId") ?? Text("credentials", "ak"),
        Optional("credentials", "secretKey") ?? Text("credentials", "sk"),
        Optional("credentials", "token") ?? Optional("credentials", "securityToken"));

    public DateTimeOffset Clock => DateTimeOffset.FromUnixTimeSeconds(_vector.GetProperty("clock").GetProperty("unixSeconds").GetInt64());

    /// <summary>The headers as sent, by name in any case.</summary>
    public IReadOnlyDictionary<string, string> Headers => _vector.GetProperty("request").GetProperty("headers").EnumerateObject()
        .ToDictionary(header => header.Name, header => header.Value.GetString()!, StringComparer.OrdinalIgnoreCase);

    /// <summary>The query, decoded, in the order of the wire.</summary>
    public KeyValuePair<string, string>[] Query =>
        [.. _vector.GetProperty("request").GetProperty("queryDecoded").EnumerateArray().Select(pair => KeyValuePair.Create(pair[0].GetString()!, pair[1].GetString()!))];

    /// <summary>The bytes that went over the wire, checked against the file's own length and hash.</summary>
    public byte[] Body
    {
        get
        {
            var body = _vector.GetProperty("request").GetProperty("body");
            var bytes = body.TryGetProperty("base64", out var base64) ? base64.GetBytesFromBase64() : Encoding.UTF8.GetBytes(body.GetProperty("utf8").GetString()!);
            Assert.Equal(body.GetProperty("length").GetInt32(), bytes.Length);
            Assert.Equal(body.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
            return bytes;
        }
    }

    public static GoldenVector Find(string file, string name) => Read(file).Single(vector => vector.Name == name);

    public static TheoryData<string> Names(string file) => [.. Read(file).Select(vector => vector.Name)];

    public string Text(params string[] path) => Optional(path) ?? throw new KeyNotFoundException(string.Join('.', path));

    public string? Optional(params string[] path)
    {
        var element = _vector;
        foreach (var name in path)
        {
            if (!element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.GetString();
    }

    private static GoldenVector[] Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Vectors", file)));
        return [.. document.RootElement.GetProperty("vectors").EnumerateArray().Select(vector => new GoldenVector(vector.Clone()))];
    }
}
