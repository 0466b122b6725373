using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IdOcrPortal.Recognition.Connectors.AccuAuthKtp;
using IdOcrPortal.Recognition.Connectors.HuaweiCambodianIdCard;
using IdOcrPortal.Recognition.Connectors.HuaweiCloud;
using IdOcrPortal.Recognition.Connectors.HuaweiIdDocument;
using IdOcrPortal.Recognition.Connectors.TencentCiIdCardOcr;
using IdOcrPortal.Recognition.Connectors.TencentMLIDCardOcr;
using IdOcrPortal.Recognition.Connectors.Wire;
using IdOcrPortal.Sandbox;
using Microsoft.AspNetCore.Builder;

namespace IdOcrPortal.Recognition.Tests.Connectors.OverTheWire;

/// <summary>The sandbox on a port of its own, and our connectors pointed at it: two readings of the same wire sheets that have to agree.</summary>
public class SandboxVendors : IAsyncLifetime, IDisposable
{
    /// <summary>A JPEG with a portrait's first segments, as vendors send it.</summary>
    internal const string PortraitBase64 = "/9j/4AAEAAD/2gACqv/Z";

    internal static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly KeyPair HuaweiPair = new("SANDBOXHUAWEIAK", "huawei-secret");
    private static readonly KeyPair TencentPair = new("AKIDSANDBOXTENCENT", "tencent-secret");
    private static readonly KeyPair CosPair = new("AKIDSANDBOXCOS", "cos-secret");

    private readonly Recorder _recorder = new() { InnerHandler = VendorHttp.CreateHandler() };
    private readonly HttpClient _control = new();
    private readonly int _workers;
    private WebApplication _app = null!;

    public SandboxVendors()
        : this(workers: 0)
    {
    }

    /// <param name="workers">Processes that read pictures; 0: only what <see cref="TruthAsync"/> says is known.</param>
    private protected SandboxVendors(int workers)
    {
        _workers = workers;
        Http = VendorHttp.CreateClient(_recorder);
    }

    internal ManualClock Clock { get; } = new();

    internal HttpClient Http { get; }

    /// <summary>Bare address of the sandbox, without a <c>/</c> at its end.</summary>
    internal string Address { get; private set; } = "";

    /// <summary>The last answer of a vendor as it came: headers and body.</summary>
    internal string LastAnswer => _recorder.Last;

    /// <summary>Project of the Cambodian card's region and of the ID document's.</summary>
    internal static (string Cambodian, string IdDocument) Projects { get; } = ("5a4d000000000000000000000000c0de", "5a4d000000000000000000000001c0de");

