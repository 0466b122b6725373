using System.Buffers.Binary;

namespace IdOcrPortal.Reader.Imaging;

/// <summary>Pixels between Leptonica's memory and managed arrays.</summary>
internal static unsafe class PixelTransfer
{
    /// <summary>Copies an 8- or 32-bit picture out as grey values.</summary>
    /// <param name="brightestChannel">The greatest of red, green and blue instead of the brightness as seen.</param>
    public static GrayImage Read(nint pix, bool brightestChannel)
    {
        _ = Leptonica.pixGetDimensions(pix, out var width, out var height, out var depth);
        var image = new GrayImage(width, height);
        var words = Leptonica.pixGetData(pix);
        var wordsPerRow = Leptonica.pixGetWpl(pix);
        for (var y = 0; y < height; y++)
        {
            var row = new ReadOnlySpan<uint>(words + ((long)y * wordsPerRow), wordsPerRow);
            var to = image.Pixels.AsSpan(y * width, width);
            if (depth == 8)
            {
                CopyGray(row, to);
            }
            else if (brightestChannel)
            {
                for (var x = 0; x < to.Length; x++)
                {
                    var word = row[x];
                    to[x] = (byte)Math.Max(word >> 24, Math.Max((word >> 16) & 255, (word >> 8) & 255));
                }
            }
            else
            {
                for (var x = 0; x < to.Length; x++)
                {
                    // ITU-R BT.601: 0.299 red, 0.587 green, 0.114 blue, in 256ths.
                    var word = row[x];
                    to[x] = (byte)((((word >> 24) * 77) + (((word >> 16) & 255) * 150) + (((word >> 8) & 255) * 29)) >> 8);
                }
            }
        }

        return image;
    }

    /// <summary>A Leptonica picture of 8 bits with the same grey values; the caller destroys it.</summary>
    public static nint Write(GrayImage image)
    {
        var pix = Leptonica.pixCreate(image.Width, image.Height, 8);
        if (pix == 0)
        {
            throw new InsufficientMemoryException("Leptonica could not hold the picture.");
        }

        var words = Leptonica.pixGetData(pix);
        var wordsPerRow = Leptonica.pixGetWpl(pix);
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                words[((long)y * wordsPerRow) + (x >> 2)] |= (uint)image.Pixels[(y * image.Width) + x] << (24 - (8 * (x & 3)));
            }
        }

        return pix;
    }

    // Four pixels a word, the first in the most significant byte.
    private static void CopyGray(ReadOnlySpan<uint> row, Span<byte> to)
    {
        Span<byte> word = stackalloc byte[4];
        for (var x = 0; x < to.Length; x += 4)
        {
            if (x + 4 <= to.Length)
            {
                BinaryPrimitives.WriteUInt32BigEndian(to[x..], row[x / 4]);
            }
            else
            {
                BinaryPrimitives.WriteUInt32BigEndian(word, row[x / 4]);
                word[..(to.Length - x)].CopyTo(to[x..]);
            }
        }
    }
}
