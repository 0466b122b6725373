using IdOcrPortal.Sandbox.Errors;
using IdOcrPortal.Sandbox.Wire;

namespace IdOcrPortal.Sandbox.Tests;

/// <summary>Whatever a vendor can do to its callers can be ordered.</summary>
public sealed class ScenarioTests : IAsyncLifetime
{
    private static readonly byte[] Card = Pictures.Png(800, 500);
    private readonly FixedClock clock = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));
    private RunningSandbox sandbox = null!;
    private Caller caller = null!;

    public async Task InitializeAsync()
    {
        sandbox = await RunningSandbox.StartAsync(GoldenVectors.Settings(), clock);
        caller = new(sandbox, clock);
        await sandbox.ControlAsync("POST", "/rate", new { vendor = "tencent", perSecond = 0 });
        await sandbox.ControlAsync("POST", "/truth", new { sha256 = Pictures.Sha256(Card), cards = new[] { new { documentType = "mys-mykad" }, new { documentType = "idn-ktp" } } });
    }

    public async Task DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task Every_row_of_the_error_table_can_be_provoked_with_its_code_and_status()
    {
        var token = (await caller.LoginAsync()).Headers["X-Subject-Token"];
        foreach (var row in VendorErrors.All.Where(row => !row.Code.StartsWith('(') && row.Code != "APIGW.*"))
        {
            var vendor = row switch
            {
                { Vendor: "tencent-api" } => Vendor.Tencent, { Vendor: "tencent-ci" } => Vendor.Cos, { Vendor: "accuauth" } => Vendor.AccuAuth,
                _ => row.Code.StartsWith("IAM", StringComparison.Ordinal) ? Vendor.Iam : Vendor.Huawei,
            };
            await OrderAsync(vendor, "error", code: row.Code, http: row.Http);
            var reply = await CallAsync(vendor, token);
            Assert.Equal((row.Code, row.Status), (reply.ErrorCode, reply.Status));
        }
    }

    [Fact]
    public async Task The_rows_without_a_code_can_be_provoked_too()
    {
        await OrderAsync(Vendor.AccuAuth, "error", code: VendorErrors.EmptyResults);
        Assert.Equal(0, (await caller.AccuAuthFileAsync(Card)).Json.GetProperty("results").GetArrayLength());
        await OrderAsync(Vendor.Tencent, "error", code: VendorErrors.BareGateway);
        Assert.Equal(502, (await CallAsync(Vendor.Tencent, "")).Status);
        await OrderAsync(Vendor.Huawei, "error", code: "APIGW.0308");
        var throttled = await caller.HuaweiAsync("cambodian-idcard", new { });
        Assert.Equal((429, "APIGW.0308"), (throttled.Status, throttled.ErrorCode));
    }

    [Fact]
    public async Task An_order_holds_for_its_number_of_answers_and_for_its_vendor_alone()
    {
        await OrderAsync(Vendor.AccuAuth, "error", code: "OUT_OF_QUOTA", count: 2);
        Assert.Equal("", (await CallAsync(Vendor.Tencent, "")).ErrorCode);
        Assert.Equal("UNAUTHORIZED", (await caller.AccuAuthAsync("application/json", [], secret: "wrong")).ErrorCode);
        Assert.Equal("OUT_OF_QUOTA", (await caller.AccuAuthFileAsync(Card)).ErrorCode);
        Assert.Equal("OUT_OF_QUOTA", (await caller.AccuAuthFileAsync(Card)).ErrorCode);
        Assert.Equal("", (await caller.AccuAuthFileAsync(Card)).ErrorCode);
    }

    [Fact]
    public async Task Refuses_an_order_that_the_vendor_cannot_carry_out()
    {
        var body = """{"vendor":"accuAuth","kind":"error","code":"APIG.0308"}"""u8.ToArray();
        var reply = await sandbox.SendAsync("POST", "/control/scenarios", [new("Host", "127.0.0.1"), new("Content-Type", "application/json"), new("Content-Length", Pictures.Length(body))], body);
        Assert.Equal(400, reply.Status);
    }

    [Fact]
    public async Task Answers_can_be_dropped_cut_blown_up_and_replaced_by_a_bare_status()
    {
        await OrderAsync(Vendor.AccuAuth, "drop");
        Assert.Empty((await caller.AccuAuthFileAsync(Card)).Body);
        await OrderAsync(Vendor.AccuAuth, "malformed");
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => caller.AccuAuthFileAsync(Card).GetAwaiter().GetResult().Json);
        await OrderAsync(Vendor.AccuAuth, "oversized");
        Assert.Equal(17 * 1024 * 1024, (await caller.AccuAuthFileAsync(Card)).Body.Length);
        await OrderAsync(Vendor.AccuAuth, "status", http: 503);
        Assert.Equal(503, (await caller.AccuAuthFileAsync(Card)).Status);

        var calls = (await sandbox.ControlAsync("GET", "/calls"))!.Value.EnumerateArray().Select(call => (call.GetProperty("outcome").GetString(), call.GetProperty("count").GetInt64()));
        Assert.Equal([("dropped", 1), ("malformed", 1), ("oversized", 1), ("status 503", 1)], calls);
    }

    [Fact]
    public async Task Lets_through_tencents_five_calls_in_any_second()
    {
        await sandbox.ControlAsync("POST", "/rate", new { vendor = "tencent", perSecond = 5 });
        for (var call = 0; call < 5; call++)
        {
            Assert.Equal("", (await CallAsync(Vendor.Tencent, "")).ErrorCode);
        }

        Assert.Equal("RequestLimitExceeded", (await CallAsync(Vendor.Tencent, "")).ErrorCode);
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal("", (await CallAsync(Vendor.Tencent, "")).ErrorCode);
    }

    [Fact]
    public async Task A_clock_that_is_ahead_ends_signatures_and_tokens()
    {
        var token = (await caller.LoginAsync()).Headers["X-Subject-Token"];
        await sandbox.ControlAsync("POST", "/clock", new { offsetSeconds = 86_400 });
        Assert.Equal("AuthFailure.SignatureExpire", (await CallAsync(Vendor.Tencent, "")).ErrorCode);
        Assert.Equal("APIG.0307", (await CallAsync(Vendor.Huawei, token)).ErrorCode);
    }

    [Fact]
    public async Task Starts_from_its_own_settings_file()
    {
        await using var own = await RunningSandbox.StartAsync(settings: null, TimeProvider.System);
        var reply = await own.SendAsync("POST", "/accuauth/ocr/idcard", [new("Host", "127.0.0.1"), new("X-DF-API-ID", "sandbox-accuauth-id"), new("X-DF-API-SECRET", "sandbox-accuauth-secret")], []);
        Assert.Equal("INVALID_ARGUMENT", reply.ErrorCode);
    }

    private Task<WireReply> CallAsync(Vendor vendor, string token) => vendor switch
    {
        Vendor.Huawei => caller.HuaweiAsync("cambodian-idcard", new { image = Convert.ToBase64String(Card) }, token),
        Vendor.Iam => caller.LoginAsync(),
        Vendor.Tencent => caller.TencentAsync(new { ImageBase64 = Convert.ToBase64String(Card) }),
        Vendor.Cos => caller.CosAsync("PUT", "a.png", "?ci-process=IDCardOCR", Card),
        _ => caller.AccuAuthFileAsync(Card),
    };

    private Task<System.Text.Json.JsonElement?> OrderAsync(Vendor vendor, string kind, string? code = null, int? http = null, int count = 1) =>
        sandbox.ControlAsync("POST", "/scenarios", new { vendor = char.ToLowerInvariant(vendor.ToString()[0]) + vendor.ToString()[1..], kind, code, http, count });
}
