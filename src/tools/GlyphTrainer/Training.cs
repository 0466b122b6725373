using IdOcrPortal.Reader.Zones;

namespace IdOcrPortal.GlyphTrainer;

/// <summary>What one training depends on besides the glyphs, and nothing else: no clock, no number of processors.</summary>
/// <param name="Steps">Number of batches of 64 cells.</param>
/// <param name="Seed">Start of all randomness.</param>
internal sealed record TrainingOptions(int Steps, int Seed = 7);

/// <summary>
/// Trains the net with Adam, its rate falling along a cosine. A batch is always four parts with a source of randomness each, and their
/// gradients are added in the same order, so the same options give the same weights however many processors work.
/// </summary>
internal static class Training
{
    private const int Parts = 4, CellsPerPart = 16;
    private const float Rate = 1.5e-3f, LastRate = 1e-5f, Decay1 = 0.9f, Decay2 = 0.999f;

    /// <summary>Runs all steps.</summary>
    /// <param name="progress">Called every 500 steps with the step, the share of characters named rightly and the mean loss since the last call.</param>
    public static GlyphNet Run(TrainingOptions options, GlyphAtlas atlas, Action<int, double, double>? progress = null)
    {
        var net = Initial(options.Seed);
        var workers = Enumerable.Range(0, Parts).Select(part => new Worker(net, new CellSampler(atlas, (options.Seed * 1000) + part))).ToArray();
        GlyphNet first = new(), second = new();
        var since = 0;
        for (var step = 1; step <= options.Steps; step++)
        {
            Parallel.For(0, Parts, part => workers[part].Work());
            var rate = (Rate * 0.5f * (1 + MathF.Cos(MathF.PI * (step - 1) / options.Steps))) + LastRate;
            Update(net, workers, first, second, rate, step);
            since++;
            if (progress is not null && (step % 500 == 0 || step == options.Steps))
            {
                var cells = workers.Sum(worker => worker.Characters);
                progress(step, (double)workers.Sum(worker => worker.Right) / cells, workers.Sum(worker => worker.Loss) / (since * Parts * CellsPerPart));
                since = 0;
                foreach (var worker in workers)
                {
                    worker.Reset();
                }
            }
        }

        return net;
    }

    // He's initialisation: normal, variance 2 / inputs.
    private static GlyphNet Initial(int seed)
    {
        var random = new Random(seed);
        var net = new GlyphNet();
        Fill(net.Kernel1, 25);
        Fill(net.Kernel2, 9 * GlyphNet.Channels1);
        Fill(net.Weights3, GlyphNet.Flat);
        Fill(net.Weights4, GlyphNet.Hidden);
        return net;

        void Fill(float[] weights, int inputs)
        {
            var deviation = Math.Sqrt(2.0 / inputs);
            for (var i = 0; i < weights.Length; i++)
            {
                double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())), angle = 2 * Math.PI * random.NextDouble();
                weights[i] = (float)(deviation * radius * Math.Cos(angle));
            }
        }
    }

    private static void Update(GlyphNet net, Worker[] workers, GlyphNet first, GlyphNet second, float rate, int step)
    {
        float correction1 = 1 - MathF.Pow(Decay1, step), correction2 = 1 - MathF.Pow(Decay2, step);
        var sums = workers.Select(worker => worker.Gradient.Sum.Parameters).ToArray();
        for (var p = 0; p < net.Parameters.Length; p++)
        {
            float[] weights = net.Parameters[p], m = first.Parameters[p], v = second.Parameters[p];
            float[] part0 = sums[0][p], part1 = sums[1][p], part2 = sums[2][p], part3 = sums[3][p];
            for (var i = 0; i < weights.Length; i++)
            {
                var gradient = (part0[i] + part1[i] + part2[i] + part3[i]) / (Parts * CellsPerPart);
                m[i] = (Decay1 * m[i]) + ((1 - Decay1) * gradient);
                v[i] = (Decay2 * v[i]) + ((1 - Decay2) * gradient * gradient);
                weights[i] -= rate * (m[i] / correction1) / (MathF.Sqrt(v[i] / correction2) + 1e-8f);
            }

            Array.ForEach(sums, sum => Array.Clear(sum[p]));
        }
    }

    private sealed class Worker(GlyphNet net, CellSampler sampler)
    {
        private readonly GlyphActivations _state = new();

        public GlyphNetGradient Gradient { get; } = new();

        public int Right { get; private set; }

        public int Characters { get; private set; }

        public double Loss { get; private set; }

        public void Work()
        {
            for (var i = 0; i < CellsPerPart; i++)
            {
                var label = sampler.Next(_state.Input);
                net.Forward(_state);
                if (label >= 0)
                {
                    Characters++;
                    Right += _state.Output.AsSpan().IndexOf(_state.Output.Max()) == label ? 1 : 0;
                }

                Loss += Gradient.Add(net, _state, label);
            }
        }

        public void Reset()
        {
            Right = 0;
            Characters = 0;
            Loss = 0;
        }
    }
}
