namespace IdOcrPortal.Reader.Imaging;

/// <summary>Finds the holder's portrait with the frontal-face cascade of Debian's <c>opencv-data</c>.</summary>
internal sealed class PortraitFinder
{
    /// <summary>The portrait's rectangle (head and shoulders) in an upright picture, or <see langword="null"/>.</summary>
    public (int X, int Y, int Width, int Height)? Find(GrayImage upright) => throw new NotImplementedException();
}
