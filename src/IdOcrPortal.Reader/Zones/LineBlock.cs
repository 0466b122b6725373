namespace IdOcrPortal.Reader.Zones;

/// <summary>Two or three parallel lines that could be one machine-readable zone, from the top.</summary>
internal sealed record LineBlock(IReadOnlyList<TextLine> Lines)
{
    /// <summary>The more regular characters, the better.</summary>
    public double Score { get; } = Lines.Sum(line => line.Filled * line.Regularity * line.Regularity);

    /// <summary>Candidates, best first.</summary>
    public static List<LineBlock> Find(List<TextLine> lines)
    {
        var good = lines.FindAll(line => line.Slots is >= 18 and <= 52 && line.Regularity > 0.5);
        var blocks = new List<LineBlock>();
        foreach (var top in good)
        {
            var chain = new List<TextLine> { top };
            while (chain.Count < 3 && NextBelow(chain, good) is { } below)
            {
                chain.Add(below);
                blocks.Add(new LineBlock([.. chain]));
            }
        }

        blocks.Sort((a, b) => b.Score.CompareTo(a.Score));
        return blocks;
    }

    private static TextLine? NextBelow(List<TextLine> chain, List<TextLine> lines)
    {
        var above = chain[^1];
        TextLine? next = null;
        var nearest = double.MaxValue;
        foreach (var line in lines)
        {
            var pitch = (above.Pitch + line.Pitch) / 2;
            if (chain.Contains(line) || Math.Abs(above.Pitch - line.Pitch) > 0.15 * pitch || Math.Abs(above.Slope - line.Slope) > 0.06)
            {
                continue;
            }

            var from = Math.Max(above.X(above.First), line.X(line.First));
            var to = Math.Min(above.X(above.Last), line.X(line.Last));
            var distance = line.Y(line.IndexAt(from)) - above.Y(above.IndexAt(from));
            if (to - from >= 12 * pitch && distance >= 1.1 * pitch && distance <= 4.2 * pitch && distance < nearest)
            {
                (next, nearest) = (line, distance);
            }
        }

        return next;
    }
}
