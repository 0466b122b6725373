namespace IdOcrPortal.Reader.Headers;

/// <summary>
/// Looks at the structure of a picture without decoding it. Bounded: one pass over the bytes, no allocation by a number from the
/// file, no other exception than <see cref="ReaderException"/>.
/// </summary>
public static class PictureHeader
{
    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Format, size and orientation of a picture that keeps to <see cref="PictureLimits"/>.</summary>
    /// <param name="picture">The whole file. Its kind is told by its content alone.</param>
    /// <exception cref="ReaderException">A code <c>picture.*</c> that says what is wrong and what to do.</exception>
    public static PictureFacts Inspect(ReadOnlySpan<byte> picture)
    {
        RefuseLength(picture.Length);

        if (picture.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return JpegHeader.Inspect(picture);
        }

        if (picture.StartsWith(Png))
        {
            return PngHeader.Inspect(picture);
        }

        if (picture.StartsWith("II*\0"u8) || picture.StartsWith("MM\0*"u8))
        {
            return TiffHeader.Inspect(picture);
        }

        // Two letters are little to go by; the four reserved bytes are zero in every BMP, and hardly ever in a text.
        if (picture.StartsWith("BM"u8) && (picture.Length < 10 || picture[6..10].IndexOfAnyExcept((byte)0) < 0))
        {
            return BmpHeader.Inspect(picture);
        }

        throw ForeignFormat.Name(picture);
    }

    /// <summary>Refuses an empty file and one above the size limit.</summary>
    internal static void RefuseLength(long length)
    {
        if (length == 0)
        {
            throw ReaderErrors.Empty;
        }

        if (length > PictureLimits.MaxBytes)
        {
            throw ReaderErrors.TooLarge;
        }
    }

    /// <summary>Refuses a size outside the limits.</summary>
    internal static (int Width, int Height) Bounded(long width, long height)
    {
        if (width > PictureLimits.MaxSide || height > PictureLimits.MaxSide)
        {
            throw ReaderErrors.SideTooLong;
        }

        if (width * height > PictureLimits.MaxPixels)
        {
            throw ReaderErrors.TooManyPixels;
        }

        if (width < PictureLimits.MinSide || height < PictureLimits.MinSide)
        {
            throw ReaderErrors.TooSmall;
        }

        return ((int)width, (int)height);
    }

    /// <summary>Bytes of one row of pixels without padding.</summary>
    internal static long RowBytes(int width, int bitsPerPixel) => ((long)width * bitsPerPixel + 7) / 8;
}
