namespace IdOcrPortal.Reader.Imaging;

/// <summary>
/// A decoded picture, upright by its orientation tag, held by Leptonica in colour (or in 8-bit grey where it has no colour). The header has
/// been inspected before: decoding is only asked for pictures within the bounds.
/// </summary>
internal sealed class Picture : IDisposable
{
    private nint _pix;

    private Picture(nint pix)
    {
        _pix = pix;
        _ = Leptonica.pixGetDimensions(pix, out var width, out var height, out _);
        Width = width;
        Height = height;
    }

    /// <summary>Pixels, upright.</summary>
    public int Width { get; }

    /// <summary>Pixels, upright.</summary>
    public int Height { get; }

    /// <summary>Decodes and turns upright. Of a TIFF the first page is taken; transparent parts become white; 16 bits a channel become 8.</summary>
    /// <exception cref="ReaderException">Code <c>picture.undecodable</c> or <c>picture.truncated</c>.</exception>
    public static Picture Decode(ReadOnlySpan<byte> bytes, PictureFacts facts) => new(PictureDecoder.Decode(bytes, facts));

    /// <summary>Brightness of each pixel.</summary>
    public GrayImage Luminance() => PixelTransfer.Read(Pix, brightestChannel: false);

    /// <summary>The brightest channel of each pixel: hides coloured security print that luminance keeps.</summary>
    public GrayImage MaxChannel() => PixelTransfer.Read(Pix, brightestChannel: true);

    /// <summary>A JPEG without metadata, turned clockwise by 0, 90, 180 or 270 degrees first, longest side at most that long.</summary>
    public RenderedPicture Render(int longestSide, int rotation = 0, int quality = 88)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longestSide, 1);
        using var scaled = Scaled(longestSide);
        using var turned = scaled.Turned(rotation);
        return new RenderedPicture(JpegWriter.Write(turned.Pix, quality), turned.Width, turned.Height);
    }

    /// <summary>A JPEG of the rectangle of the picture turned by <paramref name="rotation"/>; what lies outside of it is left out.</summary>
    public byte[] Cut(int x, int y, int width, int height, int rotation, int quality = 90)
    {
        using var turned = Turned(rotation);
        int left = Math.Clamp(x, 0, turned.Width - 1), top = Math.Clamp(y, 0, turned.Height - 1);
        int right = Math.Clamp(x + width, left + 1, turned.Width), bottom = Math.Clamp(y + height, top + 1, turned.Height);
        var box = Leptonica.boxCreate(left, top, right - left, bottom - top);
        try
        {
            using var cut = new Picture(Made(Leptonica.pixClipRectangle(turned.Pix, box, 0)));
            return JpegWriter.Write(cut.Pix, quality);
        }
        finally
        {
            Leptonica.boxDestroy(ref box);
        }
    }

    public void Dispose()
    {
        if (_pix != 0)
        {
            Leptonica.pixDestroy(ref _pix);
            _pix = 0;
        }
    }

    private nint Pix => _pix != 0 ? _pix : throw new ObjectDisposedException(nameof(Picture));

    // Leptonica counts references, so a clone costs nothing.
    private Picture Turned(int rotation) => rotation switch
    {
        0 => new Picture(Made(Leptonica.pixClone(Pix))),
        90 or 180 or 270 => new Picture(Made(Leptonica.pixRotateOrth(Pix, rotation / 90))),
        _ => throw new ArgumentOutOfRangeException(nameof(rotation), rotation, "A picture is turned by 0, 90, 180 or 270 degrees."),
    };

    private Picture Scaled(int longestSide)
    {
        var scale = (double)longestSide / Math.Max(Width, Height);
        if (scale >= 1)
        {
            return Turned(0);
        }

        // Leptonica rounds each side by itself; half a pixel less keeps the longest side within the bound.
        var exact = (float)((longestSide - 0.25) / Math.Max(Width, Height));
        return new Picture(Made(Leptonica.pixScaleGeneral(Pix, exact, exact, 0, 0)));
    }

    // A picture within the bounds has already been decoded, so only a lack of memory ends here.
    private static nint Made(nint pix) => pix != 0 ? pix : throw new InsufficientMemoryException("Leptonica could not hold the picture.");
}
