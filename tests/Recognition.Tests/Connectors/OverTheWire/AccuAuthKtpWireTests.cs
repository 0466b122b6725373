using IdOcrPortal.Documents;
using IdOcrPortal.Recognition.Connectors.AccuAuthKtp;
using static IdOcrPortal.Recognition.Tests.Connectors.OverTheWire.SandboxVendors;

namespace IdOcrPortal.Recognition.Tests.Connectors.OverTheWire;

/// <summary>The sheet of AccuAuth's KTP, row by row, against the sandbox, as a file and as Base64.</summary>
public sealed class AccuAuthKtpWireTests(SandboxVendors sandbox) : IClassFixture<SandboxVendors>, IAsyncLifetime
{
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["document_number"] = "3171994509930001", ["full_name"] = "SITI RAHAYU", ["birth_place"] = "JAKARTA", ["birth_date"] = "1993-09-05", ["sex"] = "F", ["address"] = "JL. CONTOH BARAT NO. 12",
        ["rt"] = "001", ["rw"] = "002", ["village"] = "GAMBIR", ["district"] = "GAMBIR", ["city"] = "JAKARTA PUSAT", ["province"] = "DKI JAKARTA", ["religion"] = "ISLAM", ["marital_status"] = "BELUM KAWIN",
        ["occupation"] = "KARYAWAN SWASTA", ["nationality"] = "WNI",
    };

    public static TheoryData<string, string> Rows
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (name, text) in Fields)
            {
                data.Add(name, name switch { "birth_date" => "05-09-1993", "sex" => "PEREMPUAN", _ => text });
            }

            return data;
        }
    }

    public Task InitializeAsync() => sandbox.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Every_field_arrives_as_printed_and_is_absent_where_it_is_empty(string field, string printed)
    {
        var reading = await ReadAsync([new { documentType = "idn-ktp", fields = Fields }]);
        var without = await ReadAsync([new { documentType = "idn-ktp", fields = Fields.Where(one => one.Key != field).ToDictionary() }]);

        Assert.Equal(printed, reading.Evidence.Claims.Single(claim => claim.Field == field).Text);
        Assert.DoesNotContain(without.Evidence.Claims, claim => claim.Field == field);
        Assert.Equal((16, 15), (reading.Evidence.Claims.Count, without.Evidence.Claims.Count));
        Assert.StartsWith("TID", reading.RequestId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AccuAuthPicture.File)]
    [InlineData(AccuAuthPicture.Base64)]
    public async Task Either_way_of_sending_the_picture_reads_the_same_card(AccuAuthPicture way)
    {
        var reading = await ReadAsync([new { documentType = "idn-ktp", fields = Fields }], way);

        var fields = DocumentTypes.Find(reading.TypeId!)!.Prove(reading.Evidence, Today).Fields.ToDictionary(field => field.Name, field => field.Normalised);
        Assert.Equal(("3171994509930001", "1993-09-05", "F"), (fields["document_number"], fields["birth_date"], fields["sex"]));
        Assert.Equal(["idcard ok ×1"], await sandbox.CallsAsync());
    }

    [Theory]
    [InlineData("M", "LAKI-LAKI")]
    [InlineData("F", "PEREMPUAN")]
    public async Task The_sex_is_read_by_its_word(string sex, string word) =>
        Assert.Equal(word, (await ReadAsync([new { documentType = "idn-ktp", fields = new { sex } }])).Evidence.Claims.Single().Text);

    [Fact]
    public async Task Of_several_cards_the_first_is_read_with_a_warning()
    {
        var reading = await ReadAsync([new { documentType = "idn-ktp", fields = Fields }, new { documentType = "idn-ktp", fields = new { full_name = "BUDI" } }]);

        Assert.Equal(("results=2", Severity.High), reading.Warnings.Select(warning => (warning.Code, warning.Severity)).Single());
        Assert.Equal("SITI RAHAYU", reading.Evidence.Claims.Single(claim => claim.Field == FieldNames.FullName).Text);
    }

    [Fact]
    public async Task No_card_and_an_empty_one_ask_for_a_new_photo()
    {
        foreach (var cards in new object[][] { [], [new { documentType = "idn-ktp" }], [new { documentType = "khm-id", fields = Fields }] })
        {
            var failed = await Assert.ThrowsAsync<ConnectorException>(() => ReadAsync(cards));

            Assert.Equal(FailureClass.InputQuality, failed.Failure);
            Assert.StartsWith("TID", failed.RequestId, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(127, 640, false)]
    [InlineData(640, 6001, false)]
    [InlineData(128, 128, true)]
    [InlineData(6000, 6000, true)]
    public async Task Sides_are_from_128_to_6000_pixels(int width, int height, bool isRead)
    {
        var picture = await sandbox.PictureAsync([new { documentType = "idn-ktp", fields = Fields }], width, height);
        var reading = sandbox.AccuAuth().ReadAsync(picture, CancellationToken.None);

        if (isRead)
        {
            Assert.Equal("idn-ktp", (await reading).TypeId);
        }
        else
        {
            var failed = await Assert.ThrowsAsync<ConnectorException>(() => reading);
            Assert.Equal((FailureClass.InputFinal, "INVALID_ARGUMENT"), (failed.Failure, failed.Code));
        }
    }

    [Theory]
    [InlineData(AccuAuthPicture.File)]
    [InlineData(AccuAuthPicture.Base64)]
    public async Task The_largest_picture_that_fits_is_taken_whole(AccuAuthPicture way)
    {
        var connector = sandbox.AccuAuth(options => options with { Picture = way });
        byte[] picture = [.. Jpeg(1000, 640), .. new byte[connector.Info.Fit!.MostBytes - Jpeg(1000, 640).Length]];
        await sandbox.TruthAsync(picture, new { documentType = "idn-ktp", fields = Fields });

        Assert.Equal("idn-ktp", (await connector.ReadAsync(new DocumentImage(picture, null), CancellationToken.None)).TypeId);
    }

    [Theory]
    [InlineData("expired-id", "accuauth-secret", "KEY_EXPIRED")]
    [InlineData("other-id", "accuauth-secret", "UNAUTHORIZED")]
    [InlineData("accuauth-id", "wrong", "UNAUTHORIZED")]
    public async Task Wrong_keys_are_said_with_the_vendors_code(string id, string secret, string code)
    {
        var connector = sandbox.AccuAuth(options => options with { ApiId = id, ApiSecret = secret });

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => connector.ReadAsync(new DocumentImage(Jpeg(640, 640), null), CancellationToken.None));

        Assert.Equal((FailureClass.Credential, code), (failed.Failure, failed.Code));
    }

    private async Task<Reading> ReadAsync(object[] cards, AccuAuthPicture way = AccuAuthPicture.File) =>
        await sandbox.AccuAuth(options => options with { Picture = way }).ReadAsync(await sandbox.PictureAsync(cards), CancellationToken.None);
}
