using System.Buffers.Binary;
using IdOcrPortal.Reader.Headers;
using IdOcrPortal.Reader.Imaging;

namespace IdOcrPortal.Reader.Tests;

public class DecodesPictures
{
    // 3 × 2 pixels, bright at the top left, darker to the right and down; large enough steps to survive JPEG.
    private static readonly byte[,] Corner = { { 250, 170, 90 }, { 210, 130, 10 } };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Turns_a_picture_upright_by_its_orientation_tag(int orientation)
    {
        var (width, height, stored) = Stored(orientation);

        foreach (var (format, file) in new[] { (PictureFormat.Bmp, Bitmap(width, height, stored)), (PictureFormat.Tiff, Tiff(width, height, stored, orientation)) })
        {
            using var picture = Picture.Decode(file, new PictureFacts(format, width, height, orientation, 1));

            Assert.Equal((48, 32), (picture.Width, picture.Height));
            var upright = picture.Luminance();
            for (var y = 0; y < 2; y++)
            {
                for (var x = 0; x < 3; x++)
                {
                    Assert.Equal(Corner[y, x], upright.Pixels[(((y * 16) + 8) * 48) + (x * 16) + 8]);
                }
            }
        }
    }

    [Fact]
    public void Refuses_a_jpeg_that_was_cut_off()
    {
        var whole = Specimens.Named("pe_100_pass-uto.jpg").Bytes;
        var facts = PictureHeader.Inspect(whole);

        var refusal = Assert.Throws<ReaderException>(() => Picture.Decode(whole.AsSpan(0, whole.Length * 2 / 3), facts));

        Assert.Equal("picture.truncated", refusal.Code);
    }

    [Fact]
    public void Refuses_a_png_that_was_cut_off()
    {
        var whole = Specimens.Named("yus_1.png").Bytes;
        var facts = PictureHeader.Inspect(whole);

        var refusal = Assert.Throws<ReaderException>(() => Picture.Decode(whole.AsSpan(0, whole.Length * 2 / 3), facts));

        Assert.Equal("picture.truncated", refusal.Code);
    }

    [Fact]
    public void Refuses_a_bitmap_that_was_cut_off()
    {
        var file = Bitmap(48, 32, (_, _) => 100);

        var refusal = Assert.Throws<ReaderException>(() => Picture.Decode(file.AsSpan(0, file.Length - 500), new PictureFacts(PictureFormat.Bmp, 48, 32, 1, 1)));

        Assert.Equal("picture.truncated", refusal.Code);
    }

    [Fact]
    public void Refuses_a_picture_whose_size_is_not_what_its_header_said()
    {
        var bytes = Specimens.Named("pe_100_pass-uto.jpg").Bytes;
        var facts = PictureHeader.Inspect(bytes);

        var refusal = Assert.Throws<ReaderException>(() => Picture.Decode(bytes, facts with { Width = facts.Width - 1 }));

        Assert.Equal("picture.undecodable", refusal.Code);
    }

    [Fact]
    public void Refuses_a_png_whose_pixels_are_garbage()
    {
        var bytes = Specimens.Named("yus_1.png").Bytes;
        var facts = PictureHeader.Inspect(bytes);
        new Random(1).NextBytes(bytes.AsSpan(bytes.Length / 2, 2000));

        var refusal = Assert.Throws<ReaderException>(() => Picture.Decode(bytes, facts));

        Assert.Equal("picture.undecodable", refusal.Code);
    }

    [Fact]
    public void Takes_a_jpeg_with_bytes_behind_its_end()
    {
        var bytes = Specimens.Named("pe_100_pass-uto.jpg").Bytes;

        using var picture = Picture.Decode([.. bytes, .. new byte[5000]], PictureHeader.Inspect(bytes));

        Assert.Equal((793, 536), (picture.Width, picture.Height));
    }

