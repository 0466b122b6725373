namespace IdOcrPortal.Reader;

/// <summary>What a picture has to be for somebody who takes JPEG only.</summary>
/// <param name="MostBytes">Length of the file at most.</param>
/// <param name="ShortestSide">Each side at least, pixels.</param>
/// <param name="LongestSide">Each side at most, pixels.</param>
public sealed record PictureFit(int MostBytes, int ShortestSide, int LongestSide);
