using IdOcrPortal.Documents;
using IdOcrPortal.Recognition.Connectors.HuaweiCloud;
using IdOcrPortal.Recognition.Connectors.Wire;
using static IdOcrPortal.Recognition.Tests.Connectors.OverTheWire.SandboxVendors;

namespace IdOcrPortal.Recognition.Tests.Connectors.OverTheWire;

/// <summary>What holds for all five vendors on the wire: addresses, wrong keys, answers that come late, broken, or not at all.</summary>
public sealed class AnyVendorWireTests(SandboxVendors sandbox) : IClassFixture<SandboxVendors>, IAsyncLifetime
{
    /// <summary>Service, the sandbox's name of its vendor, its prefix, and a type that it reads.</summary>
    private static readonly (string Service, string Vendor, string Prefix, string Type)[] All =
    [
        ("HuaweiCambodianIdCard", "huawei", "/huawei", "khm-id"), ("HuaweiIdDocument", "huawei", "/huawei", "alb-id"), ("TencentMLIDCardOcr", "tencent", "/tencent", "mys-mykad"),
        ("TencentCiIdCardOcr", "cos", "/cos", "chn-id"), ("AccuAuthKtp", "accuAuth", "/accuauth", "idn-ktp"),
    ];

    public static TheoryData<string> Services => [.. All.Select(one => one.Service)];

