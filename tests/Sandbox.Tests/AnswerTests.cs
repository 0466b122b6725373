using System.Text;
using System.Text.Json;

namespace IdOcrPortal.Sandbox.Tests;

/// <summary>Every vendor writes one truth in its own words, scripts and shapes.</summary>
public sealed class AnswerTests : IAsyncLifetime
{
    private static readonly byte[] Card = Pictures.Png(800, 500);
    private readonly FixedClock clock = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));
    private RunningSandbox sandbox = null!;
    private Caller caller = null!;

    public async Task InitializeAsync()
    {
        sandbox = await RunningSandbox.StartAsync(GoldenVectors.Settings(), clock);
        caller = new(sandbox, clock);
    }

    public async Task DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task Cambodian_card_in_khmer_digits_with_portrait_and_type()
    {
        await TruthAsync(new
        {
            documentType = "khm-id",
            fields = new { document_number = "010203040", name_local = "សុខ សាន្ត", birth_date = "1990-05-17", sex = "F", height_cm = "158", address = "ភ្នំពេញ", mrz = "IDKHM\nA\nB" },
            confidences = new { birth_date = 0.87 },
            defects = new[] { "photocopy", "blurred" },
            portrait = new { image = "UE9SVFJBSVQ=", corners = new[] { new[] { 1, 2 }, [3, 2], [3, 4], [1, 4] } },
        });
        var plain = await caller.HuaweiAsync("cambodian-idcard", new { image = Convert.ToBase64String(Card) });
        var result = plain.Json.GetProperty("result");
        Assert.Equal("១៧.០៥.១៩៩០", result.GetProperty("birth_date").GetString());
        Assert.Equal("ស្រី", result.GetProperty("sex").GetString());
        Assert.Equal("១៥៨ ស.ម", result.GetProperty("height").GetString());
        Assert.Equal(" ភ្នំពេញ", result.GetProperty("address").GetString());
        Assert.Equal("B", result.GetProperty("machine_code3").GetString());
        Assert.Equal(0.87, result.GetProperty("confidence").GetProperty("birth_date").GetDouble());
        Assert.False(result.TryGetProperty("issue_date", out _));
        Assert.False(result.TryGetProperty("portrait_image", out _));
        Assert.False(result.TryGetProperty("idcard_type", out _));
        Assert.Equal(32, plain.Headers["X-Request-Id"].Length);

        var full = await caller.HuaweiAsync("cambodian-idcard", new
        {
            image = Convert.ToBase64String(Card), return_portrait_image = true, return_portrait_location = true, return_idcard_type = true, detect_blur = true, detect_glare = true,
        });
        result = full.Json.GetProperty("result");
        Assert.Equal("copy", result.GetProperty("idcard_type").GetString());
        Assert.Equal("UE9SVFJBSVQ=", result.GetProperty("portrait_image").GetString());
        Assert.Equal("[[1,2],[3,2],[3,4],[1,4]]", result.GetProperty("portrait_location").GetRawText());
        Assert.True(result.GetProperty("detect_blur_result").GetBoolean());
        Assert.False(result.GetProperty("detect_glare_result").GetBoolean());
        Assert.True(result.GetProperty("score_info").GetProperty("blur_score").GetInt32() > 50);
    }

    [Fact]
    public async Task Id_document_by_region_and_kind_and_vietnam_only_when_named()
    {
        await TruthAsync(new { documentType = "vnm-id", fields = new { document_number = "001", birth_date = "1990-05-17", sex = "M" } });
        var image = Convert.ToBase64String(Card);
        var token = (await caller.LoginAsync(scope: new { project = new { id = GoldenVectors.HuaweiProject } })).Headers["X-Subject-Token"];
        var reply = await caller.HuaweiAsync("id-document", new { image, country_region = new[] { "VNM" }, id_type = new[] { "ID" } }, token);
        Assert.Equal("""{"country_region":"VNM","id_type":"ID","side":"front","sex":"M","birth_date":"1990-05-17","document_number":"001","confidence":{"sex":0.99,"birth_date":0.99,"document_number":0.99}}""",
            reply.Json.GetProperty("result").GetRawText());
        Assert.Equal("AIS.0104", (await caller.HuaweiAsync("id-document", new { image }, token)).ErrorCode);
        Assert.Equal("AIS.0104", (await caller.HuaweiAsync("id-document", new { image, country_region = new[] { "VNM" }, id_type = new[] { "PP" } }, token)).ErrorCode);
        Assert.Equal("AIS.0101", (await caller.HuaweiAsync("id-document", new { image, country_region = "VNM" }, token)).ErrorCode);
    }

    [Fact]
    public async Task Malaysian_card_with_both_kinds_of_warnings_and_all_forms_of_advanced_info()
    {
        await TruthAsync(new
        {
            documentType = "mys-mypr", fields = new { document_number = "710716-08-6085", full_name = "SPECIMEN", sex = "M", birth_date = "1971-07-16" }, confidences = new { document_number = 0.9996 },
            defects = new[] { "blurred", "reflection" }, portrait = new { image = "UE9SVFJBSVQ=" },
        });
        var answer = (await caller.TencentAsync(new { ImageBase64 = Convert.ToBase64String(Card), RetImage = true })).Json.GetProperty("Response");
        Assert.Equal("MyPR", answer.GetProperty("Type").GetString());
        Assert.Equal("LELAKI", answer.GetProperty("Sex").GetString());
        Assert.Equal("", answer.GetProperty("Birthday").GetString());
        Assert.Equal("UE9SVFJBSVQ=", answer.GetProperty("Image").GetString());
        Assert.Equal("[-9107,-9108]", answer.GetProperty("WarnCardInfos").GetRawText());
        Assert.Equal("[]", answer.GetProperty("Warn").GetRawText());
        Assert.Equal("0.9996", JsonDocument.Parse(answer.GetProperty("AdvancedInfo").GetString()!).RootElement.GetProperty("ID").GetProperty("Confidence").GetString());

        await sandbox.ControlAsync("POST", "/dialect", new { oldWarn = true, advancedInfo = "one" });
        answer = (await caller.TencentAsync(new { ImageBase64 = Convert.ToBase64String(Card) })).Json.GetProperty("Response");
        Assert.Equal("[-9107]", answer.GetProperty("Warn").GetRawText());
        Assert.False(answer.TryGetProperty("WarnCardInfos", out _));
        Assert.Equal("1", answer.GetProperty("AdvancedInfo").GetString());
        Assert.Equal("", answer.GetProperty("Image").GetString());
    }

    [Fact]
    public async Task Chinese_card_as_xml_on_upload_and_from_the_stored_object()
    {
        await TruthAsync(new
        {
            documentType = "chn-id", fields = new { document_number = "11010119900307003X", name_local = "样本", sex = "F", ethnicity = "汉", birth_date = "1990-03-07" },
            defects = new[] { "photocopy", "covered" }, portrait = new { image = "UE9SVFJBSVQ=" }, quality = 77,
        });
        var config = Uri.EscapeDataString("""{"CropPortrait":true,"CopyWarn":true,"BorderCheckWarn":true,"Quality":true}""");
        var put = await caller.CosAsync("PUT", "cards/1.png", "?ci-process=IDCardOCR&CardSide=FRONT&Config=" + config, Card);
        Assert.Equal(200, put.Status);
        Assert.Equal("1990/3/7", put.Xml.Element("IdInfo")!.Element("Birth")!.Value);
        Assert.Equal("女", put.Xml.Element("IdInfo")!.Element("Sex")!.Value);
        Assert.Equal("UE9SVFJBSVQ=", put.Xml.Element("AdvancedInfo")!.Element("Portrait")!.Value);
        Assert.Equal("77", put.Xml.Element("AdvancedInfo")!.Element("Quality")!.Value);
        Assert.Equal(["9102", "9105"], put.Xml.Element("AdvancedInfo")!.Elements("WarnInfos").Select(warning => warning.Value));
        Assert.All(["x-ci-request-id", "x-cos-request-id", "ETag", "x-cos-hash-crc64ecma"], header => Assert.NotEmpty(put.Headers[header]));

        var get = await caller.CosAsync("GET", "cards/1.png", "?ci-process=IDCardOCR", []);
        Assert.Equal("11010119900307003X", get.Xml.Element("IdInfo")!.Element("IdNum")!.Value);
        Assert.Null(get.Xml.Element("AdvancedInfo"));
        Assert.Equal(Card, (await caller.CosAsync("GET", "cards/1.png", "", [])).Body);
        Assert.Equal("FailedOperation.ImageNoIdCard", (await caller.CosAsync("GET", "cards/1.png", "?ci-process=IDCardOCR&CardSide=BACK", [])).ErrorCode);
        Assert.Equal(204, (await caller.CosAsync("DELETE", "cards/1.png", "", [])).Status);
        Assert.Equal("NoSuchKey", (await caller.CosAsync("GET", "cards/1.png", "?ci-process=IDCardOCR", [])).ErrorCode);
    }

    [Fact]
    public async Task Indonesian_card_with_the_misspelt_field_and_empty_texts()
    {
        await TruthAsync(new { documentType = "idn-ktp", fields = new { document_number = "3171035203900001", sex = "F", birth_date = "1990-03-12", rt = "007", nationality = "WNI" } });
        var reply = await caller.AccuAuthFileAsync(Card);
        var result = Assert.Single(reply.Json.GetProperty("results").EnumerateArray());
        Assert.Equal("12-03-1990", result.GetProperty("dob").GetString());
        Assert.Equal(("PEREMPUAN", "F", "007", "WNI", ""), (Text(result, "gender"), Text(result, "gender_s"), Text(result, "rt"), Text(result, "nationnality"), Text(result, "religion")));
        Assert.StartsWith("TID", reply.Json.GetProperty("request_id").GetString(), StringComparison.Ordinal);

        var form = Encoding.UTF8.GetBytes("image_base64=" + Uri.EscapeDataString(Convert.ToBase64String(Card)));
        Assert.Equal("3171035203900001", Text((await caller.AccuAuthAsync("application/x-www-form-urlencoded", form)).Json.GetProperty("results")[0], "id_number"));

        await sandbox.ControlAsync("POST", "/truth", new { sha256 = Pictures.Sha256(Card), cards = Array.Empty<object>() });
        Assert.Equal(0, (await caller.AccuAuthFileAsync(Card)).Json.GetProperty("results").GetArrayLength());
    }

    private static string Text(JsonElement result, string name) => result.GetProperty(name).GetString()!;

    private Task<JsonElement?> TruthAsync(params object[] cards) => sandbox.ControlAsync("POST", "/truth", new { sha256 = Pictures.Sha256(Card), cards });
}
