using IdOcrPortal.Reader.Imaging;

namespace IdOcrPortal.Reader.Zones;

/// <summary>Finds and reads the machine-readable zone of a picture. One instance serves one thread.</summary>
internal sealed class MrzReader
{
    // Blocks of lines that are read in one search, best first.
    private const int MostBlocks = 4;

    private const double MostEnlargement = 4;

    private static readonly BinarizerSettings Usual = new(31, 0.16f, 10);

    // Each pass looks again in another way, if none before found a good reading: print that only hides in one channel, small and large print, weak and strong ink.
    private static readonly Pass[] Passes =
    [
        new(1300, false, 0, Usual),
        new(1300, true, 0, new(31, 0.16f, 5), new(21, 0.07f, 5)),
        new(1900, false, 0, new(21, 0.07f, 5), new(61, 0.25f, 5), new(31, 0.12f, 5)),
        new(900, false, 0, new(21, 0.07f, 5), new(61, 0.25f, 5), new(31, 0.12f, 5)),
        new(1300, false, 45, Usual),
    ];

    private readonly BlockReader _blocks = new(GlyphNet.Embedded);

    /// <summary>Reads the zone, or returns <see langword="null"/> where none is found.</summary>
    /// <param name="luminance">Brightness.</param>
    /// <param name="maxChannel">Brightest channel, asked for only when the first pass did not suffice.</param>
    public MrzReading? Read(GrayImage luminance, Func<GrayImage>? maxChannel = null)
    {
        Found? best = null;
        foreach (var pass in Passes)
        {
            // The diagonal is for pictures in which nothing was found otherwise.
            if ((pass.MaxChannel && maxChannel is null) || (pass.Diagonal != 0 && best is not null))
            {
                continue;
            }

            best = Search(pass.MaxChannel ? maxChannel!() : luminance, pass, best);
            if (best is { Zone.IsGood: true })
            {
                break;
            }
        }

        return best is { Zone: var zone } && IsPlausible(zone) ? ToReading(best) : null;
    }

    // Lines of ordinary print can look like a block; the net then doubts nearly every cell and check digits hold only by chance.
    private static bool IsPlausible(DecodedZone zone) => zone.MeanLog > -0.7 || (zone.MeanLog > -1.2 && zone.ValidChecks >= 2);

    private Found? Search(GrayImage picture, Pass pass, Found? best)
    {
        var scale = Math.Min(MostEnlargement, (double)pass.LongestSide / Math.Max(picture.Width, picture.Height));
        if (Math.Abs(scale - 1) < 0.05)
        {
            scale = 1;
        }

        var scaled = scale == 1 ? picture : picture.Scale(scale);
        var toPicture = Placement.Scaled(picture, scaled);
        if (pass.Diagonal != 0)
        {
            toPicture = toPicture.After(Placement.Rotated(scaled, pass.Diagonal));
            scaled = scaled.Rotate(pass.Diagonal);
        }

        foreach (var degrees in (int[])[0, 90])
        {
            var turned = scaled.Turn(degrees);
            var placement = degrees == 0 ? toPicture : toPicture.After(Placement.Turned90(scaled));
            foreach (var settings in pass.Settings)
            {
                var blobs = InkBlobs.Find(Binarizer.FindInk(turned, settings), turned.Width, turned.Height, 6, Math.Max(40, turned.Height / 8));
                foreach (var block in LineBlock.Find(LineFinder.Find(blobs)).Take(MostBlocks))
                {
                    var reading = _blocks.Read(turned, block);
                    if (reading is not null && (best is null || reading.Zone.Rank > best.Zone.Rank))
                    {
                        best = new Found(reading.Zone, Array.ConvertAll(reading.Corners, line => Array.ConvertAll(line, placement.Apply)));
                        if (best.Zone.IsGood)
                        {
                            return best;
                        }
                    }
                }
            }
        }

        return best;
    }

    private static MrzReading ToReading(Found found)
    {
        var zone = found.Zone;
        var probabilities = Array.ConvertAll(zone.LogProbabilities, line => Array.ConvertAll(line, MathF.Exp));
        return new MrzReading(
            zone.Layout.Format, zone.Lines, probabilities, found.Corners, RotationOf(found.Corners[0]),
            zone.AllValid, zone.Corrected, probabilities.Min(line => line.Min()), zone.IsAccepted);
    }

    // Against the direction in which the first line runs, to the nearest quarter turn.
    private static int RotationOf(PicturePoint[] line)
    {
        var degrees = Math.Atan2(line[1].Y - line[0].Y, line[1].X - line[0].X) * 180 / Math.PI;
        return (((int)Math.Round(-degrees / 90) * 90) + 360) % 360;
    }

    private sealed record Found(DecodedZone Zone, PicturePoint[][] Corners);

    /// <summary>One way of looking: longest side in pixels, which channel, how far turned, and which thresholds.</summary>
    private sealed record Pass(int LongestSide, bool MaxChannel, double Diagonal, params BinarizerSettings[] Settings);
}
