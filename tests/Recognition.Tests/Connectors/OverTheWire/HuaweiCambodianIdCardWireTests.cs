using IdOcrPortal.Documents;
using IdOcrPortal.Reader;
using static IdOcrPortal.Recognition.Tests.Connectors.OverTheWire.SandboxVendors;

namespace IdOcrPortal.Recognition.Tests.Connectors.OverTheWire;

/// <summary>The sheet of Huawei's Cambodian card, row by row, against the sandbox.</summary>
public sealed class HuaweiCambodianIdCardWireTests(SandboxVendors sandbox) : IClassFixture<SandboxVendors>, IAsyncLifetime
{
    private const string Mrz = "IDKHM9990001235<<<<<<<<<<<<<<<\n9907102F3006173KHM<<<<<<<<<<<4\nSOK<<DARA<<<<<<<<<<<<<<<<<<<<<";

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["document_number"] = "999000123", ["name_local"] = "សុខ ដារា", ["full_name"] = "SOK DARA", ["birth_date"] = "1999-07-10", ["sex"] = "F", ["height_cm"] = "158",
        ["birth_place"] = "សង្កាត់ទួលស្វាយព្រៃ ភ្នំពេញ", ["address"] = "ភូមិត្រពាំងថ្លឹង សង្កាត់ចោមចៅ ខណ្ឌពោធិ៍សែនជ័យ ភ្នំពេញ", ["issue_date"] = "2020-06-18", ["expiry_date"] = "2030-06-17",
        ["personal_features"] = "ប្រជ្រុយលើថ្ពាល់ឆ្វេង", ["mrz"] = Mrz,
    };

    public Task InitializeAsync() => sandbox.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("document_number", "999000123")]
    [InlineData("name_local", "សុខ ដារា")]
    [InlineData("full_name", "SOK DARA")]
    [InlineData("birth_date", "១០.០៧.១៩៩៩")]
    [InlineData("issue_date", "១៨.០៦.២០២០")]
    [InlineData("expiry_date", "១៧.០៦.២០៣០")]
    [InlineData("sex", "ស្រី")]
    [InlineData("height_cm", "១៥៨ ស.ម")]
    [InlineData("birth_place", "សង្កាត់ទួលស្វាយព្រៃ ភ្នំពេញ")]
    [InlineData("address", "ភូមិត្រពាំងថ្លឹង សង្កាត់ចោមចៅ ខណ្ឌពោធិ៍សែនជ័យ ភ្នំពេញ")] // sent with a blank before it
    [InlineData("personal_features", "ប្រជ្រុយលើថ្ពាល់ឆ្វេង")]
    [InlineData("card_kind", "normal")]
    public async Task Every_field_arrives_as_printed_with_its_own_confidence(string field, string printed)
    {
        var reading = await ReadAsync(new { documentType = "khm-id", fields = Fields, confidences = new Dictionary<string, double> { [field == "card_kind" ? "idcard_type" : field] = 0.5 } });

        var claim = reading.Evidence.Claims.Single(claim => claim.Field == field && claim.Source == ClaimSource.Service);
        Assert.Equal((printed, 0.5, CardSide.Front), (claim.Text, claim.Confidence, claim.Side));
    }

    [Fact]
    public async Task The_whole_card_is_proved_and_says_again_what_stood_on_it()
    {
        var reading = await ReadAsync(Card());

        Assert.True(reading.Evidence.MrzAccepted);
        Assert.Equal(Mrz.Split('\n'), reading.Evidence.MrzLines);
        var proof = DocumentTypes.Find(reading.TypeId!)!.Prove(reading.Evidence, Today);
        foreach (var field in new[] { "document_number", "full_name", "birth_date", "sex", "height_cm", "expiry_date", "issue_date" })
        {
            Assert.Equal(Fields[field], proof.Fields.Single(proved => proved.Name == field).Normalised);
        }

        Assert.All(["document_number", "birth_date", "expiry_date", "sex"], field => Assert.Equal(FieldStatus.Verified, proof.Fields.Single(proved => proved.Name == field).Status));
    }

    [Theory]
    [InlineData("document_number")]
    [InlineData("name_local")]
    [InlineData("full_name")]
    [InlineData("birth_date")]
    [InlineData("issue_date")]
    [InlineData("expiry_date")]
    [InlineData("sex")]
    [InlineData("height_cm")]
    [InlineData("birth_place")]
    [InlineData("address")]
    [InlineData("personal_features")]
    [InlineData("mrz")]
    public async Task A_field_that_is_not_in_the_answer_costs_nothing_but_itself(string field)
    {
        var reading = await ReadAsync(new { documentType = "khm-id", fields = Fields.Where(one => one.Key != field).ToDictionary() });

        Assert.DoesNotContain(reading.Evidence.Claims, claim => claim.Field == field && claim.Source == ClaimSource.Service);
        Assert.Equal(field == "mrz" ? 12 : 11, reading.Evidence.Claims.Count(claim => claim.Source == ClaimSource.Service));
    }

    [Theory]
    [InlineData("photocopy", "idcard_type=copy", Severity.Critical, Coverage.Copy)]
    [InlineData("screenPhoto", "detect_reproduce_result", Severity.Critical, Coverage.Reshot)]
    [InlineData("edited", "detect_tampering_result", Severity.Critical, Coverage.Edit)]
    [InlineData("covered", "detect_blocking_within_border_result", Severity.High, Coverage.Occlusion)]
    [InlineData("blurred", "detect_blur_result", Severity.Medium, Coverage.Blur)]
    [InlineData("reflection", "detect_glare_result", Severity.Medium, null)]
    [InlineData("borderIncomplete", "detect_border_integrity_result", Severity.Medium, null)]
    public async Task What_is_wrong_with_a_picture_is_one_warning_and_nothing_else_is_in_doubt(string defect, string code, Severity severity, Coverage? coverage)
    {
        var reading = await ReadAsync(new { documentType = "khm-id", fields = Fields, defects = new[] { defect } });

        var warning = Assert.Single(reading.Warnings);
        Assert.Equal((code, severity), (warning.Code, warning.Severity));
        foreach (var kind in new[] { Coverage.Copy, Coverage.Reshot, Coverage.Edit, Coverage.Occlusion, Coverage.Blur })
        {
            Assert.Equal(kind == coverage ? CoverageResult.RanWarning : CoverageResult.RanClear, reading.Coverage[kind]);
        }

        Assert.Equal(CoverageResult.NotOffered, reading.Coverage[Coverage.Validity]);
    }

    [Fact]
    public async Task What_was_switched_off_is_not_asked_for_and_said_as_not_enabled()
    {
        var picture = await sandbox.PictureAsync([Card(defects: ["photocopy", "blurred", "edited"])]);
        var reading = await sandbox.Cambodian(options => options with { Detect = false, ReturnIdcardType = false, ReturnPortraitImage = false, ReturnPortraitLocation = false })
            .ReadAsync(picture, CancellationToken.None);

        Assert.Empty(reading.Warnings);
        Assert.DoesNotContain(reading.Evidence.Claims, claim => claim.Field == FieldNames.CardKind);
        Assert.All(
            [Coverage.Copy, Coverage.Reshot, Coverage.Edit, Coverage.Occlusion, Coverage.Blur, Coverage.Portrait], kind => Assert.Equal(CoverageResult.NotEnabled, reading.Coverage[kind]));
        Assert.Null(reading.Portrait);
        Assert.Null(reading.PortraitCorners);
    }

    [Fact]
    public async Task The_portrait_comes_with_its_place()
    {
        var reading = await ReadAsync(Card());

        Assert.Equal(Convert.FromBase64String(PortraitBase64), reading.Portrait!.Jpeg);
        Assert.Equal([new PicturePoint(40, 130), new(250, 130), new(250, 400), new(40, 400)], reading.PortraitCorners);
        Assert.Equal(CoverageResult.RanClear, reading.Coverage[Coverage.Portrait]);
    }

    [Fact]
    public async Task Where_only_the_place_comes_the_portrait_can_be_cut_there()
    {
        var picture = await sandbox.PictureAsync([Card()]);

        var reading = await sandbox.Cambodian(options => options with { ReturnPortraitImage = false }).ReadAsync(picture, CancellationToken.None);

        Assert.Null(reading.Portrait);
        Assert.Equal(4, reading.PortraitCorners!.Count);
    }

    [Theory]
    [InlineData(14, 640, "AIS.0103", FailureClass.InputFinal)]
    [InlineData(8193, 640, "AIS.0103", FailureClass.InputFinal)]
    public async Task A_picture_beyond_the_sides_of_the_sheet_is_refused(int width, int height, string code, FailureClass failure)
    {
        var picture = await sandbox.PictureAsync([Card()], width, height);

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => sandbox.Cambodian().ReadAsync(picture, CancellationToken.None));

        Assert.Equal((failure, code), (failed.Failure, failed.Code));
    }

    [Theory]
    [InlineData(15, 8192)]
    [InlineData(8192, 15)]
    public async Task A_picture_at_the_sides_of_the_sheet_is_read(int width, int height)
    {
        var picture = await sandbox.PictureAsync([Card()], width, height);
        var connector = sandbox.Cambodian();

        Assert.InRange(15, connector.Info.Fit!.ShortestSide, 15);
        Assert.Equal("khm-id", (await connector.ReadAsync(picture, CancellationToken.None)).TypeId);
    }

    [Fact]
    public async Task The_largest_picture_that_fits_is_taken_whole()
    {
        var connector = sandbox.Cambodian();
        byte[] picture = [.. Jpeg(1000, 640), .. new byte[connector.Info.Fit!.MostBytes - Jpeg(1000, 640).Length]];
        await sandbox.TruthAsync(picture, Card());

        Assert.Equal("khm-id", (await connector.ReadAsync(new DocumentImage(picture, null), CancellationToken.None)).TypeId);
    }

    [Fact]
    public async Task The_back_and_other_cards_are_not_read()
    {
        foreach (var card in new object[] { new { documentType = "khm-id", isBack = true, fields = Fields }, new { documentType = "idn-ktp", fields = Fields } })
        {
            var picture = await sandbox.PictureAsync([card]);
            var failed = await Assert.ThrowsAsync<ConnectorException>(() => sandbox.Cambodian().ReadAsync(picture, CancellationToken.None));

            Assert.Equal((FailureClass.InputQuality, "AIS.0104"), (failed.Failure, failed.Code));
        }
    }

    [Theory]
    [InlineData("[[10,20],[110,20],[110,140],[10,140]]", "10,20 110,20 110,140 10,140")]
    [InlineData("[[10,20],[10,140],[110,140],[110,20]]", "10,20 110,20 110,140 10,140")] // the other way round
    [InlineData("[[10,20],[110,20],[10,140],[110,140]]", "10,20 110,20 110,140 10,140")] // row by row
    [InlineData("[[110,140],[10,140],[10,20],[110,20]]", "110,140 10,140 10,20 110,20")] // a card upside down
    [InlineData("[[140,10],[140,110],[20,110],[20,10]]", "140,10 140,110 20,110 20,10")] // a card on its side
    [InlineData("[[10.5,20],[110,25],[105,145],[5,140]]", "10.5,20 110,25 105,145 5,140")]
    [InlineData("[[0,0],[0,0],[0,0],[0,0]]", null)]
    [InlineData("[[1,2],[3,4],[5,6],[7,8]]", null)] // on one line
    [InlineData("[[0,0],[100,0],[20,20],[0,100]]", null)] // caved in
    [InlineData("[[10,20],[110,20],[110,140]]", null)]
    [InlineData("[[10,20],[110,20],[110,140],[10,140],[5,5]]", null)]
    [InlineData("[[10,20,1],[110,20],[110,140],[10,140]]", null)]
    [InlineData("[10,20,110,140]", null)]
    [InlineData("[[\"10\",20],[110,20],[110,140],[10,140]]", null)]
    [InlineData("[[1e999,20],[110,20],[110,140],[10,140]]", null)]
    [InlineData("[[1e300,20],[110,20],[110,140],[10,140]]", null)]
    [InlineData("{\"x\":1}", null)]
    [InlineData("\"somewhere\"", null)]
    [InlineData("null", null)]
    public async Task The_portraits_corners_go_clockwise_from_the_first_and_what_is_no_place_is_none(string location, string? expected)
    {
        await using var vendor = new LoopbackVendor(_ => new WireAnswer(200, $$$"""{"result":{"id_number":"999000123","portrait_location":{{{location}}}}}"""));

        var reading = await sandbox.Cambodian(options => options with { Endpoint = vendor.Address }).ReadAsync(new DocumentImage(Jpeg(200, 200), null), CancellationToken.None);

        Assert.Equal(expected, reading.PortraitCorners is { } corners ? string.Join(' ', corners.Select(corner => FormattableString.Invariant($"{corner.X},{corner.Y}"))) : null);
        Assert.Single(reading.Evidence.Claims);
    }

    [Fact]
    public async Task Temporary_keys_and_the_enterprise_project_are_taken()
    {
        var picture = await sandbox.PictureAsync([Card()]);

        var reading = await sandbox.Cambodian(options => options with { SecurityToken = "huawei-token", EnterpriseProjectId = "ep-1" }).ReadAsync(picture, CancellationToken.None);

        Assert.Equal("khm-id", reading.TypeId);
    }

    private static object Card(params string[] defects) => new
    {
        documentType = "khm-id", fields = Fields, defects,
        portrait = new { image = PortraitBase64, corners = new int[][] { [40, 130], [250, 130], [250, 400], [40, 400] } },
    };

    private async Task<Reading> ReadAsync(object card) => await sandbox.Cambodian().ReadAsync(await sandbox.PictureAsync([card]), CancellationToken.None);
}
