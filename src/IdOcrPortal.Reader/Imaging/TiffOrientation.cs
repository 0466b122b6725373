using System.Buffers.Binary;

namespace IdOcrPortal.Reader.Imaging;

/// <summary>
/// Leptonica turns a TIFF by its orientation tag while decoding, and turns orientation 8 the wrong way (seen in 1.82). A copy whose tag says 1 is
/// decoded as stored, and is then turned like any other picture.
/// </summary>
internal static class TiffOrientation
{
    private const ushort Tag = 274, Upright = 1;

    /// <summary>The same file with orientation 1 on its first page.</summary>
    public static byte[] Neutralise(ReadOnlySpan<byte> file)
    {
        var copy = file.ToArray();
        var isLittle = copy.AsSpan().StartsWith("II"u8);
        if (copy.Length < 8)
        {
            return copy;
        }

        long directory = Read32(copy.AsSpan(4));
        if (directory + 2 > copy.Length)
        {
            return copy;
        }

        var entries = Read16(copy.AsSpan((int)directory));
        for (var at = directory + 2; entries > 0 && at + 12 <= copy.Length; at += 12, entries--)
        {
            var entry = copy.AsSpan((int)at, 12);
            if (Read16(entry) == Tag)
            {
                if (isLittle)
                {
                    BinaryPrimitives.WriteUInt16LittleEndian(entry[8..], Upright);
                }
                else
                {
                    BinaryPrimitives.WriteUInt16BigEndian(entry[8..], Upright);
                }
            }
        }

        return copy;

        uint Read32(ReadOnlySpan<byte> at) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);

        ushort Read16(ReadOnlySpan<byte> at) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
    }
}
