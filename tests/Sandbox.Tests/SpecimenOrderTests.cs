using System.Text;
using System.Text.Json;

namespace IdOcrPortal.Sandbox.Tests;

/// <summary>Orders that only a request with a certain specimen takes.</summary>
public sealed class SpecimenOrderTests(ReadingSandbox shared) : IClassFixture<ReadingSandbox>
{
    public static TheoryData<string, string, string, string, string> Orders => new()
    {
        { "huawei", "cambodian-idcard", "khm-id-clean.jpg", "khm-id-photocopy-clean.jpg", "APIG.0308" },
        { "huawei", "id-document", "tha-id-phone.jpg", "hkg-id-clean.jpg", "AIS.0105" },
        { "tencent", "MLIDCardOCR", "mys-mykad-phone.jpg", "mys-ikad-clean.jpg", "FailedOperation.ImageBlur" },
        { "cos", "IDCardOCR", "chn-id-degraded.jpg", "chn-id-back-clean.jpg", "FailedOperation.MultiCardError" },
        { "accuAuth", "idcard", "idn-ktp-phone.jpg", "idn-ktp-several-clean.jpg", "OUT_OF_QUOTA" },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task An_order_for_a_specimen_waits_for_a_picture_of_it(string vendor, string service, string file, string other, string code)
    {
        await shared.Sandbox.ControlAsync("POST", "/scenarios", new { vendor, kind = "error", code, specimen = SpecimenFiles.Named(file).Code.PadRight(30, '<') });

        Assert.Equal("", (await shared.Services.AskAsync(service, SpecimenFiles.Named(other).Bytes)).Error);
        Assert.NotEqual(code, (await shared.Services.AskAsync(service, Pictures.Png(800, 500))).Error);
        Assert.Equal(code, (await shared.Services.AskAsync(service, SpecimenFiles.Named(file).Bytes)).Error);
        Assert.Equal("", (await shared.Services.AskAsync(service, SpecimenFiles.Named(file).Bytes)).Error);
    }

    [Fact]
    public async Task A_stored_object_is_looked_at_too()
    {
        var picture = SpecimenFiles.Named("chn-id-phone.jpg");
        await shared.Caller.CosAsync("PUT", "cards/stored.jpg", "", picture.Bytes);
        await shared.Sandbox.ControlAsync("POST", "/scenarios", new { vendor = "cos", kind = "error", code = "FailedOperation.OcrFailed", specimen = picture.Code });

        Assert.Equal(200, (await shared.Caller.CosAsync("GET", "cards/stored.jpg", "", [])).Status);
        Assert.Equal("FailedOperation.OcrFailed", (await shared.Caller.CosAsync("GET", "cards/stored.jpg", "?ci-process=IDCardOCR", [])).ErrorCode);
    }

    [Fact]
    public async Task A_request_without_a_picture_is_answered_as_without_the_order()
    {
        await shared.Sandbox.ControlAsync("POST", "/scenarios", new { vendor = "accuAuth", kind = "error", code = "OUT_OF_QUOTA", specimen = "SPECIMEN<IDN<KTP<0015" });

        Assert.Equal("INVALID_ARGUMENT", (await shared.Caller.AccuAuthAsync("application/json", "{}"u8.ToArray())).ErrorCode);
        await shared.Sandbox.ControlAsync("DELETE", "/scenarios");
    }

    [Theory]
    [InlineData("""{"vendor":"tencent","kind":"drop","specimen":"SPECIMEN<MYS<MYKAD<4711"}""")]
    [InlineData("""{"vendor":"tencent","kind":"drop","specimen":""}""")]
    [InlineData("""{"vendor":"iam","kind":"drop","specimen":"SPECIMEN<IDN<KTP<0015"}""")]
    public async Task Refuses_an_order_that_no_picture_can_take(string order)
    {
        var body = Encoding.UTF8.GetBytes(order);
        var reply = await shared.Sandbox.SendAsync("POST", "/control/scenarios", [new("Host", "127.0.0.1"), new("Content-Type", "application/json"), new("Content-Length", Pictures.Length(body))], body);
        Assert.Equal(400, reply.Status);
        Assert.Contains("specimen", JsonSerializer.Deserialize<string>(reply.Body), StringComparison.Ordinal);
    }
}
