using IdOcrPortal.Recognition.Connectors.HuaweiCloud;
using static IdOcrPortal.Recognition.Tests.Connectors.OverTheWire.SandboxVendors;

namespace IdOcrPortal.Recognition.Tests.Connectors.OverTheWire;

/// <summary>Huawei's two ways of authentication against the sandbox: tokens that end, keys that are wrong, clocks that differ.</summary>
public sealed class HuaweiLoginWireTests(SandboxVendors sandbox) : IClassFixture<SandboxVendors>, IAsyncLifetime
{
    public Task InitializeAsync() => sandbox.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_token_serves_for_23_hours_and_is_then_renewed_before_it_ends()
    {
        var (connector, picture) = (sandbox.CambodianByToken(), await PictureAsync());
        await connector.ReadAsync(picture, CancellationToken.None);
        sandbox.Clock.Advance(TimeSpan.FromHours(22.9));
        await connector.ReadAsync(picture, CancellationToken.None);
        Assert.Equal(["cambodian-idcard ok ×2", "tokens ok ×1"], await sandbox.CallsAsync());

        sandbox.Clock.Advance(TimeSpan.FromHours(0.2));
        await connector.ReadAsync(picture, CancellationToken.None);

        Assert.Equal(["cambodian-idcard ok ×3", "tokens ok ×2"], await sandbox.CallsAsync());
    }

    [Fact]
    public async Task A_token_that_has_ended_at_the_vendor_is_renewed_once_and_the_call_repeated()
    {
        var (connector, picture) = (sandbox.CambodianByToken(), await PictureAsync());
        await connector.ReadAsync(picture, CancellationToken.None);
        await sandbox.AheadAsync(TimeSpan.FromHours(25)); // for the vendor the day is over, for us it is not

        await connector.ReadAsync(picture, CancellationToken.None);

        Assert.Equal(["cambodian-idcard APIG.0307 ×1", "cambodian-idcard ok ×2", "tokens ok ×2"], await sandbox.CallsAsync());
    }

    [Theory]
    [InlineData("APIG.0307")]
    [InlineData("ModelArts.0203")]
    [InlineData("ModelArts.4102")]
    [InlineData("ModelArts.4103")]
    public async Task Every_error_of_a_token_is_answered_by_one_new_token_and_no_more(string code)
    {
        var (connector, picture) = (sandbox.CambodianByToken(), await PictureAsync());
        await sandbox.ScenarioAsync(new { vendor = "huawei", kind = "error", code });
        await connector.ReadAsync(picture, CancellationToken.None);
        Assert.Equal([$"cambodian-idcard {code} ×1", "cambodian-idcard ok ×1", "tokens ok ×2"], await sandbox.CallsAsync());

        await sandbox.ResetAsync();
        await sandbox.ScenarioAsync(new { vendor = "huawei", kind = "error", code, count = 9 });
        var failed = await Assert.ThrowsAsync<ConnectorException>(() => connector.ReadAsync(picture, CancellationToken.None));

        Assert.Equal((FailureClass.Credential, code), (failed.Failure, failed.Code));
        Assert.Equal([$"cambodian-idcard {code} ×2", "tokens ok ×1"], await sandbox.CallsAsync());
    }

    [Theory]
    [InlineData("decrypt token fail", 2)]
    [InlineData("token expires", 2)]
    [InlineData("x-auth-token not found", 2)]
    [InlineData("verify aksk signature fail", 1)]
    [InlineData("AK access failed to reach the limit, forbidden", 1)]
    public async Task One_code_with_two_meanings_is_told_apart_by_its_text_so_that_no_key_is_locked(string text, int calls)
    {
        await using var vendor = new LoopbackVendor(request => request.Target.StartsWith("/v3/", StringComparison.Ordinal)
            ? new WireAnswer(201, "{}", ("X-Subject-Token", "t"))
            : new WireAnswer(401, $$"""{"error_code":"APIG.0301","error_msg":"Incorrect IAM authentication information: {{text}}"}"""));
        var connector = sandbox.Cambodian(options => options with { Authentication = HuaweiAuthentication.Token, Endpoint = vendor.Address, IamEndpoint = vendor.Address });

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => connector.ReadAsync(new DocumentImage(Jpeg(200, 200), null), CancellationToken.None));

