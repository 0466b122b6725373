using IdOcrPortal.Reader.Zones;

namespace IdOcrPortal.GlyphTrainer;

/// <summary>
/// Makes character cells as a photograph might show them: neighbours, misplacement, rotation, shear, security print, shading, lines, low resolution,
/// sharpening and noise, all drawn from one seeded source. Belongs to one thread.
/// </summary>
internal sealed class CellSampler(GlyphAtlas atlas, int seed)
{
    private const int Width = GlyphNet.CellWidth, Height = GlyphNet.CellHeight;

    // Share of cells that show no character: blank paper, or the gap between two characters.
    private const double NoCharacter = 0.05;

    private readonly Random _random = new(seed);
    private readonly float[] _gray = new float[Width * Height];
    private readonly float[] _scratch = new float[Width * Height];
    private float? _spare;

    /// <summary>Makes one cell.</summary>
    /// <param name="ink">Receives the net's input.</param>
    /// <returns>Index of the character in the net's alphabet, or -1 where the cell shows none.</returns>
    public int Next(Span<float> ink)
    {
        var label = Chance(0.12) ? 0 : _random.Next(GlyphNet.Classes);
        float displacement = 0;
        var blank = false;
        if (Chance(NoCharacter))
        {
            // Half of them blank, half shifted by about half a pitch.
            blank = Chance(0.5);
            displacement = blank ? 0 : Between(7.8f, 10.2f) * (Chance(0.5) ? 1 : -1);
        }

        float paper = Between(150, 250), dark = paper - Between(45, 190);
        if (dark < 5)
        {
            dark = Between(5, 30);
        }

        Paint(label, blank, displacement, paper, dark);
        if (Chance(0.06))
        {
            CastShadow();
        }

        if (Chance(0.45))
        {
            LoseResolution(paper);
        }

        if (Chance(0.12))
        {
            Sharpen(Between(0.3f, 1.2f));
        }

        var deviation = Chance(0.5) ? Between(0, 4) : Between(0, 14);
        for (var i = 0; i < _gray.Length; i++)
        {
            _gray[i] += deviation * Normal();
        }

        GlyphCell.Normalise(_gray, ink);
        return blank || displacement != 0 ? -1 : label;
    }

