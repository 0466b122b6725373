using IdOcrPortal.Documents;
using IdOcrPortal.Recognition.Connectors.TencentCiIdCardOcr;
using IdOcrPortal.Recognition.Connectors.Wire;
using IdOcrPortal.Recognition.Signing;

namespace IdOcrPortal.Recognition.Tests.Connectors.TencentCiIdCardOcr;

public sealed class TencentCiIdCardOcrTests : AnyConnectorTests
{
    private const string Front = "<Name>王小明</Name><Sex>女</Sex><Nation>汉</Nation><Birth>1949/12/31</Birth><Address>北京市朝阳区建国路1号</Address><IdNum>11010519491231002X</IdNum>";
    private const string Scores = "<Portrait>/9j/4AAEAAD/2gACqv/Z</Portrait><Quality>88</Quality><BorderCodeValue>12</BorderCodeValue>";

    internal override WireAnswer Good { get; } = Answer(Front, Scores);

    internal override IConnector Create(Uri address, HttpClient http) => Create(address, http, options => options);

    private TencentCiIdCardOcrConnector Create(Uri address, HttpClient http, Func<TencentCiIdCardOcrOptions, TencentCiIdCardOcrOptions> set) => new(
        set(new TencentCiIdCardOcrOptions { Endpoint = address, Bucket = "cards-1250000000", Region = "ap-singapore", Country = "SG", SecretId = "AKIDFAKE", SecretKey = "SKFAKE" }), http, Clock);

    [Fact]
    public async Task Reads_the_front()
    {
        var (reading, _) = await ReadAsync(Good);

        Assert.Equal(
            [
                ("full_name", "王小明"), ("sex", "女"), ("ethnicity", "汉"), ("birth_date", "1949/12/31"), ("address", "北京市朝阳区建国路1号"), ("document_number", "11010519491231002X"),
            ],
            reading.Evidence.Claims.Select(claim => (claim.Field, claim.Text)));
        Assert.All(reading.Evidence.Claims, claim => Assert.Equal((CardSide.Front, null), (claim.Side, claim.Confidence)));
        Assert.Equal(("chn-id", "ci-1"), (reading.TypeId, reading.RequestId));
        Assert.NotNull(reading.Portrait);
        Assert.Equal((CoverageResult.RanClear, CoverageResult.RanClear, CoverageResult.NotOffered), (reading.Coverage[Coverage.Portrait], reading.Coverage[Coverage.Blur], reading.Coverage[Coverage.Confidence]));
    }

    [Fact]
    public async Task Its_front_is_proved_by_the_number()
    {
        var (reading, _) = await ReadAsync(Good);

        var fields = DocumentTypes.Find("chn-id")!.Prove(reading.Evidence, Today).Fields.ToDictionary(field => field.Name);

        Assert.Equal((FieldStatus.Verified, "1949-12-31"), (fields["birth_date"].Status, fields["birth_date"].Normalised));
        Assert.Equal(FieldStatus.Verified, fields["document_number"].Status);
    }

    [Theory]
    [InlineData("2010.07.21-2030.07.21", "2010-07-21", "2030-07-21")]
    [InlineData("2010.07.21-长期", "2010-07-21", "long-term")]
    public async Task Reads_both_days_of_the_back_from_one_span(string span, string issue, string expiry)
    {
        var (reading, _) = await ReadAsync(Answer($"<Authority>北京市公安局</Authority><ValidDate>{span}</ValidDate>", ""));

        var fields = DocumentTypes.Find("chn-id")!.Prove(reading.Evidence, Today).Fields.ToDictionary(field => field.Name);
        Assert.Equal((issue, expiry, "北京市公安局"), (fields["issue_date"].Normalised, fields["expiry_date"].Normalised, fields["issuing_authority"].Original));
        Assert.All(reading.Evidence.Claims, claim => Assert.Equal(CardSide.Back, claim.Side));
        Assert.Equal(CoverageResult.NotOffered, reading.Coverage[Coverage.Portrait]); // that side has none
    }

    [Theory]
    [InlineData(9100, Severity.High, Coverage.Validity)]
    [InlineData(9101, Severity.Medium, Coverage.Occlusion)]
    [InlineData(9102, Severity.Critical, Coverage.Copy)]
    [InlineData(9103, Severity.Critical, Coverage.Reshot)]
    [InlineData(9104, Severity.High, null)]
    [InlineData(9105, Severity.High, Coverage.Occlusion)]
    [InlineData(9106, Severity.Critical, Coverage.Edit)]
    [InlineData(9107, Severity.Medium, null)]
    [InlineData(9199, Severity.Medium, null)]
    public async Task Finds_warnings_wherever_and_however_they_stand(int code, Severity severity, Coverage? coverage)
    {
        foreach (var answer in new[]
        {
            Answer(Front + $"<WarnInfos>{code}</WarnInfos>", Scores), Answer(Front, Scores + $"<WarnInfos>{code}</WarnInfos>"), Answer(Front, Scores + $"<WarnInfos><Code>-{code}</Code></WarnInfos>"),
            Answer(Front + $"<WarnInfos><Code>{code}</Code></WarnInfos>", Scores + $"<WarnInfos>-{code}</WarnInfos>"),
        })
        {
            var (reading, _) = await ReadAsync(answer);

            var warning = Assert.Single(reading.Warnings, warning => warning.Code != "object.deleted");
            Assert.Equal(("TencentCiIdCardOcr", $"{code}", severity), (warning.Service, warning.Code, warning.Severity));
            Assert.True(coverage is null || reading.Coverage[coverage.Value] == CoverageResult.RanWarning);
        }
    }

