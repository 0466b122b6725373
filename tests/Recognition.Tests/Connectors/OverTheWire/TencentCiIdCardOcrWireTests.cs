using System.Text.Json;
using IdOcrPortal.Documents;
using IdOcrPortal.Recognition.Connectors.TencentCiIdCardOcr;
using static IdOcrPortal.Recognition.Tests.Connectors.OverTheWire.SandboxVendors;

namespace IdOcrPortal.Recognition.Tests.Connectors.OverTheWire;

/// <summary>The sheet of Tencent CI's IDCardOCR, row by row, against the sandbox, by PUT and by GET.</summary>
public sealed partial class TencentCiIdCardOcrWireTests(SandboxVendors sandbox) : IClassFixture<SandboxVendors>, IAsyncLifetime
{
    private static readonly Dictionary<string, string> Front = new()
    {
        ["name_local"] = "陈美玲", ["sex"] = "F", ["ethnicity"] = "汉", ["birth_date"] = "1898-07-05", ["address"] = "广东省深圳市福田区样本大道6001号", ["document_number"] = "440304189807150022",
    };

    private static readonly Dictionary<string, string> Back = new() { ["issuing_authority"] = "深圳市公安局福田分局", ["issue_date"] = "2015-03-02", ["expiry_date"] = "2035-03-02" };

