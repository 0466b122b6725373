using System.Net;
using IdOcrPortal.Recognition.Connectors.Wire;
using IdOcrPortal.Recognition.Settings;
using IdOcrPortal.Recognition.Tests.Connectors;
using Microsoft.Extensions.Configuration;

namespace IdOcrPortal.Recognition.Tests.Settings;

public sealed class OutboundHostsTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("119.28.0.1", true)]
    [InlineData("2001:4860:4860::8888", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("100.128.0.1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.169.254", false)] // a cloud's metadata service
    [InlineData("172.15.0.1", true)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    public void Knows_addresses_that_only_neighbours_can_reach(string address, bool isPublic) => Assert.Equal(isPublic, OutboundHosts.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_that_leads_into_the_private_network_gets_no_connection()
    {
        await using var vendor = new LoopbackVendor(_ => new WireAnswer(200, "{}"));
        using var client = VendorHttp.CreateClient(new OutboundHosts(new ConfigurationBuilder().Build(), sandbox: null).ConnectAsync);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri($"http://localhost:{vendor.Address.Port}/")));
        Assert.Empty(vendor.Requests);
    }

    [Fact]
    public async Task The_sandbox_and_named_hosts_get_one()
    {
        await using var vendor = new LoopbackVendor(_ => new WireAnswer(200, "{}"));
        using var sandbox = VendorHttp.CreateClient(new OutboundHosts(new ConfigurationBuilder().Build(), vendor.Address).ConnectAsync);
        using var named = VendorHttp.CreateClient(new OutboundHosts(new ConfigurationBuilder().AddInMemoryCollection([new("Outbound:AllowedHosts:0", "localhost")]).Build(), sandbox: null).ConnectAsync);

        Assert.Equal(HttpStatusCode.OK, (await sandbox.GetAsync(vendor.Address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await named.GetAsync(new Uri($"http://localhost:{vendor.Address.Port}/"))).StatusCode);
    }
}