    private void Paint(int label, bool blank, float displacement, float paper, float dark)
    {
        // The three fonts: mostly the regular one, which real documents resemble most.
        var font = Chance(0.65) ? 0 : Chance(0.6) ? 1 : 2;
        var set = atlas.Set(font, _random.Next(GlyphAtlas.Versions));
        byte[]? left = Chance(0.06) ? null : set[Neighbour()], right = Chance(0.06) ? null : set[Neighbour()];
        byte[]? middle = blank ? null : set[label];
        if (blank && Chance(0.7))
        {
            _ = Chance(0.5) ? left = null : right = null;
        }

        // 6 pixels of the drawing are one of the cell.
        float pitch = GlyphAtlas.Advance * Between(0.90f, 1.12f);
        float scaleX = 6f / Between(0.88f, 1.12f), scaleY = 6f / Between(0.86f, 1.12f);
        float rotation = Normal() * 0.035f, shear = Normal() * 0.05f, cos = MathF.Cos(rotation), sin = MathF.Sin(rotation);
        float shiftX = (Normal() * 1.1f) + displacement, shiftY = Normal() * 1.2f;

        // Security print: two waves over the paper; and a gradient of light.
        float print = Chance(0.6) ? Between(0, 0.28f) * (paper - dark) : 0, second = Chance(0.3) ? Between(0, 0.8f) : 0;
        var (frequencyX, frequencyY, phase) = Wave();
        var (secondX, secondY, secondPhase) = Wave();
        float slopeX = Normal() * 1.2f, slopeY = Normal();

        var line = Chance(0.12);
        float lineX = Between(0, Width), lineY = Between(0, Height), angle = Between(0, MathF.PI), lineCos = MathF.Cos(angle), lineSin = MathF.Sin(angle);
        float lineWidth = Between(0.5f, 1.3f), lineInk = Between(0.2f, 0.7f);

        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                float dx = x + 0.5f - (Width / 2f) - shiftX, dy = y + 0.5f - (Height / 2f) - shiftY;
                var atX = (((dx * cos) + (dy * sin) + (shear * dy)) * scaleX) + GlyphAtlas.OriginX + (GlyphAtlas.Advance / 2);
                var atY = (((-dx * sin) + (dy * cos)) * scaleY) + GlyphAtlas.Middle;
                var ink = middle is null ? 0 : GlyphAtlas.Sample(middle, atX, atY);
                ink = left is null ? ink : Math.Max(ink, GlyphAtlas.Sample(left, atX + pitch, atY));
                ink = right is null ? ink : Math.Max(ink, GlyphAtlas.Sample(right, atX - pitch, atY));

                var wave = MathF.Sin((x * frequencyX) + (y * frequencyY) + phase);
                if (second > 0)
                {
                    wave += second * MathF.Sin((x * secondX) + (y * secondY) + secondPhase);
                }

                var background = paper + (print * wave) + (slopeX * (x - 12)) + (slopeY * (y - 14));
                var value = background + ((dark - background) * ink);
                if (line && Math.Abs(((x - lineX) * lineCos) + ((y - lineY) * lineSin)) < lineWidth)
                {
                    value -= lineInk * (value - dark);
                }

                _gray[(y * Width) + x] = value;
            }
        }
    }

    // The edge of a shadow or of a reflection across the cell.
    private void CastShadow()
    {
        float angle = Between(0, 2 * MathF.PI), cos = MathF.Cos(angle), sin = MathF.Sin(angle), offset = Between(-9, 9);
        float factor = Between(0.45f, 0.9f), softness = Between(0.3f, 4f);
        for (var i = 0; i < _gray.Length; i++)
        {
            var distance = (((i % Width) - 12) * cos) + (((i / Width) - 14) * sin) - offset;
            _gray[i] *= factor + ((1 - factor) * Math.Clamp((distance / softness) + 0.5f, 0, 1));
        }
    }

    // Averages into coarser pixels, adds the sensor's noise there, and interpolates back.
    private void LoseResolution(float paper)
    {
        var step = Between(1.3f, 3.0f);
        int width = (int)(Width / step) + 2, height = (int)(Height / step) + 2;
        float phaseX = Between(0, 1), phaseY = Between(0, 1), noise = Between(0, 6);
        Span<float> coarse = stackalloc float[width * height];
        Span<float> count = stackalloc float[width * height];
        coarse.Clear();
        count.Clear();
        for (var i = 0; i < _gray.Length; i++)
        {
            int x = (int)(((i % Width) / step) + phaseX), y = (int)(((i / Width) / step) + phaseY);
            if (x < width && y < height)
            {
                coarse[(y * width) + x] += _gray[i];
                count[(y * width) + x]++;
            }
        }

        for (var i = 0; i < coarse.Length; i++)
        {
            coarse[i] = (count[i] > 0 ? coarse[i] / count[i] : paper) + (noise * Normal());
        }

        for (var i = 0; i < _gray.Length; i++)
        {
            var fx = Math.Clamp((((i % Width) + 0.5f) / step) + phaseX - 0.5f, 0, width - 1.01f);
            var fy = Math.Clamp((((i / Width) + 0.5f) / step) + phaseY - 0.5f, 0, height - 1.01f);
            int x = (int)fx, y = (int)fy, at = (y * width) + x;
            fx -= x;
            fy -= y;
            var above = coarse[at] + ((coarse[at + 1] - coarse[at]) * fx);
            var below = coarse[at + width] + ((coarse[at + width + 1] - coarse[at + width]) * fx);
            _gray[i] = above + ((below - above) * fy);
        }
    }

    // The halo that scanners and phones draw around strokes.
    private void Sharpen(float amount)
    {
        _gray.CopyTo(_scratch, 0);
        for (var y = 1; y < Height - 1; y++)
        {
            for (var x = 1; x < Width - 1; x++)
            {
                var at = (y * Width) + x;
                var mean = (_scratch[at - 1] + _scratch[at + 1] + _scratch[at - Width] + _scratch[at + Width]) / 4;
                _gray[at] += amount * (_scratch[at] - mean);
            }
        }
    }

    private (float X, float Y, float Phase) Wave()
    {
        float frequency = Between(0.2f, 1.6f), direction = Between(0, MathF.PI);
        return (frequency * MathF.Cos(direction), frequency * MathF.Sin(direction), Between(0, 2 * MathF.PI));
    }

    private int Neighbour() => Chance(0.3) ? 0 : _random.Next(GlyphNet.Classes);

    private bool Chance(double probability) => _random.NextDouble() < probability;

    private float Between(float least, float most) => least + ((most - least) * (float)_random.NextDouble());

    // Box and Muller's method makes two at a time.
    private float Normal()
    {
        if (_spare is { } spare)
        {
            _spare = null;
            return spare;
        }

        var radius = MathF.Sqrt(-2 * MathF.Log(1 - _random.NextSingle()));
        var (sin, cos) = MathF.SinCos(2 * MathF.PI * _random.NextSingle());
        _spare = radius * sin;
        return radius * cos;
    }
}
