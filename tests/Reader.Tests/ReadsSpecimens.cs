using IdOcrPortal.Documents;
using IdOcrPortal.Reader.Imaging;
using IdOcrPortal.Reader.Zones;

namespace IdOcrPortal.Reader.Tests;

public class ReadsSpecimens
{
    // 275 pixels wide: about 6 pixels a character, at the limit of what can be told apart.
    private const string TooSmall = "pe_25_pass-uto.jpg";

    private static readonly MrzReader Reader = new();

    public static TheoryData<string> Valid => [.. Specimens.All.Where(specimen => specimen.AllChecksValid && specimen.File != TooSmall).Select(specimen => specimen.File)];

    public static TheoryData<string> All => [.. Specimens.All.Select(specimen => specimen.File)];

    [Theory]
    [MemberData(nameof(Valid))]
    public void Reads_every_specimen_with_valid_check_digits_character_for_character(string file)
    {
        var reading = Read(file);

        Assert.NotNull(reading);
        Assert.Equal(Specimens.Named(file).Mrz, reading.Lines);
        Assert.True(reading.AllChecksValid);
        Assert.Equal(0, reading.Rotation);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Never_accepts_what_is_not_printed(string file)
    {
        var reading = Read(file);

        Assert.False(reading is { Accepted: true } && !Specimens.Named(file).IsTruth(reading.Lines));
    }

    [Theory]
    [InlineData("ijs_id_fail.png")] // no check digit for the date of expiry
    [InlineData("pe_0_id-esp.png")] // wrong check digits, Ñ
    [InlineData("pe_77_card-cmw.png")] // not OCR-B
    public void Never_accepts_a_card_whose_check_digits_are_wrong_as_printed(string file) => Assert.False(Read(file) is { Accepted: true });

    [Fact]
    public void Accepts_most_of_what_it_reads_exactly()
    {
        var accepted = Specimens.All.Count(specimen => Read(specimen.File) is { Accepted: true });

        Assert.True(accepted >= 15, $"Only {accepted} specimens were accepted.");
    }

    [Theory]
    [InlineData("ijs_id1.jpg", MrzFormat.French2x36)]
    [InlineData("pe_100_id-che.jpg", MrzFormat.Td1)]
    [InlineData("pet_passport-td2.jpg", MrzFormat.Td2)]
    [InlineData("pe_100_pass-uto.jpg", MrzFormat.Td3)]
    public void Names_the_format(string file, MrzFormat format) => Assert.Equal(format, Read(file)?.Format);

    [Fact]
    public void Gives_every_character_its_probability_and_every_line_its_place()
    {
        var reading = Read("yus_4.png")!;
        var luminance = Specimens.Luminance("yus_4.png");

        Assert.Equal(reading.Lines.Select(line => line.Length), reading.Probabilities.Select(line => line.Length));
        Assert.All(reading.Probabilities.SelectMany(line => line), probability => Assert.InRange(probability, 0.5f, 1f));
        Assert.Equal(reading.Weakest, reading.Probabilities.Min(line => line.Min()), 6);
        Assert.Equal(2, reading.Corners.Count);
        Assert.All(reading.Corners.SelectMany(line => line), corner =>
        {
            Assert.InRange(corner.X, 0, luminance.Width);
            Assert.InRange(corner.Y, 0, luminance.Height);
        });

        // In reading direction: top left, top right, bottom right, bottom left; the second line below the first.
        Assert.All(reading.Corners, line => Assert.True(line[0].X < line[1].X && line[0].Y < line[3].Y && line[2].X > line[3].X));
        Assert.True(reading.Corners[1][0].Y > reading.Corners[0][0].Y);
    }

    [Theory]
    [InlineData(90, 270)]
    [InlineData(180, 180)]
    [InlineData(270, 90)]
    public void Reads_a_passport_that_lies_on_its_side_or_its_head(int turned, int rotation)
    {
        foreach (var file in (string[])["yus_4.png", "pe_100_id-si.jpg", "ijs_id1.jpg"])
        {
            var picture = Specimens.Luminance(file).Turn(turned);

            var reading = Reader.Read(picture);

            Assert.Equal(Specimens.Named(file).Mrz, reading?.Lines);
            Assert.Equal(rotation, reading!.Rotation);
            AssertInside(reading, picture);
        }
    }

    [Theory]
    [InlineData(-40)]
    [InlineData(-15)]
    [InlineData(-7)]
    [InlineData(4)]
    [InlineData(15)]
    [InlineData(22)]
    [InlineData(48)]
    public void Reads_a_passport_that_lies_askew(int degrees)
    {
        foreach (var file in (string[])["yus_4.png", "pet_passport-td2.jpg", "pe_100_id-si.jpg"])
        {
            var picture = Specimens.Luminance(file).Rotate(degrees, 60);

            var reading = Reader.Read(picture);

            Assert.Equal(Specimens.Named(file).Mrz, reading?.Lines);
            AssertInside(reading!, picture);
        }
    }

    [Fact]
    public void Finds_the_zone_where_it_stands_after_turning()
    {
        var picture = Specimens.Luminance("yus_4.png");
        var upright = Reader.Read(picture)!.Corners[0][0];

        var turned = Reader.Read(picture.Turn(90))!.Corners[0][0];

        // Clockwise by 90°: a point x, y comes to height - 1 - y, x.
        Assert.InRange(turned.X, picture.Height - 1 - upright.Y - 4, picture.Height - 1 - upright.Y + 4);
        Assert.InRange(turned.Y, upright.X - 4, upright.X + 4);
    }

    [Fact]
    public void Asks_for_the_brightest_channel_only_where_brightness_did_not_suffice()
    {
        var asked = false;

        var reading = Reader.Read(Specimens.Luminance("yus_4.png"), () =>
        {
            asked = true;
            return Specimens.Luminance("yus_4.png");
        });

        Assert.True(reading is { Accepted: true });
        Assert.False(asked);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(15, 15)]
    [InlineData(640, 20)]
    [InlineData(900, 700)]
    public void Finds_nothing_in_an_empty_picture(int width, int height)
    {
        var picture = new GrayImage(width, height);
        Array.Fill(picture.Pixels, (byte)200);

        Assert.Null(Reader.Read(picture, () => picture));
    }

    [Fact]
    public void Finds_nothing_in_noise()
    {
        var random = new Random(1);
        var picture = new GrayImage(1300, 900);
        random.NextBytes(picture.Pixels);

        Assert.Null(Reader.Read(picture, () => picture));
    }

    private static MrzReading? Read(string file)
    {
        using var picture = Specimens.Decode(file);
        return Reader.Read(picture.Luminance(), picture.MaxChannel);
    }

    private static void AssertInside(MrzReading reading, GrayImage picture) => Assert.All(reading.Corners.SelectMany(line => line), corner =>
    {
        Assert.InRange(corner.X, -5, picture.Width + 5);
        Assert.InRange(corner.Y, -5, picture.Height + 5);
    });
}
