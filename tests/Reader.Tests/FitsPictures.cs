using IdOcrPortal.Reader.Headers;
using IdOcrPortal.Reader.Imaging;
using IdOcrPortal.Reader.Tests.Headers;

namespace IdOcrPortal.Reader.Tests;

/// <summary>Pictures made to fit what a service takes, through the real worker.</summary>
public sealed class FitsPictures : IAsyncLifetime
{
    /// <summary>Tencent: 7 MiB of Base64.</summary>
    private static readonly PictureFit Tencent = new(5_250_000, 15, 8192);

    private readonly ReaderPool _pool = OneWorker();

    public static TheoryData<PictureFormat> Formats => [.. Enum.GetValues<PictureFormat>()];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _pool.DisposeAsync();

    [Theory]
    [InlineData("mys-mykad-phone.jpg", 5_250_000, 15, 8192, false)]
    [InlineData("mys-mykad-phone.jpg", 90_000, 15, 8192, false)] // by quality alone
    [InlineData("mys-mykad-phone.jpg", 30_000, 15, 8192, true)]
    [InlineData("mys-mykad-phone.jpg", 5_250_000, 128, 1000, true)]
    [InlineData("mys-mykad-phone.jpg", 40_000, 128, 1000, true)]
    public async Task Keeps_within_bytes_and_sides(string file, int bytes, int shortest, int longest, bool isSmaller)
    {
        var source = PictureHeader.Inspect(FictionalCards.Bytes(file));
        var fit = new PictureFit(bytes, shortest, longest);

        var fitted = await _pool.FitAsync(FictionalCards.Bytes(file), fit, default);

        AssertFits(fit, fitted);
        Assert.Equal(isSmaller, fitted.Width < source.Width);
        Assert.InRange((double)fitted.Width / fitted.Height / source.Width * source.Height, 0.99, 1.01);
    }

    [Fact]
    public async Task Brings_a_photo_of_12_megapixels_within_5_250_000_bytes_without_making_it_small()
    {
        var photo = Photo();
        Assert.InRange(photo.Length, Tencent.MostBytes + 1, PictureLimits.MaxBytes);

        var fitted = await _pool.FitAsync(photo, Tencent, default);

        AssertFits(Tencent, fitted);
        Assert.Equal((4000, 3000), (fitted.Width, fitted.Height));
    }

    [Fact]
    public async Task Gives_the_same_bytes_for_the_same_picture_whichever_worker_does_it()
    {
        var fit = new PictureFit(40_000, 128, 1000);
        var card = FictionalCards.Bytes("khm-id-phone.jpg");
        await using var other = new ReaderPool(new ReaderPoolOptions { Workers = 1 });

        var first = await _pool.FitAsync(card, fit, default);
        await _pool.FitAsync(FictionalCards.Bytes("tha-id-phone.jpg"), fit, default);

        Assert.Equal(first.Jpeg, (await _pool.FitAsync(card, fit, default)).Jpeg);
        Assert.Equal(first.Jpeg, (await other.FitAsync(card, fit, default)).Jpeg);
    }

