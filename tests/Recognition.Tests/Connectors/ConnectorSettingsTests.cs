using IdOcrPortal.Reader;
using IdOcrPortal.Recognition.Connectors.AccuAuthKtp;
using IdOcrPortal.Recognition.Connectors.HuaweiCambodianIdCard;
using IdOcrPortal.Recognition.Connectors.HuaweiCloud;
using IdOcrPortal.Recognition.Connectors.HuaweiIdDocument;
using IdOcrPortal.Recognition.Connectors.TencentCiIdCardOcr;
using IdOcrPortal.Recognition.Connectors.TencentMLIDCardOcr;
using Microsoft.Extensions.Configuration;

namespace IdOcrPortal.Recognition.Tests.Connectors;

/// <summary>Settings as they stand in a file or the environment: bound flat by .NET's binder, and refused by their own names.</summary>
public sealed class ConnectorSettingsTests
{
    private const string Ocr = "https://ocr.example.com";

    private static readonly Dictionary<string, string> HuaweiKeys = new()
    {
        ["Endpoint"] = Ocr, ["ProjectId"] = "0123456789abcdef0123456789abcdef", ["AccessKey"] = "AKFAKE", ["SecretKey"] = "SKFAKE",
    };

    private static readonly Dictionary<string, string> HuaweiToken = new()
    {
        ["Endpoint"] = Ocr, ["ProjectId"] = "0123456789abcdef0123456789abcdef", ["Authentication"] = "Token",
        ["IamEndpoint"] = "https://iam.example.com", ["IamUser"] = "user", ["IamPassword"] = "PWFAKE", ["IamDomain"] = "account",
    };

    /// <summary>For each service the least that it needs.</summary>
    private static readonly Dictionary<string, Dictionary<string, string>> Needed = new()
    {
        ["HuaweiCambodianIdCard"] = HuaweiKeys,
        ["HuaweiCambodianIdCard by token"] = HuaweiToken,
        ["HuaweiIdDocument"] = HuaweiKeys,
        ["HuaweiIdDocument by token"] = HuaweiToken,
        ["TencentMLIDCardOcr"] = new() { ["SecretId"] = "AKIDFAKE", ["SecretKey"] = "SKFAKE" },
        ["TencentCiIdCardOcr"] = new() { ["Bucket"] = "cards-1250000000", ["Region"] = "ap-singapore", ["Country"] = "SG", ["SecretId"] = "AKIDFAKE", ["SecretKey"] = "SKFAKE" },
        ["AccuAuthKtp"] = new() { ["ApiId"] = "IDFAKE", ["ApiSecret"] = "SKFAKE" },
    };

    public static TheoryData<string> Services => [.. Needed.Keys];

