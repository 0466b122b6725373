namespace IdOcrPortal.Reader.Imaging;

/// <summary>An 8-bit picture, 0 black to 255 white, rows from the top, no padding.</summary>
internal sealed class GrayImage(int width, int height, byte[] pixels)
{
    /// <summary>Pixels.</summary>
    public int Width { get; } = width;

    /// <summary>Pixels.</summary>
    public int Height { get; } = height;

    /// <summary>Width × height bytes.</summary>
    public byte[] Pixels { get; } = pixels;

    /// <summary>A black picture.</summary>
    public GrayImage(int width, int height)
        : this(width, height, new byte[width * height])
    {
    }
}
