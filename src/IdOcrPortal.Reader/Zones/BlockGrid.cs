namespace IdOcrPortal.Reader.Zones;

/// <summary>The common columns of a block's lines: where in the picture the cell of a line and column lies.</summary>
internal sealed class BlockGrid
{
    // From the middle of a capital letter to the edge that corners are reported for, in heights of a capital letter.
    private const double LineEdge = 0.75;

    private readonly IReadOnlyList<TextLine> _lines;
    private readonly int[] _shift;
    private readonly double[] _raise;
    private readonly double _capHeight;
    private readonly HashSet<int>[] _ink;

    public BlockGrid(LineBlock block)
    {
        _lines = block.Lines;
        _capHeight = _lines.Max(line => line.CapHeight);
        _shift = [.. _lines.Select(ShiftAgainstFirst)];
        _raise = [.. _lines.Select(Raise)];
        _ink = [.. _lines.Select((line, k) => line.Indices.Select(i => i + _shift[k]).ToHashSet())];
        First = _lines.Select((line, k) => line.First + _shift[k]).Min();
        Last = _lines.Select((line, k) => line.Last + _shift[k]).Max();
    }

    /// <summary>Number of lines.</summary>
    public int Lines => _lines.Count;

    /// <summary>Least column with ink.</summary>
    public int First { get; }

    /// <summary>Greatest column with ink.</summary>
    public int Last { get; }

    /// <summary>From the first column with ink to the last, both counted.</summary>
    public int Slots => Last - First + 1;

    /// <summary>Whether a patch of ink lies in the cell.</summary>
    public bool HasInk(int line, int column) => _ink[line].Contains(column);

    /// <summary>Middle of a cell, the step to the next column, and the step down by the height of a capital letter; pixels.</summary>
    public (double X, double Y, double AcrossX, double AcrossY, double DownX, double DownY) Cell(int line, int column)
    {
        var course = _lines[line];
        double i = column - _shift[line];
        var (acrossX, acrossY) = course.Step(i);
        var pitch = Math.Sqrt((acrossX * acrossX) + (acrossY * acrossY));
        double downX = -acrossY / pitch, downY = acrossX / pitch;

        // Perspective makes letters lower where it makes them narrower.
        var height = _capHeight * Math.Clamp(pitch / course.Pitch, 0.7, 1.4);
        return (course.X(i) + (downX * _raise[line]), course.Y(i) + (downY * _raise[line]), acrossX, acrossY, downX * height, downY * height);
    }

    /// <summary>For each line in reading order: top left, top right, bottom right, bottom left of its characters.</summary>
    /// <param name="begin">Column of the first character read.</param>
    public PicturePoint[][] Corners(int begin, int length, bool isUpsideDown)
    {
        var step = isUpsideDown ? -1 : 1;
        var corners = new PicturePoint[Lines][];
        for (var k = 0; k < Lines; k++)
        {
            var line = isUpsideDown ? Lines - 1 - k : k;
            var (first, last) = (Cell(line, begin), Cell(line, begin + (step * (length - 1))));
            corners[k] =
            [
                Corner(first, -0.5 * step, -LineEdge * step), Corner(last, 0.5 * step, -LineEdge * step),
                Corner(last, 0.5 * step, LineEdge * step), Corner(first, -0.5 * step, LineEdge * step),
            ];
        }

        return corners;

        static PicturePoint Corner((double X, double Y, double AcrossX, double AcrossY, double DownX, double DownY) cell, double across, double down) =>
            new(cell.X + (across * cell.AcrossX) + (down * cell.DownX), cell.Y + (across * cell.AcrossY) + (down * cell.DownY));
    }

    // The column of line 0 that stands above the middle of another line, seen along the direction of line 0.
    private int ShiftAgainstFirst(TextLine line)
    {
        var reference = _lines[0];
        var (stepX, stepY) = reference.Step(0);
        var angle = Math.Atan2(stepY, stepX);
        double cos = Math.Cos(angle), sin = Math.Sin(angle), middle = (line.First + line.Last) / 2.0;
        var place = Along(line, middle);
        var i = (place - Along(reference, 0)) / (Along(reference, 1) - Along(reference, 0));
        for (var round = 0; round < 5; round++)
        {
            i += (place - Along(reference, i)) / (Along(reference, i + 0.5) - Along(reference, i - 0.5));
        }

        return (int)Math.Round(i - middle);

        double Along(TextLine of, double index) => (of.X(index) * cos) + (of.Y(index) * sin);
    }

    // Fillers are lower than letters and hang from their top: a line of fillers is fitted too high, which its tall characters put right.
    private double Raise(TextLine line)
    {
        var offsets = new List<double>();
        for (var i = 0; i < line.Blobs.Count; i++)
        {
            var blob = line.Blobs[i];
            if (blob.Height > 0.86 * _capHeight && blob.Height < 1.2 * _capHeight)
            {
                offsets.Add(blob.Y - line.Y(line.Indices[i]));
            }
        }

        return offsets.Count >= 4 ? Polynomial.Percentile(offsets, 0.5) : 0;
    }
}