    /// <summary>A service, a setting, a wrong value (nothing: the setting is missing), and a part of what the refusal says.</summary>
    public static TheoryData<string, string, string?, string> Refusals
    {
        get
        {
            var data = new TheoryData<string, string, string?, string>();
            foreach (var service in Needed.Keys)
            {
                Wrong(service, "Timeout", "00:00:00.5", "00:00:30");
                Wrong(service, "Timeout", "00:00:31", "00:00:30");
                Wrong(service, "Timeout", "-00:00:10", "00:00:30");
                Wrong(service, "Country", "Singapore", "two capital letters");
                Wrong(service, "Country", "sg", "two capital letters");
                WrongAddress(service, "Endpoint");
            }

            foreach (var service in new[] { "HuaweiCambodianIdCard", "HuaweiIdDocument" })
            {
                Wrong(service, "Endpoint", null, "whole address");
                Wrong(service, "ProjectId", null, "32 letters and digits");
                Wrong(service, "ProjectId", "a/../b", "32 letters and digits");
                Wrong(service, "EnterpriseProjectId", "a\r\nb", "without anything around it");
                Wrong(service, "Authentication", "7", "AccessKey, Token");
                WrongKeys(service, "AccessKey", "SecretKey", "SecurityToken");
                WrongAddress($"{service} by token", "IamEndpoint");
                foreach (var setting in new[] { "IamEndpoint", "IamUser", "IamPassword", "IamDomain" })
                {
                    Wrong($"{service} by token", setting, null, setting == "IamEndpoint" ? "whole address" : "set Authentication to AccessKey");
                }
            }

            WrongKeys("TencentMLIDCardOcr", "SecretId", "SecretKey", "Token");
            WrongKeys("TencentCiIdCardOcr", "SecretId", "SecretKey", "Token");
            Wrong("TencentMLIDCardOcr", "Region", "ap singapore", "without anything around it");
            foreach (var setting in new[] { "Bucket", "Region", "Country" })
            {
                Wrong("TencentCiIdCardOcr", setting, null, setting == "Country" ? "two capital letters" : "small letters");
            }

            Wrong("TencentCiIdCardOcr", "Bucket", "cards", "APPID");
            Wrong("TencentCiIdCardOcr", "Bucket", "cards-", "small letters");
            Wrong("TencentCiIdCardOcr", "Bucket", "Cards-1250000000", "small letters");
            Wrong("TencentCiIdCardOcr", "Region", "ap/singapore", "small letters");
            Wrong("TencentCiIdCardOcr", "Domain", "myqcloud..com", "small letters");
            Wrong("TencentCiIdCardOcr", "Domain", "evil.example/", "small letters");
            Wrong("TencentCiIdCardOcr", "Folder", "../up", "single '/'");
            Wrong("TencentCiIdCardOcr", "Method", "9", "Put, Get");
            Wrong("TencentCiIdCardOcr", "LeastQuality", "101", "0 to 100");
            Wrong("TencentCiIdCardOcr", "MostBorder", "NaN", "0 to 100");
            foreach (var setting in new[] { "ApiId", "ApiSecret" })
            {
                Wrong("AccuAuthKtp", setting, null, "copy it again");
                Wrong("AccuAuthKtp", setting, "S3CR3T\n", "copy it again");
            }

            Wrong("AccuAuthKtp", "Picture", "-1", "File, Base64");
            return data;

            void Wrong(string service, string setting, string? value, string says) => data.Add(service, setting, value, says);

            void WrongAddress(string service, string setting)
            {
                Wrong(service, setting, "ocr.example.com", "whole address");
                Wrong(service, setting, "ftp://ocr.example.com", "whole address");
                Wrong(service, setting, "http://ocr.example.com", "https");
                Wrong(service, setting, "http://192.168.1.5", "https");
                Wrong(service, setting, "https://user:S3CR3T@ocr.example.com", "alone");
                Wrong(service, setting, "https://ocr.example.com/?x=1", "alone");
                Wrong(service, setting, "https://ocr.example.com/#x", "alone");
            }

            void WrongKeys(string service, string id, string secret, string token)
            {
                Wrong(service, id, null, "is empty");
                Wrong(service, id, "", "is empty");
                Wrong(service, id, "AK,FAKE", "copy the key's id alone");
                Wrong(service, secret, null, "is empty");
                Wrong(service, secret, " S3CR3T", "copy it again");
                Wrong(service, secret, "S3CR3T\n", "copy it again");
                Wrong(service, secret, new string('x', 257), "too long");
                Wrong(service, token, "S3CR3T\n", "copy it again");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Takes_what_it_needs_from_one_level_of_settings(string service)
    {
        using var http = new HttpClient();

        var info = Create(service, Needed[service], http).Info;

        Assert.Equal(service.Split(' ')[0], info.Id);
        Assert.True(info.IsMetered && info.Country is { Length: 2 } && info.Documentation is not null);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_wrong_setting_is_refused_by_its_name_and_its_value_is_not_repeated(string service, string setting, string? value, string says)
    {
        var settings = new Dictionary<string, string>(Needed[service]);
        settings.Remove(setting);
        if (value is not null)
        {
            settings[setting] = value;
        }

        using var http = new HttpClient();

        var refusal = Assert.Throws<ArgumentException>(() => Create(service, settings, http));

        Assert.Equal(setting, refusal.ParamName);
        Assert.StartsWith(setting + " ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("S3CR3T", refusal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("FAKE", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_of_Huawei_is_bound_from_one_level()
    {
        var options = Section("HuaweiCambodianIdCard", new(HuaweiToken)
        {
            ["EnterpriseProjectId"] = "ep", ["AccessKey"] = "ak", ["SecretKey"] = "sk", ["SecurityToken"] = "st", ["Timeout"] = "00:00:12", ["Country"] = "KH",
            ["ReturnPortraitImage"] = "false", ["ReturnPortraitLocation"] = "false", ["ReturnIdcardType"] = "false", ["Detect"] = "false",
        }).Get<HuaweiCambodianIdCardOptions>()!;

        Assert.Equal(
            new HuaweiCambodianIdCardOptions
            {
                Endpoint = new Uri(Ocr), ProjectId = HuaweiToken["ProjectId"], Authentication = HuaweiAuthentication.Token, IamEndpoint = new Uri("https://iam.example.com"), IamUser = "user", IamPassword = "PWFAKE",
                IamDomain = "account", EnterpriseProjectId = "ep", AccessKey = "ak", SecretKey = "sk", SecurityToken = "st", Timeout = TimeSpan.FromSeconds(12), Country = "KH",
                ReturnPortraitImage = false, ReturnPortraitLocation = false, ReturnIdcardType = false, Detect = false,
            },
            options);
        Assert.True(Section("HuaweiIdDocument", new(HuaweiKeys) { ["AllowRetired"] = "true" }).Get<HuaweiIdDocumentOptions>()!.AllowRetired);
        Assert.DoesNotContain("FAKE", options.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HuaweiCambodianIdCard", 7_000_000, 15, 8192)]
    [InlineData("HuaweiIdDocument", 7_000_000, 100, 8192)]
    [InlineData("TencentMLIDCardOcr", 5_250_000, 15, 8192)]
    [InlineData("TencentCiIdCardOcr", 5_250_000, 15, 8192)]
    [InlineData("AccuAuthKtp", 5_000_000, 128, 6000)]
    public void Says_what_pictures_it_takes(string service, int mostBytes, int shortest, int longest)
    {
        using var http = new HttpClient();

        Assert.Equal(new PictureFit(mostBytes, shortest, longest), Create(service, Needed[service], http).Info.Fit);
    }

    [Fact]
    public void An_empty_optional_setting_is_none()
    {
        using var http = new HttpClient();

        Assert.NotNull(Create("HuaweiCambodianIdCard", new(HuaweiKeys) { ["SecurityToken"] = "", ["EnterpriseProjectId"] = "" }, http));
        Assert.NotNull(Create("TencentMLIDCardOcr", new(Needed["TencentMLIDCardOcr"]) { ["Token"] = "", ["Region"] = "" }, http));
        Assert.NotNull(Create("TencentCiIdCardOcr", new(Needed["TencentCiIdCardOcr"]) { ["Token"] = "", ["Folder"] = "" }, http));
    }

    private static IConfigurationSection Section(string service, Dictionary<string, string> settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Vendors:{service}:{setting.Key}", (string?)setting.Value)))
        .Build().GetSection($"Vendors:{service}");

    private static IConnector Create(string service, Dictionary<string, string> settings, HttpClient http)
    {
        var section = Section(service, settings);
        return service.Split(' ')[0] switch
        {
            "HuaweiCambodianIdCard" => new HuaweiCambodianIdCardConnector(section.Get<HuaweiCambodianIdCardOptions>()!, http, TimeProvider.System),
            "HuaweiIdDocument" => new HuaweiIdDocumentConnector(section.Get<HuaweiIdDocumentOptions>()!, http, TimeProvider.System),
            "TencentMLIDCardOcr" => new TencentMLIDCardOcrConnector(section.Get<TencentMLIDCardOcrOptions>()!, http, TimeProvider.System),
            "TencentCiIdCardOcr" => new TencentCiIdCardOcrConnector(section.Get<TencentCiIdCardOcrOptions>()!, http, TimeProvider.System),
            _ => new AccuAuthKtpConnector(section.Get<AccuAuthKtpOptions>()!, http, TimeProvider.System),
        };
    }
}
