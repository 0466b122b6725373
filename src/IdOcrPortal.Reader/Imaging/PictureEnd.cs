using System.Buffers.Binary;

namespace IdOcrPortal.Reader.Imaging;

/// <summary>Whether a picture file still has its end: tells a file that was cut off from one that is broken.</summary>
internal static class PictureEnd
{
    /// <summary>Looks for the end that the format asks for. Where a format has none (TIFF), the answer is yes.</summary>
    public static bool IsThere(ReadOnlySpan<byte> bytes, PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => JpegHasEnd(bytes),
        PictureFormat.Png => bytes.IndexOf("IEND"u8) >= 0,
        PictureFormat.Bmp => BmpHasEnd(bytes),
        _ => true,
    };

    // Segments are walked up to the first scan: an embedded thumbnail has an end marker of its own. In coded data FF D9 cannot occur otherwise.
    private static bool JpegHasEnd(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 4 <= bytes.Length)
        {
            if (bytes[at] != 0xFF)
            {
                return false;
            }

            if (bytes[at + 1] == 0xFF)
            {
                at++;
                continue;
            }

            if (bytes[at + 1] == 0xDA)
            {
                return bytes[at..].IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0;
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return false;
    }

    // Offset of the pixels, width, height and bits a pixel; compressed pictures are not asked for.
    private static bool BmpHasEnd(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 54)
        {
            return false;
        }

        long offset = BinaryPrimitives.ReadUInt32LittleEndian(bytes[10..]), width = BinaryPrimitives.ReadInt32LittleEndian(bytes[18..]);
        long height = Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(bytes[22..])), depth = BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]);
        var compression = BinaryPrimitives.ReadUInt32LittleEndian(bytes[30..]);
        return compression is not (0 or 3) || offset + (((width * depth) + 31) / 32 * 4 * height) <= bytes.Length;
    }
}