    [Theory]
    [InlineData("49", "10", "Quality")]
    [InlineData("50", "51", "BorderCodeValue")]
    [InlineData("50", "50", null)]
    [InlineData("", "high", null)]
    public async Task A_low_quality_and_a_high_border_score_are_warnings(string quality, string border, string? code)
    {
        var (reading, _) = await ReadAsync(Answer(Front, $"<Quality>{quality}</Quality><BorderCodeValue>{border}</BorderCodeValue>"));

        Assert.Equal(code, reading.Warnings.SingleOrDefault(warning => warning.Code != "object.deleted")?.Code);
    }

    [Fact]
    public async Task One_PUT_stores_and_recognises_under_a_name_made_of_chance_and_a_DELETE_follows()
    {
        await using var vendor = new LoopbackVendor(request => request.Method == "DELETE" ? new WireAnswer(204, "") : Good);
        using var http = VendorHttp.CreateClient();
        var reading = await Create(vendor.Address, http, options => options with { CropIdCard = true, Token = "TOKENFAKE" }).ReadAsync(Image() with { Side = CardSide.Back }, CancellationToken.None);

        var (put, delete) = (vendor.Requests[0], vendor.Requests[1]);
        const string Config = "{\"CropIdCard\":true,\"CropPortrait\":true,\"CopyWarn\":true,\"BorderCheckWarn\":true,\"ReshootWarn\":true,\"DetectPsWarn\":true,\"TempIdWarn\":true,\"InvalidDateWarn\":true,\"Quality\":true,\"MultiCardDetect\":true}";
        Assert.Matches("^/id-ocr/[0-9a-f]{32}\\.jpg$", delete.Target);
        Assert.Equal($"{delete.Target}?ci-process=IDCardOCR&CardSide=BACK&Config={Uri.EscapeDataString(Config)}", put.Target);
        Assert.Equal(("PUT", "image/jpeg", $"{Picture.Length}", "TOKENFAKE"), (put.Method, put.Header("Content-Type"), put.Header("Content-Length"), put.Header("x-cos-security-token")));
        Assert.Equal(Picture, put.Body);
        var signature = CosSigner.Sign(
            new CosRequest
            {
                Method = "PUT", ObjectKey = delete.Target[1..], Host = put.Header("Host")!, ContentLength = Picture.Length, Headers = [KeyValuePair.Create("Content-Type", "image/jpeg")],
                Query = [KeyValuePair.Create("ci-process", "IDCardOCR"), KeyValuePair.Create("CardSide", "BACK"), KeyValuePair.Create("Config", Config)],
            },
            new SigningCredentials("AKIDFAKE", "SKFAKE"), Clock.GetUtcNow());
        Assert.Equal(signature.Authorization, put.Header("Authorization"));
        Assert.Equal(("DELETE", "0"), (delete.Method, delete.Header("Content-Length")));
        Assert.Contains("q-header-list=content-length;host&", delete.Header("Authorization"), StringComparison.Ordinal);
        Assert.Equal(("object.deleted", Severity.Info), reading.Warnings.Select(warning => (warning.Code, warning.Severity)).Single());
    }

