using System.Text.Json.Nodes;
using IdOcrPortal.Documents;
using IdOcrPortal.Recognition.Connectors.HuaweiIdDocument;
using IdOcrPortal.Recognition.Connectors.Wire;

namespace IdOcrPortal.Recognition.Tests.Connectors.HuaweiIdDocument;

public sealed class HuaweiIdDocumentTests : AnyConnectorTests
{
    private const string Sample = """
        {"result":{"country_region":"ALB","id_type":"ID","side":"front","first_name":"ARBEN","last_name":"HOXHA","sex":"M","nationality":"ALB","birth_date":"1980-01-01","issue_date":"2019-01-01",
        "expiry_date":"2029-01-01","document_number":"025149801","address":"TIRANE","issuing_authority":"MB","portrait_image":"/9j/4AAEAAD/2gACqv/Z","confidence":{"sex":0.9,"last_name":"0.8","other":1}}}
        """;

    internal override WireAnswer Good { get; } = new(200, Sample, ("X-Request-Id", "id-1"));

    internal override IConnector Create(Uri address, HttpClient http) => Create(address, http, allowRetired: true);

    private HuaweiIdDocumentConnector Create(Uri address, HttpClient http, bool allowRetired) => new(
        new HuaweiIdDocumentOptions { AllowRetired = allowRetired, Endpoint = address, ProjectId = "p1", AccessKey = "AKFAKE", SecretKey = "SKFAKE" }, http, Clock);

    [Fact]
    public async Task Reads_every_field_with_its_confidence_and_side()
    {
        var (reading, _) = await ReadAsync(Good);

        Assert.Equal(
            [
                ("document_number", "025149801", null), ("surname", "HOXHA", 0.8), ("given_names", "ARBEN", null), ("sex", "M", 0.9), ("nationality", "ALB", null), ("birth_date", "1980-01-01", null),
                ("issue_date", "2019-01-01", null), ("expiry_date", "2029-01-01", null), ("address", "TIRANE", null), ("issuing_authority", "MB", (double?)null),
            ],
            reading.Evidence.Claims.Select(claim => (claim.Field, claim.Text, claim.Confidence)));
        Assert.All(reading.Evidence.Claims, claim => Assert.Equal(CardSide.Front, claim.Side));
        Assert.Equal(("alb-id", "id-1", CoverageResult.RanClear), (reading.TypeId, reading.RequestId, reading.Coverage[Coverage.Portrait]));
        var birth = DocumentTypes.Find("alb-id")!.Prove(reading.Evidence, Today).Fields.Single(field => field.Name == FieldNames.BirthDate);
        Assert.Equal("1980-01-01", birth.Normalised);
    }

    [Theory]
    [InlineData("VNM", "PP DL ID", "passport vnm-dl vnm-id")]
    [InlineData("IND", "PP", "passport")]
    [InlineData("PHL", "PP DL ID", "passport phl-dl phl-umid")]
    [InlineData("ALB", "PP DL ID", "passport alb-dl alb-id")]
    [InlineData("BRA", "PP", "passport")]
    [InlineData("IDN", "PP", "passport")]
    [InlineData("MYS", "PP", "passport")]
    [InlineData("NGA", "PP", "passport")]
    [InlineData("PAK", "PP", "passport")]
    [InlineData("RUS", "PP", "passport")]
    [InlineData("TWN", "PP", "passport")]
    [InlineData("UKR", "PP", "passport")]
    [InlineData("THA", "ID PP", "tha-id passport")]
    [InlineData("CHL", "ID PP", "chl-id passport")]
    [InlineData("HKG", "ID", "hkg-id")]
    public async Task Knows_every_region_and_kind_of_the_table(string region, string kinds, string types)
    {
        var expected = kinds.Split(' ').Zip(types.Split(' ')).ToDictionary(pair => pair.First, pair => pair.Second);
        foreach (var kind in new[] { "PP", "DL", "ID" })
        {
            var answer = JsonNode.Parse(Sample)!;
            (answer["result"]!["country_region"], answer["result"]!["id_type"]) = (region, kind);
            var (reading, _) = await ReadAsync(new WireAnswer(200, answer.ToJsonString()));

            Assert.Equal(expected.GetValueOrDefault(kind), reading.TypeId);
            Assert.True(reading.TypeId is null || DocumentTypes.Find(reading.TypeId) is not null);
        }
    }

    [Theory]
    [InlineData("vnm-id", """["VNM"]""", """["ID"]""")]
    [InlineData("passport", """["VNM","IND","PHL","ALB","BRA","IDN","MYS","NGA","PAK","RUS","TWN","UKR","THA","CHL"]""", """["PP"]""")]
    [InlineData(null, """["VNM","IND","PHL","ALB","BRA","IDN","MYS","NGA","PAK","RUS","TWN","UKR","THA","CHL","HKG"]""", "[]")]
    public async Task Asks_with_arrays_for_what_was_requested(string? type, string regions, string kinds)
    {
        await using var vendor = new LoopbackVendor(_ => Good);
        using var http = VendorHttp.CreateClient();
        await Create(vendor.Address, http).ReadAsync(Image(type), CancellationToken.None);

        Assert.Equal("/v2/p1/ocr/id-document", vendor.Request.Target);
        Assert.Equal($"{{\"image\":\"{Convert.ToBase64String(Picture)}\",\"country_region\":{regions},\"id_type\":{kinds},\"return_portrait_image\":true}}", vendor.Request.Text);
    }

    [Fact]
    public async Task Sends_nothing_unless_the_retired_service_is_explicitly_allowed()
    {
        await using var vendor = new LoopbackVendor(_ => Good);
        using var http = VendorHttp.CreateClient();
        var connector = Create(vendor.Address, http, allowRetired: false);

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => connector.ReadAsync(Image(), CancellationToken.None));

        Assert.Equal((FailureClass.Configuration, "service.retired"), (failed.Failure, failed.Code));
        Assert.Equal(new DateOnly(2025, 2, 18), connector.Info.RetiredOn);
        Assert.Empty(vendor.Requests);
    }

    [Theory]
    [InlineData(404, "APIG.0101")]
    [InlineData(403, "ModelArts.4204")]
    [InlineData(400, "ModelArts.4503")]
    [InlineData(400, "ModelArts.4508")]
    public async Task The_answers_of_a_function_that_was_taken_away_are_said_as_retired(int status, string code)
    {
        var failed = await FailAsync(new WireAnswer(status, $$"""{"error_code":"{{code}}","error_msg":"x"}"""));

        Assert.Equal((FailureClass.Configuration, code), (failed.Failure, failed.Code));
        Assert.Contains("ended this service", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"result":{"country_region":"ALB","id_type":"ID","side":"front"}}""")] // the vendor's own sample
    [InlineData("""{"result":{}}""")]
    public async Task An_answer_without_fields_asks_for_a_new_photo(string body) => Assert.Equal("answer.empty", (await FailAsync(new WireAnswer(200, body))).Code);
}
