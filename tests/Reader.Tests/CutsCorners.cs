using IdOcrPortal.Reader.Headers;
using IdOcrPortal.Reader.Imaging;
using IdOcrPortal.Reader.Tests.Headers;

namespace IdOcrPortal.Reader.Tests;

/// <summary>Rectangles cut out where somebody else says they are.</summary>
public sealed class CutsCorners : IAsyncLifetime
{
    private readonly ReaderPool _pool = OneWorker();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _pool.DisposeAsync();

    [Fact]
    public async Task Cuts_a_box_as_it_is_named()
    {
        var cut = await _pool.CutAsync(FictionalCards.Bytes("khm-id-clean.jpg"), Box(34, 128, 208, 276), default);

        Assert.NotNull(cut);
        Assert.Equal((208, 276), (cut.Width, cut.Height));
        Assert.Equal(new PictureFacts(PictureFormat.Jpeg, 208, 276, 1, 1), PictureHeader.Inspect(cut.Jpeg));
    }

    // A frame of 200 × 100, dark at its left end, on grey, turned by this many degrees clockwise.
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-7)]
    [InlineData(31)]
    [InlineData(90)]
    [InlineData(97)]
    [InlineData(180)]
    [InlineData(-90)]
    [InlineData(-140)]
    public void Straightens_what_lies_turned(int degrees)
    {
        var (picture, corners) = Turned(degrees);
        using (picture)
        {
            AssertFrame(CornerCut.Cut(picture, corners));
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(90)]
    public void Takes_corners_in_mirrored_order(int degrees)
    {
        var (picture, corners) = Turned(degrees);
        using (picture)
        {
            AssertFrame(CornerCut.Cut(picture, [corners[0], corners[3], corners[2], corners[1]]));
        }
    }

    [Fact]
    public void Gives_the_upright_box_around_corners_whose_order_tells_nothing()
    {
        var (picture, corners) = Turned(0);
        using (picture)
        {
            AssertFrame(CornerCut.Cut(picture, [corners[0], corners[2], corners[1], corners[3]]));
        }
    }

    [Fact]
    public async Task Leaves_out_what_lies_beyond_the_edge()
    {
        var blank = Pictures.Png(640, 480);

        var cut = await _pool.CutAsync(blank, Box(600, -50, 500, 130), default);

        Assert.Equal((40, 80), (cut!.Width, cut.Height));
    }

    [Fact]
    public async Task Makes_a_large_cut_smaller()
    {
        var cut = await _pool.CutAsync(Pictures.Png(3000, 2000), Box(0, 0, 3000, 2000), default);

        Assert.Equal((600, 400), (cut!.Width, cut.Height));
    }

    [Fact]
    public void Straightens_a_large_cut_and_makes_it_smaller()
    {
        var (picture, corners) = Turned(8, size: 8);
        using (picture)
        {
            var cut = CornerCut.Cut(picture, corners);

            Assert.NotNull(cut);
            Assert.Equal(600, cut.Width);
            Assert.InRange(cut.Height, 299, 301);
            using var straight = Picture.Decode(cut.Jpeg, PictureHeader.Inspect(cut.Jpeg));
            var pixels = straight.Luminance();
            // Dark to a quarter of its width, from top to bottom.
            Assert.All((int[])[6, 150, 293], y => Assert.True(pixels.Pixels[(y * pixels.Width) + 140] < 40 && pixels.Pixels[(y * pixels.Width) + 160] > 215));
        }
    }

    [Fact]
    public async Task Counts_pixels_of_the_upright_picture()
    {
        var file = Pictures.Png(640, 480, chunks: Pictures.Chunk("eXIf", Pictures.Exif(6)[10..]));

        // Stored it is 640 × 480, upright 480 × 640.
        Assert.Equal((80, 100), Size(await _pool.CutAsync(file, Box(400, 500, 100, 100), default)));
        Assert.Null(await _pool.CutAsync(file, Box(490, 100, 100, 100), default));
    }

    public static TheoryData<string, PicturePoint[]> Nothing => new()
    {
        { "no corners", [] },
        { "three", [new(0, 0), new(9, 0), new(9, 9)] },
        { "five", [.. Box(1, 1, 9, 9), new(0, 5)] },
        { "one point", [.. Enumerable.Repeat(new PicturePoint(5, 5), 4)] },
        { "a line", [new(1, 1), new(2, 2), new(3, 3), new(4, 4)] },
        { "no number", [new(double.NaN, 0), new(9, 0), new(9, 9), new(0, 9)] },
        { "endless", [new(0, 0), new(double.PositiveInfinity, 0), new(9, 9), new(0, 9)] },
        { "huge", Box(0, 0, 1e300, 1e300) },
        { "left of the picture", Box(-50, 10, 40, 40) },
        { "below the picture", Box(10, 480, 40, 40) },
        { "less than a pixel", Box(10.1, 10.1, 0.2, 0.2) },
        { "less than a row", Box(10, 10.1, 100, 0.2) },
    };

    [Theory]
    [MemberData(nameof(Nothing))]
    public async Task Finds_nothing_between(string what, PicturePoint[] corners)
    {
        Assert.NotEmpty(what);
        Assert.Null(await _pool.CutAsync(Pictures.Png(640, 480), corners, default));
    }

    [Fact]
    public async Task Survives_any_corners()
    {
        var random = new Random(20_261_121);
        var card = FictionalCards.Bytes("tha-id-clean.jpg");
        var cuts = 0;
        for (var i = 0; i < (LongTests.AreOn ? 2_000 : 200); i++)
        {
            var corners = Enumerable.Range(0, random.Next(10) == 0 ? random.Next(8) : 4).Select(_ => new PicturePoint(Any(random), Any(random))).ToList();
            if (await _pool.CutAsync(card, corners, default) is { } cut)
            {
                cuts++;
                Assert.InRange(Math.Max(cut.Width, cut.Height), 1, 600);
                Assert.True(cut.Jpeg.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) && cut.Jpeg.AsSpan().EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]));
            }
        }

        // Corners that all cut something, or none, would test little.
        Assert.InRange(cuts, 20, LongTests.AreOn ? 1_900 : 190);
        Assert.Equal((1, 0, 0), (_pool.Started, _pool.Killed, _pool.Retired));
    }

    private static double Any(Random random) => random.Next(24) switch
    {
        0 => double.NaN, 1 => double.NegativeInfinity, 2 => -1e308, 3 => 1e6, 4 => -300, 5 => int.MaxValue, 6 => 0.49,
        _ => random.NextDouble() * 1100,
    };

    private static PicturePoint[] Box(double x, double y, double width, double height) => [new(x, y), new(x + width, y), new(x + width, y + height), new(x, y + height)];

    private static (int, int) Size(RenderedPicture? cut) => (cut!.Width, cut.Height);

    private static void AssertFrame(RenderedPicture? cut)
    {
        Assert.NotNull(cut);
        Assert.InRange(cut.Width, 199, 201);
        Assert.InRange(cut.Height, 99, 101);
        using var picture = Picture.Decode(cut.Jpeg, PictureHeader.Inspect(cut.Jpeg));
        var gray = picture.Luminance();
        byte At(int x, int y) => gray.Pixels[(y * gray.Width) + x];
        foreach (var y in (int[])[4, 50, 95])
        {
            Assert.InRange(At(4, y), 0, 40);
            Assert.InRange(At(40, y), 0, 40);
            Assert.InRange(At(60, y), 215, 255);
            Assert.InRange(At(195, y), 215, 255);
        }
    }

    private static (Picture Picture, PicturePoint[] Corners) Turned(int degrees, int size = 1)
    {
        int side = 400 * size, middle = side / 2, width = 100 * size, height = 50 * size;
        double sine = Math.Sin(degrees * Math.PI / 180), cosine = Math.Cos(degrees * Math.PI / 180);
        var bitmap = Pictures.Bmp(side, side, depth: 24);
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                double dx = x + 0.5 - middle, dy = y + 0.5 - middle, across = (dx * cosine) + (dy * sine), down = (dy * cosine) - (dx * sine);
                var value = Math.Abs(across) > width || Math.Abs(down) > height ? 128 : across < -width / 2.0 ? 0 : 255;
                bitmap.AsSpan(54 + ((side - 1 - y) * side * 3) + (x * 3), 3).Fill((byte)value);
            }
        }

        PicturePoint Corner(int across, int down) => new(middle + (across * cosine) - (down * sine), middle + (across * sine) + (down * cosine));
        return (Picture.Decode(bitmap, new PictureFacts(PictureFormat.Bmp, side, side, 1, 1)), [Corner(-width, -height), Corner(width, -height), Corner(width, height), Corner(-width, height)]);
    }

    private static ReaderPool OneWorker() => new(new ReaderPoolOptions { Workers = 1, Deadline = TimeSpan.FromMinutes(2) });
}
