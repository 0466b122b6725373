using System.ComponentModel;
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
    private static readonly TimeSpan Installing = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Calling = TimeSpan.FromMinutes(2);
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
        await InstallAsync();
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

    private async Task<JsonElement> CallAsync(KeyPair tencent, KeyPair cos)
    {
        var (isDone, output, errors) = await RunAsync(
            "node", Calling, "call.js", sandbox.Port.ToString(CultureInfo.InvariantCulture), tencent.Id, tencent.Secret, cos.Id, cos.Secret,
            settings.Cos.Bucket, settings.Cos.Region, Convert.ToBase64String(Card));
        Assert.True(isDone, $"call.js: {errors}");
        return JsonDocument.Parse(output).RootElement;
    }

    /// <summary>Installs the pinned clients from whatever registry npm is set up for; tries twice and gives up, so that a machine without one is told so and does not hang.</summary>
    private static async Task InstallAsync()
    {
        var (isDone, _, errors) = await RunAsync("npm", Installing, "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=1", "--fetch-retry-maxtimeout=10000", "--fetch-timeout=60000");
        Assert.True(isDone, $"npm could not install Tencent's clients: see that this machine reaches the package registry that npm is set up for, or run without IDOCR_SDK_TESTS=1. npm said: {string.Join(' ', errors.Split('\n').Take(5))}");
    }

    private static async Task<(bool IsDone, string Output, string Errors)> RunAsync(string program, TimeSpan longest, params string[] arguments)
    {
        using var process = Started(new ProcessStartInfo(program, arguments) { WorkingDirectory = Place, RedirectStandardOutput = true, RedirectStandardError = true });
        using var limit = new CancellationTokenSource(longest);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode == 0, output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (false, "", $"nothing for {longest.TotalMinutes} minutes, so it was ended.");
        }
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"{start.FileName} is not installed: install Node with npm, or run without IDOCR_SDK_TESTS=1.", missing);
        }
    }
}
