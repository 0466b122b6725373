using System.Runtime.Intrinsics;
using IdOcrPortal.Reader.Zones;

namespace IdOcrPortal.GlyphTrainer;

/// <summary>Back-propagation through <see cref="GlyphNet"/>: adds the gradient of one sample's loss to a sum. Belongs to one thread.</summary>
internal sealed class GlyphNetGradient
{
    // Label smoothing: the probabilities have to mean something at 0.5, so the net must not be driven to certainty.
    private const float Smoothing = 0.03f;

    private readonly float[] _layer1 = new float[GlyphNet.Width1 * GlyphNet.Height1 * GlyphNet.Channels1];
    private readonly float[] _layer2 = new float[GlyphNet.Flat];
    private readonly float[] _layer3 = new float[GlyphNet.Hidden];
    private readonly float[] _output = new float[GlyphNet.Classes];

    /// <summary>The sum so far, in the shape of the net.</summary>
    public GlyphNet Sum { get; } = new();

    /// <summary>
    /// Adds the gradient after <see cref="GlyphNet.Forward"/>. A <paramref name="label"/> below 0 means "no character": the wanted answer is
    /// then the same probability for all, so that empty or displaced cells are doubtful instead of arbitrary.
    /// </summary>
    /// <returns>The loss: minus the log probability of the label.</returns>
    public float Add(GlyphNet net, GlyphActivations state, int label)
    {
        GlyphNet.LogSoftmax(state.Output);
        float loss = 0;
        for (var i = 0; i < GlyphNet.Classes; i++)
        {
            var wanted = label < 0 ? 1f / GlyphNet.Classes : (i == label ? 1 - Smoothing : 0) + (Smoothing / GlyphNet.Classes);
            _output[i] = MathF.Exp(state.Output[i]) - wanted;
            loss -= label < 0 ? state.Output[i] / GlyphNet.Classes : i == label ? state.Output[i] : 0;
        }

        Connected(state, net);
        Convolution2(state, net);
        Convolution1(state);
        return loss;
    }

    private void Connected(GlyphActivations state, GlyphNet net)
    {
        for (var i = 0; i < GlyphNet.Hidden; i++)
        {
            _layer3[i] = 0;
            if (state.Layer3[i] > 0)
            {
                _layer3[i] = Dot(net.Weights4.AsSpan(i * GlyphNet.Classes, GlyphNet.Classes), _output);
                AddScaled(state.Layer3[i], _output, Sum.Weights4.AsSpan(i * GlyphNet.Classes, GlyphNet.Classes));
            }
        }

        AddScaled(1, _output, Sum.Bias4);
        AddScaled(1, _layer3, Sum.Bias3);
        for (var i = 0; i < GlyphNet.Flat; i++)
        {
            _layer2[i] = 0;
            if (state.Layer2[i] > 0)
            {
                _layer2[i] = Dot(net.Weights3.AsSpan(i * GlyphNet.Hidden, GlyphNet.Hidden), _layer3);
                AddScaled(state.Layer2[i], _layer3, Sum.Weights3.AsSpan(i * GlyphNet.Hidden, GlyphNet.Hidden));
            }
        }
    }

    private void Convolution2(GlyphActivations state, GlyphNet net)
    {
        Array.Clear(_layer1);
        for (var y = 0; y < GlyphNet.Height2; y++)
        {
            for (var x = 0; x < GlyphNet.Width2; x++)
            {
                var above = _layer2.AsSpan(((y * GlyphNet.Width2) + x) * GlyphNet.Channels2, GlyphNet.Channels2);
                AddScaled(1, above, Sum.Bias2);
                for (var tap = 0; tap < 9; tap++)
                {
                    int row = (2 * y) + (tap / 3) - 1, column = (2 * x) + (tap % 3) - 1;
                    if ((uint)row >= GlyphNet.Height1 || (uint)column >= GlyphNet.Width1)
                    {
                        continue;
                    }

                    var from = ((row * GlyphNet.Width1) + column) * GlyphNet.Channels1;
                    for (var c = 0; c < GlyphNet.Channels1; c++)
                    {
                        var value = state.Layer1[from + c];
                        if (value > 0)
                        {
                            var weights = ((tap * GlyphNet.Channels1) + c) * GlyphNet.Channels2;
                            AddScaled(value, above, Sum.Kernel2.AsSpan(weights, GlyphNet.Channels2));
                            _layer1[from + c] += Dot(net.Kernel2.AsSpan(weights, GlyphNet.Channels2), above);
                        }
                    }
                }
            }
        }
    }

    private void Convolution1(GlyphActivations state)
    {
        for (var y = 0; y < GlyphNet.Height1; y++)
        {
            for (var x = 0; x < GlyphNet.Width1; x++)
            {
                var above = _layer1.AsSpan(((y * GlyphNet.Width1) + x) * GlyphNet.Channels1, GlyphNet.Channels1);
                AddScaled(1, above, Sum.Bias1);
                for (var tap = 0; tap < 25; tap++)
                {
                    int row = (2 * y) + (tap / 5) - 2, column = (2 * x) + (tap % 5) - 2;
                    if ((uint)row < GlyphNet.CellHeight && (uint)column < GlyphNet.CellWidth && state.Input[(row * GlyphNet.CellWidth) + column] is not 0f and var value)
                    {
                        AddScaled(value, above, Sum.Kernel1.AsSpan(tap * GlyphNet.Channels1, GlyphNet.Channels1));
                    }
                }
            }
        }
    }

    // Vectors of a fixed width of 8: the order of summation, and so the result, does not depend on the processor's own width.
    private static void AddScaled(float scale, ReadOnlySpan<float> values, Span<float> sum)
    {
        var i = 0;
        var factor = Vector256.Create(scale);
        for (; i <= sum.Length - 8; i += 8)
        {
            (Vector256.Create(sum.Slice(i, 8)) + (factor * Vector256.Create(values.Slice(i, 8)))).CopyTo(sum.Slice(i, 8));
        }

        for (; i < sum.Length; i++)
        {
            sum[i] += scale * values[i];
        }
    }

    private static float Dot(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        var i = 0;
        var sums = Vector256<float>.Zero;
        for (; i <= first.Length - 8; i += 8)
        {
            sums += Vector256.Create(first.Slice(i, 8)) * Vector256.Create(second.Slice(i, 8));
        }

        var sum = Vector256.Sum(sums);
        for (; i < first.Length; i++)
        {
            sum += first[i] * second[i];
        }

        return sum;
    }
}
