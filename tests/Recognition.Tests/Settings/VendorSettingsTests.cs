using System.Text.Json;
using IdOcrPortal.Recognition.Routing;
using IdOcrPortal.Recognition.Settings;
using IdOcrPortal.Recognition.Tests.Connectors;
using Microsoft.Extensions.Configuration;

namespace IdOcrPortal.Recognition.Tests.Settings;

public sealed class VendorSettingsTests
{
    private const string Secret = "Hunter2-this-is-nobodys-business";

    private static readonly (string, string)[] Tencent = [("TencentMLIDCardOcr:SecretId", "AKIDxxxxxxxxxxxxxxxx"), ("TencentMLIDCardOcr:SecretKey", Secret)];
    private static readonly (string, string)[] Huawei =
    [
        ("HuaweiCambodianIdCard:Endpoint", "https://ocr.ap-southeast-3.myhuaweicloud.com"), ("HuaweiCambodianIdCard:ProjectId", "0123456789abcdef0123456789abcdef"),
        ("HuaweiCambodianIdCard:AccessKey", "AKXXXXXXXXXXXXXXXXXX"), ("HuaweiCambodianIdCard:SecretKey", Secret),
    ];

    private static readonly (string, string)[] Ci =
    [
        ("TencentCiIdCardOcr:Bucket", "cards-1250000000"), ("TencentCiIdCardOcr:Region", "ap-singapore"), ("TencentCiIdCardOcr:Country", "SG"),
        ("TencentCiIdCardOcr:SecretId", "AKIDxxxxxxxxxxxxxxxx"), ("TencentCiIdCardOcr:SecretKey", Secret),
    ];

    private static readonly (string, string)[] Accu = [("AccuAuthKtp:ApiId", "id-0000"), ("AccuAuthKtp:ApiSecret", Secret)];

    [Fact]
    public void Without_settings_no_vendor_is_set_up_and_each_says_what_is_missing()
    {
        var services = Read();

        Assert.Equal(["HuaweiCambodianIdCard", "TencentMLIDCardOcr", "TencentCiIdCardOcr", "AccuAuthKtp", "HuaweiIdDocument"], services.Select(service => service.Info.Id));
        Assert.All(services, service => Assert.Null(service.Connector));
        Assert.All(services, service => Assert.NotEmpty(service.Credentials));
        Assert.All(services.SelectMany(service => service.Credentials), credential => Assert.False(credential.IsSet));
        Assert.Contains("Vendors:AccuAuthKtp:ApiSecret", services.SelectMany(service => service.Credentials).Select(credential => credential.Name));
    }

    [Fact]
    public void Each_vendor_is_set_up_by_its_own_section()
    {
        var services = Read([.. Tencent, .. Huawei, .. Ci, .. Accu]);

        Assert.Equal([true, true, true, true, false], services.Select(service => service.IsUsable));
        Assert.Equal(["SG", "SG", "SG", "ID"], services.Take(4).Select(service => service.Info.Country));
        Assert.Equal(["ocr.ap-southeast-3.myhuaweicloud.com", "tencentcloudapi.com", "myqcloud.com", "accuauth.com"], services.Take(4).Select(service => service.Address));
        Assert.All(services, service => Assert.False(service.IsSandbox));
        var tencent = services[1].Credentials;
        Assert.Equal([true, true, false], new[] { "SecretId", "SecretKey", "Token" }.Select(name => tencent.Single(credential => credential.Name.EndsWith(":" + name, StringComparison.Ordinal)).IsSet));
    }

