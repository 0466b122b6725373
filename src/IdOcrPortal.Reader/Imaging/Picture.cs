namespace IdOcrPortal.Reader.Imaging;

/// <summary>
/// A decoded picture, upright by its orientation tag, held by Leptonica in colour. The header has been inspected before:
/// decoding is only asked for pictures within the bounds.
/// </summary>
internal sealed class Picture : IDisposable
{
    private Picture() => throw new NotImplementedException();

    /// <summary>Pixels, upright.</summary>
    public int Width => throw new NotImplementedException();

    /// <summary>Pixels, upright.</summary>
    public int Height => throw new NotImplementedException();

    /// <summary>Decodes and turns upright.</summary>
    /// <exception cref="ReaderException">Code <c>picture.undecodable</c> or <c>picture.truncated</c>.</exception>
    public static Picture Decode(ReadOnlySpan<byte> bytes, PictureFacts facts) => throw new NotImplementedException();

    /// <summary>Brightness of each pixel.</summary>
    public GrayImage Luminance() => throw new NotImplementedException();

    /// <summary>The brightest channel of each pixel: hides coloured security print that luminance keeps.</summary>
    public GrayImage MaxChannel() => throw new NotImplementedException();

    /// <summary>A JPEG without metadata, turned clockwise by 0, 90, 180 or 270 degrees first, longest side at most that long.</summary>
    public RenderedPicture Render(int longestSide, int rotation = 0, int quality = 88) => throw new NotImplementedException();

    /// <summary>A JPEG of the rectangle of the picture turned by <paramref name="rotation"/>.</summary>
    public byte[] Cut(int x, int y, int width, int height, int rotation, int quality = 90) => throw new NotImplementedException();

    public void Dispose() => throw new NotImplementedException();
}
