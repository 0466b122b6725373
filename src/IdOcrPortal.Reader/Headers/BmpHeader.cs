namespace IdOcrPortal.Reader.Headers;

/// <summary>Reads the two headers of a Windows bitmap and holds the pixel data against the file's length.</summary>
internal static class BmpHeader
{
    private const int FileHeader = 14;
    private const int CoreHeader = 12;
    private const int InfoHeader = 40;
    private const int V5Header = 124;
    private const int Uncompressed = 0;

    internal static PictureFacts Inspect(ReadOnlySpan<byte> file)
    {
        var octets = new Octets(file, bigEndian: false);
        long pixels = octets.U32(10), header = octets.U32(FileHeader);
        if (header != CoreHeader && header is < InfoHeader or > V5Header)
        {
            throw ReaderErrors.Damaged;
        }

        _ = octets.Slice(FileHeader, header);
        var isCore = header == CoreHeader;
        long width = isCore ? octets.U16(FileHeader + 4) : octets.I32(FileHeader + 4);
        // A negative height means that the rows stand from the top; 64 bits because the least 32-bit number has no positive twin.
        var height = Math.Abs((long)(isCore ? octets.U16(FileHeader + 6) : octets.I32(FileHeader + 8)));
        int planes = octets.U16(FileHeader + (isCore ? 8 : 12)), depth = octets.U16(FileHeader + (isCore ? 10 : 14));
        if (width <= 0 || height == 0 || planes != 1 || depth is not (1 or 2 or 4 or 8 or 16 or 24 or 32))
        {
            throw ReaderErrors.Damaged;
        }

        // Run lengths, bit masks, embedded JPEG: rare, and not read by Leptonica.
        if (!isCore && octets.U32(FileHeader + 16) != Uncompressed)
        {
            throw ReaderErrors.Unsupported;
        }

        var (boundedWidth, boundedHeight) = PictureHeader.Bounded(width, height);
        if (pixels < FileHeader + header)
        {
            throw ReaderErrors.Damaged;
        }

        var stride = (PictureHeader.RowBytes(boundedWidth, depth) + 3) / 4 * 4;
        if (!octets.Has(pixels, stride * boundedHeight))
        {
            throw ReaderErrors.Truncated;
        }

        return new PictureFacts(PictureFormat.Bmp, boundedWidth, boundedHeight, ExifOrientation.Upright, Pages: 1);
    }
}
