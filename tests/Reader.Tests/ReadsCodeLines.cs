using System.Text.Json;
using IdOcrPortal.Reader.Headers;
using IdOcrPortal.Reader.Imaging;
using IdOcrPortal.Reader.Zones;

namespace IdOcrPortal.Reader.Tests;

/// <summary>The fictional cards of <c>tests/specimens</c>: their code lines and zones are read, and neither is taken for the other.</summary>
public class ReadsCodeLines
{
    private const string Word = "SPECIMEN<";

    private static readonly CodeLineReader Codes = new();
    private static readonly MrzReader Zones = new();

    private static readonly Dictionary<string, Card> Cards = Load();

    public static TheoryData<string> Files => [.. Cards.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void Reads_the_code_of_every_specimen_character_for_character(string file) =>
        Assert.Equal(Cards[file].Code.TrimEnd('<'), Codes.Read(Luminance(file), Word));

    [Theory]
    [MemberData(nameof(Files))]
    public void Reads_the_zone_where_there_is_one_and_none_where_there_is_none(string file)
    {
        var reading = Zones.Read(Luminance(file));
        Assert.Equal(Cards[file].Mrz, reading?.Lines ?? []);
        Assert.Equal(Cards[file].Mrz.Length > 0, reading is { Accepted: true });
    }

    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void Reads_a_code_whichever_way_up_the_card_lies(int degrees) =>
        Assert.Equal(Cards["mys-mykad-phone.jpg"].Code.TrimEnd('<'), Codes.Read(Luminance("mys-mykad-phone.jpg").Turn(degrees), Word));

    [Fact]
    public void Finds_no_code_on_a_document_that_bears_none() => Assert.Null(Codes.Read(Specimens.Luminance("pe_100_pass-uto.jpg"), Word));

    [Fact]
    public async Task A_worker_reads_a_code_line_and_refuses_a_word_that_no_line_can_hold()
    {
        await using var pool = new ReaderPool(new ReaderPoolOptions { Workers = 1 });
        var file = FictionalCards.Bytes("tha-id-phone.jpg");

        Assert.Equal(Cards["tha-id-phone.jpg"].Code.TrimEnd('<'), await pool.CodeLineAsync(file, Word, CancellationToken.None));
        Assert.Null(await pool.CodeLineAsync(Specimens.Named("pe_100_pass-uto.jpg").Bytes, Word, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => pool.CodeLineAsync(file, "specimen ", CancellationToken.None));
    }

    [Fact]
    public void Every_truth_tells_the_size_of_its_picture() => Assert.All(Cards, card =>
    {
        var facts = PictureHeader.Inspect(FictionalCards.Bytes(card.Key));
        Assert.Equal([facts.Width, facts.Height], card.Value.Size);
    });

    private static GrayImage Luminance(string file)
    {
        var bytes = FictionalCards.Bytes(file);
        using var picture = Picture.Decode(bytes, PictureHeader.Inspect(bytes));
        return picture.Luminance();
    }

    private static Dictionary<string, Card> Load() => JsonSerializer.Deserialize<Truth>(FictionalCards.Bytes("truth.json"), JsonSerializerOptions.Web)!
        .Pictures.ToDictionary(picture => picture.File);

    private sealed record Truth(Card[] Pictures);

    private sealed record Card(string File, string Code, string[] Mrz, int[] Size);
}
