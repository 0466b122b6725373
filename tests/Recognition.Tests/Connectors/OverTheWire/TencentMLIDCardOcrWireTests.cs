using IdOcrPortal.Documents;
using static IdOcrPortal.Recognition.Tests.Connectors.OverTheWire.SandboxVendors;

namespace IdOcrPortal.Recognition.Tests.Connectors.OverTheWire;

/// <summary>The sheet of Tencent's MLIDCardOCR, row by row, against the sandbox.</summary>
public sealed class TencentMLIDCardOcrWireTests(SandboxVendors sandbox) : IClassFixture<SandboxVendors>, IAsyncLifetime
{
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["document_number"] = "901125-14-0000", ["full_name"] = "NURUL AISYAH BINTI ABDULLAH", ["sex"] = "F", ["birth_date"] = "1990-11-25", ["address"] = "12 JALAN CONTOH 50450 KUALA LUMPUR",
    };

    private static readonly Coverage[] Checks = [Coverage.Copy, Coverage.Reshot, Coverage.Edit, Coverage.Occlusion, Coverage.Blur];

    public Task InitializeAsync() => sandbox.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("mys-mykad", "MyKad", true)]
    [InlineData("mys-mypr", "MyPR", false)]
    [InlineData("mys-mytentera", "MyTentera", false)]
    [InlineData("mys-mykas", "MyKAS", false)]
    [InlineData("mys-polis", "POLIS", false)]
    [InlineData("mys-ikad", "IKAD", true)]
    [InlineData("mys-mykid", "MyKid", false)]
    public async Task Every_kind_of_card_is_told_and_two_of_them_say_the_day_of_birth(string type, string kind, bool hasBirthday)
    {
        var reading = await ReadAsync(new { documentType = type, fields = Fields });

        Assert.Equal(type, reading.TypeId);
        Assert.Equal(
            [
                ("document_number", "901125-14-0000"), ("full_name", "NURUL AISYAH BINTI ABDULLAH"), ("sex", "PEREMPUAN"), .. hasBirthday ? [("birth_date", "25/11/1990")] : Array.Empty<(string, string)>(),
                ("address", "12 JALAN CONTOH 50450 KUALA LUMPUR"), ("card_kind", kind),
            ],
            reading.Evidence.Claims.Select(claim => (claim.Field, claim.Text)));
        Assert.Contains(reading.RequestId!, sandbox.LastAnswer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_card_is_proved_and_says_again_what_stood_on_it()
    {
        var reading = await ReadAsync(Card());

        var fields = DocumentTypes.Find(reading.TypeId!)!.Prove(reading.Evidence, Today).Fields.ToDictionary(field => field.Name, field => field.Normalised);
        Assert.Equal(("901125140000", "1990-11-25", "F"), (fields["document_number"]!.Replace("-", "", StringComparison.Ordinal), fields["birth_date"], fields["sex"]));
    }

    [Theory]
    [InlineData("document_number")]
    [InlineData("full_name")]
    [InlineData("sex")]
    [InlineData("address")]
    public async Task An_empty_field_is_absent_and_the_others_keep_their_confidence(string field)
    {
        var reading = await ReadAsync(new { documentType = "mys-mykad", fields = Fields.Where(one => one.Key != field).ToDictionary(), confidences = Fields.Keys.ToDictionary(name => name, _ => 0.75) });

        Assert.DoesNotContain(reading.Evidence.Claims, claim => claim.Field == field);
        Assert.All(reading.Evidence.Claims.Where(claim => claim.Field is not (FieldNames.BirthDate or FieldNames.CardKind)), claim => Assert.Equal(0.75, claim.Confidence));
    }

    [Theory]
    [InlineData("confidences", 0.99)]
    [InlineData("one", null)]
    [InlineData("empty", null)]
    public async Task AdvancedInfo_gives_confidences_or_none_in_every_form_it_has_had(string form, double? confidence)
    {
        await sandbox.DialectAsync(new { advancedInfo = form });

        var reading = await ReadAsync(Card());

        Assert.Equal(confidence, reading.Evidence.Claims.Single(claim => claim.Field == FieldNames.FullName).Confidence);
        Assert.Equal(confidence is null ? CoverageResult.NotOffered : CoverageResult.RanClear, reading.Coverage[Coverage.Confidence]);
    }

    [Theory]
    [InlineData("borderIncomplete", "-9101", Coverage.Occlusion)]
    [InlineData("covered", "-9101", Coverage.Occlusion)]
    [InlineData("photocopy", "-9102", Coverage.Copy)]
    [InlineData("screenPhoto", "-9103", Coverage.Reshot)]
    [InlineData("edited", "-9104", Coverage.Edit)]
    [InlineData("reflection", "-9107", null)]
    [InlineData("blurred", "-9108", Coverage.Blur)]
    public async Task A_warning_of_the_present_field_marks_its_check_alone(string defect, string code, Coverage? coverage)
    {
        var reading = await ReadAsync(Card(defect));

        Assert.Equal(code, Assert.Single(reading.Warnings).Code);
        Assert.All(Checks, kind => Assert.Equal(kind == coverage ? CoverageResult.RanWarning : CoverageResult.RanClear, reading.Coverage[kind]));
    }

    [Theory]
    [InlineData("borderIncomplete", "-9101", Coverage.Occlusion, "The card is covered, or its border is incomplete")]
    [InlineData("covered", "-9106", Coverage.Occlusion, "The card is covered, or its border is incomplete")]
    [InlineData("photocopy", "-9102", Coverage.Copy, "A photocopy, not the card itself")]
    [InlineData("screenPhoto", "-9103", Coverage.Reshot, "A photo of a screen or a print")]
    [InlineData("edited", "-9104", Coverage.Edit, "The picture was edited")]
    [InlineData("blurred", "-9107", Coverage.Blur, "The picture is blurred")] // means reflection in the present field
    public async Task A_warning_of_the_former_field_has_its_former_meaning_and_proves_nothing_else(string defect, string code, Coverage coverage, string meaning)
    {
        await sandbox.DialectAsync(new { oldWarn = true });

        var reading = await ReadAsync(Card(defect));

        Assert.Equal((code, meaning), reading.Warnings.Select(warning => (warning.Code, warning.Meaning)).Single());
        Assert.All(Checks, kind => Assert.Equal(kind == coverage ? CoverageResult.RanWarning : CoverageResult.NotOffered, reading.Coverage[kind]));
    }

    [Fact]
    public async Task A_sound_picture_ran_clear_by_the_present_field_and_proves_nothing_by_the_former_one()
    {
        var present = await ReadAsync(Card());
        await sandbox.DialectAsync(new { oldWarn = true });
        var former = await ReadAsync(Card());

        Assert.All(Checks, kind => Assert.Equal((CoverageResult.RanClear, CoverageResult.NotOffered), (present.Coverage[kind], former.Coverage[kind])));
        Assert.Empty(former.Warnings);
    }

    [Fact]
    public async Task Several_warnings_all_arrive()
    {
        var reading = await ReadAsync(Card("photocopy", "edited", "reflection"));

        Assert.Equal(["-9102", "-9104", "-9107"], reading.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public async Task An_account_without_the_checks_shows_none_as_clear()
    {
        await sandbox.DialectAsync(new { warningsNotEnabled = true });

        var reading = await ReadAsync(Card("photocopy"));

        Assert.Empty(reading.Warnings);
        Assert.All(Checks, kind => Assert.Equal(CoverageResult.NotEnabled, reading.Coverage[kind]));
    }

    [Fact]
    public async Task The_portrait_comes_where_it_is_asked_for()
    {
        var picture = await sandbox.PictureAsync([Card()]);

        var with = await sandbox.Tencent().ReadAsync(picture, CancellationToken.None);
        var without = await sandbox.Tencent(options => options with { RetImage = false }).ReadAsync(picture, CancellationToken.None);

        Assert.Equal(Convert.FromBase64String(PortraitBase64), with.Portrait!.Jpeg);
        Assert.Equal((null, CoverageResult.NotEnabled), (without.Portrait, without.Coverage[Coverage.Portrait]));
    }

    [Fact]
    public async Task The_back_is_sent_and_its_number_told_as_of_the_back()
    {
        var front = await sandbox.PictureAsync([Card()]);
        var back = await sandbox.PictureAsync([new { documentType = "mys-mykad", isBack = true, fields = new { document_number = "901125-14-0001" } }]);

        var reading = await sandbox.Tencent(options => options with { SendBack = true }).ReadAsync(front with { Back = back.Bytes }, CancellationToken.None);

        Assert.Equal(
            [(CardSide.Front, "901125-14-0000"), (CardSide.Back, "901125-14-0001")],
            reading.Evidence.Claims.Where(claim => claim.Field == FieldNames.DocumentNumber).Select(claim => (claim.Side!.Value, claim.Text)));
    }

    [Fact]
    public async Task The_largest_picture_that_fits_is_taken_whole_and_a_larger_one_refused()
    {
        var connector = sandbox.Tencent();
        byte[] largest = [.. Jpeg(1000, 640), .. new byte[connector.Info.Fit!.MostBytes - Jpeg(1000, 640).Length]];
        await sandbox.TruthAsync(largest, Card());

        Assert.Equal("mys-mykad", (await connector.ReadAsync(new DocumentImage(largest, null), CancellationToken.None)).TypeId);
        var failed = await Assert.ThrowsAsync<ConnectorException>(() => connector.ReadAsync(new DocumentImage((byte[])[.. largest, .. new byte[300_000]], null), CancellationToken.None));

        Assert.Equal((FailureClass.InputFinal, "LimitExceeded.TooLargeFileError"), (failed.Failure, failed.Code));
    }

    [Theory]
    [InlineData("ap-singapore", null)]
    [InlineData("ap-guangzhou", null)]
    [InlineData(null, null)]
    [InlineData("eu-frankfurt", "UnsupportedRegion")]
    public async Task A_region_is_a_setting_and_may_be_left_out(string? region, string? code)
    {
        var picture = await sandbox.PictureAsync([Card()]);
        var reading = sandbox.Tencent(options => options with { Region = region }).ReadAsync(picture, CancellationToken.None);

        Assert.Equal(code, code is null ? (await reading).TypeId is null ? "not read" : null : (await Assert.ThrowsAsync<ConnectorException>(() => reading)).Code);
    }

    [Theory]
    [InlineData("wrong", null, null, "AuthFailure.InvalidSecretId")]
    [InlineData("AKIDOTHER", null, null, "AuthFailure.SecretIdNotFound")]
    [InlineData(null, "wrong", null, "AuthFailure.SignatureFailure")]
    [InlineData(null, null, "wrong", "AuthFailure.TokenFailure")]
    public async Task Wrong_keys_are_said_with_the_vendors_code(string? id, string? secret, string? token, string code)
    {
        var connector = sandbox.Tencent(options => options with { SecretId = id ?? options.SecretId, SecretKey = secret ?? options.SecretKey, Token = token });

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => connector.ReadAsync(new DocumentImage(Jpeg(200, 200), null), CancellationToken.None));

        Assert.Equal((FailureClass.Credential, code), (failed.Failure, failed.Code));
    }

    [Fact]
    public async Task Temporary_keys_are_taken_with_their_token()
    {
        var picture = await sandbox.PictureAsync([Card()]);

        Assert.Equal("mys-mykad", (await sandbox.Tencent(options => options with { Token = "tencent-token" }).ReadAsync(picture, CancellationToken.None)).TypeId);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(-301)]
    public async Task A_clock_more_than_5_minutes_off_is_said_as_refused_credentials(int seconds)
    {
        var picture = await sandbox.PictureAsync([Card()]);
        await sandbox.AheadAsync(TimeSpan.FromSeconds(seconds > 0 ? 299 : -299));
        await sandbox.Tencent().ReadAsync(picture, CancellationToken.None);
        await sandbox.AheadAsync(TimeSpan.FromSeconds(seconds));

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => sandbox.Tencent().ReadAsync(picture, CancellationToken.None));

        Assert.Equal((FailureClass.Credential, "AuthFailure.SignatureExpire"), (failed.Failure, failed.Code));
    }

    [Fact]
    public async Task Across_midnight_the_date_of_the_signature_is_that_of_its_second()
    {
        var picture = await sandbox.PictureAsync([Card()]);
        sandbox.Clock.Advance(sandbox.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1) - sandbox.Clock.GetUtcNow().UtcDateTime - TimeSpan.FromSeconds(1));
        await sandbox.Tencent().ReadAsync(picture, CancellationToken.None);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("mys-mykad", (await sandbox.Tencent().ReadAsync(picture, CancellationToken.None)).TypeId);
    }

    [Fact]
    public async Task The_sixth_call_in_a_second_is_throttled_and_costs_no_more()
    {
        await using var limited = new LimitedRate(sandbox);
        var picture = await sandbox.PictureAsync([Card()]);
        await limited.SetAsync(5);
        for (var call = 0; call < 5; call++)
        {
            await sandbox.Tencent().ReadAsync(picture, CancellationToken.None);
        }

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => sandbox.Tencent().ReadAsync(picture, CancellationToken.None));

        Assert.Equal((FailureClass.Throttled, "RequestLimitExceeded", TimeSpan.FromSeconds(1)), (failed.Failure, failed.Code, failed.RetryAfter!.Value));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("mys-mykad", (await sandbox.Tencent().ReadAsync(picture, CancellationToken.None)).TypeId);
    }

    private static object Card(params string[] defects) => new { documentType = "mys-mykad", fields = Fields, defects, portrait = new { image = PortraitBase64 } };

    private async Task<Reading> ReadAsync(object card) => await sandbox.Tencent().ReadAsync(await sandbox.PictureAsync([card]), CancellationToken.None);

    /// <summary>A rate of Tencent's that is lifted again, whatever the test says.</summary>
    private sealed class LimitedRate(SandboxVendors sandbox) : IAsyncDisposable
    {
        public Task SetAsync(int perSecond) => sandbox.RateAsync("tencent", perSecond);

        public async ValueTask DisposeAsync() => await sandbox.RateAsync("tencent", 0);
    }
}
