using System.Text.Json.Nodes;
using IdOcrPortal.Documents;
using IdOcrPortal.Recognition.Connectors.TencentMLIDCardOcr;
using IdOcrPortal.Recognition.Connectors.Wire;
using IdOcrPortal.Recognition.Signing;

namespace IdOcrPortal.Recognition.Tests.Connectors.TencentMLIDCardOcr;

public sealed class TencentMLIDCardOcrTests : AnyConnectorTests
{
    // The form of the vendor's published sample: a misread sex, no birthday on a MyKad, confidences as texts in JSON in a text, Warn and no WarnCardInfos.
    private const string Sample = """
        {"Response":{"ID":"710716-08-6085","Name":"CONTOH BIN CONTOH","Address":"NO 1 JALAN CONTOH 31000 BATU GAJAH PERAK","Sex":"LEAKI","Warn":[],"Image":"","Birthday":"","Type":"MyKad",
        "AdvancedInfo":"{\"ID\":{\"Confidence\":\"0.9996\"},\"Sex\":{\"Confidence\":\"0.9999\"},\"Name\":{\"Confidence\":\"high\"},\"Birthday\":{\"Confidence\":\"0\"}}","RequestId":"98f97fae-0aae-4e1c-b8a7-e4d4c6e5b5f2"}}
        """;

    internal override WireAnswer Good { get; } = new(200, Sample, ("Content-Type", "application/json"));

    internal override IConnector Create(Uri address, HttpClient http) => Create(address, http, options => options);

    private TencentMLIDCardOcrConnector Create(Uri address, HttpClient http, Func<TencentMLIDCardOcrOptions, TencentMLIDCardOcrOptions> set) =>
        new(set(new TencentMLIDCardOcrOptions { Endpoint = address, SecretId = "AKIDFAKE", SecretKey = "SKFAKE" }), http, Clock);

    [Fact]
    public async Task Reads_every_field_as_the_service_wrote_it()
    {
        var (reading, _) = await ReadAsync(Good);

        Assert.Equal(
            [
                ("document_number", "710716-08-6085", 0.9996), ("full_name", "CONTOH BIN CONTOH", null), ("sex", "LEAKI", 0.9999),
                ("address", "NO 1 JALAN CONTOH 31000 BATU GAJAH PERAK", null), ("card_kind", "MyKad", (double?)null),
            ],
            reading.Evidence.Claims.Select(claim => (claim.Field, claim.Text, claim.Confidence)));
        Assert.Equal(("mys-mykad", "98f97fae-0aae-4e1c-b8a7-e4d4c6e5b5f2"), (reading.TypeId, reading.RequestId));
        Assert.Equal((CoverageResult.RanClear, CoverageResult.RanWarning), (reading.Coverage[Coverage.Confidence], reading.Coverage[Coverage.Portrait]));
    }

    [Fact]
    public async Task Its_sample_asks_for_a_look_at_LEAKI_and_proposes_LELAKI()
    {
        var (reading, _) = await ReadAsync(Good);

        var proof = DocumentTypes.Find(reading.TypeId!)!.Prove(reading.Evidence, Today);

        Assert.Equal(FieldStatus.Attention, proof.Fields.Single(field => field.Name == FieldNames.Sex).Status);
        var proposal = Assert.Single(proof.Proposals);
        Assert.Equal(("sex", "LEAKI", "LELAKI"), (proposal.Field, proposal.Before, proposal.After));
        Assert.Equal(("1971-07-16", ClaimSource.DocumentNumber), proof.Fields.Where(field => field.Name == FieldNames.BirthDate).Select(field => (field.Normalised, field.Source)).Single());
    }

