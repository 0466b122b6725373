using System.Text.Json;
using System.Text.Json.Nodes;
using IdOcrPortal.Documents;
using IdOcrPortal.Recognition.Connectors.HuaweiCambodianIdCard;
using IdOcrPortal.Recognition.Connectors.HuaweiCloud;
using IdOcrPortal.Recognition.Connectors.Wire;
using IdOcrPortal.Recognition.Signing;

namespace IdOcrPortal.Recognition.Tests.Connectors.HuaweiCambodianIdCard;

/// <summary>Calls with a login token instead of a signature.</summary>
public sealed partial class HuaweiCambodianIdCardTests
{
    [Fact]
    public async Task Fetches_a_project_token_once_and_keeps_it_until_an_hour_before_its_end()
    {
        await using var vendor = new LoopbackVendor(Cloud());
        using var http = VendorHttp.CreateClient();
        var connector = WithToken(vendor.Address, http);
        await connector.ReadAsync(Image(), CancellationToken.None);
        Clock.Advance(TimeSpan.FromHours(22));
        await connector.ReadAsync(Image(), CancellationToken.None);
        Clock.Advance(TimeSpan.FromHours(1.5));
        await connector.ReadAsync(Image(), CancellationToken.None);

        Assert.Equal(["token-1", "token-1", "token-2"], Calls(vendor).Select(call => call.Header("X-Auth-Token")));
        var login = vendor.Requests[0];
        Assert.Equal("POST /v3/auth/tokens?nocatalog=true HTTP/1.1", login.Line);
        Assert.Equal(
            """{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"reader","password":"p+ss","domain":{"name":"account"}}}},"scope":{"project":{"id":"PROJECT"}}}}"""
                .Replace("PROJECT", Project, StringComparison.Ordinal),
            login.Text);
        Assert.All(Calls(vendor), call => Assert.Null(call.Header("Authorization")));
    }

    [Fact]
    public async Task Parallel_callers_share_one_login()
    {
        await using var vendor = new LoopbackVendor(Cloud());
        using var http = VendorHttp.CreateClient();
        var connector = WithToken(vendor.Address, http);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => connector.ReadAsync(Image(), CancellationToken.None)));

        Assert.Equal((1, 8), (vendor.Requests.Count - Calls(vendor).Count(), Calls(vendor).Count()));
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once()
    {
        await using var vendor = new LoopbackVendor(Cloud(refused: "token-1"));
        using var http = VendorHttp.CreateClient();

        await WithToken(vendor.Address, http).ReadAsync(Image(), CancellationToken.None);

        Assert.Equal(["token-1", "token-2"], Calls(vendor).Select(call => call.Header("X-Auth-Token")));
    }

    [Fact]
    public async Task A_token_that_is_refused_again_is_given_up()
    {
        await using var vendor = new LoopbackVendor(Cloud(refused: "token-"));
        using var http = VendorHttp.CreateClient();

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => WithToken(vendor.Address, http).ReadAsync(Image(), CancellationToken.None));

        Assert.Equal((FailureClass.Credential, "APIG.0307", 2), (failed.Failure, failed.Code, Calls(vendor).Count()));
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_not_tried_again()
    {
        await using var vendor = new LoopbackVendor(_ => new WireAnswer(401, """{"error":{"code":401,"message":"The username or password is wrong.","title":"Unauthorized"}}"""));
        using var http = VendorHttp.CreateClient();

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => WithToken(vendor.Address, http).ReadAsync(Image(), CancellationToken.None));

        Assert.Equal((FailureClass.Credential, "IAM 401"), (failed.Failure, failed.Code));
        Assert.Single(vendor.Requests);
    }

    [Fact]
    public async Task A_login_that_is_not_answered_costs_nothing_and_is_tried_again_later()
    {
        await using var vendor = new LoopbackVendor(_ => WireAnswer.HangUp);
        using var http = VendorHttp.CreateClient();

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => WithToken(vendor.Address, http).ReadAsync(Image(), CancellationToken.None));

        Assert.Equal(FailureClass.Transient, failed.Failure);
    }
}
