using IdOcrPortal.Reader.Headers;
using static IdOcrPortal.Reader.Tests.Headers.Inspecting;
using static IdOcrPortal.Reader.Tests.Headers.Pictures;

namespace IdOcrPortal.Reader.Tests.Headers;

public sealed class HostilePictureTests
{
    public static TheoryData<string, string, byte[]> Files => new()
    {
        { "picture.empty", "empty", [] },
        { "picture.not_an_image", "one byte", [0xFF] },
        { "picture.not_an_image", "zeros", new byte[64] },
        { "picture.not_an_image", "executable", "\u007fELF\u0002\u0001\u0001"u8.ToArray() },
        { "picture.not_an_image", "text", "BMW is a car, MM is a rapper, II is two."u8.ToArray() },
        { "picture.not_an_image", "XML", "<?xml version=\"1.0\"?><feed/>"u8.ToArray() },
        { "picture.html", "HTML", "\r\n<!DOCTYPE html><html><script>alert(1)</script>"u8.ToArray() },
        { "picture.html", "script", "<script>alert(1)</script>"u8.ToArray() },
        { "picture.svg", "SVG", "<?xml version=\"1.0\"?><!-- x --><svg onload=\"alert(1)\"/>"u8.ToArray() },
        { "picture.svg", "SVG with a byte order mark", [0xEF, 0xBB, 0xBF, .. "<svg/>"u8] },
        { "picture.svg", "SVG in UTF-16", [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("<svg xmlns='x'/>")] },
        { "picture.pdf", "PDF", "%PDF-1.7\n%\u00e2"u8.ToArray() },
        { "picture.pdf", "PDF after junk", Join("junk\n"u8.ToArray(), "%PDF-1.4"u8.ToArray()) },
        { "picture.gif", "GIF", "GIF89a\u0001\0\u0001\0"u8.ToArray() },
        { "picture.webp", "WebP", "RIFF\u0010\0\0\0WEBPVP8 "u8.ToArray() },
        { "picture.video", "AVI", "RIFF\u0010\0\0\0AVI LIST"u8.ToArray() },
        { "picture.video", "MP4", "\0\0\0\u0018ftypisom\0\0\0\0mp42"u8.ToArray() },
        { "picture.video", "QuickTime", "\0\0\0\u0014ftypqt  \0\0\0\0qt  "u8.ToArray() },
        { "picture.heic", "HEIC", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic"u8.ToArray() },
        { "picture.heic", "HEIF", "\0\0\0\u0018ftypmif1\0\0\0\0mif1heic"u8.ToArray() },
        { "picture.avif", "AVIF", "\0\0\0\u0018ftypavif\0\0\0\0mif1avif"u8.ToArray() },
        { "picture.avif", "AVIF by its second brand", "\0\0\0\u0018ftypmif1\0\0\0\0avif"u8.ToArray() },
        { "picture.jpeg2000", "JP2", "\0\0\0\u000CjP  \r\n"u8.ToArray() },
        { "picture.jpegxl", "JPEG XL", [0xFF, 0x0A, 0x00] },
        { "picture.archive", "ZIP, DOCX", "PK\u0003\u0004\u0014\0"u8.ToArray() },
        { "picture.archive", "DOC", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
        { "picture.bigtiff", "BigTIFF", "II+\0\u0008\0\0\0"u8.ToArray() },

        { "picture.side_too_long", "JPEG of 65,535 squared", Jpeg(65535, 65535) },
        { "picture.damaged", "JPEG without width", Jpeg(0, 100) },
        { "picture.unsupported", "JPEG with a height to come", Jpeg(100, 0) },
        { "picture.damaged", "JPEG without a scan", Jpeg(640, 480, scans: 0) },
        { "picture.damaged", "JPEG without a frame", Join([0xFF, 0xD8], Scan, [0xFF, 0xD9]) },
        { "picture.damaged", "JPEG of two frames", Join([0xFF, 0xD8], Frame(0xC0, 640, 480), Frame(0xC0, 8000, 8000), Scan, [0xFF, 0xD9]) },
        { "picture.damaged", "JPEG in a JPEG", Join([0xFF, 0xD8], Jpeg(640, 480)) },
        { "picture.damaged", "JPEG with a segment of no length", [0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 0xFF, 0xD9] },
        { "picture.truncated", "JPEG with a segment beyond the end", [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 0xFF, 0xD9] },
        { "picture.truncated", "JPEG of fill bytes", [0xFF, 0xD8, .. Enumerable.Repeat((byte)0xFF, 5000)] },

        { "picture.side_too_long", "PNG of 1 x 500,000,000", Join(PngStart(1, 500_000_000), Chunk("IDAT", 0), Chunk("IEND")) },
        { "picture.side_too_long", "PNG of 4,294,967,295 squared", Join(PngStart(uint.MaxValue, uint.MaxValue), Chunk("IDAT", 0), Chunk("IEND")) },
        { "picture.damaged", "PNG without size", Join(PngStart(0, 0), Chunk("IDAT", 0), Chunk("IEND")) },
        { "picture.damaged", "PNG without data", Join(PngStart(64, 64), Chunk("IEND")) },
        { "picture.damaged", "PNG of a colour type that is none", Png(64, 64, 8, 5) },
        { "picture.damaged", "PNG of 16-bit palette", Png(64, 64, 16, 3) },
        { "picture.damaged", "PNG without its palette", Png(64, 64, 8, 3) },
        { "picture.damaged", "PNG of two headers", Png(64, 64, chunks: PngStart(8000, 8000)[8..]) },
        { "picture.damaged", "PNG with a chunk of 4 GiB", Join(PngStart(64, 64), Big32(uint.MaxValue), "IDAT"u8.ToArray(), new byte[100]) },
        { "picture.truncated", "PNG with a chunk beyond the end", Join(PngStart(64, 64), Big32(int.MaxValue), "IDAT"u8.ToArray(), new byte[100]) },

        { "picture.damaged", "BMP of negative width", Bmp(-64, 0) },
        { "picture.side_too_long", "BMP of the least height", Join("BM"u8.ToArray(), new byte[8], Little32(54), Little32(40), Little32(64), Little32(int.MinValue), Little16(1), Little16(24), new byte[24]) },
        { "picture.side_too_long", "BMP whose size wraps 32 bits", Join("BM"u8.ToArray(), new byte[8], Little32(54), Little32(40), Little32(65536), Little32(65536), Little16(1), Little16(32), new byte[24]) },
        { "picture.damaged", "BMP whose pixels lie in its header", Bmp(64, 64, offset: 20) },
        { "picture.truncated", "BMP whose pixels lie beyond the end", Bmp(64, 64, offset: -1) },
        { "picture.damaged", "BMP of 7 bits", Bmp(64, 64, depth: 7) },
        { "picture.damaged", "BMP with a header of 4 GiB", Join("BM"u8.ToArray(), new byte[8], Little32(54), Little32(-1), new byte[100]) },
        { "picture.unsupported", "BMP of run lengths", Bmp(64, 64, depth: 8, compression: 1) },
        { "picture.unsupported", "BMP with a JPEG inside", Bmp(64, 64, depth: 24, compression: 4) },

        { "picture.damaged", "TIFF whose directory is its own next", Join(TiffStart(8), Directory(8, Tags(64, 64))) },
        { "picture.damaged", "TIFF of two directories in a ring", Join(TiffStart(8), Directory(134, Tags(64, 64)), Directory(8, Tags(64, 64))) },
        { "picture.truncated", "TIFF whose directory lies beyond the end", TiffStart(uint.MaxValue) },
        { "picture.truncated", "TIFF with 65,535 entries in no bytes", Join(TiffStart(8), Little16(65535)) },
        { "picture.truncated", "TIFF of 2^32 strips", Join(TiffStart(8), Directory(0, [.. Tags(64, 64).Where(tag => tag.Tag != 273), (273, 4, uint.MaxValue, 8)])) },
        { "picture.truncated", "TIFF whose strip lies beyond the end", Join(TiffStart(8), Directory(0, Tags(64, 64, strip: uint.MaxValue))) },
        { "picture.truncated", "TIFF whose strip is longer than the file", Join(TiffStart(8), Directory(0, Tags(64, 64, length: uint.MaxValue))) },
        { "picture.truncated", "TIFF whose plain pixels are missing", Join(TiffStart(8), Directory(0, Tags(64, 64, compression: 1))) },
        { "picture.side_too_long", "TIFF of 4,294,967,295 squared", Join(TiffStart(8), Directory(0, Tags(uint.MaxValue, uint.MaxValue))) },
        { "picture.damaged", "TIFF of no rows a strip", Join(TiffStart(8), Directory(0, [.. Tags(64, 64).Where(tag => tag.Tag != 278), (278, 4, 1, 0)])) },
        { "picture.damaged", "TIFF with fewer strips than rows ask for", Join(TiffStart(8), Directory(0, [.. Tags(64, 64).Where(tag => tag.Tag != 278), (278, 4, 1, 1)])) },
        { "picture.damaged", "TIFF whose width is a fraction", Join(TiffStart(8), Directory(0, (256, 5, 1, 8), (257, 4, 1, 64))) },
        { "picture.damaged", "TIFF of tiles of no size", Join(TiffStart(8), Directory(0, [.. Tags(64, 64), (322, 4, 1, 0), (323, 4, 1, 0), (324, 4, 1, 8), (325, 4, 1, 4)])) },
        { "picture.unsupported", "TIFF coded by a coder of no scanner", Join(TiffStart(8), Directory(0, Tags(64, 64, compression: 34925))) },
        { "picture.too_small", "TIFF of no size", Join(TiffStart(8), Directory(0)) },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Names_what_is_wrong(string code, string what, byte[] file)
    {
        Assert.False(string.IsNullOrEmpty(what));
        Assert.Equal(code, Refusal(file));
    }

    [Fact]
    public void Refuses_a_bomb_of_30000_by_30000_pixels_in_150_KB_unopened()
    {
        var bomb = Png(30_000, 30_000, depth: 1);

        Assert.InRange(bomb.Length, 1, 150 * 1024);
        Assert.Equal("picture.side_too_long", Refusal(bomb));
    }

    [Fact]
    public void Tells_the_owner_of_an_iPhone_which_setting_to_change() =>
        Assert.Equal(
            "This is a HEIC photo, which the portal cannot read. Choose “Most compatible” in the camera settings, or send it as JPEG.",
            Assert.Throws<ReaderException>(() => PictureHeader.Inspect("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"u8)).Message);

    [Fact]
    public void Takes_no_longer_for_a_file_of_markers_than_one_pass()
    {
        // 5 million escaped bytes, then 800,000 empty chunks: each position is looked at once, so this ends at once.
        Assert.Equal("picture.truncated", Refusal([.. Jpeg(640, 480)[..^2], .. Enumerable.Repeat<byte[]>([0xFF, 0x00], 5_000_000).SelectMany(pair => pair)]));
        Assert.Equal("picture.truncated", Refusal(Join([PngStart(64, 64), .. Enumerable.Repeat(Chunk("teXt"), 800_000)])));
    }
}
