using IdOcrPortal.Reader.Imaging;

namespace IdOcrPortal.Reader.Zones;

/// <summary>
/// Reads a single line in OCR-B that begins with a known word, such as the code of our specimens. No check digit protects it and no zone is looked for,
/// so it proves nothing about a document. One instance serves one thread.
/// </summary>
internal sealed class CodeLineReader
{
    // Longest side of the picture that is searched, pixels. Code lines are smaller than a zone, so that the second look is a closer one.
    private static readonly int[] LongestSides = [1300, 1900];

    private static readonly BinarizerSettings[] Settings = [new(31, 0.16f, 10), new(21, 0.07f, 5)];

    private readonly BlockReader _blocks = new(GlyphNet.Embedded);

    /// <summary>The line without its trailing fillers, or <see langword="null"/> where none begins with the word.</summary>
    /// <param name="luminance">Brightness.</param>
    /// <param name="word">Characters of <see cref="GlyphNet.Alphabet"/> that the line begins with.</param>
    public string? Read(GrayImage luminance, string word)
    {
        foreach (var longest in LongestSides)
        {
            var scale = (double)longest / Math.Max(luminance.Width, luminance.Height);
            var scaled = Math.Abs(scale - 1) < 0.05 ? luminance : luminance.Scale(scale);
            foreach (var degrees in (int[])[0, 90])
            {
                var turned = scaled.Turn(degrees);
                foreach (var settings in Settings)
                {
                    var blobs = InkBlobs.Find(Binarizer.FindInk(turned, settings), turned.Width, turned.Height, 6, Math.Max(40, turned.Height / 8));
                    foreach (var line in LineFinder.Find(blobs).Where(line => line.Slots >= word.Length))
                    {
                        var text = _blocks.ReadLine(turned, new LineBlock([line]));
                        var begin = text.IndexOf(word, StringComparison.Ordinal);
                        if (begin >= 0)
                        {
                            return text[begin..].TrimEnd('<');
                        }
                    }
                }
            }
        }

        return null;
    }
}