    public static TheoryData<string, bool> Addresses
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var (service, _, _, _) in All)
            {
                data.Add(service, true);
                data.Add(service, false);
            }

            return data;
        }
    }

    public Task InitializeAsync() => sandbox.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Works_below_a_path_and_at_the_bare_address(string service, bool hasPrefix)
    {
        var connector = Create(service, hasPrefix ? null : sandbox.Address);

        Assert.Equal(TypeOf(service), (await connector.ReadAsync(await PictureAsync(service), CancellationToken.None)).TypeId);
    }

    [Theory]
    [InlineData("/huawei")]
    [InlineData("")]
    public async Task Logs_in_below_a_path_and_at_the_bare_address(string prefix)
    {
        IConnector[] connectors =
        [
            sandbox.Cambodian(options => options with { Authentication = HuaweiAuthentication.Token }, prefix), sandbox.IdDocument(options => options with { Authentication = HuaweiAuthentication.Token }, prefix),
        ];

        foreach (var connector in connectors)
        {
            Assert.Equal(TypeOf(connector.Info.Id), (await connector.ReadAsync(await PictureAsync(connector.Info.Id), CancellationToken.None)).TypeId);
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_call_that_was_carried_out_and_not_answered_is_an_unknown_outcome(string service)
    {
        await sandbox.ScenarioAsync(new { vendor = VendorOf(service), kind = "drop" });

        var failed = await FailAsync(service);

        Assert.Equal((FailureClass.UnknownOutcome, "call.no_answer"), (failed.Failure, failed.Code));
        Assert.Contains(await sandbox.CallsAsync(), call => call.EndsWith("dropped ×1", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Half_an_answer_is_an_unknown_outcome(string service)
    {
        await sandbox.ScenarioAsync(new { vendor = VendorOf(service), kind = "malformed" });

        var failed = await FailAsync(service);

        Assert.Equal((FailureClass.UnknownOutcome, "answer.malformed"), (failed.Failure, failed.Code));
        Assert.DoesNotContain("SPECIMEN NAME", failed.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task An_answer_of_16_MiB_is_read_and_one_byte_more_is_not(string service)
    {
        await sandbox.ScenarioAsync(new { vendor = VendorOf(service), kind = "oversized", bytes = VendorHttp.LargestAnswer });
        var reading = await Create(service).ReadAsync(await PictureAsync(service), CancellationToken.None);
        Assert.Equal(VendorHttp.LargestAnswer, reading.RawAnswer.Length);
        await sandbox.ScenarioAsync(new { vendor = VendorOf(service), kind = "oversized", bytes = VendorHttp.LargestAnswer + 1 });

        var failed = await FailAsync(service);

        Assert.Equal((FailureClass.UnknownOutcome, "answer.too_large"), (failed.Failure, failed.Code));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_server_in_front_of_the_vendor_is_told_by_its_status(string service)
    {
        foreach (var (status, expected) in new[] { (502, FailureClass.Transient), (503, FailureClass.Transient), (429, FailureClass.Throttled), (413, FailureClass.InputFinal), (404, FailureClass.Configuration) })
        {
            await sandbox.ScenarioAsync(new { vendor = VendorOf(service), kind = "status", http = status });

            var failed = await FailAsync(service);

            Assert.Equal((expected, $"HTTP {status}"), (failed.Failure, failed.Code));
        }
    }

    [Theory]
    [InlineData("HuaweiCambodianIdCard", 400, """{"error_code":"AIS.9999","error_msg":"x"}""", "AIS.9999")]
    [InlineData("HuaweiIdDocument", 400, """{"error_code":"AIS.9999","error_msg":"x"}""", "AIS.9999")]
    [InlineData("TencentMLIDCardOcr", 200, """{"Response":{"Error":{"Code":"FailedOperation.Moon","Message":"x"},"RequestId":"r"}}""", "FailedOperation.Moon")]
    [InlineData("TencentCiIdCardOcr", 400, "<Error><Code>Moon</Code><Message>x</Message></Error>", "Moon")]
    [InlineData("AccuAuthKtp", 400, """{"status":"ONLY_ON_SUNDAYS","reason":"x","request_id":"TID1"}""", "ONLY_ON_SUNDAYS")]
    public async Task A_code_that_no_list_has_is_kept_and_said_to_be_unknown(string service, int status, string body, string code)
    {
        await using var vendor = new LoopbackVendor(request => request.Method == "DELETE" ? new WireAnswer(503, "") : new WireAnswer(status, body));

        var failed = await Assert.ThrowsAsync<ConnectorException>(
            () => Create(service, vendor.Address.ToString()).ReadAsync(new DocumentImage(Jpeg(640, 640), null), CancellationToken.None));

        Assert.Equal((FailureClass.Transient, code, false), (failed.Failure, failed.Code, failed.IsKnown));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_late_answer_within_the_limit_is_read(string service)
    {
        await sandbox.ScenarioAsync(new { vendor = VendorOf(service), kind = "delay", milliseconds = 50 });

        Assert.Equal(TypeOf(service), (await Create(service).ReadAsync(await PictureAsync(service), CancellationToken.None)).TypeId);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task The_limit_is_the_settings(string service)
    {
        await using var vendor = new LoopbackVendor(request => request.Method == "DELETE" ? new WireAnswer(204, "") : WireAnswer.Silence);
        var reading = Create(service, vendor.Address.ToString(), TimeSpan.FromSeconds(5)).ReadAsync(new DocumentImage(Jpeg(640, 640), null), CancellationToken.None);
        await vendor.Received.Task;
        sandbox.Clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(reading.IsCompleted);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal((FailureClass.UnknownOutcome, "call.no_answer"), await Assert.ThrowsAsync<ConnectorException>(() => reading) is { } failed ? (failed.Failure, failed.Code) : default);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_text_that_is_no_field_of_a_card_is_cut_with_a_warning(string service)
    {
        // The 1,000th place holds the first half of a letter, which must not be parted.
        var name = new string('A', ClaimList.LongestText - 1) + "\U00020000" + new string('B', 5000);
        var picture = await sandbox.PictureAsync([Card(service, name)]);

        var reading = await Create(service).ReadAsync(picture, CancellationToken.None);

        Assert.Equal(new string('A', ClaimList.LongestText - 1), reading.Evidence.Claims.Single(claim => claim.Field is FieldNames.FullName or FieldNames.Surname).Text);
        var warning = Assert.Single(reading.Warnings, warning => warning.Code == "field.cut");
        Assert.Equal((service, Severity.Low), (warning.Service, warning.Severity));
        Assert.Contains(service == "HuaweiIdDocument" ? "surname" : "full_name", warning.Meaning, StringComparison.Ordinal);
        Assert.DoesNotContain("AAA", $"{warning.Meaning}{warning.LookFor}", StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_picture_that_shows_no_such_card_asks_for_another(string service)
    {
        var failed = await Assert.ThrowsAsync<ConnectorException>(() => Create(service).ReadAsync(new DocumentImage(Jpeg(640, 640), null), CancellationToken.None));

        Assert.Equal(FailureClass.InputQuality, failed.Failure);
        Assert.NotNull(failed.RequestId);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Eight_callers_at_once_each_get_their_own_card(string service)
    {
        var connector = Create(service);
        var pictures = await Task.WhenAll(Enumerable.Range(0, 8).Select(async index => (Name: $"NAME {(char)('A' + index)}", Picture: await sandbox.PictureAsync([Card(service, $"NAME {(char)('A' + index)}")]))));

        var readings = await Task.WhenAll(pictures.Select(one => connector.ReadAsync(one.Picture, CancellationToken.None)));

        Assert.Equal(pictures.Select(one => one.Name), readings.Select(reading => reading.Evidence.Claims.Single(claim => claim.Field is FieldNames.FullName or FieldNames.Surname).Text));
    }

    private static string VendorOf(string service) => All.Single(one => one.Service == service).Vendor;

    private static string TypeOf(string service) => All.Single(one => one.Service == service).Type;

    /// <summary>A card of the service's, with a name in the field that it reads it from.</summary>
    private static object Card(string service, string name) => new
    {
        documentType = TypeOf(service),
        fields = new Dictionary<string, string> { [service switch { "HuaweiIdDocument" => "surname", "TencentCiIdCardOcr" => "name_local", _ => "full_name" }] = name, ["document_number"] = "123" },
    };

    private Task<DocumentImage> PictureAsync(string service) => sandbox.PictureAsync([Card(service, "SPECIMEN NAME")]);

    private async Task<ConnectorException> FailAsync(string service)
    {
        var picture = await PictureAsync(service);
        return await Assert.ThrowsAsync<ConnectorException>(() => Create(service).ReadAsync(picture, CancellationToken.None));
    }

    /// <param name="address">Another address than that of the sandbox with the vendor's prefix.</param>
    private IConnector Create(string service, string? address = null, TimeSpan? timeout = null)
    {
        var endpoint = new Uri(address ?? sandbox.Address + All.Single(one => one.Service == service).Prefix);
        var limit = timeout ?? VendorHttp.LongestCall;
        return service switch
        {
            "HuaweiCambodianIdCard" => sandbox.Cambodian(options => options with { Endpoint = endpoint, Timeout = limit }),
            "HuaweiIdDocument" => sandbox.IdDocument(options => options with { Endpoint = endpoint, Timeout = limit }),
            "TencentMLIDCardOcr" => sandbox.Tencent(options => options with { Endpoint = endpoint, Timeout = limit }),
            "TencentCiIdCardOcr" => sandbox.Ci(options => options with { Endpoint = endpoint, Timeout = limit }),
            _ => sandbox.AccuAuth(options => options with { Endpoint = endpoint, Timeout = limit }),
        };
    }
}
