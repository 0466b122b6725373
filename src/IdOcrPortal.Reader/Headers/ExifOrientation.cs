namespace IdOcrPortal.Reader.Headers;

/// <summary>
/// The orientation of a photo: tag 0x0112 in the first directory of a TIFF structure (Exif 2.32 section 4.6.4). Metadata that make no
/// sense are no reason to refuse a picture: they say nothing, and 1 (upright) is what every viewer then takes.
/// </summary>
internal static class ExifOrientation
{
    internal const int Upright = 1;

    private const int Tag = 0x0112;

    /// <param name="tiff">From the byte order mark on, as in an Exif segment or chunk.</param>
    internal static int Of(ReadOnlySpan<byte> tiff)
    {
        var bigEndian = tiff.StartsWith("MM\0*"u8);
        if (!bigEndian && !tiff.StartsWith("II*\0"u8))
        {
            return Upright;
        }

        var octets = new Octets(tiff, bigEndian);
        if (!octets.Has(4, 4))
        {
            return Upright;
        }

        long directory = octets.U32(4);
        if (!octets.Has(directory, 2))
        {
            return Upright;
        }

        int entries = octets.U16(directory);
        for (var i = 0; i < entries && octets.Has(directory + 2 + (12L * i), 12); i++)
        {
            var entry = directory + 2 + (12L * i);
            if (octets.U16(entry) == Tag)
            {
                return Valid(octets.U16(entry + 2) == TiffDirectory.Long ? octets.U32(entry + 8) : octets.U16(entry + 8));
            }
        }

        return Upright;
    }

    /// <summary>1 for every number that is no orientation.</summary>
    internal static int Valid(long orientation) => orientation is >= 1 and <= 8 ? (int)orientation : Upright;
}