    [Theory]
    [InlineData("MyKad", "mys-mykad")]
    [InlineData("MyPR", "mys-mypr")]
    [InlineData("MyTentera", "mys-mytentera")]
    [InlineData("MyKAS", "mys-mykas")]
    [InlineData("POLIS", "mys-polis")]
    [InlineData("IKAD", "mys-ikad")]
    [InlineData("MyKid", "mys-mykid")]
    [InlineData("MyOther", null)]
    [InlineData("", null)]
    public async Task Every_kind_of_card_is_a_success_and_says_which_it_is(string kind, string? type)
    {
        var (reading, _) = await ReadAsync(Changed(response => response["Type"] = kind));

        Assert.Equal(type, reading.TypeId);
        Assert.Equal(kind.Length > 0 ? kind : null, reading.Evidence.Claims.SingleOrDefault(claim => claim.Field == FieldNames.CardKind)?.Text);
        Assert.True(type is null || DocumentTypes.Find(type) is not null);
    }

    [Theory]
    [InlineData("""{"ID":{"Confidence":0.5}}""")]
    [InlineData("""{"ID":{"Confidence":"0.5"}}""")]
    [InlineData("""{"ID":"0.5"}""")]
    [InlineData("""{"ID":0.5}""")]
    [InlineData("""  {"ID":{"Confidence":"0.5"},"Sex":["x"]}""")]
    public async Task Confidences_come_in_several_forms(string advanced)
    {
        foreach (var form in new[] { JsonValue.Create(advanced), JsonNode.Parse(advanced)! })
        {
            var (reading, _) = await ReadAsync(Changed(response => response["AdvancedInfo"] = form));

            Assert.Equal(0.5, reading.Evidence.Claims.Single(claim => claim.Field == FieldNames.DocumentNumber).Confidence);
        }
    }

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("[]")]
    [InlineData("\"{broken\"")]
    [InlineData("\"{\\\"ID\\\":{\\\"Confidence\\\":\\\"0,5\\\"}}\"")] // another culture's point
    [InlineData("\"{\\\"ID\\\":{\\\"Confidence\\\":7}}\"")]           // no confidence
    public async Task What_is_no_confidence_is_not_provided(string advanced)
    {
        var (reading, _) = await ReadAsync(Changed(response => response["AdvancedInfo"] = JsonNode.Parse(advanced)));

        Assert.All(reading.Evidence.Claims, claim => Assert.Null(claim.Confidence));
        Assert.Equal(CoverageResult.NotOffered, reading.Coverage[Coverage.Confidence]);
    }

    [Theory]
    [InlineData(-9101, Severity.High, Coverage.Occlusion)]
    [InlineData(-9102, Severity.Critical, Coverage.Copy)]
    [InlineData(-9103, Severity.Critical, Coverage.Reshot)]
    [InlineData(-9104, Severity.Critical, Coverage.Edit)]
    [InlineData(-9107, Severity.Medium, null)]
    [InlineData(-9108, Severity.Medium, Coverage.Blur)]
    [InlineData(-9199, Severity.Medium, null)]
    public async Task Warns_as_the_service_warns(int code, Severity severity, Coverage? coverage)
    {
        var (reading, _) = await ReadAsync(Changed(response => response["WarnCardInfos"] = new JsonArray(code)));

        var warning = Assert.Single(reading.Warnings);
        Assert.Equal(("TencentMLIDCardOcr", $"{code}", severity), (warning.Service, warning.Code, warning.Severity));
        foreach (var kind in new[] { Coverage.Copy, Coverage.Reshot, Coverage.Edit, Coverage.Occlusion, Coverage.Blur })
        {
            Assert.Equal(kind == coverage ? CoverageResult.RanWarning : CoverageResult.RanClear, reading.Coverage[kind]);
        }
    }

    [Fact]
    public async Task The_same_code_means_blur_in_the_former_field_and_reflection_in_the_present_one()
    {
        var (former, _) = await ReadAsync(Changed(response => response["Warn"] = new JsonArray(-9107, -9106)));
        var (present, _) = await ReadAsync(Changed(response => response["WarnCardInfos"] = new JsonArray(-9107)));

        Assert.Equal([("-9107", "The picture is blurred"), ("-9106", "The card is covered, or its border is incomplete")], former.Warnings.Select(warning => (warning.Code, warning.Meaning)));
        Assert.Equal([("-9107", "The card reflects light")], present.Warnings.Select(warning => (warning.Code, warning.Meaning)));
        Assert.Equal((CoverageResult.RanWarning, CoverageResult.RanClear), (former.Coverage[Coverage.Blur], present.Coverage[Coverage.Blur]));
    }

    [Fact]
    public async Task A_code_in_both_fields_is_said_once()
    {
        var (reading, _) = await ReadAsync(Changed(response => (response["WarnCardInfos"], response["Warn"]) = (new JsonArray(-9107), new JsonArray(-9107))));

        Assert.Equal("The card reflects light", Assert.Single(reading.Warnings).Meaning);
    }

    [Fact]
    public async Task Of_warnings_without_number_the_gravest_are_kept_and_it_is_said()
    {
        var (reading, _) = await ReadAsync(Changed(response => response["WarnCardInfos"] = new JsonArray([.. Enumerable.Range(-50_000, 1_000).Append(-9102).Select(code => (JsonNode)code)])));

        Assert.Equal(("-9102", "warnings.cut", 51), (reading.Warnings[0].Code, reading.Warnings[^1].Code, reading.Warnings.Count));
        Assert.Contains("1001", reading.Warnings[^1].Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_account_has_no_checks_none_is_shown_as_clear_and_no_warning_is_made_of_it()
    {
        var (reading, _) = await ReadAsync(Changed(response => response["WarnCardInfos"] = new JsonArray(-9109)));

        Assert.Empty(reading.Warnings);
        Assert.All([Coverage.Copy, Coverage.Reshot, Coverage.Edit, Coverage.Occlusion, Coverage.Blur], kind => Assert.Equal(CoverageResult.NotEnabled, reading.Coverage[kind]));
    }

    [Fact]
    public async Task An_empty_former_field_proves_nothing()
    {
        var (reading, _) = await ReadAsync(Good);

        Assert.Equal(CoverageResult.NotOffered, reading.Coverage[Coverage.Copy]);
    }

    [Fact]
    public async Task Signs_exactly_what_it_sends()
    {
        await using var vendor = new LoopbackVendor(_ => Good);
        using var http = VendorHttp.CreateClient();
        await Create(vendor.Address, http, options => options with { Region = "ap-singapore", Token = "TOKENFAKE" }).ReadAsync(Image() with { Back = Picture }, CancellationToken.None);

        var request = vendor.Request;
        Assert.Equal("POST / HTTP/1.1", request.Line);
        Assert.Equal($"{{\"ImageBase64\":\"{Convert.ToBase64String(Picture)}\",\"RetImage\":true}}", request.Text);
        Assert.Equal(
            ("application/json", "MLIDCardOCR", "2018-11-19", "ap-singapore", "TOKENFAKE", $"{Clock.GetUtcNow().ToUnixTimeSeconds()}"),
            (request.Header("Content-Type"), request.Header("X-TC-Action"), request.Header("X-TC-Version"), request.Header("X-TC-Region"), request.Header("X-TC-Token"), request.Header("X-TC-Timestamp")));
        var signature = Tc3Signer.Sign(
            new Tc3Request { Service = "ocr", Host = request.Header("Host")!, ContentType = "application/json", Body = request.Body }, new SigningCredentials("AKIDFAKE", "SKFAKE"), Clock.GetUtcNow());
        Assert.Equal(signature.Authorization, request.Header("Authorization"));
    }

    [Fact]
    public async Task A_prefix_of_the_address_is_called_and_signed()
    {
        await using var vendor = new LoopbackVendor(_ => Good);
        using var http = VendorHttp.CreateClient();
        await Create(new Uri(vendor.Address, "/tencent"), http).ReadAsync(Image(), CancellationToken.None);

        Assert.Equal("/tencent/", vendor.Request.Target);
        var signature = Tc3Signer.Sign(
            new Tc3Request { Service = "ocr", Path = "/tencent/", Host = vendor.Request.Header("Host")!, ContentType = "application/json", Body = vendor.Request.Body },
            new SigningCredentials("AKIDFAKE", "SKFAKE"), Clock.GetUtcNow());
        Assert.Equal(signature.Authorization, vendor.Request.Header("Authorization"));
    }

    [Fact]
    public async Task The_back_goes_along_where_the_setting_allows_it_and_its_number_is_held_against_the_front()
    {
        await using var vendor = new LoopbackVendor(_ => Changed(response => response["MyKadNumber"] = "710716-08-6086"));
        using var http = VendorHttp.CreateClient();
        var reading = await Create(vendor.Address, http, options => options with { SendBack = true, RetImage = false }).ReadAsync(Image() with { Back = Picture }, CancellationToken.None);

        Assert.EndsWith($"\"RetImage\":false,\"BackImageBase64\":\"{Convert.ToBase64String(Picture)}\"}}", vendor.Request.Text, StringComparison.Ordinal);
        Assert.Equal(
            [(CardSide.Front, "710716-08-6085"), (CardSide.Back, "710716-08-6086")],
            reading.Evidence.Claims.Where(claim => claim.Field == FieldNames.DocumentNumber).Select(claim => (claim.Side!.Value, claim.Text)));
        Assert.Equal(CoverageResult.NotEnabled, reading.Coverage[Coverage.Portrait]);
        Assert.Contains(DocumentTypes.Find("mys-mykad")!.Prove(reading.Evidence, Today).Fields, field => field is { Name: FieldNames.DocumentNumber, Status: FieldStatus.Conflict });
    }

    [Theory]
    [InlineData("FailedOperation.NoMASIDCard", FailureClass.InputQuality)]
    [InlineData("FailedOperation.ImageDecodeFailed", FailureClass.InputFinal)]
    [InlineData("FailedOperation.UnKnowError", FailureClass.Transient)]
    [InlineData("FailedOperation.UnOpenError", FailureClass.Configuration)]
    [InlineData("RequestLimitExceeded", FailureClass.Throttled)]
    [InlineData("AuthFailure.SignatureFailure", FailureClass.Credential)]
    [InlineData("ResourceUnavailable.ResourcePackageRunOut", FailureClass.Configuration)]
    [InlineData("FailedOperation.NeverHeardOf", FailureClass.Transient)]
    public async Task An_error_comes_with_status_200_and_its_code_decides(string code, FailureClass failure)
    {
        var failed = await FailAsync(new WireAnswer(200, $$$"""{"Response":{"Error":{"Code":"{{{code}}}","Message":"the words of the answer"},"RequestId":"r-1"}}"""));

        Assert.Equal((failure, code, "r-1"), (failed.Failure, failed.Code, failed.RequestId));
        Assert.DoesNotContain("words of the answer", failed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_without_any_field_asks_for_a_new_photo() =>
        Assert.Equal((FailureClass.InputQuality, "answer.empty"), await FailAsync(new WireAnswer(200, """{"Response":{"ID":"","Name":null,"Type":"MyKad","RequestId":"r"}}""")) is { } failed ? (failed.Failure, failed.Code) : default);

    [Fact]
    public void Settings_never_show_their_secrets() =>
        Assert.DoesNotContain("FAKE", new TencentMLIDCardOcrOptions { SecretId = "AKIDFAKE", SecretKey = "SKFAKE", Token = "TFAKE" }.ToString(), StringComparison.Ordinal);

    private static WireAnswer Changed(Action<JsonObject> change)
    {
        var answer = JsonNode.Parse(Sample)!;
        change(answer["Response"]!.AsObject());
        return new WireAnswer(200, answer.ToJsonString());
    }
}
