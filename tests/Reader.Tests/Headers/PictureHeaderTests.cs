using IdOcrPortal.Reader.Headers;
using static IdOcrPortal.Reader.Tests.Headers.Inspecting;
using static IdOcrPortal.Reader.Tests.Headers.Pictures;

namespace IdOcrPortal.Reader.Tests.Headers;

public sealed class PictureHeaderTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(6, 6)]
    [InlineData(8, 8)]
    [InlineData(0, 1)]
    [InlineData(9, 1)]
    [InlineData(65535, 1)]
    public void Tells_the_orientation_and_takes_nonsense_for_upright(int written, int orientation)
    {
        Assert.Equal(new PictureFacts(PictureFormat.Jpeg, 640, 480, orientation, 1), PictureHeader.Inspect(Jpeg(640, 480, written)));
        Assert.Equal(new PictureFacts(PictureFormat.Tiff, 640, 480, orientation, 1), PictureHeader.Inspect(Tiff(640, 480, written)));
        Assert.Equal(orientation, PictureHeader.Inspect(Png(64, 48, chunks: Chunk("eXIf", Exif(written)[10..]))).Orientation);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(4, 0)]
    [InlineData(8, 0)]
    [InlineData(16, 0)]
    [InlineData(8, 2)]
    [InlineData(16, 2)]
    [InlineData(8, 4)]
    [InlineData(16, 4)]
    [InlineData(8, 6)]
    [InlineData(16, 6)]
    public void Takes_every_kind_of_png(byte depth, byte colour) =>
        Assert.Equal(new PictureFacts(PictureFormat.Png, 33, 17, 1, 1), PictureHeader.Inspect(Png(33, 17, depth, colour)));

    [Theory]
    [InlineData(0xC0, null)]
    [InlineData(0xC1, null)]
    [InlineData(0xC2, null)]
    [InlineData(0xC9, null)]
    [InlineData(0xCA, null)]
    [InlineData(0xC3, "picture.unsupported")]
    [InlineData(0xC5, "picture.unsupported")]
    [InlineData(0xCB, "picture.unsupported")]
    [InlineData(0xCF, "picture.unsupported")]
    public void Takes_jpeg_coded_baseline_extended_and_progressive(byte frame, string? code) =>
        Assert.Equal(code, Refusal(Jpeg(640, 480, frame: frame)));

    [Fact]
    public void Takes_what_follows_the_end_marker_for_nothing() =>
        Assert.Equal(640, PictureHeader.Inspect(Join(Jpeg(640, 480), "PK\u0003\u0004<script>"u8.ToArray())).Width);

    [Fact]
    public void Does_not_take_the_thumbnail_in_the_metadata_for_the_picture() =>
        Assert.Equal(640, PictureHeader.Inspect(Join([0xFF, 0xD8], Segment(0xE1, Jpeg(160, 120)), Jpeg(640, 480)[2..])).Width);

    [Fact]
    public void Takes_a_bitmap_that_stands_from_the_top() =>
        Assert.Equal(new PictureFacts(PictureFormat.Bmp, 64, 48, 1, 1), PictureHeader.Inspect(Bmp(64, -48)));

    [Fact]
    public void Takes_a_TIFF_of_either_byte_order()
    {
        byte[] tags = Join(Big16(256), Big16(3), Big32(1), Big16(64), Big16(0), Big16(257), Big16(3), Big32(1), Big16(48), Big16(0),
            Big16(273), Big16(4), Big32(1), Big32(80), Big16(279), Big16(4), Big32(1), Big32(384));
        var file = Join("MM\0*"u8.ToArray(), Big32(8), Big16(4), tags, Big32(0), new byte[480]);

        Assert.Equal(new PictureFacts(PictureFormat.Tiff, 64, 48, 1, 1), PictureHeader.Inspect(file));
    }

    [Theory]
    [InlineData(PictureFormat.Jpeg)]
    [InlineData(PictureFormat.Png)]
    [InlineData(PictureFormat.Bmp)]
    [InlineData(PictureFormat.Tiff)]
    public void Says_at_every_2_percent_that_a_file_is_cut_off(PictureFormat format)
    {
        var whole = format switch
        {
            PictureFormat.Jpeg => Join([0xFF, 0xD8], Exif(6), Segment(0xE1, new byte[2000]), Jpeg(200, 160, scans: 50)[2..]),
            PictureFormat.Png => Png(200, 160, chunks: Chunk("tEXt", new byte[2000])),
            // With its directory behind the pixels, as scanners write it.
            PictureFormat.Tiff => Join(TiffStart(4008), new byte[4000], Directory(0, Tags(200, 160, strip: 8, length: 4000, compression: 1))),
            _ => Of(format, 200, 160),
        };
        Assert.Null(Refusal(whole));

        for (var percent = 2; percent < 100; percent += 2)
        {
            var cut = whole[..(whole.Length * percent / 100)];
            Assert.Equal("picture.truncated", Refusal(cut));
        }
    }

    [Fact]
    public void Refuses_what_its_compressed_bytes_cannot_fill() =>
        Assert.Equal("picture.truncated", Refusal(Join(PngStart(8000, 5000, 8, 2), Chunk("IDAT", new byte[1000]), Chunk("IEND"))));
}
