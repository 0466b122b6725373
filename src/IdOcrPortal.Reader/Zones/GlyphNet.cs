using System.Runtime.Intrinsics;

namespace IdOcrPortal.Reader.Zones;

/// <summary>
/// The small convolutional net that names one character cell: 24 × 28 ink values → 37 classes. Convolution 5×5 stride 2 to 8 channels,
/// convolution 3×3 stride 2 to 24 channels, 96 hidden units, 37 outputs; ReLU between. Arrays are channel-last. Instances are read-only
/// while reading, so one net serves all threads; each thread brings its own <see cref="GlyphActivations"/>.
/// </summary>
internal sealed class GlyphNet
{
    /// <summary>Cell width, pixels.</summary>
    public const int CellWidth = 24;

    /// <summary>Cell height, pixels.</summary>
    public const int CellHeight = 28;

    /// <summary>The characters of a machine-readable zone, in the order of the outputs.</summary>
    public const string Alphabet = "<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    internal const int Channels1 = 8, Channels2 = 24, Hidden = 96, Classes = 37;
    internal const int Width1 = CellWidth / 2, Height1 = CellHeight / 2, Width2 = Width1 / 2, Height2 = Height1 / 2;
    internal const int Flat = Width2 * Height2 * Channels2;

    private const string Resource = "IdOcrPortal.Reader.Zones.glyphs.weights";

    private static readonly Lazy<GlyphNet> Shared = new(LoadEmbedded);

    internal readonly float[] Kernel1 = new float[25 * Channels1], Bias1 = new float[Channels1];
    internal readonly float[] Kernel2 = new float[9 * Channels1 * Channels2], Bias2 = new float[Channels2];
    internal readonly float[] Weights3 = new float[Flat * Hidden], Bias3 = new float[Hidden];
    internal readonly float[] Weights4 = new float[Hidden * Classes], Bias4 = new float[Classes];

    /// <summary>The trained net that is embedded in this assembly (made by <c>src/tools/GlyphTrainer</c>).</summary>
    public static GlyphNet Embedded => Shared.Value;

    /// <summary>All parameters, in the order in which they are stored.</summary>
    internal float[][] Parameters => [Kernel1, Bias1, Kernel2, Bias2, Weights3, Bias3, Weights4, Bias4];

    /// <summary>Reads parameters stored as little-endian 16-bit floats, nothing else around them.</summary>
    /// <exception cref="InvalidDataException">The stream holds too little or too much.</exception>
    public static GlyphNet Load(Stream stream)
    {
        var net = new GlyphNet();
        using var reader = new BinaryReader(stream);
        try
        {
            foreach (var values in net.Parameters)
            {
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = (float)reader.ReadHalf();
                }
            }
        }
        catch (EndOfStreamException end)
        {
            throw new InvalidDataException("The weights end too early for the layers of this net; train them again.", end);
        }

        if (stream.ReadByte() >= 0)
        {
            throw new InvalidDataException("The weights are longer than the layers of this net; train them again.");
        }

