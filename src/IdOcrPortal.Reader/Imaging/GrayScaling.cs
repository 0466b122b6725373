namespace IdOcrPortal.Reader.Imaging;

/// <summary>Makes grey pictures smaller by averaging areas and larger by interpolating, so that thin strokes survive either way.</summary>
internal static class GrayScaling
{
    /// <summary>The picture scaled by a factor, at least 1 × 1.</summary>
    public static GrayImage Scale(this GrayImage image, double factor)
    {
        int width = Math.Max(1, (int)Math.Round(image.Width * factor)), height = Math.Max(1, (int)Math.Round(image.Height * factor));
        var columns = new Weights(image.Width, width);
        var rows = new Weights(image.Height, height);
        var scaled = new GrayImage(width, height);

        // Each source row is brought to the new width once, when it is first needed, and kept while target rows still need it.
        var kept = new float[rows.Most + 1][];
        var keptRow = new int[kept.Length];
        Array.Fill(keptRow, -1);
        var sum = new float[width];
        for (var y = 0; y < height; y++)
        {
            Array.Clear(sum);
            for (var k = rows.Start[y]; k < rows.Start[y + 1]; k++)
            {
                var from = rows.First[y] + (k - rows.Start[y]);
                var slot = from % kept.Length;
                if (keptRow[slot] != from)
                {
                    kept[slot] ??= new float[width];
                    columns.Apply(image.Pixels.AsSpan(from * image.Width, image.Width), kept[slot]);
                    keptRow[slot] = from;
                }

                AddScaled(kept[slot], rows.Values[k], sum);
            }

            var to = scaled.Pixels.AsSpan(y * width, width);
            for (var x = 0; x < to.Length; x++)
            {
                to[x] = (byte)(sum[x] + 0.5f);
            }
        }

        return scaled;
    }

    private static void AddScaled(ReadOnlySpan<float> values, float factor, Span<float> sum)
    {
        var i = 0;
        var vector = new System.Numerics.Vector<float>(factor);
        var lanes = System.Numerics.Vector<float>.Count;
        for (; i <= sum.Length - lanes; i += lanes)
        {
            (new System.Numerics.Vector<float>(sum[i..]) + (vector * new System.Numerics.Vector<float>(values[i..]))).CopyTo(sum[i..]);
        }

        for (; i < sum.Length; i++)
        {
            sum[i] += factor * values[i];
        }
    }

    /// <summary>For each target place the source places that count, and how much: areas when shrinking, two neighbours when growing.</summary>
    private sealed class Weights
    {
        public Weights(int from, int to)
        {
            First = new int[to];
            Start = new int[to + 1];
            var values = new List<float>();
            var step = (double)from / to;
            for (var i = 0; i < to; i++)
            {
                Start[i] = values.Count;
                if (step > 1)
                {
                    double begin = i * step, end = Math.Min(from, (i + 1) * step);
                    First[i] = (int)begin;
                    for (var k = First[i]; k < end; k++)
                    {
                        values.Add((float)((Math.Min(end, k + 1) - Math.Max(begin, k)) / (end - begin)));
                    }
                }
                else
                {
                    var place = Math.Clamp(((i + 0.5) * step) - 0.5, 0, from - 1);
                    First[i] = Math.Min((int)place, Math.Max(0, from - 2));
                    var share = (float)(place - First[i]);
                    values.Add(1 - share);
                    if (from > 1)
                    {
                        values.Add(share);
                    }
                }

                Most = Math.Max(Most, values.Count - Start[i]);
            }

            Start[to] = values.Count;
            Values = [.. values];
        }

        public int[] First { get; }

        public int[] Start { get; }

        public float[] Values { get; }

        /// <summary>Greatest number of source places for one target place.</summary>
        public int Most { get; }

        public void Apply(ReadOnlySpan<byte> row, Span<float> result)
        {
            for (var i = 0; i < result.Length; i++)
            {
                float sum = 0;
                var from = First[i] - Start[i];
                for (var k = Start[i]; k < Start[i + 1]; k++)
                {
                    sum += row[from + k] * Values[k];
                }

                result[i] = sum;
            }
        }
    }
}
