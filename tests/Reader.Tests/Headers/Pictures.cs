using System.IO.Compression;

namespace IdOcrPortal.Reader.Tests.Headers;

/// <summary>Pictures built byte by byte, good and bad.</summary>
internal static class Pictures
{
    internal static byte[] Of(PictureFormat format, int width, int height) => format switch
    {
        PictureFormat.Jpeg => Jpeg(width, height),
        PictureFormat.Png => Png(width, height),
        PictureFormat.Bmp => Bmp(width, height),
        PictureFormat.Tiff => Tiff(width, height),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    internal static byte[] Join(params IEnumerable<byte[]> parts) => [.. parts.SelectMany(part => part)];

    // JPEG: structure only; what stands in the scan is no picture.

    internal static byte[] Jpeg(int width, int height, int? orientation = null, int scans = 1, byte frame = 0xC0) => Join(
        [[0xFF, 0xD8], orientation is { } value ? Exif(value) : [], Frame(frame, width, height), .. Enumerable.Repeat(Scan, scans), [0xFF, 0xD9]]);

    internal static byte[] Segment(byte marker, params byte[] data) =>
        Join([0xFF, marker], Big16(data.Length + 2), data);

    internal static byte[] Frame(byte marker, int width, int height) =>
        Segment(marker, Join([8], Big16(height), Big16(width), [1, 1, 0x11, 0]));

    internal static byte[] Scan => Join(Segment(0xDA, 1, 1, 0, 0, 63, 0), [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56]);

    internal static byte[] Exif(int orientation) =>
        Segment(0xE1, Join("Exif\0\0"u8.ToArray(), "MM\0*"u8.ToArray(), Big32(8), Big16(1), Big16(0x0112), Big16(3), Big32(1), Big16(orientation), Big16(0), Big32(0)));

    // PNG

    /// <summary>A white one that decodes.</summary>
    internal static byte[] Png(int width, int height, byte depth = 8, byte colour = 0, params byte[][] chunks) => Png(width, height, depth, colour, null, chunks);

    /// <summary>One of noise that decodes.</summary>
    internal static byte[] Noise(int width, int height, byte depth, byte colour, Random random) => Png(width, height, depth, colour, random, []);

    private static byte[] Png(int width, int height, byte depth, byte colour, Random? noise, byte[][] chunks)
    {
        var samples = colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var row = new byte[1 + (((width * samples * depth) + 7) / 8)];
        row.AsSpan(1).Fill(colour == 3 ? (byte)0 : (byte)0xFF);
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            for (var y = 0; y < height; y++)
            {
                noise?.NextBytes(row.AsSpan(1));
                deflate.Write(row);
            }
        }

        return Join([PngStart(width, height, depth, colour), .. chunks, Chunk("IDAT", packed.ToArray()), Chunk("IEND")]);
    }

    internal static byte[] PngStart(long width, long height, byte depth = 8, byte colour = 0) => Join(
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], Chunk("IHDR", Join(Big32(width), Big32(height), [depth, colour, 0, 0, 0])));

    internal static byte[] Chunk(string type, params byte[] data)
    {
        byte[] body = [.. type.Select(letter => (byte)letter), .. data];
        return Join(Big32(data.Length), body, Big32(Crc32(body)));
    }

    // BMP

    internal static byte[] Bmp(int width, int height, short depth = 1, int? offset = null, int compression = 0)
    {
        var palette = depth <= 8 ? 4 << depth : 0;
        var stride = ((width * depth) + 31) / 32 * 4;
        return Join("BM"u8.ToArray(), Little32(0), Little32(0), Little32(offset ?? (54 + palette)),
            Little32(40), Little32(width), Little32(height), Little16(1), Little16(depth), Little32(compression), new byte[20],
            new byte[palette], new byte[Math.Max(0, (long)stride * Math.Abs((long)height))]);
    }

    // TIFF: fax-coded, so that a few bytes may stand for many pixels.

    internal static byte[] Tiff(int width, int height, int orientation = 1) =>
        Join(TiffStart(8), Directory(0, Tags(width, height, orientation, strip: 4)), new byte[16]);

    internal static byte[] TiffStart(long first) => Join("II*\0"u8.ToArray(), Little32(first));

    internal static byte[] Directory(long next, params (int Tag, int Type, long Count, long Value)[] tags) => Join(
        [Little16(tags.Length), .. tags.Select(tag => Join(Little16(tag.Tag), Little16(tag.Type), Little32(tag.Count), Little32(tag.Value))), Little32(next)]);

    internal static (int Tag, int Type, long Count, long Value)[] Tags(long width, long height, int orientation = 1, long strip = 8, long length = 4, int compression = 4) =>
    [
        (256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 1), (259, 3, 1, compression), (262, 3, 1, 0), (273, 4, 1, strip),
        (274, 3, 1, orientation), (277, 3, 1, 1), (278, 4, 1, height), (279, 4, 1, length),
    ];

    internal static byte[] Big16(int value) => [(byte)(value >> 8), (byte)value];

    internal static byte[] Big32(long value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    internal static byte[] Little16(int value) => [(byte)value, (byte)(value >> 8)];

    internal static byte[] Little32(long value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24)];

    private static uint Crc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var octet in bytes)
        {
            crc ^= octet;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            }
        }

        return ~crc;
    }
}
