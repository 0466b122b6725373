namespace IdOcrPortal.Reader.Headers;

/// <summary>What a picture may be, tested before anything is decoded.</summary>
public static class PictureLimits
{
    /// <summary>Bytes of a file: 10 MiB.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>Least width and height, pixels.</summary>
    public const int MinSide = 15;

    /// <summary>Greatest width and height, pixels.</summary>
    public const int MaxSide = 8192;

    /// <summary>Greatest width × height: 40 megapixels.</summary>
    public const int MaxPixels = 40_000_000;

    /// <summary>Pages of a TIFF. Only the first is read, but all are walked to count them.</summary>
    public const int MaxPages = 100;

    /// <summary>
    /// Scans of a JPEG. Each costs a pass over all pixels; a progressive photo has about 10, and no encoder writes more than a few dozen.
    /// </summary>
    public const int MaxScans = 100;
}