        return net;
    }

    /// <summary>Writes what <see cref="Load"/> reads.</summary>
    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        foreach (var values in Parameters)
        {
            foreach (var value in values)
            {
                writer.Write((Half)value);
            }
        }
    }

    /// <summary>Runs the net on <see cref="GlyphActivations.Input"/>; the result is in <see cref="GlyphActivations.Output"/>, not yet normalised.</summary>
    public void Forward(GlyphActivations state)
    {
        Convolve1(state.Input, state.Layer1);
        Convolve2(state.Layer1, state.Layer2);
        Connect3(state.Layer2, state.Layer3);

        var output = state.Output;
        Bias4.CopyTo(output, 0);
        for (var i = 0; i < Hidden; i++)
        {
            var value = state.Layer3[i];
            if (value != 0)
            {
                var row = Weights4.AsSpan(i * Classes, Classes);
                for (var k = 0; k < row.Length; k++)
                {
                    output[k] += value * row[k];
                }
            }
        }
    }

    /// <summary>Turns outputs into natural logarithms of probabilities, in place.</summary>
    public static void LogSoftmax(Span<float> output)
    {
        var greatest = float.NegativeInfinity;
        foreach (var value in output)
        {
            greatest = Math.Max(greatest, value);
        }

        double sum = 0;
        foreach (var value in output)
        {
            sum += Math.Exp(value - greatest);
        }

        var log = (float)(greatest + Math.Log(sum));
        for (var i = 0; i < output.Length; i++)
        {
            output[i] -= log;
        }
    }

    // 8 channels are one vector: it stays in a register for all 25 taps.
    private void Convolve1(float[] input, float[] output)
    {
        var bias = Vector256.Create(Bias1);
        for (var y = 0; y < Height1; y++)
        {
            for (var x = 0; x < Width1; x++)
            {
                var sum = bias;
                for (var j = Math.Max(0, 2 - (2 * y)); j < 5 && (2 * y) + j - 2 < CellHeight; j++)
                {
                    var row = ((2 * y) + j - 2) * CellWidth;
                    for (var i = Math.Max(0, 2 - (2 * x)); i < 5 && (2 * x) + i - 2 < CellWidth; i++)
                    {
                        var value = input[row + (2 * x) + i - 2];
                        sum += Vector256.Create(value) * Vector256.Create(Kernel1, ((j * 5) + i) * Channels1);
                    }
                }

                Vector256.Max(sum, Vector256<float>.Zero).CopyTo(output, ((y * Width1) + x) * Channels1);
            }
        }
    }

    private void Convolve2(float[] input, float[] output)
    {
        for (var y = 0; y < Height2; y++)
        {
            for (var x = 0; x < Width2; x++)
            {
                var sum0 = Vector256.Create(Bias2, 0);
                var sum1 = Vector256.Create(Bias2, 8);
                var sum2 = Vector256.Create(Bias2, 16);
                for (var j = Math.Max(0, 1 - (2 * y)); j < 3 && (2 * y) + j - 1 < Height1; j++)
                {
                    for (var i = Math.Max(0, 1 - (2 * x)); i < 3 && (2 * x) + i - 1 < Width1; i++)
                    {
                        var from = ((((2 * y) + j - 1) * Width1) + (2 * x) + i - 1) * Channels1;
                        var weights = ((j * 3) + i) * Channels1 * Channels2;
                        for (var c = 0; c < Channels1; c++, weights += Channels2)
                        {
                            var value = Vector256.Create(input[from + c]);
                            sum0 += value * Vector256.Create(Kernel2, weights);
                            sum1 += value * Vector256.Create(Kernel2, weights + 8);
                            sum2 += value * Vector256.Create(Kernel2, weights + 16);
                        }
                    }
                }

                var to = ((y * Width2) + x) * Channels2;
                Vector256.Max(sum0, Vector256<float>.Zero).CopyTo(output, to);
                Vector256.Max(sum1, Vector256<float>.Zero).CopyTo(output, to + 8);
                Vector256.Max(sum2, Vector256<float>.Zero).CopyTo(output, to + 16);
            }
        }
    }

    // Three rounds over the inputs with four vectors each: what fits in registers. About half of the inputs are 0 after ReLU.
    private void Connect3(float[] input, float[] output)
    {
        for (var part = 0; part < Hidden; part += 32)
        {
            var sum0 = Vector256.Create(Bias3, part);
            var sum1 = Vector256.Create(Bias3, part + 8);
            var sum2 = Vector256.Create(Bias3, part + 16);
            var sum3 = Vector256.Create(Bias3, part + 24);
            for (int i = 0, weights = part; i < Flat; i++, weights += Hidden)
            {
                if (input[i] == 0)
                {
                    continue;
                }

                var value = Vector256.Create(input[i]);
                sum0 += value * Vector256.Create(Weights3, weights);
                sum1 += value * Vector256.Create(Weights3, weights + 8);
                sum2 += value * Vector256.Create(Weights3, weights + 16);
                sum3 += value * Vector256.Create(Weights3, weights + 24);
            }

            Vector256.Max(sum0, Vector256<float>.Zero).CopyTo(output, part);
            Vector256.Max(sum1, Vector256<float>.Zero).CopyTo(output, part + 8);
            Vector256.Max(sum2, Vector256<float>.Zero).CopyTo(output, part + 16);
            Vector256.Max(sum3, Vector256<float>.Zero).CopyTo(output, part + 24);
        }
    }

    private static GlyphNet LoadEmbedded()
    {
        using var stream = typeof(GlyphNet).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks the resource {Resource}; see src/tools/GlyphTrainer/README.md.");
        return Load(stream);
    }
}

/// <summary>What one run of the net needs and leaves behind; belongs to one thread.</summary>
internal sealed class GlyphActivations
{
    /// <summary>24 × 28 ink values by rows: 0 paper, 1 ink.</summary>
    public readonly float[] Input = new float[GlyphNet.CellWidth * GlyphNet.CellHeight];

    /// <summary>After the first convolution.</summary>
    public readonly float[] Layer1 = new float[GlyphNet.Width1 * GlyphNet.Height1 * GlyphNet.Channels1];

    /// <summary>After the second convolution.</summary>
    public readonly float[] Layer2 = new float[GlyphNet.Flat];

    /// <summary>The hidden units.</summary>
    public readonly float[] Layer3 = new float[GlyphNet.Hidden];

    /// <summary>One value per character of <see cref="GlyphNet.Alphabet"/>.</summary>
    public readonly float[] Output = new float[GlyphNet.Classes];
}
