using System.Text.Json;
using System.Text.Json.Nodes;
using IdOcrPortal.Documents;
using IdOcrPortal.Recognition.Connectors.HuaweiCambodianIdCard;
using IdOcrPortal.Recognition.Connectors.HuaweiCloud;
using IdOcrPortal.Recognition.Connectors.Wire;
using IdOcrPortal.Recognition.Signing;

namespace IdOcrPortal.Recognition.Tests.Connectors.HuaweiCambodianIdCard;

public sealed partial class HuaweiCambodianIdCardTests : AnyConnectorTests
{
    private const string Project = "0123456789abcdef0123456789abcdef";

    // The form of the vendor's published sample: Khmer digits, a blank before the address, a masked zone of 30, 29 and 29 characters.
    private const string Sample = """
        {"result":{"id_number":"010123456","name_kh":"សុខ ដារ៉ា","name_en":"SOK DARA","birth_date":"១០.០៧.១៩៩៩","sex":"ស្រី","height":"១៥៨ ស.ម","birth_place":"ភ្នំពេញ",
        "address":" ភូមិ១ សង្កាត់បឹងកេងកង ខណ្ឌបឹងកេងកង រាជធានីភ្នំពេញ","issue_date":"១០.០៧.២០១៩","expiry_date":"០៩.០៧.២០២៩","description":"ប្រជ្រុយ","machine_code1":"IDKHM0101234564<<<<<<<<<<<<<<<",
        "machine_code2":"9907104F2907099KHM<<<<<<<<<<<","machine_code3":"SOK<<DARA<<<<<<<<<<<<<<<<<<<<","portrait_location":[[1,2],[3,4],[5,6],[7,8]],"idcard_type":"normal",
        "portrait_image":"/9j/4AAEAAD/2gACqv/Z","confidence":{"id_number":0.9991,"name_kh":0.98,"name_en":0.97,"idcard_type":0.99,"something_new":0.5},"score_info":{"idcard_type_score":3,"blur_score":50}}}
        """;

    internal override WireAnswer Good { get; } = new(200, Sample, ("X-Request-Id", "9af1c2"), ("Content-Type", "application/json"));

    internal override IConnector Create(Uri address, HttpClient http) => Create(address, http, options => options);

    private HuaweiCambodianIdCardConnector Create(Uri address, HttpClient http, Func<HuaweiCambodianIdCardOptions, HuaweiCambodianIdCardOptions> set) =>
        new(set(new HuaweiCambodianIdCardOptions { Endpoint = address, ProjectId = Project, AccessKey = "AKFAKE", SecretKey = "SKFAKE" }), http, Clock);

    private HuaweiCambodianIdCardConnector WithToken(Uri address, HttpClient http) => Create(address, http, options => options with
    {
        Authentication = HuaweiAuthentication.Token,
        IamEndpoint = address,
        IamUser = "reader",
        IamPassword = "p+ss",
        IamDomain = "account",
    });

    [Fact]
    public async Task Reads_every_field_as_printed_with_its_confidence()
    {
        var (reading, _) = await ReadAsync(Good);

        Assert.Equal(
            [
                ("document_number", "010123456", 0.9991), ("name_local", "សុខ ដារ៉ា", 0.98), ("full_name", "SOK DARA", 0.97), ("birth_date", "១០.០៧.១៩៩៩", null), ("issue_date", "១០.០៧.២០១៩", null),
                ("expiry_date", "០៩.០៧.២០២៩", null), ("sex", "ស្រី", null), ("height_cm", "១៥៨ ស.ម", null), ("birth_place", "ភ្នំពេញ", null),
                ("address", "ភូមិ១ សង្កាត់បឹងកេងកង ខណ្ឌបឹងកេងកង រាជធានីភ្នំពេញ", null), ("personal_features", "ប្រជ្រុយ", null), ("card_kind", "normal", 0.99),
            ],
            reading.Evidence.Claims.Select(claim => (claim.Field, claim.Text, claim.Confidence)));
        Assert.All(reading.Evidence.Claims, claim => Assert.Equal((ClaimSource.Service, CardSide.Front), (claim.Source, claim.Side)));
        Assert.Equal(("khm-id", "9af1c2"), (reading.TypeId, reading.RequestId));
        Assert.Equal([30, 29, 29], reading.Evidence.MrzLines.Select(line => line.Length));
        Assert.False(reading.Evidence.MrzAccepted);
    }

