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
        return turned.Encode(quality);
    }

    /// <summary>The picture as it is, as a JPEG without metadata; <paramref name="quality"/> 1 to 100.</summary>
    public RenderedPicture Encode(int quality) => new(JpegWriter.Write(Pix, quality), Width, Height);

    /// <summary>A JPEG of the rectangle of the picture turned by <paramref name="rotation"/>; what lies outside of it is left out.</summary>
    public byte[] Cut(int x, int y, int width, int height, int rotation, int quality = 90)
    {
        using var turned = Turned(rotation);
        int left = Math.Clamp(x, 0, turned.Width - 1), top = Math.Clamp(y, 0, turned.Height - 1);
        int right = Math.Clamp(x + width, left + 1, turned.Width), bottom = Math.Clamp(y + height, top + 1, turned.Height);
        using var cut = turned.Clip(left, top, right - left, bottom - top);
        return JpegWriter.Write(cut.Pix, quality);
    }

    /// <summary>A rectangle that lies inside of the picture.</summary>
    internal Picture Clip(int x, int y, int width, int height)
    {
        var box = Leptonica.boxCreate(x, y, width, height);
        try
        {
            return new Picture(Made(Leptonica.pixClipRectangle(Pix, box, 0)));
        }
        finally
        {
            Leptonica.boxDestroy(ref box);
        }
    }

    /// <summary>Turned clockwise around its middle by less than 90 degrees; keeps its size, and what comes in at the corners is white.</summary>
    internal Picture Straightened(double radians) => new(Made(Leptonica.pixRotateAM(Pix, (float)radians, Leptonica.BringInWhite)));

    public void Dispose()
    {
        if (_pix != 0)
        {
            Leptonica.pixDestroy(ref _pix);
            _pix = 0;
        }
    }

    private nint Pix => _pix != 0 ? _pix : throw new ObjectDisposedException(nameof(Picture));

    /// <summary>Turned clockwise by 0, 90, 180 or 270 degrees.</summary>
    // Leptonica counts references, so a clone costs nothing.
    internal Picture Turned(int rotation) => rotation switch
    {
        0 => new Picture(Made(Leptonica.pixClone(Pix))),
        90 or 180 or 270 => new Picture(Made(Leptonica.pixRotateOrth(Pix, rotation / 90))),
        _ => throw new ArgumentOutOfRangeException(nameof(rotation), rotation, "A picture is turned by 0, 90, 180 or 270 degrees."),
    };

    /// <summary>With a longest side of at most that many pixels.</summary>
    internal Picture Scaled(int longestSide) => longestSide < Math.Max(Width, Height) ? Shrunk(longestSide, Math.Max(Width, Height)) : Turned(0);

    /// <summary>
    /// With a shortest side of that many pixels. Below 0.7 every pixel of the source counts by its area; above, the four nearest do, which then leave none
    /// out either.
    /// </summary>
    internal Picture ScaledToShortest(int shortestSide) => shortestSide < Math.Min(Width, Height) ? Shrunk(shortestSide, Math.Min(Width, Height)) : Turned(0);

    private Picture Shrunk(int side, int from)
    {
        // Leptonica rounds each side by itself; a quarter of a pixel less keeps this one within the bound.
        var exact = (float)((side - 0.25) / from);
        return new Picture(Made(Leptonica.pixScaleGeneral(Pix, exact, exact, 0, 0)));
    }

    // A picture within the bounds has already been decoded, so only a lack of memory ends here.
    private static nint Made(nint pix) => pix != 0 ? pix : throw new InsufficientMemoryException("Leptonica could not hold the picture.");
}
