namespace IdOcrPortal.Reader.Imaging;

/// <summary>Bytes of a picture file to an upright Leptonica picture of 8 (grey) or 32 bits (colour).</summary>
internal static unsafe class PictureDecoder
{
    private const int ColormapBySource = 4;

    /// <summary>Decodes, compares with the inspected header, and applies the orientation tag.</summary>
    /// <exception cref="ReaderException">Code <c>picture.undecodable</c> or <c>picture.truncated</c>.</exception>
    public static nint Decode(ReadOnlySpan<byte> bytes, PictureFacts facts)
    {
        Leptonica.Silence();
        nint pix;
        var warnings = 0;
        var turned = facts is { Format: PictureFormat.Tiff, Orientation: not 1 };
        fixed (byte* data = turned ? TiffOrientation.Neutralise(bytes) : bytes)
        {
            var size = (nuint)bytes.Length;
            pix = facts.Format switch
            {
                PictureFormat.Jpeg => Leptonica.pixReadMemJpeg(data, size, 0, 1, &warnings, 0),
                PictureFormat.Png => Leptonica.pixReadMemPng(data, size),
                PictureFormat.Bmp => Leptonica.pixReadMemBmp(data, size),
                PictureFormat.Tiff => Leptonica.pixReadMemTiff(data, size, 0),
                _ => throw new ArgumentOutOfRangeException(nameof(facts), facts.Format, "No picture format."),
            };
        }

        try
        {
            // A warning alone is no reason: cameras leave odd bytes between segments. A file without its end is.
            if ((pix == 0 || warnings > 0) && !PictureEnd.IsThere(bytes, facts.Format))
            {
                throw new ReaderException("picture.truncated", "The picture file is incomplete: its end is missing. Send the whole file again, or take the photo anew.");
            }

            if (pix == 0)
            {
                throw new ReaderException("picture.undecodable", "The picture cannot be decoded. Open it on your device, save it as JPEG or PNG, and send that file.");
            }

            RequireSize(pix, facts);
            Replace(ref pix, Plain(pix));
            TurnUpright(ref pix, facts.Orientation);

            var result = pix;
            pix = 0;
            return result;
        }
        finally
        {
            if (pix != 0)
            {
                Leptonica.pixDestroy(ref pix);
            }
        }
    }

    private static void RequireSize(nint pix, PictureFacts facts)
    {
        _ = Leptonica.pixGetDimensions(pix, out var width, out var height, out _);
        if ((width, height) != (facts.Width, facts.Height))
        {
            throw new ReaderException("picture.undecodable", "The picture has another size than its header says. Open it on your device, save it as JPEG or PNG, and send that file.");
        }
    }

    // 8 bits without palette, or 32 bits without transparency: what the rest of the room works on.
    private static nint Plain(nint pix)
    {
        _ = Leptonica.pixGetDimensions(pix, out _, out _, out var depth);
        if (Leptonica.pixGetColormap(pix) != 0)
        {
            // Palettes may be transparent; the result has 1, 8 or 32 bits.
            var plain = Leptonica.pixRemoveColormap(pix, ColormapBySource);
            try
            {
                return plain == 0 ? 0 : Plain(plain);
            }
            finally
            {
                Leptonica.pixDestroy(ref plain);
            }
        }

        return depth switch
        {
            8 => Leptonica.pixClone(pix),
            32 => Leptonica.pixGetSpp(pix) == 4 ? Leptonica.pixRemoveAlpha(pix) : Leptonica.pixClone(pix),
            24 => Leptonica.pixConvertTo32(pix),
            _ => Leptonica.pixConvertTo8(pix, 0),
        };
    }

    // EXIF orientation: 2, 4, 5 and 7 are mirrored.
    private static void TurnUpright(ref nint pix, int orientation)
    {
        if (orientation is 2 or 4 or 5 or 7)
        {
            Replace(ref pix, Leptonica.pixFlipLR(0, pix));
        }

        var quarterTurns = orientation switch
        {
            3 or 4 => 2,
            6 or 7 => 1,
            5 or 8 => 3,
            _ => 0,
        };
        if (quarterTurns > 0)
        {
            Replace(ref pix, Leptonica.pixRotateOrth(pix, quarterTurns));
        }
    }

    private static void Replace(ref nint pix, nint next)
    {
        if (next == 0)
        {
            throw new ReaderException("picture.undecodable", "The picture's colours are stored in a way that cannot be read here. Save it as JPEG or PNG, and send that file.");
        }

        Leptonica.pixDestroy(ref pix);
        pix = next;
    }
}
