using System.Security.Cryptography;
using System.Text;
using IdOcrPortal.Sandbox.Vendors.Cos;

namespace IdOcrPortal.Sandbox.Tests;

/// <summary>Corners of the schemes that the vendors' recorded requests do not touch.</summary>
public sealed class SchemeCornerTests
{
    [Theory]
    [InlineData("application/octet-stream", true, "AIS.0101")]
    [InlineData("application/json", true, "APIG.0301")]
    [InlineData("application/octet-stream", false, "APIG.0301")]
    public async Task Huawei_takes_the_text_for_the_body_only_if_it_is_signed_and_the_body_is_not_json(string contentType, bool isSigned, string code)
    {
        var clock = new FixedClock(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));
        await using var sandbox = await RunningSandbox.StartAsync(GoldenVectors.Settings(), clock);
        var key = GoldenVectors.Find("huawei-cambodian-image").Key;
        const string Path = $"/v2/{GoldenVectors.HuaweiProject}/ocr/cambodian-idcard";
        var names = isSigned ? "content-type;host;x-sdk-content-sha256;x-sdk-date" : "content-type;host;x-sdk-date";
        var canonical = $"POST\n{Path}/\n\ncontent-type:{contentType}\nhost:127.0.0.1\n{(isSigned ? "x-sdk-content-sha256:UNSIGNED-PAYLOAD\n" : "")}x-sdk-date:20260304T050607Z\n\n{names}\nUNSIGNED-PAYLOAD";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key.Secret), Encoding.UTF8.GetBytes($"SDK-HMAC-SHA256\n20260304T050607Z\n{hash}")));
        var reply = await sandbox.SendAsync("POST", Path,
        [
            new("Host", "127.0.0.1"), new("Content-Type", contentType), new("Content-Length", "2"), new("X-Sdk-Date", "20260304T050607Z"),
            new("X-Sdk-Content-Sha256", "UNSIGNED-PAYLOAD"), new("Authorization", $"SDK-HMAC-SHA256 Access={key.Id}, SignedHeaders={names}, Signature={signature}"),
        ], "{}"u8.ToArray());
        Assert.Equal(code, reply.ErrorCode);
    }

    [Fact]
    public void Crc64_has_the_check_value_of_its_catalogue_entry() => Assert.Equal(0x995DC9BBDF1939FAUL, Crc64.Of("123456789"u8));
}
