namespace IdOcrPortal.Reader;

/// <summary>Picture formats that the portal takes.</summary>
public enum PictureFormat
{
    Jpeg,
    Png,
    Bmp,
    Tiff,
}

/// <summary>What the header of a picture says, before anything is decoded.</summary>
/// <param name="Format">Told by the content, never by a name.</param>
/// <param name="Width">Pixels as stored, 15 to 8,192.</param>
/// <param name="Height">Pixels as stored, 15 to 8,192.</param>
/// <param name="Orientation">EXIF/TIFF orientation 1 to 8; 1 where the file says nothing.</param>
/// <param name="Pages">Pages of a TIFF; 1 for all else. Only the first is read.</param>
public sealed record PictureFacts(PictureFormat Format, int Width, int Height, int Orientation, int Pages);

/// <summary>A re-encoded picture: upright by its orientation tag, no metadata.</summary>
public sealed record RenderedPicture(byte[] Jpeg, int Width, int Height);
