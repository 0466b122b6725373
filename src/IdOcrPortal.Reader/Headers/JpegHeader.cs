namespace IdOcrPortal.Reader.Headers;

/// <summary>Walks the markers of a JPEG (ITU-T T.81 annex B): one frame, at least one scan, an end.</summary>
internal static class JpegHeader
{
    private const byte Temporary = 0x01;
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte App1 = 0xE1;

    internal static PictureFacts Inspect(ReadOnlySpan<byte> file)
    {
        var octets = new Octets(file, bigEndian: true);
        (int Width, int Height)? size = null;
        int? orientation = null;
        var scans = 0;
        var at = 2;
        while (true)
        {
            at = NextMarker(file, at);
            if (at < 0)
            {
                throw ReaderErrors.Truncated;
            }

            var marker = file[at - 1];
            switch (marker)
            {
                case EndOfImage:
                    // Whatever follows the end (a phone's trailer, a second picture) is nobody's business.
                    return size is { } found && scans > 0
                        ? new PictureFacts(PictureFormat.Jpeg, found.Width, found.Height, orientation ?? ExifOrientation.Upright, Pages: 1)
                        : throw ReaderErrors.Damaged;
                case StartOfImage:
                    throw ReaderErrors.Damaged;
                case Temporary:
                    continue;
            }

            var length = octets.U16(at);
            if (length < 2)
            {
                throw ReaderErrors.Damaged;
            }

            var segment = octets.Slice(at + 2, length - 2);
            if (IsFrame(marker))
            {
                size = size is null ? Frame(marker, segment) : throw ReaderErrors.Damaged;
            }
            else if (marker == StartOfScan)
            {
                Scan(segment, size is not null, ++scans);
            }
            else if (marker == App1 && orientation is null && segment.StartsWith("Exif\0\0"u8))
            {
                orientation = ExifOrientation.Of(segment[6..]);
            }

            at += length;
        }
    }

    /// <summary>
    /// Position after the next marker, or -1. Skips fill bytes, the entropy-coded data of a scan (where FF is followed by 00 or a restart
    /// marker) and stray bytes between segments, as decoders do.
    /// </summary>
    private static int NextMarker(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length)
        {
            var found = file[at..].IndexOf((byte)0xFF);
            if (found < 0)
            {
                return -1;
            }

            at += found + 1;
            while (at < file.Length && file[at] == 0xFF)
            {
                at++;
            }

            if (at < file.Length && file[at++] is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>All of C0 to CF but the tables of Huffman and arithmetic coding and the reserved C8.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static (int Width, int Height) Frame(byte marker, ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 6)
        {
            throw ReaderErrors.Damaged;
        }

        var octets = new Octets(segment, bigEndian: true);
        int precision = octets.U8(0), height = octets.U16(1), width = octets.U16(3), components = octets.U8(5);
        if (width == 0 || segment.Length != 6 + (3 * components))
        {
            throw ReaderErrors.Damaged;
        }

        // Baseline, extended and progressive, Huffman or arithmetic; not lossless, not hierarchical, and no height that only comes
        // after the scan (DNL).
        if (marker is not (0xC0 or 0xC1 or 0xC2 or 0xC9 or 0xCA) || precision != 8 || components is not (1 or 3 or 4) || height == 0)
        {
            throw ReaderErrors.Unsupported;
        }

        return PictureHeader.Bounded(width, height);
    }

    private static void Scan(ReadOnlySpan<byte> segment, bool hasFrame, int number)
    {
        if (!hasFrame || segment.Length < 1 || segment[0] is < 1 or > 4 || segment.Length != 4 + (2 * segment[0]))
        {
            throw ReaderErrors.Damaged;
        }

        if (number > PictureLimits.MaxScans)
        {
            throw ReaderErrors.TooManyScans;
        }
    }
}
