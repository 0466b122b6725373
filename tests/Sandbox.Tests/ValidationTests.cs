using System.Text;

namespace IdOcrPortal.Sandbox.Tests;

/// <summary>What is wrong with a request is said in the vendor's own code.</summary>
public sealed class ValidationTests : IAsyncLifetime
{
    private readonly FixedClock clock = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));
    private RunningSandbox sandbox = null!;
    private Caller caller = null!;

    public async Task InitializeAsync()
    {
        sandbox = await RunningSandbox.StartAsync(GoldenVectors.Settings(), clock);
        caller = new(sandbox, clock);
        await sandbox.ControlAsync("POST", "/rate", new { vendor = "tencent", perSecond = 0 });
    }

    public async Task DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task Huawei_says_what_is_wrong_with_a_request()
    {
        var image = Convert.ToBase64String(Pictures.Png(800, 500));
        (object Request, string Code)[] cases =
        [
            (new { image, url = "https://x.test/a.png" }, "AIS.0101"), (new { }, "AIS.0101"), (new { image, return_portrait_image = "yes" }, "AIS.0101"), (new { image = 5 }, "AIS.0101"),
            (new { image = "data:image/png;base64," + image }, "AIS.0102"), (new { image = Convert.ToBase64String(Pictures.Gif(800, 500)) }, "AIS.0102"),
            (new { image = Convert.ToBase64String(Pictures.Png(14, 500)) }, "AIS.0103"), (new { image = Convert.ToBase64String(Pictures.Png(8193, 500)) }, "AIS.0103"),
            (new { image }, "AIS.0104"), (new { url = "https://x.test/a.png" }, "ModelArts.4603"), ("not JSON"u8.ToArray(), "ModelArts.4105"),
            (new { image = new string('A', 10 * 1024 * 1024 + 4) }, "ModelArts.4104"), (new { image = new string('A', 12 * 1024 * 1024) }, "APIG.0201"),
        ];
        foreach (var (request, code) in cases)
        {
            Assert.Equal(code, (await caller.HuaweiAsync("cambodian-idcard", request)).ErrorCode);
        }

        Assert.Equal("AIS.0103", (await caller.HuaweiAsync("id-document", new { image = Convert.ToBase64String(Pictures.Png(99, 500)) })).ErrorCode);
        var unknown = await caller.HuaweiAsync("japanese-idcard", new { image });
        Assert.Equal((404, "APIG.0101", unknown.Headers["X-Request-Id"]), (unknown.Status, unknown.ErrorCode, unknown.Json.GetProperty("request_id").GetString()));
    }

    [Fact]
    public async Task Huawei_takes_only_a_live_token_of_the_project()
    {
        var login = await caller.LoginAsync();
        Assert.Equal(201, login.Status);
        Assert.Equal("2026-03-05T05:06:07.000000Z", login.Json.GetProperty("token").GetProperty("expires_at").GetString());
        var token = login.Headers["X-Subject-Token"];
        Assert.Equal("AIS.0101", (await caller.HuaweiAsync("cambodian-idcard", new { }, token)).ErrorCode);
        clock.Now += TimeSpan.FromHours(24);
        var expired = await caller.HuaweiAsync("cambodian-idcard", new { }, token);
        Assert.Equal((401, "APIG.0307"), (expired.Status, expired.ErrorCode));

        var unscoped = (await caller.LoginAsync(scope: new { domain = new { name = "account" } })).Headers["X-Subject-Token"];
        Assert.Equal("ModelArts.0212", (await caller.HuaweiAsync("cambodian-idcard", new { }, unscoped)).ErrorCode);
        Assert.Equal("APIG.0301", (await caller.HuaweiAsync("cambodian-idcard", new { }, "foreign")).ErrorCode);
        Assert.Equal("APIG.0301", (await caller.HuaweiAsync("cambodian-idcard", new { }, "")).ErrorCode);
    }

    [Fact]
    public async Task Iam_refuses_in_its_own_shape_and_locks_after_six_wrong_passwords()
    {
        var wrong = await caller.LoginAsync("wrong");
        Assert.Equal((401, "IAM 401", "Unauthorized"), (wrong.Status, wrong.ErrorCode, wrong.Json.GetProperty("error").GetProperty("title").GetString()));
        Assert.Equal("IAM 400", (await caller.LoginAsync(scope: new { project = new { name = "nowhere" } })).ErrorCode);
        for (var attempt = 0; attempt < 6; attempt++)
        {
            await caller.LoginAsync("wrong");
        }

        Assert.Equal(401, (await caller.LoginAsync()).Status);
        clock.Now += TimeSpan.FromMinutes(5);
        Assert.Equal(201, (await caller.LoginAsync()).Status);
    }

    [Fact]
    public async Task Tencent_says_what_is_wrong_with_a_request()
    {
        var ImageBase64 = Convert.ToBase64String(Pictures.Png(800, 500));
        (object Request, string Code)[] cases =
        [
            (new { ImageBase64, Unheard = 1 }, "UnknownParameter"), (new { ImageBase64, RetImage = "true" }, "InvalidParameter"), (new { }, "MissingParameter"),
            ("[]"u8.ToArray(), "InvalidParameter"), (new { ImageBase64, ImageUrl = "https://x.test/a.png" }, "FailedOperation.DownLoadError"),
            (new { ImageBase64 = "" }, "FailedOperation.EmptyImageError"), (new { ImageBase64 = Convert.ToBase64String(Pictures.Gif(800, 500)) }, "FailedOperation.ImageDecodeFailed"),
            (new { ImageBase64 = new string('A', 7 * 1024 * 1024 + 4) }, "LimitExceeded.TooLargeFileError"), (new { ImageBase64 = new string('A', 10 * 1024 * 1024) }, "RequestSizeLimitExceeded"),
            (new { ImageBase64 }, "FailedOperation.NoMASIDCard"),
        ];
        foreach (var (request, code) in cases)
        {
            var reply = await caller.TencentAsync(request);
            Assert.Equal((200, code), (reply.Status, reply.ErrorCode));
            Assert.NotEmpty(reply.Json.GetProperty("Response").GetProperty("RequestId").GetString()!);
        }

        Assert.Equal("InvalidAction", (await caller.TencentAsync(new { ImageBase64 }, new KeyValuePair<string, string>("X-TC-Action", "IDCardOCR"))).ErrorCode);
        Assert.Equal("NoSuchVersion", (await caller.TencentAsync(new { ImageBase64 }, new KeyValuePair<string, string>("X-TC-Version", "2017-03-12"))).ErrorCode);
        Assert.Equal("UnsupportedRegion", (await caller.TencentAsync(new { ImageBase64 }, new KeyValuePair<string, string>("X-TC-Region", "eu-nowhere"))).ErrorCode);
    }

    [Fact]
    public async Task Cos_says_what_is_wrong_with_a_request()
    {
        const string Process = "?ci-process=IDCardOCR";
        var card = Pictures.Png(800, 500);
        (string Query, byte[] Body, string Code)[] cases =
        [
            ("?ci-process=IDCardOcr", card, "InvalidArgument"), (Process + "&CardSide=front", card, "InvalidParameterValue.InvalidParameterValueLimit"),
            (Process + "&Config=%7B", card, "InvalidParameter.ConfigFormatError"), (Process + "&Config=%7B%22CropIdcard%22%3Atrue%7D", card, "InvalidParameter.ConfigFormatError"),
            (Process, [], "FailedOperation.EmptyImageError"), (Process, Pictures.Gif(800, 500), "FailedOperation.ImageDecodeFailed"),
            (Process, Pictures.Png(800, 500, 5_505_027), "LimitExceeded.TooLargeFileError"), (Process, card, "FailedOperation.ImageNoIdCard"),
        ];
        foreach (var (query, body, code) in cases)
        {
            var reply = await caller.CosAsync("PUT", "a.png", query, body);
            Assert.Equal((400, code), (reply.Status, reply.ErrorCode));
            Assert.Equal(reply.Headers["x-cos-request-id"], reply.Xml.Element("RequestId")!.Value);
        }

        var chunked = await caller.CosAsync("PUT", "a.png", Process, "1\r\nx\r\n0\r\n\r\n"u8.ToArray(), new KeyValuePair<string, string>("Transfer-Encoding", "chunked"));
        Assert.Equal((411, "MissingContentLength"), (chunked.Status, chunked.ErrorCode));
        Assert.Equal("BadDigest", (await caller.CosAsync("PUT", "a.png", "", card, new KeyValuePair<string, string>("Content-MD5", Convert.ToBase64String(new byte[16])))).ErrorCode);
        Assert.Equal("InvalidDigest", (await caller.CosAsync("PUT", "a.png", "", card, new KeyValuePair<string, string>("Content-MD5", "AAAA"))).ErrorCode);
        var unsigned = await sandbox.SendAsync("GET", "/cos/a.png", [new("Host", "127.0.0.1")], []);
        Assert.Equal((403, "AccessDenied"), (unsigned.Status, unsigned.ErrorCode));
    }

    [Fact]
    public async Task AccuAuth_says_what_is_wrong_with_a_request()
    {
        var card = Pictures.Png(800, 500);
        var text = Encoding.UTF8.GetBytes($$"""{"image_base64":"{{Convert.ToBase64String(card)}}"}""");
        (Task<WireReply> Call, int Status, string Code)[] cases =
        [
            (caller.AccuAuthAsync("application/json", text, secret: "wrong"), 401, "UNAUTHORIZED"), (caller.AccuAuthAsync("application/json", text, id: "old"), 401, "KEY_EXPIRED"),
            (caller.AccuAuthAsync("application/json", "{}"u8.ToArray()), 400, "INVALID_ARGUMENT"), (caller.AccuAuthAsync("text/plain", text), 400, "INVALID_ARGUMENT"),
            (caller.AccuAuthFileAsync(Pictures.Gif(800, 500)), 400, "INVALID_ARGUMENT"), (caller.AccuAuthFileAsync(Pictures.Png(127, 500)), 400, "INVALID_ARGUMENT"),
            (caller.AccuAuthFileAsync(Pictures.Png(800, 500, 5 * 1024 * 1024 + 1)), 400, "INVALID_ARGUMENT"), (caller.AccuAuthFileAsync(card, "name=file"), 400, "INVALID_ARGUMENT"),
            (caller.AccuAuthFileAsync(card), 400, "DETECTION_FAILED"), (caller.AccuAuthAsync("application/json", text), 400, "DETECTION_FAILED"),
            (sandbox.SendAsync("POST", "/accuauth/ocr/passport", [new("Host", "127.0.0.1")], []), 404, "NOT_FOUND"),
        ];
        foreach (var (call, status, code) in cases)
        {
            var reply = await call;
            Assert.Equal((status, code), (reply.Status, reply.ErrorCode));
        }
    }

    /// <summary>Bodies that look like JSON to whoever does not read their texts.</summary>
    public static TheoryData<string> BrokenTexts =>
    [
        """{"A":"\ud800"}""", """{"A":"\udc00\ud800"}""", """{"\ud800":1}""", """{"A":["\ud83d?"]}""", "{\"A\":\"\u00FF\"}", "{\"\u00C3\":1}", """{"A":"\x"}""", """{"A":"\u12"}""", "\"",
    ];

    [Theory]
    [MemberData(nameof(BrokenTexts))]
    public async Task Texts_that_are_none_are_bad_json_in_each_vendors_own_words(string body)
    {
        // Latin-1, so that what is no UTF-8 goes over the wire as it stands here; each name that a vendor reads is tried.
        byte[] Named(string name) => Encoding.Latin1.GetBytes(body.Replace("\"A\"", $"\"{name}\"", StringComparison.Ordinal));
        foreach (var function in (string[])["cambodian-idcard", "id-document"])
        {
            var huawei = await caller.HuaweiAsync(function, Named("image"));
            Assert.Equal((400, "ModelArts.4105"), (huawei.Status, huawei.ErrorCode));
        }

        var tencent = await caller.TencentAsync(Named("ImageBase64"));
        Assert.Equal((200, "InvalidParameter"), (tencent.Status, tencent.ErrorCode));
        var accuAuth = await caller.AccuAuthAsync("application/json", Named("image_base64"));
        Assert.Equal((400, "INVALID_ARGUMENT"), (accuAuth.Status, accuAuth.ErrorCode));
        var cos = await caller.CosAsync("PUT", "a.png", "?ci-process=IDCardOCR&Config=" + string.Concat(Named("Quality").Select(octet => $"%{octet:X2}")), Pictures.Png(800, 500));
        Assert.Equal((400, "InvalidParameter.ConfigFormatError"), (cos.Status, cos.ErrorCode));
        var iam = await sandbox.SendAsync("POST", "/iam/v3/auth/tokens", [new("Host", "127.0.0.1"), new("Content-Type", "application/json"), new("Content-Length", Pictures.Length(Named("auth")))], Named("auth"));
        Assert.Equal((400, "IAM 400"), (iam.Status, iam.ErrorCode));
    }

    [Fact]
    public async Task A_login_that_names_a_part_twice_is_refused()
    {
        var body = """{"auth":{},"auth":{}}"""u8.ToArray();
        var reply = await sandbox.SendAsync("POST", "/iam/v3/auth/tokens", [new("Host", "127.0.0.1"), new("Content-Type", "application/json"), new("Content-Length", Pictures.Length(body))], body);
        Assert.Equal((400, "IAM 400"), (reply.Status, reply.ErrorCode));
    }
}