    [Fact]
    public async Task Its_sample_is_proved_from_Khmer_digits_and_asks_for_a_look_at_the_masked_zone()
    {
        var (reading, _) = await ReadAsync(Good);

        var proof = DocumentTypes.Find("khm-id")!.Prove(reading.Evidence, Today);

        Assert.Equal("1999-07-10", proof.Fields.Single(field => field.Name == FieldNames.BirthDate).Normalised);
        Assert.Equal("F", proof.Fields.Single(field => field.Name == FieldNames.Sex).Normalised);
        Assert.Equal("158", proof.Fields.Single(field => field.Name == FieldNames.HeightCm).Normalised);
        Assert.DoesNotContain(proof.Fields, field => field.Status == FieldStatus.Verified && field.Name is FieldNames.FullName or FieldNames.ExpiryDate);
    }

    [Theory]
    [InlineData("IDKHM0101234564<<<<<<<<<<<<<<<", "9907104F2907099KHM<<<<<<<<<<<?", "SOK<<DARA<<<<<<<<<<<<<<<<<<<<<", true)]
    [InlineData("IDKHM0101234565<<<<<<<<<<<<<<<", "9907104F2907099KHM<<<<<<<<<<<?", "SOK<<DARA<<<<<<<<<<<<<<<<<<<<<", false)] // a wrong check digit
    [InlineData("IDKHM0101234564<<<<<<<<<<<<<<<", "9907104F2907099KHM<<<<<<<<<<<?", "SOK<<dara<<<<<<<<<<<<<<<<<<<<<", false)] // small letters stand in no zone
    [InlineData("IDKHM0101234564<<<<<<<<<<<<<<<", "9907104F2907099KHM<<<<<<<<<<<?", "SOK<<DARA<<<<<<<<<<<<<<<<<<<<", false)]  // 29 characters
    public async Task Only_three_whole_lines_with_every_check_digit_right_may_prove_anything(string first, string second, string third, bool accepted)
    {
        // Number, birth and expiry of the composite digit's own lines, computed here and not in the connector.
        var number = "010123456" + IcaoCheckDigit.Of("010123456");
        var birth = "990710" + IcaoCheckDigit.Of("990710");
        var expiry = "290709" + IcaoCheckDigit.Of("290709");
        first = first.Replace("0101234564", number, StringComparison.Ordinal);
        second = second.Replace("9907104", birth, StringComparison.Ordinal).Replace("2907099", expiry, StringComparison.Ordinal)
            .Replace('?', IcaoCheckDigit.Of(number + "<<<<<<<<<<<<<<<" + birth + expiry + "<<<<<<<<<<<"));

        var (reading, _) = await ReadAsync(Changed(result => (result["machine_code1"], result["machine_code2"], result["machine_code3"]) = (first, second, third)));

        Assert.Equal(accepted, reading.Evidence.MrzAccepted);
        Assert.Equal([first, second, third], reading.Evidence.MrzLines);
    }

    [Fact]
    public async Task What_is_missing_null_or_empty_stays_absent()
    {
        var (reading, _) = await ReadAsync(new WireAnswer(200, """{"result":{"id_number":"010123456","name_kh":null,"name_en":"","sex":"  ","confidence":null}}"""));

        Assert.Equal("document_number", Assert.Single(reading.Evidence.Claims).Field);
        Assert.Empty(reading.Evidence.MrzLines);
        Assert.Null(reading.Portrait);
        Assert.Null(reading.RequestId);
        Assert.Equal(CoverageResult.NotOffered, reading.Coverage[Coverage.Copy]);
        Assert.Equal(CoverageResult.RanWarning, reading.Coverage[Coverage.Portrait]);
        Assert.Equal(CoverageResult.NotOffered, reading.Coverage[Coverage.Confidence]);
    }

    [Fact]
    public async Task An_odd_value_costs_its_field_and_not_the_answer()
    {
        var (reading, _) = await ReadAsync(new WireAnswer(200, """{"result":{"id_number":10123456,"sex":{"a":[1]},"name_en":["x"],"confidence":{"id_number":"0.5","sex":"high","name_en":7},"score_info":"none"}}"""));

        var claim = Assert.Single(reading.Evidence.Claims);
        Assert.Equal(("10123456", 0.5), (claim.Text, claim.Confidence));
    }

    [Fact]
    public async Task An_answer_without_any_field_asks_for_a_new_photo()
    {
        var failed = await FailAsync(new WireAnswer(200, """{"result":{"idcard_type":"normal"}}""", ("X-Request-Id", "77")));

        Assert.Equal((FailureClass.InputQuality, "answer.empty", "77"), (failed.Failure, failed.Code, failed.RequestId));
    }

