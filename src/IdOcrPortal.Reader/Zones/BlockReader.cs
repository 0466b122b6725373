using IdOcrPortal.Reader.Imaging;

namespace IdOcrPortal.Reader.Zones;

/// <summary>A zone that was read from a block of lines, and where it stands in the picture that was searched.</summary>
/// <param name="Corners">For each line four corners in reading direction.</param>
internal sealed record BlockReading(DecodedZone Zone, PicturePoint[][] Corners);

/// <summary>
/// Reads a block of lines: brings the lines to common columns, decides which way up they stand, asks the net about every cell, and finds the
/// column in which the zone begins. Belongs to one thread.
/// </summary>
internal sealed class BlockReader(GlyphNet net)
{
    // A cell without ink in a column that should have a character, and ink outside of the zone, cost this much log probability.
    private const double NoInk = 0.35, InkOutside = 1.2, LeastLog = -2;

    // Begin columns whose check digits are looked at; the sum of probabilities alone already tells most apart.
    private const int MostBegins = 6;

    private readonly GlyphActivations _state = new();
    private readonly float[] _gray = new float[GlyphNet.CellWidth * GlyphNet.CellHeight];

    /// <summary>Reads the block, or <see langword="null"/> where its shape is none of a zone.</summary>
    public BlockReading? Read(GrayImage image, LineBlock block)
    {
        var grid = new BlockGrid(block);
        int[] lengths = grid.Lines == 3 ? [30] : [44, 36];
        var slack = grid.Lines == 3 ? 10 : 5;
        lengths = Array.FindAll(lengths, length => grid.Slots <= length + 4 && grid.Slots >= length - slack);
        if (lengths.Length == 0)
        {
            return null;
        }

        var isUpsideDown = IsUpsideDown(image, grid);
        var margin = Math.Max(3, lengths.Max() - grid.Slots + 1);
        int from = grid.First - margin, to = grid.Last + margin;
        var cells = new float[grid.Lines][][];
        var hasInk = new bool[grid.Lines][];
        for (var k = 0; k < grid.Lines; k++)
        {
            // Upside down the last line is the first and the last column too.
            var line = isUpsideDown ? grid.Lines - 1 - k : k;
            cells[k] = new float[to - from + 1][];
            hasInk[k] = new bool[to - from + 1];
            for (var c = 0; c < cells[k].Length; c++)
            {
                var column = isUpsideDown ? to - c : from + c;
                cells[k][c] = ReadCell(image, grid, line, column, isUpsideDown);
                hasInk[k][c] = grid.HasInk(line, column);
            }
        }

        var best = lengths.SelectMany(length => Begins(cells, hasInk, length)).MaxBy(candidate => candidate.Score);
        return new BlockReading(best.Zone, grid.Corners(isUpsideDown ? to - best.Begin : from + best.Begin, best.Zone.Layout.Length, isUpsideDown));
    }

    /// <summary>The net's first choice for every cell of a single line, fillers at its ends included, whichever way up the line stands.</summary>
    public string ReadLine(GrayImage image, LineBlock block)
    {
        var grid = new BlockGrid(block);
        var isUpsideDown = IsUpsideDown(image, grid);
        var text = new char[grid.Slots];
        for (var c = 0; c < text.Length; c++)
        {
            var cell = ReadCell(image, grid, 0, isUpsideDown ? grid.Last - c : grid.First + c, isUpsideDown);
            text[c] = GlyphNet.Alphabet[Array.IndexOf(cell, cell.Max())];
        }

        return new string(text);
    }

    private static IEnumerable<(double Score, int Begin, DecodedZone Zone)> Begins(float[][][] cells, bool[][] hasInk, int length)
    {
        var columns = cells[0].Length;
        return Enumerable.Range(0, Math.Max(0, columns - length + 1))
            .Select(begin => (Begin: begin, Log: MeanLog(begin)))
            .OrderByDescending(candidate => candidate.Log)
            .Take(MostBegins)
            .Select(candidate =>
            {
                var zone = ZoneDecoder.Decode(Array.ConvertAll(cells, line => line[candidate.Begin..(candidate.Begin + length)]));
                var score = (88 * candidate.Log) + (16.0 * zone.ValidChecks / zone.Layout.Checks.Count) - (1.5 * zone.Corrected)
                    + (zone.Lines[0][0] is 'P' or 'V' or 'I' or 'A' or 'C' ? 4 : 0);
                return (score, candidate.Begin, zone);
            });

        double MeanLog(int begin)
        {
            double sum = 0;
            for (var k = 0; k < cells.Length; k++)
            {
                for (var c = 0; c < columns; c++)
                {
                    if (c >= begin && c < begin + length)
                    {
                        sum += Math.Max(LeastLog, cells[k][c].Max()) - (hasInk[k][c] ? 0 : NoInk);
                    }
                    else if (hasInk[k][c])
                    {
                        sum -= InkOutside;
                    }
                }
            }

            return sum / (cells.Length * length);
        }
    }

    // Every second cell of the first line is read both ways up.
    private bool IsUpsideDown(GrayImage image, BlockGrid grid)
    {
        double upright = 0, turned = 0;
        for (var column = grid.First + 2; column <= grid.Last - 2; column += 2)
        {
            upright += ReadCell(image, grid, 0, column, false).Max();
            turned += ReadCell(image, grid, 0, column, true).Max();
        }

        return turned > upright + 2;
    }

    private float[] ReadCell(GrayImage image, BlockGrid grid, int line, int column, bool isUpsideDown)
    {
        var (middleX, middleY, acrossX, acrossY, downX, downY) = grid.Cell(line, column);
        if (isUpsideDown)
        {
            (acrossX, acrossY, downX, downY) = (-acrossX, -acrossY, -downX, -downY);
        }

        var at = 0;
        for (var y = 0; y < GlyphNet.CellHeight; y++)
        {
            var down = (y + 0.5 - (GlyphNet.CellHeight / 2.0)) / GlyphCell.CapitalHeight;
            for (var x = 0; x < GlyphNet.CellWidth; x++)
            {
                var across = (x + 0.5 - (GlyphNet.CellWidth / 2.0)) / GlyphCell.Pitch;
                _gray[at++] = image.Sample(middleX + (across * acrossX) + (down * downX), middleY + (across * acrossY) + (down * downY));
            }
        }

        GlyphCell.Normalise(_gray, _state.Input);
        net.Forward(_state);
        GlyphNet.LogSoftmax(_state.Output);
        return [.. _state.Output];
    }
}
