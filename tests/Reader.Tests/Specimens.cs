using IdOcrPortal.Reader.Headers;
using IdOcrPortal.Reader.Imaging;

namespace IdOcrPortal.Reader.Tests;

/// <summary>The specimens of this folder.</summary>
internal static class Specimens
{
    public static IReadOnlyList<Specimen> All { get; } = Specimen.Load(Path.Combine(AppContext.BaseDirectory, "Specimens"));

    public static Specimen Named(string file) => All.Single(specimen => specimen.File == file);

    public static Picture Decode(string file)
    {
        var bytes = Named(file).Bytes;
        return Picture.Decode(bytes, PictureHeader.Inspect(bytes));
    }

    public static GrayImage Luminance(string file)
    {
        using var picture = Decode(file);
        return picture.Luminance();
    }
}
