namespace IdOcrPortal.Reader.Tests;

/// <summary>The fictional cards of <c>tests/specimens</c>.</summary>
internal static class FictionalCards
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "FictionalCards");

    public static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder, file));
}
