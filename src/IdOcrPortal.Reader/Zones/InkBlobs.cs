namespace IdOcrPortal.Reader.Zones;

/// <summary>A connected patch of ink that could be a character: its middle and size in pixels.</summary>
internal readonly record struct InkBlob(float X, float Y, int Width, int Height);

/// <summary>Finds connected patches of ink (8 neighbours, runs joined by union-find).</summary>
internal static class InkBlobs
{
    // Woven or printed texture can give many thousands; beyond this number the smallest are left out, or finding lines would take seconds.
    private const int Most = 12_000;

    private const float LeastFill = 0.12f;

    /// <summary>Patches between two heights in pixels whose proportions a character could have.</summary>
    public static List<InkBlob> Find(bool[] ink, int width, int height, int leastHeight, int mostHeight)
    {
        var runs = JoinRuns(ink, width, height);
        var boxes = new Box[runs.Count];
        for (var i = 0; i < runs.Count; i++)
        {
            ref var box = ref boxes[runs.Root(i)];
            box.Include(runs.Left[i], runs.Right[i], runs.Row[i]);
        }

        var blobs = new List<InkBlob>();
        foreach (ref readonly var box in boxes.AsSpan())
        {
            if (box.Area == 0)
            {
                continue;
            }

            int w = box.Right - box.Left + 1, h = box.Bottom - box.Top + 1;
            var isCharacter = h >= leastHeight && h <= mostHeight && w >= 2 && w <= h * 1.8 && w <= mostHeight * 1.5 && box.Area >= LeastFill * w * h;
            if (isCharacter)
            {
                blobs.Add(new InkBlob((box.Left + box.Right) * 0.5f, (box.Top + box.Bottom) * 0.5f, w, h));
            }
        }

        if (blobs.Count > Most)
        {
            blobs.Sort((a, b) => b.Height.CompareTo(a.Height));
            blobs.RemoveRange(Most, blobs.Count - Most);
        }

        return blobs;
    }

    private static Runs JoinRuns(bool[] ink, int width, int height)
    {
        var runs = new Runs();
        int aboveFrom = 0, aboveTo = 0;
        for (var y = 0; y < height; y++)
        {
            var row = ink.AsSpan(y * width, width);
            int from = runs.Count, above = aboveFrom, x = 0;
            while (x < width)
            {
                var next = row[x..].IndexOf(true);
                if (next < 0)
                {
                    break;
                }

                var left = x + next;
                var length = row[left..].IndexOf(false);
                x = length < 0 ? width : left + length;
                var run = runs.Add(left, x - 1, y);
                while (above < aboveTo && runs.Right[above] < left - 1)
                {
                    above++;
                }

                for (var i = above; i < aboveTo && runs.Left[i] <= x; i++)
                {
                    runs.Join(i, run);
                }
            }

            aboveFrom = from;
            aboveTo = runs.Count;
        }

        return runs;
    }

    private struct Box
    {
        public int Left, Right, Top, Bottom, Area;

        public void Include(int left, int right, int row)
        {
            if (Area == 0)
            {
                (Left, Right, Top) = (left, right, row);
            }

            Left = Math.Min(Left, left);
            Right = Math.Max(Right, right);
            Bottom = row;
            Area += right - left + 1;
        }
    }

    private sealed class Runs
    {
        private readonly List<int> _parent = new(4096);

        public List<int> Left { get; } = new(4096);

        public List<int> Right { get; } = new(4096);

        public List<int> Row { get; } = new(4096);

        public int Count => _parent.Count;

        public int Add(int left, int right, int row)
        {
            Left.Add(left);
            Right.Add(right);
            Row.Add(row);
            _parent.Add(_parent.Count);
            return _parent.Count - 1;
        }

        public int Root(int run)
        {
            while (_parent[run] != run)
            {
                run = _parent[run] = _parent[_parent[run]];
            }

            return run;
        }

        public void Join(int first, int second)
        {
            int a = Root(first), b = Root(second);
            if (a != b)
            {
                _parent[Math.Max(a, b)] = Math.Min(a, b);
            }
        }
    }
}
