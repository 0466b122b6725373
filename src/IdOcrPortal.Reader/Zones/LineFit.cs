namespace IdOcrPortal.Reader.Zones;

/// <summary>Gives each patch of ink on a line its index at one pitch, and fits the line's course through them.</summary>
internal static class LineFit
{
    private const int LeastCharacters = 12;

    /// <summary>The line through patches sorted from left to right, or <see langword="null"/> where they keep no pitch.</summary>
    public static TextLine? Fit(List<InkBlob> blobs)
    {
        var height = Polynomial.Percentile(blobs.Select(blob => (double)blob.Height), 0.8);
        var pitch = EstimatePitch(blobs, height);
        if (pitch < 0.6 * height || pitch > 1.9 * height)
        {
            return null;
        }

        var (indices, fits) = AssignIndices(blobs, pitch);
        double[] x = [], y = [];
        for (var round = 0; round < 4; round++)
        {
            if (fits.Count(isFit => isFit) < LeastCharacters)
            {
                return null;
            }

            (x, y) = Course(blobs, indices, fits);
            Reassign(blobs, indices, fits, x, y, pitch, height);
        }

        if (fits.Count(isFit => isFit) < LeastCharacters)
        {
            return null;
        }

        var kept = Enumerable.Range(0, blobs.Count).Where(i => fits[i]).ToArray();
        return new TextLine(x, y, height, Array.ConvertAll(kept, i => blobs[i]), Array.ConvertAll(kept, i => indices[i]));
    }

    /// <summary>The most frequent distance of neighbours, pixels; the height where there are too few.</summary>
    public static double EstimatePitch(List<InkBlob> blobs, double height)
    {
        var distances = new List<double>();
        for (var i = 1; i < blobs.Count; i++)
        {
            double distance = blobs[i].X - blobs[i - 1].X;
            if (distance > 0.4 * height && distance < 2.2 * height)
            {
                distances.Add(distance);
            }
        }

        if (distances.Count < 3)
        {
            return height;
        }

        double best = height;
        var most = -1;
        foreach (var candidate in distances)
        {
            var count = distances.Count(distance => Math.Abs(distance - candidate) < 0.08 * candidate);
            if (count > most)
            {
                (most, best) = (count, candidate);
            }
        }

        return distances.Where(distance => Math.Abs(distance - best) < 0.1 * best).Average();
    }

    // From several anchors to both sides with a pitch that adapts on the way; the anchor that explains most patches wins.
    private static (int[] Indices, bool[] Fits) AssignIndices(List<InkBlob> blobs, double pitch)
    {
        const int Anchors = 7;
        var best = (Indices: new int[blobs.Count], Fits: new bool[blobs.Count]);
        var most = -1;
        for (var t = 0; t < Anchors; t++)
        {
            var anchor = (int)((t + 0.5) / Anchors * blobs.Count);
            var local = LocalPitch(blobs, anchor, pitch);
            var indices = new int[blobs.Count];
            var fits = new bool[blobs.Count];
            fits[anchor] = true;
            var count = 1 + Propagate(blobs, anchor, 1, local, pitch, indices, fits) + Propagate(blobs, anchor, -1, local, pitch, indices, fits);
            if (count > most)
            {
                most = count;
                best = (indices, fits);
            }
        }

        return best;
    }

    private static double LocalPitch(List<InkBlob> blobs, int anchor, double pitch)
    {
        var near = new List<double>();
        for (var i = Math.Max(1, anchor - 5); i < Math.Min(blobs.Count, anchor + 6); i++)
        {
            double distance = blobs[i].X - blobs[i - 1].X;
            if (distance > 0.5 * pitch && distance < 1.6 * pitch)
            {
                near.Add(distance);
            }
        }

        return near.Count >= 4 ? Polynomial.Percentile(near, 0.5) : pitch;
    }

    private static int Propagate(List<InkBlob> blobs, int anchor, int direction, double local, double pitch, int[] indices, bool[] fits)
    {
        double last = blobs[anchor].X;
        int index = 0, count = 0;
        for (var i = anchor + direction; i >= 0 && i < blobs.Count; i += direction)
        {
            var distance = (blobs[i].X - last) * direction;
            var steps = (int)Math.Round(distance / local);
            if (steps is < 1 or > 8 || Math.Abs((distance / local) - steps) > 0.28 + (0.02 * Math.Min(steps, 4)))
            {
                continue;
            }

            index += direction * steps;
            indices[i] = index;
            fits[i] = true;
            count++;
            var rate = steps == 1 ? 0.3 : 0.2;
            local = Math.Clamp(((1 - rate) * local) + (rate * distance / steps), 0.55 * pitch, 1.8 * pitch);
            last = blobs[i].X;
        }

        return count;
    }

    private static (double[] X, double[] Y) Course(List<InkBlob> blobs, int[] indices, bool[] fits)
    {
        List<double> at = [], xs = [], ys = [];
        for (var i = 0; i < blobs.Count; i++)
        {
            if (fits[i])
            {
                at.Add(indices[i]);
                xs.Add(blobs[i].X);
                ys.Add(blobs[i].Y);
            }
        }

        var isLong = at.Count > 18;
        return (Polynomial.Fit(at, xs, isLong), Polynomial.Fit(at, ys, isLong));
    }

    private static void Reassign(List<InkBlob> blobs, int[] indices, bool[] fits, double[] x, double[] y, double pitch, double height)
    {
        for (var i = 0; i < blobs.Count; i++)
        {
            var nearest = indices[i];
            var distance = double.MaxValue;
            for (var candidate = indices[i] - 2; candidate <= indices[i] + 2; candidate++)
            {
                var d = Math.Abs(At(x, candidate) - blobs[i].X);
                if (d < distance)
                {
                    (nearest, distance) = (candidate, d);
                }
            }

            indices[i] = nearest;
            fits[i] = distance < 0.25 * pitch && Math.Abs(At(y, nearest) - blobs[i].Y) < 0.28 * height;
        }
    }

    private static double At(double[] coefficients, double i) => coefficients[0] + (coefficients[1] * i) + (coefficients[2] * i * i);
}
