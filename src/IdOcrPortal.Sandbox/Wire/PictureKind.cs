using System.Buffers.Binary;

namespace IdOcrPortal.Sandbox.Wire;

internal enum PictureFormat
{
    Jpeg,
    Png,
    Bmp,
    Tiff,
    Gif,
    Pdf,
}

/// <summary>Format and sides of a picture as its header gives them: all that the vendors' entrance checks need.</summary>
/// <param name="Width">Pixels; 0 for a PDF.</param>
internal readonly record struct PictureKind(PictureFormat Format, int Width, int Height)
{
    internal int ShortSide => Math.Min(Width, Height);

    internal int LongSide => Math.Max(Width, Height);

    /// <summary>Null for bytes that are no picture, or whose header does not say its size.</summary>
    internal static PictureKind? Of(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return OfJpeg(file);
        }

        if (file.Length >= 24 && file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return Sized(PictureFormat.Png, BinaryPrimitives.ReadUInt32BigEndian(file[16..]), BinaryPrimitives.ReadUInt32BigEndian(file[20..]));
        }

        if (file.Length >= 26 && file.StartsWith("BM"u8))
        {
            // A negative height says that the rows run from top to bottom.
            return Sized(PictureFormat.Bmp, BinaryPrimitives.ReadInt32LittleEndian(file[18..]), Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(file[22..])));
        }

        if (file.Length >= 10 && (file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8)))
        {
            return Sized(PictureFormat.Gif, BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), BinaryPrimitives.ReadUInt16LittleEndian(file[8..]));
        }

        return file.StartsWith("%PDF-"u8) ? new PictureKind(PictureFormat.Pdf, 0, 0)
            : file.StartsWith("II*\0"u8) ? OfTiff(file, isLittle: true)
            : file.StartsWith("MM\0*"u8) ? OfTiff(file, isLittle: false)
            : null;
    }

    private static PictureKind? Sized(PictureFormat format, long width, long height) =>
        width is > 0 and <= 1_000_000 && height is > 0 and <= 1_000_000 ? new(format, (int)width, (int)height) : null;

    /// <summary>Walks the segments to the frame header (SOF0 to SOF15 without DHT, JPG and DAC).</summary>
    private static PictureKind? OfJpeg(ReadOnlySpan<byte> file)
    {
        var at = 2;
        while (at + 9 <= file.Length && file[at] == 0xFF)
        {
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return Sized(PictureFormat.Jpeg, BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return null;
    }

    /// <summary>Tags 256 and 257 of the first directory.</summary>
    private static PictureKind? OfTiff(ReadOnlySpan<byte> file, bool isLittle)
    {
        if (file.Length < 8 || Long(file[4..], isLittle) is var start && (start > (uint)file.Length - 2 || start < 8))
        {
            return null;
        }

        long width = 0, height = 0;
        var count = Short(file[(int)start..], isLittle);
        for (var index = 0; index < count; index++)
        {
            var at = (long)start + 2 + 12L * index;
            if (at + 12 > file.Length)
            {
                return null;
            }

            var entry = file.Slice((int)at, 12);
            var value = Short(entry[2..], isLittle) == 3 ? Short(entry[8..], isLittle) : Long(entry[8..], isLittle);
            (width, height) = Short(entry, isLittle) switch { 256 => (value, height), 257 => (width, value), _ => (width, height) };
        }

        return Sized(PictureFormat.Tiff, width, height);
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Long(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
