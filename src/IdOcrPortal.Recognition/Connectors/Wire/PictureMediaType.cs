namespace IdOcrPortal.Recognition.Connectors.Wire;

/// <summary>A picture's media type, by its first bytes; for vendors that want it named.</summary>
internal static class PictureMediaType
{
    /// <summary>Media type and file extension.</summary>
    /// <param name="allowsBmp">Whether this vendor takes BMP.</param>
    /// <exception cref="ConnectorException">It is none that the vendor takes; nothing was sent.</exception>
    internal static (string MediaType, string Extension) Of(ReadOnlySpan<byte> picture, bool allowsBmp) => picture switch
    {
        [0xFF, 0xD8, 0xFF, ..] => ("image/jpeg", "jpg"),
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => ("image/png", "png"),
        [(byte)'B', (byte)'M', ..] when allowsBmp => ("image/bmp", "bmp"),
        _ => throw new ConnectorException(FailureClass.InputFinal, "picture.format", "The service does not take pictures of this format. Upload a JPEG or PNG."),
    };
}
