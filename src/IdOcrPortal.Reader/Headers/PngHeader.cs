namespace IdOcrPortal.Reader.Headers;

/// <summary>Walks the chunks of a PNG (ISO/IEC 15948 section 5): header, palette where needed, data, end.</summary>
internal static class PngHeader
{
    private const int Signature = 8;
    private const int HeaderLength = 13;

    /// <summary>Deflate cannot make more than 258 bytes out of 2 bits.</summary>
    private const int DeflateMaxRatio = 1032;

    internal static PictureFacts Inspect(ReadOnlySpan<byte> file)
    {
        var octets = new Octets(file, bigEndian: true);
        if (octets.U32(Signature) != HeaderLength || !octets.Slice(Signature + 4, 4).SequenceEqual("IHDR"u8))
        {
            throw ReaderErrors.Damaged;
        }

        var (width, height, bitsPerPixel, hasPalette) = Header(octets);
        var orientation = ExifOrientation.Upright;
        long at = Signature + 12 + HeaderLength, compressed = 0;
        var palette = false;
        while (true)
        {
            long length = octets.U32(at);
            var type = octets.Slice(at + 4, 4);
            if (length > int.MaxValue || type.IndexOfAnyExcept(Letters) >= 0)
            {
                throw ReaderErrors.Damaged;
            }

            var data = octets.Slice(at + 8, length);
            _ = octets.U32(at + 8 + length);
            if (type.SequenceEqual("IEND"u8))
            {
                break;
            }

            if (type.SequenceEqual("IDAT"u8))
            {
                compressed += length;
            }
            else if (type.SequenceEqual("PLTE"u8))
            {
                palette |= compressed == 0 && length is > 0 and <= 768 && length % 3 == 0;
            }
            else if (type.SequenceEqual("eXIf"u8))
            {
                orientation = ExifOrientation.Of(data);
            }
            else if (type.SequenceEqual("IHDR"u8))
            {
                throw ReaderErrors.Damaged;
            }

            at += 12 + length;
        }

        if (compressed == 0 || (hasPalette && !palette))
        {
            throw ReaderErrors.Damaged;
        }

        // One filter byte leads each row.
        if (compressed * DeflateMaxRatio < (PictureHeader.RowBytes(width, bitsPerPixel) + 1) * height)
        {
            throw ReaderErrors.Truncated;
        }

        return new PictureFacts(PictureFormat.Png, width, height, orientation, Pages: 1);
    }

    private static readonly System.Buffers.SearchValues<byte> Letters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private static (int Width, int Height, int BitsPerPixel, bool HasPalette) Header(Octets octets)
    {
        var chunk = octets.Slice(Signature + 4, 4 + HeaderLength);
        if (octets.U32(Signature + 8 + HeaderLength) != Crc32(chunk))
        {
            throw ReaderErrors.Damaged;
        }

        long width = octets.U32(Signature + 8), height = octets.U32(Signature + 12);
        int depth = chunk[12], colour = chunk[13];
        var samples = (colour, depth) switch
        {
            (0, 1 or 2 or 4 or 8 or 16) => 1,
            (2, 8 or 16) => 3,
            (3, 1 or 2 or 4 or 8) => 1,
            (4, 8 or 16) => 2,
            (6, 8 or 16) => 4,
            _ => throw ReaderErrors.Damaged,
        };
        if (width == 0 || height == 0 || chunk[14] != 0 || chunk[15] != 0 || chunk[16] > 1)
        {
            throw ReaderErrors.Damaged;
        }

        var (boundedWidth, boundedHeight) = PictureHeader.Bounded(width, height);
        return (boundedWidth, boundedHeight, samples * depth, colour == 3);
    }

    /// <summary>ISO/IEC 15948 annex D, bit by bit: it runs over 17 bytes.</summary>
    private static uint Crc32(ReadOnlySpan<byte> bytes)
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
