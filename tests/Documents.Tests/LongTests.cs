namespace IdOcrPortal.Documents.Tests;

/// <summary>Whether the tests that go through many inputs do so at full length: <c>IDOCR_LONG_TESTS=1</c>.</summary>
internal static class LongTests
{
    internal static bool AreOn { get; } = Environment.GetEnvironmentVariable("IDOCR_LONG_TESTS") == "1";

    /// <summary>Number of strings of a fuzz test.</summary>
    internal static int Strings => AreOn ? 1_000_000 : 20_000;
}
