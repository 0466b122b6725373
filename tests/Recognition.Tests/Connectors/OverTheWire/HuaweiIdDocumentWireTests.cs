using IdOcrPortal.Documents;
using IdOcrPortal.Recognition.Connectors.HuaweiCloud;
using static IdOcrPortal.Recognition.Tests.Connectors.OverTheWire.SandboxVendors;

namespace IdOcrPortal.Recognition.Tests.Connectors.OverTheWire;

/// <summary>The sheet of Huawei's retired ID document, row by row, against the sandbox.</summary>
public sealed class HuaweiIdDocumentWireTests(SandboxVendors sandbox) : IClassFixture<SandboxVendors>, IAsyncLifetime
{
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["given_names"] = "THI MAI LAN", ["surname"] = "NGUYEN", ["sex"] = "F", ["nationality"] = "VNM", ["birth_date"] = "1990-08-20", ["issue_date"] = "2020-08-21", ["expiry_date"] = "2030-08-20",
        ["document_number"] = "079190000000", ["address"] = "12 LE LOI", ["issuing_authority"] = "CUC TRUONG",
    };

    /// <summary>The fifteen countries and regions with their kinds, as our types call them.</summary>
    public static TheoryData<string, string, string?> Documents
    {
        get
        {
            var data = new TheoryData<string, string, string?>();
            foreach (var region in "VNM IND PHL ALB BRA IDN MYS NGA PAK RUS TWN UKR THA CHL".Split(' '))
            {
                data.Add("passport", region, "passport");
            }

            foreach (var type in "vnm-dl vnm-id phl-dl phl-umid alb-dl alb-id tha-id chl-id hkg-id".Split(' '))
            {
                data.Add(type, "", type);
            }

            return data;
        }
    }

    public Task InitializeAsync() => sandbox.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_kind_of_every_country_is_read_when_it_is_asked_for_and_when_it_is_not(string type, string issuer, string? expected)
    {
        var picture = await sandbox.PictureAsync([new { documentType = type, fields = new Dictionary<string, string>(Fields) { ["issuing_state"] = issuer } }]);

        foreach (var requested in new[] { type, null })
        {
            var reading = await sandbox.IdDocument().ReadAsync(picture with { RequestedTypeId = requested }, CancellationToken.None);

            Assert.Equal(expected, reading.TypeId);
            Assert.Equal(10, reading.Evidence.Claims.Count);
        }
    }

    [Fact]
    public async Task Another_document_than_the_requested_one_is_not_found()
    {
        var picture = await sandbox.PictureAsync([new { documentType = "tha-id", fields = Fields }]);

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => sandbox.IdDocument().ReadAsync(picture with { RequestedTypeId = "vnm-id" }, CancellationToken.None));

        Assert.Equal((FailureClass.InputQuality, "AIS.0104"), (failed.Failure, failed.Code));
    }

    [Theory]
    [InlineData("given_names", "THI MAI LAN")]
    [InlineData("surname", "NGUYEN")]
    [InlineData("sex", "F")]
    [InlineData("nationality", "VNM")]
    [InlineData("birth_date", "1990-08-20")]
    [InlineData("issue_date", "2020-08-21")]
    [InlineData("expiry_date", "2030-08-20")]
    [InlineData("document_number", "079190000000")] // its leading zero stays
    [InlineData("address", "12 LE LOI")]
    [InlineData("issuing_authority", "CUC TRUONG")]
    public async Task Every_field_arrives_with_its_confidence_and_side_and_may_be_missing(string field, string text)
    {
        var picture = await sandbox.PictureAsync([new { documentType = "vnm-id", isBack = true, fields = Fields, confidences = new Dictionary<string, double> { [field] = 0.25 } }]);
        var without = await sandbox.PictureAsync([new { documentType = "vnm-id", fields = Fields.Where(one => one.Key != field).ToDictionary() }]);

        var reading = await sandbox.IdDocument().ReadAsync(picture, CancellationToken.None);
        var other = await sandbox.IdDocument().ReadAsync(without, CancellationToken.None);

        Assert.Equal((text, 0.25, CardSide.Back), reading.Evidence.Claims.Where(claim => claim.Field == field).Select(claim => (claim.Text, claim.Confidence!.Value, claim.Side!.Value)).Single());
        Assert.DoesNotContain(other.Evidence.Claims, claim => claim.Field == field);
        Assert.All(other.Evidence.Claims, claim => Assert.Equal(CardSide.Front, claim.Side));
    }

    [Fact]
    public async Task The_portrait_comes_where_it_is_asked_for()
    {
        var picture = await sandbox.PictureAsync([new { documentType = "hkg-id", fields = Fields, portrait = new { image = PortraitBase64 } }]);

        Assert.NotNull((await sandbox.IdDocument().ReadAsync(picture, CancellationToken.None)).Portrait);
        var without = await sandbox.IdDocument(options => options with { ReturnPortraitImage = false }).ReadAsync(picture, CancellationToken.None);
        Assert.Equal((null, CoverageResult.NotEnabled), (without.Portrait, without.Coverage[Coverage.Portrait]));
    }

    [Theory]
    [InlineData(99, "AIS.0103")]
    [InlineData(8193, "AIS.0103")]
    [InlineData(100, null)]
    [InlineData(8192, null)]
    public async Task Sides_are_from_100_to_8192_pixels(int width, string? code)
    {
        var picture = await sandbox.PictureAsync([new { documentType = "chl-id", fields = Fields }], width, 640);
        var reading = sandbox.IdDocument().ReadAsync(picture, CancellationToken.None);

        Assert.Equal(code, code is null ? (await reading).TypeId is null ? "not read" : null : (await Assert.ThrowsAsync<ConnectorException>(() => reading)).Code);
    }

    [Fact]
    public async Task A_token_is_for_the_projects_own_region()
    {
        var picture = await sandbox.PictureAsync([new { documentType = "chl-id", fields = Fields }]);

        var reading = await sandbox.IdDocument(options => options with { Authentication = HuaweiAuthentication.Token }).ReadAsync(picture, CancellationToken.None);

        Assert.Equal("chl-id", reading.TypeId);
        Assert.Equal(["id-document ok ×1", "tokens ok ×1"], await sandbox.CallsAsync());
    }

    [Fact]
    public async Task The_project_of_another_region_answers_as_the_retired_function_does()
    {
        var connector = sandbox.IdDocument(options => options with { ProjectId = Projects.Cambodian });

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => connector.ReadAsync(new DocumentImage(Jpeg(200, 200), null), CancellationToken.None));

        Assert.Equal((FailureClass.Configuration, "APIG.0101"), (failed.Failure, failed.Code));
        Assert.Contains("2025-02-18", failed.Message, StringComparison.Ordinal);
        Assert.NotNull(failed.RequestId);
    }
}
