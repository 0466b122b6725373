namespace IdOcrPortal.Reader.Zones;

/// <summary>Finds lines of equally spaced characters among patches of ink: chains of nearest neighbours, grown along a straight line.</summary>
internal static class LineFinder
{
    /// <summary>Steepest line that is found, as rise over run; steeper ones are found after turning the picture.</summary>
    public const double MostSlope = 0.45;

    private const int LeastCharacters = 12, LeastChain = 4;

    /// <summary>All lines with at least 12 characters. Sorts <paramref name="blobs"/> from left to right.</summary>
    public static List<TextLine> Find(List<InkBlob> blobs)
    {
        var lines = new List<TextLine>();
        if (blobs.Count < LeastCharacters)
        {
            return lines;
        }

        blobs.Sort((a, b) => a.X.CompareTo(b.X));
        var used = new bool[blobs.Count];
        foreach (var chain in Chains(blobs))
        {
            var members = chain.FindAll(i => !used[i]);
            if (members.Count < LeastChain)
            {
                continue;
            }

            Grow(members, blobs, used);
            if (members.Count < LeastCharacters)
            {
                continue;
            }

            var line = LineFit.Fit(members.ConvertAll(i => blobs[i]));
            if (line is not null)
            {
                members.ForEach(i => used[i] = true);
                lines.Add(line);
            }
        }

        return lines;
    }

    // Each patch points at the nearest fitting one to its right; of several that point at the same, the nearest keeps it.
    private static List<List<int>> Chains(List<InkBlob> blobs)
    {
        int[] right = new int[blobs.Count], left = new int[blobs.Count];
        var cost = new float[blobs.Count];
        Array.Fill(right, -1);
        Array.Fill(left, -1);
        Array.Fill(cost, float.MaxValue);
        for (var i = 0; i < blobs.Count; i++)
        {
            var (next, distance) = NearestRight(blobs, i);
            if (next >= 0 && distance < cost[next])
            {
                if (left[next] >= 0)
                {
                    right[left[next]] = -1;
                }

                left[next] = i;
                cost[next] = distance;
                right[i] = next;
            }
        }

        var chains = new List<List<int>>();
        for (var i = 0; i < blobs.Count; i++)
        {
            if (left[i] < 0 && right[i] >= 0)
            {
                var chain = new List<int>();
                for (var k = i; k >= 0; k = right[k])
                {
                    chain.Add(k);
                }

                if (chain.Count >= LeastChain)
                {
                    chains.Add(chain);
                }
            }
        }

        chains.Sort((a, b) => b.Count != a.Count ? b.Count - a.Count : a[0] - b[0]);
        return chains;
    }

    private static (int Index, float Cost) NearestRight(List<InkBlob> blobs, int i)
    {
        var from = blobs[i];
        var best = (-1, float.MaxValue);
        for (var j = i + 1; j < blobs.Count; j++)
        {
            var to = blobs[j];
            var dx = to.X - from.X;
            if (dx > 5f * from.Height)
            {
                break;
            }

            float taller = Math.Max(from.Height, to.Height), dy = Math.Abs(to.Y - from.Y);
            if (dx < 0.35f * taller || dx > 2.3f * taller || dy > (MostSlope * dx) + (0.2f * taller) || Math.Min(from.Height, to.Height) < 0.5f * taller)
            {
                continue;
            }

            var cost = dx + (1.5f * dy) + (0.5f * Math.Abs(from.Height - to.Height));
            if (cost < best.Item2)
            {
                best = (j, cost);
            }
        }

        return best;
    }

    private static void Grow(List<int> members, List<InkBlob> blobs, bool[] used)
    {
        var isMember = new HashSet<int>(members);
        for (var round = 0; round < 6; round++)
        {
            var (offset, slope) = StraightLine(members, blobs);
            var height = Polynomial.Percentile(members.Select(i => (double)blobs[i].Height), 0.8);
            var reach = 6 * LineFit.EstimatePitch(members.ConvertAll(i => blobs[i]), height);
            double from = blobs[members[0]].X - reach, to = blobs[members[^1]].X + reach;
            var count = members.Count;
            for (var i = FirstFrom(blobs, from); i < blobs.Count && blobs[i].X <= to; i++)
            {
                var blob = blobs[i];
                if (!used[i] && Math.Abs(blob.Y - (offset + (slope * blob.X))) <= 0.3 * height && blob.Height >= 0.45 * height && blob.Height <= 1.4 * height && isMember.Add(i))
                {
                    members.Add(i);
                }
            }

            if (members.Count == count)
            {
                return;
            }

            members.Sort();
        }
    }

    private static int FirstFrom(List<InkBlob> blobs, double x)
    {
        int low = 0, high = blobs.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (blobs[middle].X < x)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static (double Offset, double Slope) StraightLine(List<int> members, List<InkBlob> blobs)
    {
        double n = members.Count, sx = 0, sy = 0, sxx = 0, sxy = 0;
        foreach (var i in members)
        {
            double x = blobs[i].X, y = blobs[i].Y;
            sx += x;
            sy += y;
            sxx += x * x;
            sxy += x * y;
        }

        var spread = (n * sxx) - (sx * sx);
        var slope = Math.Abs(spread) < 1e-9 ? 0 : ((n * sxy) - (sx * sy)) / spread;
        return ((sy - (slope * sx)) / n, slope);
    }
}
