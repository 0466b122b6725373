using IdOcrPortal.Recognition.Connectors.TencentCiIdCardOcr;
using IdOcrPortal.Recognition.Connectors.Wire;

namespace IdOcrPortal.Recognition.Tests.Connectors.TencentCiIdCardOcr;

/// <summary>The two-step call (a PUT stores, a GET recognises) where the second step goes wrong: recognised once at most, and nothing stays stored unsaid.</summary>
public sealed class StoredPictureTests
{
    [Fact]
    public async Task A_GET_on_a_kept_connection_that_dies_is_not_sent_twice()
    {
        await using var vendor = new LoopbackVendor(request => request.Method switch
        {
            "PUT" => new WireAnswer(200, ""),
            "GET" => WireAnswer.HangUp,
            _ => new WireAnswer(204, ""),
        });
        using var http = VendorHttp.CreateClient();

        var failed = await FailAsync(vendor, http);

        Assert.Equal((FailureClass.UnknownOutcome, "call.no_answer"), (failed.Failure, failed.Code));
        Assert.Equal(["PUT", "GET", "DELETE"], vendor.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task A_stored_picture_whose_recognition_could_not_be_asked_for_is_deleted_or_said()
    {
        LoopbackVendor? vendor = null;
        await using var stored = vendor = new LoopbackVendor(_ =>
        {
            vendor!.StopListening();
            return new WireAnswer(200, "", ("Connection", "close")) { AnnouncedLength = 0 };
        });
        using var http = VendorHttp.CreateClient();

        var failed = await FailAsync(vendor, http);

        Assert.Equal((FailureClass.Transient, "call.no_connection"), (failed.Failure, failed.Code));
        Assert.Contains($"delete the object {vendor.Request.Target[1..]}", failed.Message, StringComparison.Ordinal);
        Assert.Equal(vendor.Request.Target[1..], failed.LeftObject);
    }

    private static Task<ConnectorException> FailAsync(LoopbackVendor vendor, HttpClient http)
    {
        var options = new TencentCiIdCardOcrOptions
        {
            Endpoint = vendor.Address, Bucket = "cards-1250000000", Region = "ap-singapore", Country = "SG", SecretId = "AKIDFAKE", SecretKey = "SKFAKE", Method = TencentCiMethod.Get,
        };
        return Assert.ThrowsAsync<ConnectorException>(
            () => new TencentCiIdCardOcrConnector(options, http, new ManualClock()).ReadAsync(new DocumentImage(AnyConnectorTests.Picture, null), CancellationToken.None));
    }
}
