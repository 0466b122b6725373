namespace IdOcrPortal.Reader.Zones;

/// <summary>How the grey values of a character cell become the net's input; training and reading share it.</summary>
internal static class GlyphCell
{
    /// <summary>Rows of the cell that a capital letter takes: 18.2 of 28.</summary>
    public const double CapitalHeight = 18.2;

    /// <summary>Columns of the cell from one character to the next: 18 of 24.</summary>
    public const double Pitch = 18;

    // Below this contrast (grey levels) a cell counts as empty: noise must not be stretched into ink.
    private const float LeastContrast = 12f;

    /// <summary>Stretches grey values so that paper becomes 0 and ink 1 (at most 1.15), whatever the light.</summary>
    public static void Normalise(ReadOnlySpan<float> gray, Span<float> ink)
    {
        var darkest = float.MaxValue;
        var brightest = float.MinValue;
        foreach (var value in gray)
        {
            darkest = Math.Min(darkest, value);
            brightest = Math.Max(brightest, value);
        }

        Span<int> histogram = stackalloc int[64];
        var range = Math.Max(1e-3f, brightest - darkest);
        foreach (var value in gray)
        {
            histogram[Math.Min(63, (int)((value - darkest) / range * 64))]++;
        }

        var low = Percentile(histogram, (int)(0.04f * gray.Length), darkest, range);
        var high = Percentile(histogram, (int)(0.80f * gray.Length), darkest, range);
        var scale = 1 / Math.Max(high - low, LeastContrast);
        for (var i = 0; i < gray.Length; i++)
        {
            ink[i] = Math.Clamp((high - gray[i]) * scale, 0f, 1.15f);
        }
    }

    private static float Percentile(ReadOnlySpan<int> histogram, int count, float darkest, float range)
    {
        var sum = 0;
        for (var i = 0; i < histogram.Length; i++)
        {
            sum += histogram[i];
            if (sum > count)
            {
                return darkest + ((i + 0.5f) / 64 * range);
            }
        }

        return darkest + range;
    }
}
