namespace IdOcrPortal.Reader.Imaging;

/// <summary>Encodes a Leptonica picture as JPEG without any metadata.</summary>
internal static unsafe class JpegWriter
{
    /// <summary>The file's bytes; <paramref name="quality"/> 1 to 100.</summary>
    public static byte[] Write(nint pix, int quality)
    {
        // Leptonica carries a comment and the resolution of the source from picture to picture, and would write them.
        _ = Leptonica.pixSetText(pix, null);
        _ = Leptonica.pixSetResolution(pix, 0, 0);
        if (Leptonica.pixWriteMemJpeg(out var data, out var size, pix, quality, 0) != 0 || data == null)
        {
            throw new InvalidOperationException("Leptonica could not write a JPEG.");
        }

        try
        {
            return new ReadOnlySpan<byte>(data, checked((int)size)).ToArray();
        }
        finally
        {
            Leptonica.lept_free(data);
        }
    }
}
