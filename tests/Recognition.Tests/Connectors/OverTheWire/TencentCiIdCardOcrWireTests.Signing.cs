using System.Text.Json;
using IdOcrPortal.Documents;
using IdOcrPortal.Recognition.Connectors.TencentCiIdCardOcr;
using static IdOcrPortal.Recognition.Tests.Connectors.OverTheWire.SandboxVendors;

namespace IdOcrPortal.Recognition.Tests.Connectors.OverTheWire;

/// <summary>What is signed, and what is said to wrong keys and clocks.</summary>
public sealed partial class TencentCiIdCardOcrWireTests
{
    [Fact]
    public async Task Every_parameter_and_every_header_that_ties_a_request_to_its_place_is_signed()
    {
        await using var vendor = new LoopbackVendor(request => new WireAnswer(request.Method == "DELETE" ? 204 : 200, "<Response><IdInfo><Name>王</Name></IdInfo></Response>"));
        foreach (var method in Enum.GetValues<TencentCiMethod>())
        {
            await sandbox.Ci(options => options with { Method = method, Endpoint = vendor.Address, Token = "cos-token", CropIdCard = true })
                .ReadAsync(new DocumentImage(Jpeg(600, 800), null) { Side = CardSide.Front }, CancellationToken.None);
        }

        Assert.Equal(["PUT", "DELETE", "PUT", "GET", "DELETE"], vendor.Requests.Select(request => request.Method));
        foreach (var request in vendor.Requests)
        {
            var signed = request.Header("Authorization")!.Split('&').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1].Split(';'));
            var sent = request.Head.Split("\r\n").Skip(1).Where(line => line.Length > 0).Select(line => line.Split(':')[0].ToLowerInvariant());
            var parameters = request.Target.Split('?') is [_, var query] ? query.Split('&').Select(pair => pair.Split('=')[0].ToLowerInvariant()) : [""];

            Assert.Equal(parameters.Order(StringComparer.Ordinal), signed["q-url-param-list"]);

            // Sent and not signed: what signs; the token, as by the vendor's own client; and the length of a GET, which has no body.
            Assert.Equal(sent.Except(["authorization", "x-cos-security-token", request.Method == "GET" ? "content-length" : ""]).Order(StringComparer.Ordinal), signed["q-header-list"]);
            Assert.Equal(request.Method switch { "PUT" => ["content-length", "content-type", "host"], "DELETE" => ["content-length", "host"], _ => ["host"] }, signed["q-header-list"]);
        }
    }

    [Theory]
    [InlineData("AKIDOTHER", null, null, FailureClass.Credential, "InvalidAccessKeyId")]
    [InlineData(null, "wrong", null, FailureClass.Credential, "SignatureDoesNotMatch")]
    [InlineData(null, null, "wrong", FailureClass.Credential, "AccessDenied")]
    public async Task Wrong_keys_are_said_with_the_vendors_code(string? id, string? secret, string? token, FailureClass failure, string code)
    {
        var connector = sandbox.Ci(options => options with { SecretId = id ?? options.SecretId, SecretKey = secret ?? options.SecretKey, Token = token });

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => connector.ReadAsync(new DocumentImage(Jpeg(600, 800), null), CancellationToken.None));

        Assert.Equal((failure, code), (failed.Failure, failed.Code));
        Assert.Contains("delete the object id-ocr/", failed.Message, StringComparison.Ordinal); // it could not be deleted with those keys either
    }

    [Theory]
    [InlineData(TencentCiMethod.Put)]
    [InlineData(TencentCiMethod.Get)]
    public async Task Temporary_keys_are_taken_with_their_token(TencentCiMethod method) =>
        Assert.Equal("chn-id", (await ReadAsync(Card(), options => options with { Token = "cos-token", Method = method })).TypeId);

    [Theory]
    [InlineData(901, "AccessDenied")]
    [InlineData(-2, "RequestTimeTooSkewed")]
    public async Task A_clock_that_is_off_is_said_as_refused_credentials(int seconds, string code)
    {
        var picture = await sandbox.PictureAsync([Card()]);
        await sandbox.AheadAsync(TimeSpan.FromSeconds(seconds));

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => sandbox.Ci().ReadAsync(picture, CancellationToken.None));

        Assert.Equal((FailureClass.Credential, code), (failed.Failure, failed.Code));
    }
}