    [Fact]
    public async Task Asks_for_everything_and_signs_exactly_what_it_sends()
    {
        var (_, requests) = await ReadAsync(Good);

        var request = Assert.Single(requests);
        Assert.Equal($"POST /v2/{Project}/ocr/cambodian-idcard HTTP/1.1", request.Line);
        Assert.Equal(
            $"{{\"image\":\"{Convert.ToBase64String(Picture)}\",\"return_portrait_image\":true,\"return_portrait_location\":true,\"return_idcard_type\":true,\"detect_border_integrity\":true,"
            + "\"detect_blocking_within_border\":true,\"detect_blur\":true,\"detect_glare\":true,\"detect_tampering\":true,\"detect_reproduce\":true}",
            request.Text);
        Assert.Contains('+', Convert.ToBase64String(Picture));
        Assert.Equal(("application/json", "20261121T093000Z", Project), (request.Header("Content-Type"), request.Header("X-Sdk-Date"), request.Header("X-Project-Id")));
        var signature = HuaweiSigner.Sign(
            new HuaweiRequest
            {
                Path = request.Target,
                Host = request.Header("Host")!,
                Headers = [KeyValuePair.Create("Content-Type", "application/json"), KeyValuePair.Create("X-Project-Id", Project)],
                Body = request.Body,
            },
            new SigningCredentials("AKFAKE", "SKFAKE"), Clock.GetUtcNow());
        Assert.Equal(signature.Authorization, request.Header("Authorization"));
    }