    [Fact]
    public void Renders_within_the_bound_turned_and_without_metadata()
    {
        using var picture = Specimens.Decode("pe_100_pass-uto.jpg");

        var rendered = picture.Render(400, 90);

        Assert.Equal((270, 400), (rendered.Width, rendered.Height));
        Assert.Equal(new PictureFacts(PictureFormat.Jpeg, 270, 400, 1, 1), PictureHeader.Inspect(rendered.Jpeg));
        Assert.Equal([0xE0, 0xDB, 0xDB, 0xC0, 0xC4, 0xC4, 0xC4, 0xC4, 0xDA], Segments(rendered.Jpeg));
        Assert.True(rendered.Jpeg.AsSpan().EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]));
    }

    [Fact]
    public void Drops_the_comment_that_a_jpeg_carries()
    {
        var bytes = Specimens.Named("pe_100_pass-uto.jpg").Bytes;
        byte[] withComment = [0xFF, 0xD8, 0xFF, 0xFE, 0, 10, .. "MARKER42"u8, .. bytes.AsSpan(2)];
        using var picture = Picture.Decode(withComment, PictureHeader.Inspect(withComment));

        Assert.True(picture.Render(2000).Jpeg.AsSpan().IndexOf("MARKER42"u8) < 0);
        Assert.True(picture.Cut(0, 0, 100, 100, 0).AsSpan().IndexOf("MARKER42"u8) < 0);
    }

    [Fact]
    public void Keeps_the_size_of_a_picture_that_is_smaller_than_the_bound()
    {
        using var picture = Specimens.Decode("pe_25_pass-uto.jpg");

        var rendered = picture.Render(1600);

        Assert.Equal((275, 184), (rendered.Width, rendered.Height));
    }

    [Fact]
    public void Cuts_what_lies_inside_of_the_turned_picture()
    {
        using var picture = Specimens.Decode("pe_25_pass-uto.jpg");

        var cut = PictureHeader.Inspect(picture.Cut(150, -10, 100, 60, 90));

        // Turned it is 184 × 275.
        Assert.Equal((34, 50), (cut.Width, cut.Height));
    }

    [Fact]
    public void Brightest_channel_hides_coloured_print()
    {
        // Red on white: dark to the eye, bright in red.
        var file = Bitmap(48, 32, (_, _) => 255);
        for (var i = 54; i < file.Length; i += 3)
        {
            (file[i], file[i + 1]) = (0, 0);
        }

        using var picture = Picture.Decode(file, new PictureFacts(PictureFormat.Bmp, 48, 32, 1, 1));

        Assert.All(picture.MaxChannel().Pixels, value => Assert.Equal(255, value));
        Assert.All(picture.Luminance().Pixels, value => Assert.InRange(value, 70, 80));
    }

    [Fact]
    public void Knows_whether_leptonica_is_installed()
    {
        Assert.True(Leptonica.IsAvailable(out var missing));
        Assert.Null(missing);
    }

    private static List<int> Segments(byte[] jpeg)
    {
        var markers = new List<int>();
        for (var at = 2; jpeg[at] == 0xFF; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2)))
        {
            markers.Add(jpeg[at + 1]);
            if (jpeg[at + 1] == 0xDA)
            {
                break;
            }
        }

        return markers;
    }

    // The 48 × 32 picture as a camera with this orientation stores it: the first row and column of the stored picture, by the words of the EXIF standard.
    private static (int Width, int Height, Func<int, int, byte> Pixel) Stored(int orientation)
    {
        byte At(int x, int y) => Corner[y / 16, x / 16];
        return orientation switch
        {
            1 => (48, 32, At), // row 0 is the top, column 0 the left
            2 => (48, 32, (x, y) => At(47 - x, y)), // top, right
            3 => (48, 32, (x, y) => At(47 - x, 31 - y)), // bottom, right
            4 => (48, 32, (x, y) => At(x, 31 - y)), // bottom, left
            5 => (32, 48, (x, y) => At(y, x)), // left, top
            6 => (32, 48, (x, y) => At(47 - y, x)), // right, top
            7 => (32, 48, (x, y) => At(47 - y, 31 - x)), // right, bottom
            _ => (32, 48, (x, y) => At(y, 31 - x)), // left, bottom
        };
    }

    private static byte[] Bitmap(int width, int height, Func<int, int, byte> pixel)
    {
        var row = ((width * 3) + 3) / 4 * 4;
        var file = new byte[54 + (row * height)];
        "BM"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(2), file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(10), 54);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(22), height);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(26), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(28), 24);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                file.AsSpan(54 + ((height - 1 - y) * row) + (x * 3), 3).Fill(pixel(x, y));
            }
        }

        return file;
    }

    // One uncompressed grey strip, its directory behind it.
    internal static byte[] Tiff(int width, int height, Func<int, int, byte> pixel, int orientation)
    {
        (ushort Tag, int Value)[] entries = [(256, width), (257, height), (258, 8), (259, 1), (262, 1), (273, 8), (274, orientation), (277, 1), (278, height), (279, width * height)];
        var file = new byte[8 + (width * height) + 2 + (12 * entries.Length) + 4];
        "II*\0"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), 8 + (width * height));
        for (var i = 0; i < width * height; i++)
        {
            file[8 + i] = pixel(i % width, i / width);
        }

        var at = 8 + (width * height);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), (ushort)entries.Length);
        at += 2;
        foreach (var (tag, value) in entries)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), tag);
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at + 2), (ushort)(tag is 273 or 279 ? 4 : 3));
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at + 4), 1);
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at + 8), value);
            at += 12;
        }

        return file;
    }
}
