namespace IdOcrPortal.Reader.Zones;

/// <summary>
/// A line of characters at one pitch: the place of character <c>i</c> is a quadratic in <c>i</c>, which follows skew and perspective.
/// The index has no fixed origin; which one is the first character is found out later.
/// </summary>
internal sealed class TextLine(double[] x, double[] y, double capHeight, IReadOnlyList<InkBlob> blobs, IReadOnlyList<int> indices)
{
    /// <summary>Patches of ink on the line, one or more an index.</summary>
    public IReadOnlyList<InkBlob> Blobs { get; } = blobs;

    /// <summary>The index of each patch.</summary>
    public IReadOnlyList<int> Indices { get; } = indices;

    /// <summary>Least index with ink.</summary>
    public int First { get; } = indices.Min();

    /// <summary>Greatest index with ink.</summary>
    public int Last { get; } = indices.Max();

    /// <summary>Height of a capital letter, pixels.</summary>
    public double CapHeight { get; } = capHeight;

    /// <summary>Number of different indices with ink.</summary>
    public int Filled { get; } = indices.Distinct().Count();

    /// <summary>From the first to the last character, both counted.</summary>
    public int Slots => Last - First + 1;

    /// <summary>Share of slots with exactly one patch, 0 to 1.</summary>
    public double Regularity => (double)Filled / Math.Max(Slots, Blobs.Count);

    /// <summary>Pixels from one character to the next in the middle of the line.</summary>
    public double Pitch => x[1] + (x[2] * (First + Last));

    /// <summary>Rise of y with x.</summary>
    public double Slope => y[1] / x[1];

    /// <summary>Middle of character <paramref name="i"/>, pixels from the left.</summary>
    public double X(double i) => x[0] + (x[1] * i) + (x[2] * i * i);

    /// <summary>Middle of character <paramref name="i"/>, pixels from the top.</summary>
    public double Y(double i) => y[0] + (y[1] * i) + (y[2] * i * i);

    /// <summary>Step from one character to the next at <paramref name="i"/>.</summary>
    public (double X, double Y) Step(double i) => (x[1] + (2 * x[2] * i), y[1] + (2 * y[2] * i));

    /// <summary>Index at which a straightened line has this x.</summary>
    public double IndexAt(double atX) => (atX - x[0]) / x[1];
}
