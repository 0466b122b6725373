using IdOcrPortal.Reader.Headers;

namespace IdOcrPortal.Reader.Tests.Headers;

internal static class Inspecting
{
    /// <summary>The code under which a picture is refused; <see langword="null"/> where it is taken.</summary>
    internal static string? Refusal(byte[] picture)
    {
        try
        {
            PictureHeader.Inspect(picture);
            return null;
        }
        catch (ReaderException refused)
        {
            Assert.True(refused.IsAboutPicture);
            Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
            return refused.Code;
        }
    }
}
