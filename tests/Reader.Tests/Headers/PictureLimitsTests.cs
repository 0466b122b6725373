using IdOcrPortal.Reader.Headers;
using static IdOcrPortal.Reader.Tests.Headers.Inspecting;

namespace IdOcrPortal.Reader.Tests.Headers;

public sealed class PictureLimitsTests
{
    public static TheoryData<PictureFormat, int, int, string?> Sizes
    {
        get
        {
            var rows = new TheoryData<PictureFormat, int, int, string?>();
            foreach (var format in Enum.GetValues<PictureFormat>())
            {
                rows.Add(format, 14, 100, "picture.too_small");
                rows.Add(format, 100, 14, "picture.too_small");
                rows.Add(format, 15, 15, null);
                rows.Add(format, 16, 15, null);
                rows.Add(format, 8191, 100, null);
                rows.Add(format, 8192, 100, null);
                rows.Add(format, 100, 8192, null);
                rows.Add(format, 8193, 100, "picture.side_too_long");
                rows.Add(format, 100, 8193, "picture.side_too_long");
                rows.Add(format, 8000, 4999, null);
                rows.Add(format, 8000, 5000, null);
                rows.Add(format, 8000, 5001, "picture.too_many_pixels");
                rows.Add(format, 8192, 8192, "picture.too_many_pixels");
                rows.Add(format, 1, 1, "picture.too_small");
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Takes_sides_of_15_to_8192_pixels_and_40_megapixels(PictureFormat format, int width, int height, string? code)
    {
        var picture = Pictures.Of(format, width, height);

        if (code is null)
        {
            Assert.Equal(new PictureFacts(format, width, height, 1, 1), PictureHeader.Inspect(picture));
        }
        else
        {
            Assert.Equal(code, Refusal(picture));
        }
    }

    [Theory]
    [InlineData(PictureLimits.MaxBytes - 1, null)]
    [InlineData(PictureLimits.MaxBytes, null)]
    [InlineData(PictureLimits.MaxBytes + 1, "picture.too_large")]
    [InlineData(11 * 1024 * 1024, "picture.too_large")]
    public void Takes_10_MiB(int length, string? code)
    {
        var picture = new byte[length];
        Pictures.Jpeg(640, 480).CopyTo(picture, 0);

        Assert.Equal(code, Refusal(picture));
    }

    [Theory]
    [InlineData(99, null)]
    [InlineData(100, null)]
    [InlineData(101, "picture.too_many_scans")]
    [InlineData(10_000, "picture.too_many_scans")]
    public void Takes_100_scans_of_a_jpeg(int scans, string? code) => Assert.Equal(code, Refusal(Pictures.Jpeg(640, 480, scans: scans)));

    [Theory]
    [InlineData(99, null)]
    [InlineData(100, null)]
    [InlineData(101, "picture.too_many_pages")]
    [InlineData(10_000, "picture.too_many_pages")]
    public void Takes_100_pages_of_a_tiff(int pages, string? code)
    {
        var tags = Pictures.Tags(640, 480);
        var length = Pictures.Directory(0, tags).Length;
        var file = Pictures.Join([Pictures.TiffStart(8), .. Enumerable.Range(1, pages).Select(page => Pictures.Directory(page == pages ? 0 : 8 + (page * length), tags))]);

        Assert.Equal(code, Refusal(file));
        if (code is null)
        {
            Assert.Equal(pages, PictureHeader.Inspect(file).Pages);
        }
    }
}