    [Fact]
    public async Task Keeps_the_code_line_legible_at_a_third_of_the_bytes()
    {
        var fitted = await _pool.FitAsync(FictionalCards.Bytes("mys-mykad-phone.jpg"), new PictureFit(33_000, 128, 6000), default);

        Assert.Equal("SPECIMEN<MYS<MYKAD<0022", await _pool.CodeLineAsync(fitted.Jpeg, "SPECIMEN<", default));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Takes_every_format_and_gives_jpeg(PictureFormat format)
    {
        var file = format switch
        {
            PictureFormat.Jpeg => FictionalCards.Bytes("tha-id-clean.jpg"),
            PictureFormat.Tiff => DecodesPictures.Tiff(640, 480, (x, y) => (byte)(x ^ y), orientation: 1),
            _ => Pictures.Of(format, 640, 480),
        };
        var facts = PictureHeader.Inspect(file);
        Assert.Equal(format, facts.Format);

        var fitted = await _pool.FitAsync(file, Tencent, default);

        AssertFits(Tencent, fitted);
        Assert.Equal((facts.Width, facts.Height), (fitted.Width, fitted.Height));
    }

    [Theory]
    [InlineData(1, 640, 480)]
    [InlineData(3, 640, 480)]
    [InlineData(6, 480, 640)]
    [InlineData(8, 480, 640)]
    public async Task Stands_upright_by_the_orientation_tag_and_keeps_no_tag(int orientation, int width, int height)
    {
        var file = Pictures.Png(640, 480, chunks: Pictures.Chunk("eXIf", Pictures.Exif(orientation)[10..]));

        var fitted = await _pool.FitAsync(file, Tencent, default);

        Assert.Equal(new PictureFacts(PictureFormat.Jpeg, width, height, 1, 1), PictureHeader.Inspect(fitted.Jpeg));
    }

    [Fact]
    public async Task Takes_40_megapixels_that_have_to_be_turned_within_the_memory_of_a_worker()
    {
        var file = Pictures.Png(8000, 5000, colour: 2, chunks: Pictures.Chunk("eXIf", Pictures.Exif(6)[10..]));

        var fitted = await _pool.FitAsync(file, new PictureFit(5_000_000, 128, 6000), default);

        Assert.Equal((3750, 6000), (fitted.Width, fitted.Height));
    }

    [Fact]
    public async Task Keeps_colours_and_drops_comments()
    {
        var card = FictionalCards.Bytes("mys-mykad-clean.jpg");
        byte[] withComment = [0xFF, 0xD8, 0xFF, 0xFE, 0, 10, .. "MARKER42"u8, .. card.AsSpan(2)];

        var fitted = await _pool.FitAsync(withComment, Tencent, default);

        Assert.True(fitted.Jpeg.AsSpan().IndexOf("MARKER42"u8) < 0);
        // Three components in the frame header (SOF0), where grey pictures have one.
        var frame = fitted.Jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        Assert.Equal(3, fitted.Jpeg[frame + 9]);
    }

    [Fact]
    public async Task Never_enlarges()
    {
        var fitted = await _pool.FitAsync(Specimens.Named("pe_25_pass-uto.jpg").Bytes, Tencent, default);

        Assert.Equal((275, 184), (fitted.Width, fitted.Height));
    }

    [Theory]
    [InlineData(400, 90, 100, 8192, "picture.below_minimum", "400 × 90")] // too small from the start
    [InlineData(4000, 100, 100, 2000, "picture.cannot_fit", "100 to 2000 pixels")] // too narrow once it is short enough
    [InlineData(4000, 100, 50, 1999, "picture.cannot_fit", "50 to 1999 pixels")]
    public async Task Refuses_a_shape_that_cannot_fit_and_says_how_many_pixels_are_needed(int width, int height, int shortest, int longest, string code, string says)
    {
        var refused = await Assert.ThrowsAsync<ReaderException>(() => _pool.FitAsync(Pictures.Png(width, height), new PictureFit(1_000_000, shortest, longest), default));

        Assert.Equal((code, true), (refused.Code, refused.IsAboutPicture));
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.Contains("ake the photo from nearer", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_shape_that_just_fits()
    {
        var fitted = await _pool.FitAsync(Pictures.Png(4000, 100), new PictureFit(1_000_000, 50, 2000), default);

        Assert.Equal((2000, 50), (fitted.Width, fitted.Height));
    }

    [Fact]
    public async Task Refuses_a_picture_whose_bytes_do_not_fit_even_at_its_smallest()
    {
        var noise = Pictures.Noise(600, 400, 8, 2, new Random(4));

        var refused = await Assert.ThrowsAsync<ReaderException>(() => _pool.FitAsync(noise, new PictureFit(10_000, 300, 6000), default));

        Assert.Equal(("picture.cannot_fit", true), (refused.Code, refused.IsAboutPicture));
        Assert.Contains("300 pixels", refused.Message, StringComparison.Ordinal);
        // The same is taken where it may become smaller.
        var fit = new PictureFit(10_000, 50, 6000);
        AssertFits(fit, await _pool.FitAsync(noise, fit, default));
    }

    [Theory]
    [InlineData(0, 15, 8192)]
    [InlineData(1000, 0, 8192)]
    [InlineData(1000, 200, 100)]
    public async Task A_limit_that_nothing_can_keep_is_the_callers_mistake(int bytes, int shortest, int longest) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _pool.FitAsync(Pictures.Png(640, 480), new PictureFit(bytes, shortest, longest), default));

    private static void AssertFits(PictureFit fit, RenderedPicture fitted)
    {
        Assert.InRange(fitted.Jpeg.Length, 1, fit.MostBytes);
        Assert.Equal(new PictureFacts(PictureFormat.Jpeg, fitted.Width, fitted.Height, 1, 1), PictureHeader.Inspect(fitted.Jpeg));
        Assert.InRange(fitted.Width, fit.ShortestSide, fit.LongestSide);
        Assert.InRange(fitted.Height, fit.ShortestSide, fit.LongestSide);
    }

    /// <summary>4,000 × 3,000 pixels with the grain of a phone's camera, as a phone would store it.</summary>
    private static byte[] Photo()
    {
        const int Width = 4000, Height = 3000;
        var bitmap = Pictures.Bmp(Width, Height, depth: 24);
        var random = new Random(12);
        for (var at = 54; at < bitmap.Length; at++)
        {
            var (x, y) = ((at - 54) / 3 % Width, (at - 54) / 3 / Width);
            bitmap[at] = (byte)(110 + (60 * Math.Sin(x / 90.0) * Math.Cos(y / 70.0)) + random.Next(20));
        }

        using var picture = Picture.Decode(bitmap, new PictureFacts(PictureFormat.Bmp, Width, Height, 1, 1));
        return picture.Encode(98).Jpeg;
    }

    private static ReaderPool OneWorker() => new(new ReaderPoolOptions { Workers = 1, Deadline = TimeSpan.FromMinutes(2) });
}
