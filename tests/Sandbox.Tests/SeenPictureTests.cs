using System.Text.Json;
using System.Text.Json.Nodes;
using IdOcrPortal.Reader;
using IdOcrPortal.Reader.Headers;
using IdOcrPortal.Reader.Imaging;

namespace IdOcrPortal.Sandbox.Tests;

/// <summary>What the vendors answer is read from the picture that they are sent.</summary>
public sealed class SeenPictureTests(ReadingSandbox shared) : IClassFixture<ReadingSandbox>
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Utopia's documents, the French card and the back that only says again what the front says belong to no vendor.
    private static readonly string[] Nobodys = ["fra-id", "passport", "visa", "td1-card", "td2-card"];

    public static TheoryData<string> Read => [.. SpecimenFiles.All.Where(specimen => SpecimenFiles.Answers.ContainsKey(specimen.Code)).Select(specimen => specimen.File)];

    [Fact]
    public void Every_specimen_that_a_vendor_reads_has_its_answer_here()
    {
        var unanswered = SpecimenFiles.All.Where(specimen => !SpecimenFiles.Answers.ContainsKey(specimen.Code)).ToList();
        Assert.All(unanswered, specimen => Assert.True(Nobodys.Contains(specimen.Type) || specimen is { Type: "mys-mykad", Side: "back" }, specimen.File));
        Assert.All(SpecimenFiles.Answers.Keys, code => Assert.Contains(SpecimenFiles.All, specimen => specimen.Code == code));
        Assert.Equal(SpecimenFiles.All.Count, unanswered.Count + Read.Count);
    }

    [Theory]
    [MemberData(nameof(Read))]
    public async Task A_specimen_is_answered_in_the_forms_of_the_vendor_that_reads_it(string file)
    {
        var specimen = SpecimenFiles.Named(file);

        var answer = await AnswerAsync(specimen, specimen.Bytes);

        AssertPortrait(specimen, answer, scale: 1);
    }

    [Theory]
    [MemberData(nameof(Read))]
    public async Task A_specimen_is_known_again_at_half_its_size_and_at_quality_60(string file)
    {
        var specimen = SpecimenFiles.Named(file);
        using var picture = Picture.Decode(specimen.Bytes, PictureHeader.Inspect(specimen.Bytes));
        using var half = picture.Scaled(specimen.Size.Max() / 2);

        var answer = await AnswerAsync(specimen, half.Encode(60).Jpeg);

        AssertPortrait(specimen, answer, scale: 0.5);
    }

    [Theory]
    [InlineData("passport-clean.jpg")]
    [InlineData("td1-card-clean.jpg")]
    [InlineData("fra-id-phone.jpg")]
    public async Task A_document_that_no_vendor_reads_is_no_card_to_any(string file)
    {
        var picture = SpecimenFiles.Named(file).Bytes;

        var errors = new List<string>();
        foreach (var service in Services.All)
        {
            errors.Add((await shared.Services.AskAsync(service, picture)).Error);
        }

        Assert.Equal(["AIS.0104", "AIS.0104", "FailedOperation.NoMASIDCard", "FailedOperation.ImageNoIdCard", "DETECTION_FAILED"], errors);
    }

    [Theory]
    [InlineData("mys-mykad-clean.jpg")]
    [InlineData("idn-ktp-clean.jpg")]
    [InlineData("khm-id-clean.jpg")]
    [InlineData("chn-id-clean.jpg")]
    [InlineData("tha-id-clean.jpg")]
    public async Task A_card_is_read_by_its_own_service_alone(string file)
    {
        var specimen = SpecimenFiles.Named(file);
        foreach (var service in Services.All)
        {
            var answer = await shared.Services.AskAsync(service, specimen.Bytes);
            Assert.Equal(service == SpecimenFiles.Answers[specimen.Code].Service, answer.Error.Length == 0);
        }
    }

    [Fact]
    public async Task The_back_of_a_mykad_belongs_to_its_own_place_in_the_request()
    {
        var (front, back) = (Convert.ToBase64String(SpecimenFiles.Named("mys-mykad-phone.jpg").Bytes), Convert.ToBase64String(SpecimenFiles.Named("mys-mykad-back-phone.jpg").Bytes));

        var both = (await shared.Caller.TencentAsync(new { ImageBase64 = front, BackImageBase64 = back })).Json.GetProperty("Response");

        Assert.Equal(("901125-14-0000", "901125-14-0000"), (both.GetProperty("ID").GetString(), both.GetProperty("MyKadNumber").GetString()));
        Assert.Equal("FailedOperation.NoMASIDCard", (await shared.Caller.TencentAsync(new { ImageBase64 = back })).ErrorCode);
    }

    [Theory]
    [InlineData("chn-id-phone.jpg", "BACK")]
    [InlineData("chn-id-back-phone.jpg", "FRONT")]
    public async Task The_other_side_of_a_chinese_card_is_no_card(string file, string side) => Assert.Equal("FailedOperation.ImageNoIdCard",
        (await shared.Caller.CosAsync("PUT", "cards/2.jpg", $"?ci-process=IDCardOCR&CardSide={side}", SpecimenFiles.Named(file).Bytes)).ErrorCode);

    [Fact]
    public async Task A_cambodian_card_without_a_code_is_answered_from_its_zone()
    {
        var specimen = SpecimenFiles.Named("khm-id-clean.jpg");
        using var picture = Picture.Decode(specimen.Bytes, PictureHeader.Inspect(specimen.Bytes));
        // The code stands at the upper edge.
        using var below = picture.Clip(0, 100, picture.Width, picture.Height - 100);

        var answer = await shared.Services.AskAsync("cambodian-idcard", below.Encode(90).Jpeg);

        AssertFields("""
            {"id_number":"999000123","name_en":"SOK DARA","birth_date":"១០.០៧.១៩៩៩","sex":"ស្រី","expiry_date":"១៧.០៦.២០៣០","machine_code1":"IDKHM9990001235<<<<<<<<<<<<<<<",
             "machine_code2":"9907102F3006173KHM<<<<<<<<<<<4","machine_code3":"SOK<<DARA<<<<<<<<<<<<<<<<<<<<<","idcard_type":"normal"}
            """, answer.Fields);
        var (left, top, right, bottom) = Box(answer.Corners!);
        var (x, y) = (specimen.Portrait![0] + (specimen.Portrait[2] / 2), specimen.Portrait[1] - 100 + (specimen.Portrait[3] / 2));
        Assert.True(left < x && x < right && top < y && y < bottom);
        Assert.NotNull(answer.Portrait);
    }

    [Fact]
    public async Task A_picture_of_another_shape_is_answered_without_a_portrait_rather_than_with_a_wrong_one()
    {
        var specimen = SpecimenFiles.Named("mys-mykad-clean.jpg");
        using var picture = Picture.Decode(specimen.Bytes, PictureHeader.Inspect(specimen.Bytes));
        using var part = picture.Clip(0, 60, picture.Width, picture.Height - 60);

        Assert.Null((await AnswerAsync(specimen, part.Encode(90).Jpeg)).Portrait);
    }

    [Fact]
    public async Task A_registered_truth_goes_before_what_is_seen()
    {
        byte[] picture = [.. SpecimenFiles.Named("mys-ikad-clean.jpg").Bytes, 0];
        await shared.Sandbox.ControlAsync("POST", "/truth", new { sha256 = Pictures.Sha256(picture), cards = new[] { new { documentType = "mys-mypr", fields = new { document_number = "TOLD" } } } });

        Assert.Equal("TOLD", (await shared.Services.AskAsync("MLIDCardOCR", picture)).Fields!["ID"]!.GetValue<string>());
    }

    private async Task<ServiceAnswer> AnswerAsync(SpecimenFile specimen, byte[] picture)
    {
        var (service, expected) = SpecimenFiles.Answers[specimen.Code];
        var answer = await shared.Services.AskAsync(service, picture);
        Assert.Equal("", answer.Error);
        AssertFields(expected.ToJsonString(), answer.Fields);
        return answer;
    }

    private static void AssertFields(string expected, JsonNode? fields) =>
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(Readable), fields?.ToJsonString(Readable));

    private static void AssertPortrait(SpecimenFile specimen, ServiceAnswer answer, double scale)
    {
        var service = SpecimenFiles.Answers[specimen.Code].Service;
        Assert.Equal(specimen.Portrait is not null && service != "idcard", answer.Portrait is not null);
        if (answer.Portrait is not null)
        {
            var cut = PictureHeader.Inspect(answer.Portrait);
            Assert.Equal(PictureFormat.Jpeg, cut.Format);
            Assert.InRange(cut.Width, (specimen.Portrait![2] * scale) - 2, (specimen.Portrait[2] * scale) + 2);
            Assert.InRange(cut.Height, (specimen.Portrait[3] * scale) - 2, (specimen.Portrait[3] * scale) + 2);
        }

        Assert.Equal(service == "cambodian-idcard", answer.Corners is not null);
        if (answer.Corners is not null)
        {
            var (left, top, right, bottom) = Box(answer.Corners);
            int[] expected = [specimen.Portrait![0], specimen.Portrait[1], specimen.Portrait[0] + specimen.Portrait[2], specimen.Portrait[1] + specimen.Portrait[3]];
            Assert.All(((int[])[left, top, right, bottom]).Zip(expected), pair => Assert.InRange(pair.First, (pair.Second * scale) - 1.5, (pair.Second * scale) + 1.5));
        }
    }

    private static (int Left, int Top, int Right, int Bottom) Box(int[][] corners)
    {
        // Clockwise from the top left.
        Assert.Equal((corners[0][0], corners[0][1], corners[2][0], corners[2][1]), (corners[3][0], corners[1][1], corners[1][0], corners[3][1]));
        return (corners[0][0], corners[0][1], corners[2][0], corners[2][1]);
    }
}
