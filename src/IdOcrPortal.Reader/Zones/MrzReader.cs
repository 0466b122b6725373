using IdOcrPortal.Reader.Imaging;

namespace IdOcrPortal.Reader.Zones;

/// <summary>Finds and reads the machine-readable zone of a picture. One instance serves one thread.</summary>
internal sealed class MrzReader
{
    /// <summary>Reads the zone, or returns <see langword="null"/> where none is found.</summary>
    /// <param name="luminance">Brightness.</param>
    /// <param name="maxChannel">Brightest channel, asked for only when the first pass did not suffice.</param>
    public MrzReading? Read(GrayImage luminance, Func<GrayImage>? maxChannel = null) => throw new NotImplementedException();
}