    [Fact]
    public async Task Or_a_PUT_stores_and_a_GET_recognises()
    {
        await using var vendor = new LoopbackVendor(request => request.Method == "GET" ? Good : new WireAnswer(204, ""));
        using var http = VendorHttp.CreateClient();
        await Create(vendor.Address, http, options => options with { Method = TencentCiMethod.Get, CropPortrait = false, CopyWarn = false, BorderCheckWarn = false, ReshootWarn = false, DetectPsWarn = false, TempIdWarn = false, InvalidDateWarn = false, Quality = false, MultiCardDetect = false })
            .ReadAsync(Image(), CancellationToken.None);

        Assert.Equal(["PUT", "GET", "DELETE"], vendor.Requests.Select(request => request.Method));
        Assert.Equal($"{vendor.Requests[0].Target}?ci-process=IDCardOCR", vendor.Requests[1].Target); // no Config where nothing is asked for
        Assert.Contains("q-header-list=host&q-url-param-list=ci-process&", vendor.Requests[1].Header("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_asked_for_is_shown_as_not_enabled()
    {
        await using var vendor = new LoopbackVendor(_ => Answer(Front, ""));
        using var http = VendorHttp.CreateClient();
        var reading = await Create(vendor.Address, http, options => options with { CopyWarn = false, Quality = false, CropPortrait = false, DeleteAfterwards = false }).ReadAsync(Image(), CancellationToken.None);

        Assert.All([Coverage.Copy, Coverage.Blur, Coverage.Portrait], kind => Assert.Equal(CoverageResult.NotEnabled, reading.Coverage[kind]));
        Assert.Equal("PUT", vendor.Request.Method);
        Assert.Empty(reading.Warnings);
    }

    [Fact]
    public async Task A_picture_that_cannot_be_deleted_is_said_with_its_key()
    {
        await using var vendor = new LoopbackVendor(request => request.Method == "DELETE" ? new WireAnswer(403, "<Error><Code>AccessDenied</Code></Error>") : Good);
        using var http = VendorHttp.CreateClient();
        var reading = await Create(vendor.Address, http).ReadAsync(Image(), CancellationToken.None);

        var warning = Assert.Single(reading.Warnings);
        Assert.Equal(("object.not_deleted", Severity.High), (warning.Code, warning.Severity));
        Assert.Contains(vendor.Requests[1].Target[1..], warning.LookFor, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "FailedOperation.ImageNoIdCard", FailureClass.InputQuality)]
    [InlineData(200, "FailedOperation.ImageBlur", FailureClass.InputQuality)] // the root decides, not the status
    [InlineData(400, "FailedOperation.MultiCardError", FailureClass.InputQuality)]
    [InlineData(403, "SignatureDoesNotMatch", FailureClass.Credential)]
    [InlineData(403, "RequestTimeTooSkewed", FailureClass.Credential)]
    [InlineData(404, "NoSuchBucket", FailureClass.Configuration)]
    [InlineData(503, "SlowDown", FailureClass.Throttled)]
    [InlineData(500, "InternalError", FailureClass.Transient)]
    [InlineData(307, "TemporaryRedirect", FailureClass.Configuration)]
    public async Task Says_why_it_failed_and_deletes_the_picture_all_the_same(int status, string code, FailureClass failure)
    {
        await using var vendor = new LoopbackVendor(request => request.Method == "DELETE" ? new WireAnswer(204, "") : new WireAnswer(status, $"<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>words of the answer</Message><RequestId>r-9</RequestId></Error>"));
        using var http = VendorHttp.CreateClient();

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => Create(vendor.Address, http).ReadAsync(Image(), CancellationToken.None));

        Assert.Equal((failure, code, "r-9"), (failed.Failure, failed.Code, failed.RequestId));
        Assert.DoesNotContain("words of the answer", failed.ToString(), StringComparison.Ordinal);
        Assert.Equal(["PUT", "DELETE"], vendor.Requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData("<UploadResult><OriginalInfo/></UploadResult>")]
    [InlineData("<Response><AdvancedInfo/></Response>")]
    public async Task Another_root_or_no_card_in_it_is_not_an_empty_card(string body) => Assert.Equal("answer.malformed", (await FailAsync(new WireAnswer(200, body))).Code);

    [Fact]
    public async Task Of_warnings_without_number_the_gravest_are_kept_and_it_is_said()
    {
        var (reading, _) = await ReadAsync(Answer(Front + $"<WarnInfos>{string.Join(' ', Enumerable.Range(10_000, 1_000))} 9102</WarnInfos>", Scores));

        Assert.Equal(("9102", "warnings.cut", "object.deleted", 52), (reading.Warnings[0].Code, reading.Warnings[^2].Code, reading.Warnings[^1].Code, reading.Warnings.Count));
    }

    [Fact]
    public async Task An_empty_card_asks_for_a_new_photo() => Assert.Equal("answer.empty", (await FailAsync(Answer("<Name></Name><Sex/>", ""))).Code);

    [Theory]
    [InlineData("../up")]
    [InlineData("/first")]
    [InlineData("a b")]
    public void A_folder_that_would_break_the_signature_is_refused(string folder)
    {
        using var http = VendorHttp.CreateClient();

        Assert.Throws<ArgumentException>(() => Create(new Uri("http://127.0.0.1:1"), http, options => options with { Folder = folder }));
    }

    private static WireAnswer Answer(string card, string advanced) => new(
        200, $"<?xml version=\"1.0\" encoding=\"utf-8\"?><Response><IdInfo>{card}</IdInfo><AdvancedInfo>{advanced}</AdvancedInfo></Response>",
        ("x-ci-request-id", "ci-1"), ("x-cos-request-id", "cos-1"), ("Content-Type", "application/xml"));
}
