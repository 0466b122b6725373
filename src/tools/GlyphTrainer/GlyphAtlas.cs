using System.Numerics;
using IdOcrPortal.Reader.Zones;

namespace IdOcrPortal.GlyphTrainer;

/// <summary>
/// The characters of the zone, drawn large in the three weights of OCR-B, each thinned or thickened as printing does and blurred as lenses do.
/// </summary>
internal sealed class GlyphAtlas
{
    /// <summary>Where Debian's package fonts-ocr-b puts the fonts.</summary>
    public const string DebianFolder = "/usr/share/fonts/opentype/ocr-b";

    public const int Width = 160, Height = 200, OriginX = 20, Baseline = 150;

    /// <summary>Pixels from one character to the next: 0.723 em at 150 pixels.</summary>
    public const float Advance = 108;

    /// <summary>Row in which capital letters have their middle.</summary>
    public const float Middle = Baseline - 53.5f;

    /// <summary>Regular (constant stroke), round stroke ends, and the letterpress variant.</summary>
    public static readonly string[] Fonts = ["OCRB.otf", "OCRBS.otf", "OCRBL.otf"];

    private const int PixelsPerEm = 150;

    // Threshold on a softened glyph: below a half thickens the strokes, above thins them.
    private static readonly float[] Weights = [0.30f, 0.42f, 0.50f, 0.58f, 0.68f];

    // Standard deviations in pixels of the large drawing; a cell's pixel is 6 of them.
    private static readonly float[] Blurs = [2.4f, 4f, 6f, 8.5f, 11.5f];

    private readonly byte[][][] _drawings;

    private GlyphAtlas(byte[][][] drawings) => _drawings = drawings;

    /// <summary>Number of (thickness, blur) versions of each font.</summary>
    public static int Versions => Weights.Length * Blurs.Length;

    /// <summary>Whether the fonts are installed.</summary>
    public static bool IsAvailable(string folder) => Fonts.All(font => File.Exists(Path.Combine(folder, font)));

    /// <summary>Draws all characters.</summary>
    public static GlyphAtlas Draw(string folder)
    {
        var drawings = new byte[Fonts.Length * Versions][][];
        for (var i = 0; i < drawings.Length; i++)
        {
            drawings[i] = new byte[GlyphNet.Alphabet.Length][];
        }

        Parallel.For(0, Fonts.Length, font =>
        {
            using var face = new FreeTypeFont(Path.Combine(folder, Fonts[font]), PixelsPerEm);
            for (var c = 0; c < GlyphNet.Alphabet.Length; c++)
            {
                var soft = Blur(face.Draw(GlyphNet.Alphabet[c], Width, Height, OriginX, Baseline), 5f);
                for (var weight = 0; weight < Weights.Length; weight++)
                {
                    var threshold = Weights[weight];
                    var hard = Array.ConvertAll(soft, value => Math.Clamp(((value - threshold) * 8) + 0.5f, 0, 1));
                    for (var blur = 0; blur < Blurs.Length; blur++)
                    {
                        drawings[(font * Versions) + (weight * Blurs.Length) + blur][c] =
                            Array.ConvertAll(Blur(hard, Blurs[blur]), value => (byte)((value * 255) + 0.5f));
                    }
                }
            }
        });
        return new GlyphAtlas(drawings);
    }

    /// <summary>Drawings of all characters in one font and version, in the order of the alphabet.</summary>
    public byte[][] Set(int font, int version) => _drawings[(font * Versions) + version];

    /// <summary>Ink 0 to 1 at a place of a drawing, interpolated; 0 outside.</summary>
    public static float Sample(byte[] drawing, float x, float y)
    {
        if (x < 0 || y < 0 || x >= Width - 1.01f || y >= Height - 1.01f)
        {
            return 0;
        }

        int left = (int)x, top = (int)y, at = (top * Width) + left;
        float fx = x - left, fy = y - top;
        var above = drawing[at] + ((drawing[at + 1] - drawing[at]) * fx);
        var below = drawing[at + Width] + ((drawing[at + Width + 1] - drawing[at + Width]) * fx);
        return (above + ((below - above) * fy)) / 255f;
    }

    private static float[] Blur(float[] source, float sigma)
    {
        var radius = (int)Math.Ceiling(sigma * 3);
        var kernel = new float[(2 * radius) + 1];
        for (var i = -radius; i <= radius; i++)
        {
            kernel[i + radius] = MathF.Exp(-i * i / (2 * sigma * sigma));
        }

        var total = kernel.Sum();
        kernel = Array.ConvertAll(kernel, value => value / total);
        return Upright(Across(source, kernel), kernel);
    }

    private static float[] Across(float[] source, float[] kernel)
    {
        var radius = kernel.Length / 2;
        var result = new float[source.Length];
        for (var y = 0; y < Height; y++)
        {
            ReadOnlySpan<float> from = source.AsSpan(y * Width, Width);
            var to = result.AsSpan(y * Width, Width);
            for (var i = -radius; i <= radius; i++)
            {
                var length = Width - Math.Abs(i);
                AddScaled(from.Slice(Math.Max(0, i), length), kernel[i + radius], to.Slice(Math.Max(0, -i), length));
            }
        }

        return result;
    }

    private static float[] Upright(float[] source, float[] kernel)
    {
        var radius = kernel.Length / 2;
        var result = new float[source.Length];
        for (var y = 0; y < Height; y++)
        {
            for (var i = Math.Max(-radius, -y); i <= radius && y + i < Height; i++)
            {
                AddScaled(source.AsSpan((y + i) * Width, Width), kernel[i + radius], result.AsSpan(y * Width, Width));
            }
        }

        return result;
    }

    private static void AddScaled(ReadOnlySpan<float> values, float factor, Span<float> sum)
    {
        var i = 0;
        for (; i <= sum.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(sum[i..]) + (new Vector<float>(values[i..]) * factor)).CopyTo(sum[i..]);
        }

        for (; i < sum.Length; i++)
        {
            sum[i] += values[i] * factor;
        }
    }
}