    public Task InitializeAsync() => sandbox.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(TencentCiMethod.Put, CardSide.Front)]
    [InlineData(TencentCiMethod.Put, null)]
    [InlineData(TencentCiMethod.Get, CardSide.Front)]
    [InlineData(TencentCiMethod.Get, null)]
    public async Task Reads_every_field_of_the_front_and_leaves_nothing_behind(TencentCiMethod method, CardSide? side)
    {
        var reading = await ReadAsync(Card(), options => options with { Method = method }, side);

        Assert.Equal(
            [
                ("full_name", "陈美玲"), ("sex", "女"), ("ethnicity", "汉"), ("birth_date", "1898/7/5"), ("address", "广东省深圳市福田区样本大道6001号"), ("document_number", "440304189807150022"),
            ],
            reading.Evidence.Claims.Select(claim => (claim.Field, claim.Text)));
        Assert.Equal(("chn-id", "object.deleted"), (reading.TypeId, Assert.Single(reading.Warnings).Code));
        Assert.Contains(reading.RequestId!, sandbox.LastAnswer, StringComparison.Ordinal);
        Assert.Equal(method == TencentCiMethod.Put ? ["DELETE ok ×1", "PUT IDCardOCR ok ×1"] : ["DELETE ok ×1", "GET IDCardOCR ok ×1", "PUT ok ×1"], await sandbox.CallsAsync());
    }

    [Theory]
    [InlineData(TencentCiMethod.Put)]
    [InlineData(TencentCiMethod.Get)]
    public async Task Reads_both_fields_of_the_back_in_each_form_of_the_span(TencentCiMethod method)
    {
        var dated = await ReadAsync(new { documentType = "chn-id", isBack = true, fields = Back }, options => options with { Method = method }, CardSide.Back);
        var longTerm = await ReadAsync(new { documentType = "chn-id", isBack = true, fields = Back.Where(field => field.Key != "expiry_date").ToDictionary() }, options => options with { Method = method }, null);

        Assert.Equal([("issuing_authority", "深圳市公安局福田分局"), ("expiry_date", "2015.03.02-2035.03.02")], dated.Evidence.Claims.Select(claim => (claim.Field, claim.Text)));
        Assert.Equal("2015.03.02-长期", longTerm.Evidence.Claims[^1].Text);
        Assert.All(dated.Evidence.Claims, claim => Assert.Equal(CardSide.Back, claim.Side));
        var fields = DocumentTypes.Find("chn-id")!.Prove(dated.Evidence, Today).Fields.ToDictionary(field => field.Name, field => field.Normalised);
        Assert.Equal(("2015-03-02", "2035-03-02"), (fields["issue_date"], fields["expiry_date"]));
    }

    [Theory]
    [InlineData("name_local", "full_name")]
    [InlineData("sex", "sex")]
    [InlineData("ethnicity", "ethnicity")]
    [InlineData("birth_date", "birth_date")]
    [InlineData("address", "address")]
    [InlineData("document_number", "document_number")]
    public async Task A_field_that_is_not_in_the_answer_costs_nothing_but_itself(string truth, string field)
    {
        var reading = await ReadAsync(new { documentType = "chn-id", fields = Front.Where(one => one.Key != truth).ToDictionary() });

        Assert.Equal(5, reading.Evidence.Claims.Count);
        Assert.DoesNotContain(reading.Evidence.Claims, claim => claim.Field == field);
    }

    [Fact]
    public async Task The_side_that_was_named_is_looked_for()
    {
        var picture = await sandbox.PictureAsync([Card()]) with { Side = CardSide.Back };

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => sandbox.Ci().ReadAsync(picture, CancellationToken.None));

        Assert.Equal((FailureClass.InputQuality, "FailedOperation.ImageNoIdCard"), (failed.Failure, failed.Code));
        Assert.Equal(["DELETE ok ×1", "PUT IDCardOCR FailedOperation.ImageNoIdCard ×1"], await sandbox.CallsAsync()); // deleted although nothing was read
    }

    /// <summary>Warnings of the sheet by the switch that asks for them, in every form that they have had.</summary>
    public static TheoryData<string, string, string> Warned
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var dialect in new[] { "{}", """{"warnInfosUnderIdInfo":true}""", """{"warnInfosWithCode":true}""", """{"negativeWarnInfos":true}""", """{"warnInfosUnderIdInfo":true,"warnInfosWithCode":true,"negativeWarnInfos":true}""" })
            {
                foreach (var (defect, code) in new[] { ("expired", "9100"), ("photocopy", "9102"), ("screenPhoto", "9103"), ("temporary", "9104"), ("edited", "9106") })
                {
                    data.Add(dialect, defect, code);
                }

                data.Add(dialect, "borderIncomplete", "9101 BorderCodeValue");
                data.Add(dialect, "covered", "9105 BorderCodeValue");
                data.Add(dialect, "photocopy edited temporary", "9102 9104 9106");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Warned))]
    public async Task A_warning_arrives_wherever_and_however_it_stands(string dialect, string defects, string codes)
    {
        await sandbox.DialectAsync(JsonSerializer.Deserialize<JsonElement>(dialect));

        var reading = await ReadAsync(Card(defects.Split(' ')));

        Assert.Equal(codes.Split(' ').Append("object.deleted"), reading.Warnings.Select(warning => warning.Code));
    }

    [Theory]
    [InlineData("CopyWarn", "photocopy", Coverage.Copy)]
    [InlineData("ReshootWarn", "screenPhoto", Coverage.Reshot)]
    [InlineData("DetectPsWarn", "edited", Coverage.Edit)]
    [InlineData("BorderCheckWarn", "covered", Coverage.Occlusion)]
    [InlineData("InvalidDateWarn", "expired", Coverage.Validity)]
    [InlineData("TempIdWarn", "temporary", null)]
    public async Task A_check_that_is_switched_off_is_not_asked_for_and_not_shown_as_clear(string name, string defect, Coverage? coverage)
    {
        var off = await ReadAsync(Card(defect), options => name switch
        {
            "CopyWarn" => options with { CopyWarn = false },
            "ReshootWarn" => options with { ReshootWarn = false },
            "DetectPsWarn" => options with { DetectPsWarn = false },
            "BorderCheckWarn" => options with { BorderCheckWarn = false },
            "InvalidDateWarn" => options with { InvalidDateWarn = false },
            _ => options with { TempIdWarn = false },
        });
        var on = await ReadAsync(Card(defect));

        Assert.Equal(["object.deleted"], off.Warnings.Select(warning => warning.Code));
        Assert.True(on.Warnings.Count > 1);
        if (coverage is { } kind)
        {
            Assert.Equal((CoverageResult.NotEnabled, CoverageResult.RanWarning), (off.Coverage[kind], on.Coverage[kind]));
        }
    }

    [Fact]
    public async Task All_switches_off_sends_no_Config_and_reads_the_bare_card()
    {
        var reading = await ReadAsync(Card("photocopy"), options => options with
        {
            CropPortrait = false, CopyWarn = false, BorderCheckWarn = false, ReshootWarn = false, DetectPsWarn = false, TempIdWarn = false, InvalidDateWarn = false, Quality = false, MultiCardDetect = false,
        });

        Assert.Equal(6, reading.Evidence.Claims.Count);
        Assert.Null(reading.Portrait);
        Assert.All(
            [Coverage.Copy, Coverage.Reshot, Coverage.Edit, Coverage.Occlusion, Coverage.Validity, Coverage.Blur, Coverage.Portrait], kind => Assert.Equal(CoverageResult.NotEnabled, reading.Coverage[kind]));
        Assert.DoesNotContain("AdvancedInfo", sandbox.LastAnswer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Portrait_and_card_are_cropped_where_they_are_asked_for()
    {
        var reading = await ReadAsync(Card(), options => options with { CropIdCard = true });

        Assert.Equal(Convert.FromBase64String(PortraitBase64), reading.Portrait!.Jpeg);
        Assert.Equal(CoverageResult.RanClear, reading.Coverage[Coverage.Portrait]);
        Assert.Contains("<IdCard>", sandbox.LastAnswer, StringComparison.Ordinal); // kept in the raw answer
        Assert.True(reading.RawAnswer.AsSpan().IndexOf("<IdCard>"u8) > 0);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(49, true)]
    [InlineData(50, false)]
    [InlineData(100, false)]
    public async Task A_quality_below_50_is_a_warning(int quality, bool isPoor)
    {
        var reading = await ReadAsync(new { documentType = "chn-id", fields = Front, quality });

        Assert.Equal(isPoor, reading.Warnings.Any(warning => warning.Code == "Quality"));
        Assert.Equal(isPoor ? CoverageResult.RanWarning : CoverageResult.RanClear, reading.Coverage[Coverage.Blur]);
    }

    [Fact]
    public async Task Several_cards_are_refused_while_the_switch_is_on_and_one_is_read_while_it_is_off()
    {
        var picture = await sandbox.PictureAsync([Card(), new { documentType = "chn-id", fields = new { name_local = "王" } }]);

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => sandbox.Ci().ReadAsync(picture, CancellationToken.None));
        var reading = await sandbox.Ci(options => options with { MultiCardDetect = false }).ReadAsync(picture, CancellationToken.None);

        Assert.Equal((FailureClass.InputQuality, "FailedOperation.MultiCardError"), (failed.Failure, failed.Code));
        Assert.Equal("陈美玲", reading.Evidence.Claims[0].Text);
    }

    [Fact]
    public async Task A_stored_picture_that_is_not_found_again_is_a_fault_of_the_moment()
    {
        var picture = await sandbox.PictureAsync([Card()]);
        await using var vendor = new LoopbackVendor(request => request.Method == "GET"
            ? new WireAnswer(404, "<Error><Code>NoSuchKey</Code><Message>x</Message><RequestId>r-1</RequestId></Error>", ("x-cos-request-id", "r-1"))
            : new WireAnswer(request.Method == "PUT" ? 200 : 204, ""));

        var failed = await Assert.ThrowsAsync<ConnectorException>(
            () => sandbox.Ci(options => options with { Method = TencentCiMethod.Get, Endpoint = vendor.Address }).ReadAsync(picture, CancellationToken.None));

        Assert.Equal((FailureClass.Transient, "NoSuchKey", "r-1", true), (failed.Failure, failed.Code, failed.RequestId, failed.IsKnown));
        Assert.Equal(["PUT", "GET", "DELETE"], vendor.Requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData(TencentCiMethod.Put)]
    [InlineData(TencentCiMethod.Get)]
    public async Task A_picture_that_could_not_be_stored_is_not_asked_for(TencentCiMethod method)
    {
        await sandbox.ScenarioAsync(new { vendor = "cos", kind = "error", code = "AccessDenied" });
        var picture = await sandbox.PictureAsync([Card()]);

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => sandbox.Ci(options => options with { Method = method }).ReadAsync(picture, CancellationToken.None));

        Assert.Equal((FailureClass.Credential, "AccessDenied"), (failed.Failure, failed.Code));
        Assert.DoesNotContain(await sandbox.CallsAsync(), call => call.StartsWith("GET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Storing_reading_and_deleting_together_stay_below_75_seconds()
    {
        await using var vendor = new LoopbackVendor(request =>
        {
            sandbox.Clock.Advance(TimeSpan.FromSeconds(request.Method switch { "PUT" => 29, "GET" => 29, _ => 10 }));
            return request.Method == "DELETE" ? WireAnswer.Silence : new WireAnswer(200, "<Response><IdInfo><Name>王</Name></IdInfo></Response>");
        });
        var started = sandbox.Clock.GetUtcNow();

        var reading = await sandbox.Ci(options => options with { Method = TencentCiMethod.Get, Endpoint = vendor.Address }).ReadAsync(new DocumentImage(Jpeg(600, 800), null), CancellationToken.None);

        Assert.Equal("object.not_deleted", Assert.Single(reading.Warnings).Code);
        Assert.Equal(TimeSpan.FromSeconds(68), sandbox.Clock.GetUtcNow() - started);
    }

    [Fact]
    public async Task The_largest_picture_that_fits_is_taken_whole_and_a_larger_one_refused()
    {
        var connector = sandbox.Ci();
        byte[] largest = [.. Jpeg(1000, 640), .. new byte[connector.Info.Fit!.MostBytes - Jpeg(1000, 640).Length]];
        await sandbox.TruthAsync(largest, Card());

        Assert.Equal("chn-id", (await connector.ReadAsync(new DocumentImage(largest, null), CancellationToken.None)).TypeId);
        var failed = await Assert.ThrowsAsync<ConnectorException>(() => connector.ReadAsync(new DocumentImage((byte[])[.. largest, .. new byte[300_000]], null), CancellationToken.None));

        Assert.Equal((FailureClass.InputFinal, "LimitExceeded.TooLargeFileError"), (failed.Failure, failed.Code));
    }

    [Fact]
    public async Task A_blurred_card_is_the_vendors_error_and_asks_for_a_better_photo()
    {
        var picture = await sandbox.PictureAsync([Card("blurred")]);

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => sandbox.Ci().ReadAsync(picture, CancellationToken.None));

        Assert.Equal((FailureClass.InputQuality, "FailedOperation.ImageBlur"), (failed.Failure, failed.Code));
    }

    private static object Card(params string[] defects) => new { documentType = "chn-id", fields = Front, defects, portrait = new { image = PortraitBase64 } };

    private async Task<Reading> ReadAsync(object card, Func<TencentCiIdCardOcrOptions, TencentCiIdCardOcrOptions>? set = null, CardSide? side = null) =>
        await sandbox.Ci(set).ReadAsync(await sandbox.PictureAsync([card]) with { Side = side }, CancellationToken.None);
}
