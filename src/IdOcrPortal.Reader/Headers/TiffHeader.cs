namespace IdOcrPortal.Reader.Headers;

/// <summary>Counts the pages of a TIFF and holds the first one's data against the file's length.</summary>
internal static class TiffHeader
{
    private const int Width = 256, Length = 257, BitsPerSample = 258, Compression = 259, StripOffsets = 273, Orientation = 274,
        SamplesPerPixel = 277, RowsPerStrip = 278, StripByteCounts = 279, PlanarConfiguration = 284, TileWidth = 322, TileLength = 323,
        TileOffsets = 324, TileByteCounts = 325;

    private const int Uncompressed = 1, Planar = 2;

    internal static PictureFacts Inspect(ReadOnlySpan<byte> file)
    {
        var octets = new Octets(file, bigEndian: file[0] == (byte)'M');
        long offset = octets.U32(4);
        var first = new TiffDirectory(octets, offset);
        var (width, height) = PictureHeader.Bounded(first.Number(Width, absent: 0), first.Number(Length, absent: 0));
        var pages = Pages(octets, offset);
        Data(octets, first, width, height);
        return new PictureFacts(PictureFormat.Tiff, width, height, ExifOrientation.Valid(first.Number(Orientation, absent: 1)), pages);
    }

    private static int Pages(Octets octets, long offset)
    {
        Span<long> seen = stackalloc long[PictureLimits.MaxPages];
        var pages = 0;
        while (offset != 0)
        {
            if (seen[..pages].Contains(offset))
            {
                throw ReaderErrors.Damaged;
            }

            if (pages == PictureLimits.MaxPages)
            {
                throw ReaderErrors.TooManyPages;
            }

            seen[pages++] = offset;
            offset = new TiffDirectory(octets, offset).Next;
        }

        // A first directory at 0 would be the file's own header.
        return pages > 0 ? pages : throw ReaderErrors.Damaged;
    }

    private static void Data(Octets octets, TiffDirectory page, int width, int height)
    {
        var compression = page.Number(Compression, absent: Uncompressed);
        var depth = page.Number(BitsPerSample, absent: 1);
        var samples = page.Number(SamplesPerPixel, absent: 1);
        // Fax, LZW, JPEG, Deflate, PackBits: what scanners write. The rest of libtiff's coders is attack surface without a sender.
        if (compression is not (Uncompressed or 2 or 3 or 4 or 5 or 6 or 7 or 8 or 32773 or 32946)
            || depth is not (1 or 2 or 4 or 8 or 16) || samples is < 1 or > 4)
        {
            throw ReaderErrors.Unsupported;
        }

        var tiled = page.Numbers(TileOffsets).Count > 0;
        var offsets = page.Numbers(tiled ? TileOffsets : StripOffsets);
        var lengths = page.Numbers(tiled ? TileByteCounts : StripByteCounts);
        var planes = page.Number(PlanarConfiguration, absent: 1) == Planar ? samples : 1;
        if (offsets.Count != lengths.Count || offsets.Count != planes * Parts(page, tiled, width, height))
        {
            throw ReaderErrors.Damaged;
        }

        long total = 0;
        for (var i = 0; i < offsets.Count; i++)
        {
            total += octets.Slice(offsets[i], lengths[i]).Length;
        }

        if (compression == Uncompressed && total < planes * height * PictureHeader.RowBytes(width, (int)(depth * samples / planes)))
        {
            throw ReaderErrors.Truncated;
        }
    }

    /// <summary>Strips or tiles of one plane.</summary>
    private static long Parts(TiffDirectory page, bool tiled, int width, int height)
    {
        if (tiled)
        {
            long across = page.Number(TileWidth, absent: 0), down = page.Number(TileLength, absent: 0);
            // TIFF 6.0 section 15: both are multiples of 16. A tile is decoded whole, so its size needs the same bounds as the picture.
            return across is > 0 and <= PictureLimits.MaxSide && down is > 0 and <= PictureLimits.MaxSide
                && across * down <= PictureLimits.MaxPixels && across % 16 == 0 && down % 16 == 0
                ? (width + across - 1) / across * ((height + down - 1) / down)
                : throw ReaderErrors.Damaged;
        }

        var rows = Math.Min(page.Number(RowsPerStrip, absent: uint.MaxValue), height);
        return rows > 0 ? (height + rows - 1) / rows : throw ReaderErrors.Damaged;
    }
}