    public async Task InitializeAsync()
    {
        var settings = new SandboxSettings
        {
            Reader = new ReaderSettings { Workers = _workers },
            Huawei = new HuaweiSettings
            {
                Projects = new() { ["ap-southeast-3"] = Projects.Cambodian, ["ap-southeast-1"] = Projects.IdDocument },
                Keys = [HuaweiPair, HuaweiPair with { Token = "huawei-token" }],
                Account = "account", User = "user", Password = "p+ss\"wörd",
            },
            Tencent = new TencentSettings { Keys = [TencentPair, TencentPair with { Token = "tencent-token" }], RequestsPerSecond = 0 },
            Cos = new CosSettings { Keys = [CosPair, CosPair with { Token = "cos-token" }], Bucket = "sandbox-1250000000", Region = "ap-singapore" },
            AccuAuth = new AccuAuthSettings { Id = "accuauth-id", Secret = "accuauth-secret", ExpiredIds = ["expired-id"] },
        };
        _app = SandboxHost.Build(["--urls", "http://127.0.0.1:0"], settings, Clock);
        await _app.StartAsync();
        Address = _app.Urls.Single().TrimEnd('/');
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Http.Dispose();
            _control.Dispose();
            _recorder.Dispose();
        }
    }

    /// <summary>A picture of these sides that shows these cards; every call makes another picture.</summary>
    internal async Task<DocumentImage> PictureAsync(object[] cards, int width = 1000, int height = 640)
    {
        var picture = Jpeg(width, height);
        await TruthAsync(picture, cards);
        return new DocumentImage(picture, RequestedTypeId: null);
    }

    internal Task TruthAsync(byte[] picture, params object[] cards) => ControlAsync("/truth", new { sha256 = Convert.ToHexStringLower(SHA256.HashData(picture)), cards });

    /// <summary>What a vendor does to the next answers, such as <c>new { vendor = "cos", kind = "drop" }</c>.</summary>
    internal Task ScenarioAsync(object scenario) => ControlAsync("/scenarios", scenario);

    internal async Task ResetAsync()
    {
        using var cleared = await _control.DeleteAsync($"{Address}/control/scenarios");
        cleared.EnsureSuccessStatusCode();
        await ControlAsync("/dialect", new { });
        await ControlAsync("/clock", new { offsetSeconds = 0 });
        using var uncounted = await _control.DeleteAsync($"{Address}/control/calls");
        uncounted.EnsureSuccessStatusCode();
    }

    /// <summary>Calls a second that a vendor lets through; 0: any number.</summary>
    internal Task RateAsync(string vendor, int perSecond) => ControlAsync("/rate", new { vendor, perSecond });

    internal Task DialectAsync(object dialect) => ControlAsync("/dialect", dialect);

    /// <summary>How far the vendors' clock is ahead of ours.</summary>
    internal Task AheadAsync(TimeSpan offset) => ControlAsync("/clock", new { offsetSeconds = (long)offset.TotalSeconds });

    /// <summary>What was called since the reset: <c>operation outcome ×count</c>, in order of vendor and name.</summary>
    internal async Task<IReadOnlyList<string>> CallsAsync() =>
    [
        .. (await _control.GetFromJsonAsync<JsonElement>($"{Address}/control/calls")).EnumerateArray()
            .Select(call => string.Create(CultureInfo.InvariantCulture, $"{call.GetProperty("operation").GetString()} {call.GetProperty("outcome").GetString()} ×{call.GetProperty("count").GetInt64()}")),
    ];

    internal HuaweiCambodianIdCardConnector Cambodian(Func<HuaweiCambodianIdCardOptions, HuaweiCambodianIdCardOptions>? set = null, string prefix = "/huawei") => new(
        (set ?? (options => options))(new HuaweiCambodianIdCardOptions
        {
            Endpoint = new Uri(Address + prefix), ProjectId = Projects.Cambodian, AccessKey = HuaweiPair.Id, SecretKey = HuaweiPair.Secret,
            IamEndpoint = new Uri(Address + (prefix.Length > 0 ? "/iam" : "")), IamUser = "user", IamPassword = "p+ss\"wörd", IamDomain = "account",
        }),
        Http, Clock);

    internal HuaweiCambodianIdCardConnector CambodianByToken() => Cambodian(options => options with { Authentication = HuaweiAuthentication.Token });

    internal HuaweiIdDocumentConnector IdDocument(Func<HuaweiIdDocumentOptions, HuaweiIdDocumentOptions>? set = null, string prefix = "/huawei") => new(
        (set ?? (options => options))(new HuaweiIdDocumentOptions
        {
            Endpoint = new Uri(Address + prefix), ProjectId = Projects.IdDocument, AccessKey = HuaweiPair.Id, SecretKey = HuaweiPair.Secret, AllowRetired = true,
            IamEndpoint = new Uri(Address + (prefix.Length > 0 ? "/iam" : "")), IamUser = "user", IamPassword = "p+ss\"wörd", IamDomain = "account",
        }),
        Http, Clock);

    internal TencentMLIDCardOcrConnector Tencent(Func<TencentMLIDCardOcrOptions, TencentMLIDCardOcrOptions>? set = null, string prefix = "/tencent") => new(
        (set ?? (options => options))(new TencentMLIDCardOcrOptions { Endpoint = new Uri(Address + prefix), SecretId = TencentPair.Id, SecretKey = TencentPair.Secret, Region = "ap-singapore" }), Http, Clock);

    internal TencentCiIdCardOcrConnector Ci(Func<TencentCiIdCardOcrOptions, TencentCiIdCardOcrOptions>? set = null, string prefix = "/cos") => new(
        (set ?? (options => options))(new TencentCiIdCardOcrOptions
        {
            Endpoint = new Uri(Address + prefix), Bucket = "sandbox-1250000000", Region = "ap-singapore", Country = "SG", SecretId = CosPair.Id, SecretKey = CosPair.Secret,
        }),
        Http, Clock);

    internal AccuAuthKtpConnector AccuAuth(Func<AccuAuthKtpOptions, AccuAuthKtpOptions>? set = null, string prefix = "/accuauth") => new(
        (set ?? (options => options))(new AccuAuthKtpOptions { Endpoint = new Uri(Address + prefix), ApiId = "accuauth-id", ApiSecret = "accuauth-secret" }), Http, Clock);

    /// <summary>A JPEG as far as its header goes, unlike any other: start, frame of these sides, scan, end, and chance.</summary>
    internal static byte[] Jpeg(int width, int height) =>
    [
        0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 2, 0xAA, 0xFF, 0xD9,
        .. RandomNumberGenerator.GetBytes(16),
    ];

    private async Task ControlAsync(string path, object body)
    {
        using var answer = await _control.PostAsJsonAsync($"{Address}/control{path}", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Keeps the last answer and hands it on untouched.</summary>
    private sealed class Recorder : DelegatingHandler
    {
        public string Last { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (request.Method != HttpMethod.Delete && response.Content.Headers.ContentLength <= VendorHttp.LargestAnswer)
            {
                await response.Content.LoadIntoBufferAsync(cancellationToken);
                Last = $"{response.Headers}\n{Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken))}";
            }

            return response;
        }
    }
}
