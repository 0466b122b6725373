using IdOcrPortal.Reader.Imaging;

namespace IdOcrPortal.Reader.Tests;

public class FindsPortraits
{
    private static readonly PortraitFinder Finder = new();

    // Middle of the face and its width, measured by eye, pixels.
    public static TheoryData<string, int, int, int> Portraits => new()
    {
        { "ijs_id1.jpg", 155, 275, 150 },
        { "pe_100_pass-bdr.jpg", 320, 620, 330 },
        { "pe_100_pass-chn.jpg", 90, 135, 60 },
        { "pe_100_pass-cze.jpg", 115, 185, 95 },
        { "pe_100_pass-lux.jpg", 315, 500, 280 },
        { "pe_62_pass-aus.png", 514, 514, 200 },
        { "pe_98_pass-nld.jpg", 86, 132, 75 },
        { "pet_passport-td2.jpg", 263, 446, 210 },
        { "yus_4.png", 163, 266, 140 },
    };

    [Theory]
    [MemberData(nameof(Portraits))]
    public void Finds_the_portrait_with_head_and_shoulders(string file, int x, int y, int faceWidth)
    {
        var found = Finder.Find(Specimens.Luminance(file));

        Assert.NotNull(found);
        var (left, top, width, height) = found.Value;
        Assert.InRange(x, left + (0.3 * width), left + (0.7 * width));
        Assert.InRange(y, top + (0.25 * height), top + (0.65 * height));
        Assert.InRange((double)width / faceWidth, 1.1, 2.4);
        Assert.InRange((double)height / width, 1.0, 1.4);
    }

    [Theory]
    [InlineData("ijs_id_fail.png")]
    [InlineData("pe_0_id-esp.png")]
    [InlineData("pe_100_id-che.jpg")]
    [InlineData("pe_100_id-mac.jpg")]
    [InlineData("pe_100_id-si.jpg")]
    [InlineData("pe_77_card-cmw.png")]
    public void Finds_none_on_the_back_of_a_card(string file) => Assert.Null(Finder.Find(Specimens.Luminance(file)));

    [Fact]
    public void Stays_inside_of_the_picture()
    {
        var whole = Specimens.Luminance("pe_100_pass-lux.jpg");

        var (x, y, width, height) = Finder.Find(whole)!.Value;

        Assert.True(x >= 0 && y >= 0 && x + width <= whole.Width && y + height <= whole.Height);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(19, 3000)]
    [InlineData(400, 300)]
    public void Finds_none_in_an_empty_picture(int width, int height) => Assert.Null(Finder.Find(new GrayImage(width, height)));

    [Fact]
    public void Finds_none_without_the_cascade()
    {
        Assert.Null(new PortraitFinder(null).Find(Specimens.Luminance("yus_4.png")));
    }

    [Fact]
    public void Says_what_is_wrong_with_a_broken_cascade_file()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Specimens", "manifest.json");

        var refusal = Assert.Throws<InvalidDataException>(() => FaceCascade.Load(file));

        Assert.Contains("opencv-data", refusal.Message, StringComparison.Ordinal);
    }
}