        Assert.Equal((FailureClass.Credential, "APIG.0301", calls), (failed.Failure, failed.Code, vendor.Requests.Count(request => request.Target.StartsWith("/v2/", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("IamUser")]
    [InlineData("IamPassword")]
    [InlineData("IamDomain")]
    public async Task A_wrong_login_is_said_and_tried_once(string setting)
    {
        var connector = sandbox.Cambodian(options => setting switch
        {
            "IamUser" => options with { Authentication = HuaweiAuthentication.Token, IamUser = "wrong" },
            "IamPassword" => options with { Authentication = HuaweiAuthentication.Token, IamPassword = "wrong" },
            _ => options with { Authentication = HuaweiAuthentication.Token, IamDomain = "wrong" },
        });

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => connector.ReadAsync(new DocumentImage(Jpeg(200, 200), null), CancellationToken.None));

        Assert.Equal((FailureClass.Credential, "IAM 401"), (failed.Failure, failed.Code));
        Assert.Contains(failed.RequestId!, sandbox.LastAnswer, StringComparison.Ordinal);
        Assert.Equal(["tokens IAM 401 ×1"], await sandbox.CallsAsync());
    }

    [Theory]
    [InlineData("SANDBOXOTHERAK", null, null)]
    [InlineData(null, "wrong", null)]
    [InlineData(null, null, "wrong")]
    public async Task Wrong_keys_are_said_and_tried_once(string? accessKey, string? secretKey, string? token)
    {
        var connector = sandbox.Cambodian(options => options with { AccessKey = accessKey ?? options.AccessKey, SecretKey = secretKey ?? options.SecretKey, SecurityToken = token });

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => connector.ReadAsync(new DocumentImage(Jpeg(200, 200), null), CancellationToken.None));

        Assert.Equal((FailureClass.Credential, "APIG.0301"), (failed.Failure, failed.Code));
        Assert.Equal(["cambodian-idcard APIG.0301 ×1"], await sandbox.CallsAsync());
    }

    [Fact]
    public async Task A_login_that_failed_for_the_moment_is_tried_anew_by_the_next_document()
    {
        var (connector, picture) = (sandbox.CambodianByToken(), await PictureAsync());
        await sandbox.ScenarioAsync(new { vendor = "iam", kind = "status", http = 503 });
        var failed = await Assert.ThrowsAsync<ConnectorException>(() => connector.ReadAsync(picture, CancellationToken.None));
        Assert.Equal((FailureClass.Transient, "IAM 503"), (failed.Failure, failed.Code));

        Assert.Equal("khm-id", (await connector.ReadAsync(picture, CancellationToken.None)).TypeId);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(-16)]
    public async Task A_clock_more_than_15_minutes_off_is_said_as_refused_credentials(int minutes)
    {
        var (connector, picture) = (sandbox.Cambodian(), await PictureAsync());
        await sandbox.AheadAsync(TimeSpan.FromMinutes(minutes > 0 ? 14 : -14));
        await connector.ReadAsync(picture, CancellationToken.None);
        await sandbox.AheadAsync(TimeSpan.FromMinutes(minutes));

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => connector.ReadAsync(picture, CancellationToken.None));

        Assert.Equal((FailureClass.Credential, "APIG.0301"), (failed.Failure, failed.Code));
        Assert.Contains("clock", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_logins_and_two_calls_together_stay_below_75_seconds()
    {
        // The first call is refused after 29 seconds, each login takes 14, the last call never answers.
        var (calls, logins) = (0, 0);
        await using var vendor = new LoopbackVendor(request =>
        {
            if (request.Target.StartsWith("/v3/", StringComparison.Ordinal))
            {
                sandbox.Clock.Advance(TimeSpan.FromSeconds(14));
                return new WireAnswer(201, "{}", ("X-Subject-Token", $"t{Interlocked.Increment(ref logins)}"));
            }

            if (Interlocked.Increment(ref calls) == 1)
            {
                sandbox.Clock.Advance(TimeSpan.FromSeconds(29));
                return new WireAnswer(401, """{"error_code":"APIG.0307","error_msg":"x"}""");
            }

            sandbox.Clock.Advance(TimeSpan.FromSeconds(13)); // 14 + 29 + 14 + 13 = 70
            return WireAnswer.Silence;
        });
        var connector = sandbox.Cambodian(options => options with { Authentication = HuaweiAuthentication.Token, Endpoint = vendor.Address, IamEndpoint = vendor.Address });
        var started = sandbox.Clock.GetUtcNow();

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => connector.ReadAsync(new DocumentImage(Jpeg(200, 200), null), CancellationToken.None));

        Assert.Equal((FailureClass.UnknownOutcome, "call.no_answer"), (failed.Failure, failed.Code));
        Assert.Equal((2, 2, TimeSpan.FromSeconds(70)), (calls, logins, sandbox.Clock.GetUtcNow() - started));
    }

    private Task<DocumentImage> PictureAsync() => sandbox.PictureAsync([new { documentType = "khm-id", fields = new { document_number = "999000123" } }]);
}
