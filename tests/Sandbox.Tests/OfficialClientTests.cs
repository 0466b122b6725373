using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace IdOcrPortal.Sandbox.Tests;

/// <summary>Runs where <c>IDOCR_SDK_TESTS=1</c>: needs Node and a package registry.</summary>
public sealed class SdkFactAttribute : FactAttribute
{
    public SdkFactAttribute() => Skip = Environment.GetEnvironmentVariable("IDOCR_SDK_TESTS") == "1" ? null : "Set IDOCR_SDK_TESTS=1 to install Tencent's own Node clients and let them call the sandbox.";
}

/// <summary>Tencent's own clients cannot tell the sandbox from the service.</summary>
public sealed class OfficialClientTests : IAsyncLifetime
{
    private static readonly byte[] Card = Pictures.Png(800, 500);
    private static readonly string Place = Path.Combine(AppContext.BaseDirectory, "OfficialClients");
    private readonly SandboxSettings settings = GoldenVectors.Settings();
    private RunningSandbox sandbox = null!;

    public async Task InitializeAsync()
    {
        sandbox = await RunningSandbox.StartAsync(settings, TimeProvider.System);
        await sandbox.ControlAsync("POST", "/truth", new
        {
            sha256 = Pictures.Sha256(Card),
            cards = new object[] { new { documentType = "mys-mykad", fields = new { full_name = "SPECIMEN" } }, new { documentType = "chn-id", fields = new { name_local = "样本" } } },
        });
    }

    public async Task DisposeAsync() => await sandbox.DisposeAsync();

    [SdkFact]
    public async Task Tencents_own_clients_are_answered_with_the_right_keys_and_refused_with_wrong_ones()
    {
        await RunAsync("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
        var tencent = settings.Tencent.Keys.First(key => key.Token is null);
        var cos = settings.Cos.Keys.First(key => key.Token is null);

        var right = await CallAsync(tencent, cos);
        Assert.Equal("SPECIMEN", right.GetProperty("recognise").GetProperty("answer").GetProperty("Name").GetString());
        Assert.Equal(200, right.GetProperty("put").GetProperty("answer").GetProperty("statusCode").GetInt32());
        Assert.Contains("<Name>样本</Name>", right.GetProperty("get").GetProperty("answer").GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.Equal(204, right.GetProperty("remove").GetProperty("answer").GetProperty("statusCode").GetInt32());

        var wrong = await CallAsync(tencent with { Secret = "wrong" }, cos with { Secret = "wrong" });
        Assert.Equal("AuthFailure.SignatureFailure", wrong.GetProperty("recognise").GetProperty("code").GetString());
        Assert.All(["put", "get", "remove"], name => Assert.Equal("SignatureDoesNotMatch", wrong.GetProperty(name).GetProperty("code").GetString()));
    }

    private async Task<JsonElement> CallAsync(KeyPair tencent, KeyPair cos) => JsonDocument.Parse(await RunAsync(
        "node", "call.js", sandbox.Port.ToString(CultureInfo.InvariantCulture), tencent.Id, tencent.Secret, cos.Id, cos.Secret,
        settings.Cos.Bucket, settings.Cos.Region, Convert.ToBase64String(Card))).RootElement;

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Place, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {arguments[0]}: {await errors}");
        return output;
    }
}