    [Theory]
    [InlineData("AccuAuthKtp:ApiId", "", "Vendors:AccuAuthKtp:ApiId")]
    [InlineData("AccuAuthKtp:ApiSecret", null, "Vendors:AccuAuthKtp:ApiSecret")]
    [InlineData("AccuAuthKtp:ApiSecret", "with a blank " + Secret, "Vendors:AccuAuthKtp:ApiSecret")]
    [InlineData("AccuAuthKtp:Endpoint", "http://cloudapi.indonesia.accuauth.com", "Vendors:AccuAuthKtp:Endpoint")]
    [InlineData("AccuAuthKtp:Endpoint", "https://accuauth.com.evil.example", "Vendors:AccuAuthKtp:Endpoint")]
    [InlineData("AccuAuthKtp:Endpoint", "https://127.0.0.1:5090", "Vendors:AccuAuthKtp:Endpoint")]
    [InlineData("AccuAuthKtp:Endpoint", "https://user:Hunter2-this-is-nobodys-business@cloudapi.indonesia.accuauth.com", "Vendors:AccuAuthKtp:Endpoint")]
    [InlineData("AccuAuthKtp:Endpoint", "not an address", "Vendors:AccuAuthKtp:Endpoint")]
    [InlineData("AccuAuthKtp:Picture", "Hologram", "Vendors:AccuAuthKtp:Picture")]
    [InlineData("AccuAuthKtp:Timeout", "00:10:00", "Vendors:AccuAuthKtp:Timeout")]
    [InlineData("AccuAuthKtp:Timeout", "soon", "Vendors:AccuAuthKtp:Timeout")]
    [InlineData("AccuAuthKtp:CallsPerSecond", "0", "Vendors:AccuAuthKtp:CallsPerSecond")]
    [InlineData("AccuAuthKtp:CallsPerSecond", "many", "Vendors:AccuAuthKtp:CallsPerSecond")]
    [InlineData("AccuAuthKtp:ApiSecrt", Secret, "Vendors:AccuAuthKtp:ApiSecrt")]
    [InlineData("AcuAuthKtp:ApiSecret", Secret, "Vendors:AcuAuthKtp")]
    [InlineData("TencentMLIDCardOcr:SecretId", "AKIDxxxxxxxxxxxxxxxx", "Vendors:TencentMLIDCardOcr:SecretKey")]
    [InlineData("HuaweiCambodianIdCard:AccessKey", "AKXXXXXXXXXXXXXXXXXX", "Vendors:HuaweiCambodianIdCard:Endpoint")]
    [InlineData("TencentCiIdCardOcr:SecretId", "AKIDxxxxxxxxxxxxxxxx", "Vendors:TencentCiIdCardOcr:Bucket")]
    public void A_wrong_setting_is_named_and_its_value_is_not(string name, string? value, string named)
    {
        var refused = Assert.Throws<SettingsException>(() => Read([.. Accu, (name, value!)]));

        Assert.Equal(named, refused.Setting);
        Assert.StartsWith($"Setting {named}: ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Hunter2", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_private_deployment_is_named_twice_to_be_called()
    {
        (string, string)[] settings =
        [
            ("HuaweiIdDocument:Endpoint", "https://ocr.bank.example"), ("HuaweiIdDocument:ProjectId", "0123456789abcdef0123456789abcdef"), ("HuaweiIdDocument:AccessKey", "AKXXXXXXXXXXXXXXXXXX"),
            ("HuaweiIdDocument:SecretKey", Secret), ("HuaweiIdDocument:AllowRetired", "true"),
        ];

        Assert.Equal("Vendors:HuaweiIdDocument:Endpoint", Assert.Throws<SettingsException>(() => Read(settings)).Setting);
        Assert.True(Services(Configuration([.. settings.Select(pair => ($"Vendors:{pair.Item1}", pair.Item2)), ("Outbound:AllowedHosts:0", "ocr.bank.example")]))[4].IsUsable);
    }

    [Fact]
    public void Services_with_the_same_key_share_one_pace()
    {
        var both = Read([.. Huawei, .. Huawei.Select(pair => (pair.Item1.Replace("CambodianIdCard", "IdDocument", StringComparison.Ordinal), pair.Item2))]);

        Assert.Same(both[0].Pace, both[4].Pace);
        Assert.NotSame(both[0].Pace, both[1].Pace);
    }

    [Fact]
    public void What_shapes_an_answer_is_part_of_the_request_key_and_credentials_are_not()
    {
        var first = Read(Tencent)[1].Parameters;

        Assert.Equal(first, Read([("TencentMLIDCardOcr:SecretId", "AKIDyyyyyyyyyyyyyyyy"), ("TencentMLIDCardOcr:SecretKey", "another-" + Secret)])[1].Parameters);
        Assert.NotEqual(first, Read([.. Tencent, ("TencentMLIDCardOcr:RetImage", "false")])[1].Parameters);
    }

    [Fact]
    public void The_sandbox_plays_every_vendor_that_has_no_keys_of_its_own()
    {
        var services = Services(Configuration([("Sandbox:Url", "http://127.0.0.1:5090"), .. Accu.Select(pair => ($"Vendors:{pair.Item1}", pair.Item2))]));

        Assert.All(services, service => Assert.True(service.IsUsable));
        Assert.Equal(["AccuAuthKtp"], services.Where(service => !service.IsSandbox).Select(service => service.Info.Id));
        Assert.All(services.Where(service => service.IsSandbox), service => Assert.Equal("127.0.0.1:5090", service.Address));
    }

    [Theory]
    [InlineData("http://sandbox.example:5090", true)]
    [InlineData("127.0.0.1:5090", true)]
    [InlineData("ftp://127.0.0.1", true)]
    [InlineData("http://127.0.0.1:5090", false)]
    public void The_sandbox_is_on_this_machine_and_never_in_Production(string url, bool allowed) =>
        Assert.Equal("Sandbox:Url", Assert.Throws<SettingsException>(() => Services(Configuration([("Sandbox:Url", url)]), allowed)).Setting);

    [Fact]
    public void A_document_that_the_engine_proves_by_itself_is_not_given_to_a_service_that_is_played()
    {
        var configuration = Configuration([("Sandbox:Url", "http://127.0.0.1:5090")]);

        Assert.Equal("OfflineEngine", new SandboxMode(configuration, isAllowed: true).Routing(configuration).Order["passport"][0]);
        var own = Configuration([("Sandbox:Url", "http://127.0.0.1:5090"), ("Routing:Order:passport:0", "HuaweiIdDocument")]);
        Assert.Equal(["HuaweiIdDocument"], new SandboxMode(own, isAllowed: true).Routing(own).Order["passport"]);
    }

    [Theory]
    [InlineData("Routing:AllowedCountries", "SG, hk")]
    [InlineData("Routing:AllowedCountries:0", "SG")]
    public void Countries_stand_in_one_value_or_in_a_list(string name, string value) =>
        Assert.Equal("SG", Routing((name, value)).AllowedCountries[0]);

    [Theory]
    [InlineData("Routing:AllowedCountry", "SG", "Routing:AllowedCountry")]
    [InlineData("Routing:AllowedCountries", "Singapore", "Routing:AllowedCountries")]
    public void What_limits_where_pictures_go_is_never_ignored(string name, string value, string setting) =>
        Assert.Equal(setting, Assert.Throws<SettingsException>(() => new Router([], Routing((name, value)))).Setting);

    [Fact]
    public void Two_services_with_one_key_cannot_have_two_paces() => Assert.Equal(
        "Vendors:HuaweiIdDocument:CallsPerSecond",
        Assert.Throws<SettingsException>(() => Read([.. Huawei, .. Huawei.Select(pair => (pair.Item1.Replace("CambodianIdCard", "IdDocument", StringComparison.Ordinal), pair.Item2)), ("HuaweiIdDocument:CallsPerSecond", "1")])).Setting);

    private static RoutingOptions Routing((string, string) setting)
    {
        var configuration = Configuration([setting]);
        return new SandboxMode(configuration, isAllowed: true).Routing(configuration);
    }

    [Fact]
    public void The_invented_credentials_are_those_that_the_sandbox_knows()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sandbox.json")));
        var theirs = file.RootElement.ToString();
        var configuration = Configuration([("Sandbox:Url", "http://127.0.0.1:5090")]);
        var mode = new SandboxMode(configuration, isAllowed: true);

        var values = Services(configuration).SelectMany(service => mode.Vendor(service.Info.Id).GetChildren())
            .Where(setting => setting.Key is not ("Endpoint" or "IamEndpoint" or "Country" or "Authentication" or "AllowRetired")).Select(setting => setting.Value!);
        Assert.All(values, value => Assert.Contains($"\"{value}\"", theirs, StringComparison.Ordinal));
    }

    private static IReadOnlyList<ServiceSetup> Read(params (string Name, string Value)[] settings) => Services(Configuration([.. settings.Select(pair => ($"Vendors:{pair.Name}", pair.Value))]));

    private static IReadOnlyList<ServiceSetup> Services(IConfiguration configuration, bool allowsSandbox = true) =>
        RecognitionServices.Read(configuration, new SandboxMode(configuration, allowsSandbox), new ManualClock());

    private static IConfiguration Configuration(IEnumerable<(string Name, string Value)> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value)).GroupBy(pair => pair.Key).Select(pairs => pairs.Last())).Build();
}