    [Fact]
    public async Task Temporary_keys_and_the_enterprise_project_are_sent_and_signed()
    {
        await using var vendor = new LoopbackVendor(_ => Good);
        using var http = VendorHttp.CreateClient();
        await Create(vendor.Address, http, options => options with { Detect = false, SecurityToken = "STFAKE", EnterpriseProjectId = "ep-1" })
            .ReadAsync(Image(), CancellationToken.None);

        Assert.Equal(("STFAKE", "ep-1"), (vendor.Request.Header("X-Security-Token"), vendor.Request.Header("Enterprise-Project-Id")));
        Assert.Contains("SignedHeaders=content-type;enterprise-project-id;host;x-project-id;x-sdk-date;x-security-token,", vendor.Request.Header("Authorization"), StringComparison.Ordinal);
        Assert.DoesNotContain("detect_", vendor.Request.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"idcard_type":"copy"}""", "idcard_type=copy", Severity.Critical, Coverage.Copy)]
    [InlineData("""{"score_info":{"idcard_type_score":51}}""", "idcard_type_score", Severity.Critical, Coverage.Copy)]
    [InlineData("""{"score_info":{"tampering_score":99}}""", "tampering_score", Severity.Critical, Coverage.Edit)]
    [InlineData("""{"score_info":{"reproduce_score":51}}""", "reproduce_score", Severity.Critical, Coverage.Reshot)]
    [InlineData("""{"detect_reproduce_result":true}""", "detect_reproduce_result", Severity.Critical, Coverage.Reshot)]
    [InlineData("""{"detect_blocking_within_border_result":true}""", "detect_blocking_within_border_result", Severity.High, Coverage.Occlusion)]
    [InlineData("""{"detect_blur_result":true,"score_info":{"blur_score":90}}""", "detect_blur_result", Severity.Medium, Coverage.Blur)]
    [InlineData("""{"detect_glare_result":true}""", "detect_glare_result", Severity.Medium, null)]
    [InlineData("""{"detect_border_integrity_result":true}""", "detect_border_integrity_result", Severity.Medium, null)]
    public async Task Warns_as_the_service_warns(string said, string code, Severity severity, Coverage? coverage)
    {
        var (reading, _) = await ReadAsync(Changed(result =>
        {
            foreach (var (name, value) in JsonNode.Parse(said)!.AsObject())
            {
                result[name] = value!.DeepClone();
            }
        }));

        var warning = Assert.Single(reading.Warnings);
        Assert.Equal(("HuaweiCambodianIdCard", code, severity), (warning.Service, warning.Code, warning.Severity));
        Assert.True(coverage is null || reading.Coverage[coverage.Value] == CoverageResult.RanWarning);
    }

    [Fact]
    public async Task A_score_of_50_is_no_trouble_and_a_check_that_did_not_answer_is_not_clear()
    {
        var (reading, _) = await ReadAsync(Good);

        Assert.Empty(reading.Warnings);
        Assert.Equal(
            (CoverageResult.RanClear, CoverageResult.RanClear, CoverageResult.NotOffered, CoverageResult.RanClear),
            (reading.Coverage[Coverage.Copy], reading.Coverage[Coverage.Blur], reading.Coverage[Coverage.Edit], reading.Coverage[Coverage.Portrait]));
    }

    [Fact]
    public async Task Takes_the_portrait_over_without_its_metadata()
    {
        // Start, Exif (APP1), comment, start of scan, one byte, end, and something behind it.
        byte[] sent = [0xFF, 0xD8, 0xFF, 0xE1, 0, 4, 1, 2, 0xFF, 0xFE, 0, 3, 9, 0xFF, 0xDA, 0, 2, 0xAA, 0xFF, 0xD9, 7, 7];
        var (reading, _) = await ReadAsync(Changed(result => result["portrait_image"] = "data:image/jpeg;base64," + Convert.ToBase64String(sent)));

        Assert.Equal([0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 0xAA, 0xFF, 0xD9], reading.Portrait!.Jpeg);
        Assert.False(reading.Portrait.CutLocally);
    }

    [Theory]
    [InlineData("no base64!")]
    [InlineData("iVBORw0KGgo=")] // no JPEG
    [InlineData("/9j/")]         // no picture in it
    public async Task A_portrait_that_is_none_is_missing(string sent)
    {
        var (reading, _) = await ReadAsync(Changed(result => result["portrait_image"] = sent));

        Assert.Null(reading.Portrait);
        Assert.Equal(CoverageResult.RanWarning, reading.Coverage[Coverage.Portrait]);
    }

    [Theory]
    [InlineData(400, """{"error_code":"AIS.0103","error_msg":"The image size is not supported."}""", FailureClass.InputFinal, "AIS.0103")]
    [InlineData(400, """{"error_code":"AIS.0104","error_msg":"x"}""", FailureClass.InputQuality, "AIS.0104")]
    [InlineData(429, """{"error_code":"APIG.0308","error_msg":"x","request_id":"33"}""", FailureClass.Throttled, "APIG.0308")]
    [InlineData(403, """{"error_code":"ModelArts.4204","error_msg":"x"}""", FailureClass.Configuration, "ModelArts.4204")]
    [InlineData(504, """{"error_code":"APIG.0201","error_msg":"x"}""", FailureClass.Transient, "APIG.0201")]
    [InlineData(413, """{"error_code":"APIG.0201","error_msg":"x"}""", FailureClass.InputFinal, "APIG.0201")]
    [InlineData(401, """{"error_code":"APIG.0301","error_msg":"verify aksk signature fail"}""", FailureClass.Credential, "APIG.0301")]
    [InlineData(500, """{"error_code":"ModelArts.9999","error_msg":"x"}""", FailureClass.Transient, "ModelArts.9999")]
    public async Task Says_why_it_failed_and_does_not_try_again(int status, string body, FailureClass failure, string code)
    {
        await using var vendor = new LoopbackVendor(_ => new WireAnswer(status, body));
        using var http = VendorHttp.CreateClient();

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => Create(vendor.Address, http).ReadAsync(Image(), CancellationToken.None));

        Assert.Equal((failure, code), (failed.Failure, failed.Code));
        Assert.Equal(body.Contains("request_id", StringComparison.Ordinal) ? "33" : null, failed.RequestId);
        Assert.Equal(status is 429 or 504 ? TimeSpan.FromSeconds(5) : null, failed.RetryAfter); // the pause that the vendor advises
        Assert.Single(vendor.Requests);
    }

    [Fact]
    public void Settings_never_show_their_secrets()
    {
        var options = new HuaweiCambodianIdCardOptions { Endpoint = new Uri("https://ocr.example"), ProjectId = Project, AccessKey = "AKFAKE", SecretKey = "SKFAKE", IamPassword = "PWFAKE" };

        Assert.DoesNotContain("FAKE", options.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<WireRequest> Calls(LoopbackVendor vendor) => vendor.Requests.Where(request => request.Target.StartsWith("/v2/", StringComparison.Ordinal));

    /// <summary>Login service and OCR in one: tokens are numbered, and those that begin with <paramref name="refused"/> are refused.</summary>
    private Func<WireRequest, WireAnswer> Cloud(string refused = "none")
    {
        var logins = 0;
        return request => request.Target.StartsWith("/v3/", StringComparison.Ordinal)
            ? new WireAnswer(
                201, JsonSerializer.Serialize(new { token = new { expires_at = Clock.GetUtcNow().AddHours(24).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", null) } }),
                ("X-Subject-Token", $"token-{Interlocked.Increment(ref logins)}"))
            : request.Header("X-Auth-Token")!.StartsWith(refused, StringComparison.Ordinal) ? new WireAnswer(401, """{"error_code":"APIG.0307","error_msg":"The token must be updated."}""") : Good;
    }

    private static WireAnswer Changed(Action<JsonObject> change)
    {
        var answer = JsonNode.Parse(Sample)!;
        change(answer["result"]!.AsObject());
        return new WireAnswer(200, answer.ToJsonString());
    }
}
