using IdOcrPortal.Documents;

namespace IdOcrPortal.Reader;

/// <summary>A point of a picture that stands upright by its orientation tag, in pixels from the top left.</summary>
public readonly record struct PicturePoint(double X, double Y);

/// <summary>A machine-readable zone as the net read it.</summary>
/// <param name="Format">Shape of the zone.</param>
/// <param name="Lines">The characters, 2 or 3 lines of equal length.</param>
/// <param name="Probabilities">For each line and character the net's probability, 0 to 1.</param>
/// <param name="Corners">For each line its four corners in reading direction: top left, top right, bottom right, bottom left.</param>
/// <param name="Rotation">Degrees clockwise (0, 90, 180, 270) by which the picture has to be turned for the zone to stand upright.</param>
/// <param name="AllChecksValid">Whether every check digit of the format holds.</param>
/// <param name="Corrected">Number of characters that are not the net's first choice (near ties decided by a check digit).</param>
/// <param name="Weakest">Least probability of any character, 0 to 1.</param>
/// <param name="Accepted">
/// The strict gate: all checks valid, nothing corrected, every character above 0.5 and of a kind that its place allows; above 0.75 among those where
/// no check digit would notice a mistake.
/// </param>
public sealed record MrzReading(
    MrzFormat Format, IReadOnlyList<string> Lines, IReadOnlyList<float[]> Probabilities, IReadOnlyList<PicturePoint[]> Corners,
    int Rotation, bool AllChecksValid, int Corrected, double Weakest, bool Accepted);

/// <summary>The holder's portrait, cut from the upright picture.</summary>
/// <param name="Jpeg">The cut, without metadata.</param>
/// <param name="X">Left edge in the picture turned by the reading's rotation, pixels.</param>
/// <param name="Y">Top edge, pixels.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record PortraitCut(byte[] Jpeg, int X, int Y, int Width, int Height);

/// <summary>What the offline engine found on a picture.</summary>
/// <param name="Mrz">The machine-readable zone; <see langword="null"/> where none was found.</param>
/// <param name="Portrait">The portrait, where asked for and found.</param>
/// <param name="Width">Width of the picture upright by its orientation tag, pixels.</param>
/// <param name="Height">Height, pixels.</param>
/// <param name="Elapsed">Time inside the worker.</param>
public sealed record PictureReading(MrzReading? Mrz, PortraitCut? Portrait, int Width, int Height, TimeSpan Elapsed);
