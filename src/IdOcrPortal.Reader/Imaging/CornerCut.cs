namespace IdOcrPortal.Reader.Imaging;

/// <summary>Cuts what lies between four corners that somebody else named: they may be anything.</summary>
internal static class CornerCut
{
    /// <summary>Corners of what is cut.</summary>
    public const int Corners = 4;

    private const int LongestSide = 600;

    // Turned at twice the size of the result and made smaller afterwards, it stays sharp, and no corners can make it a work on the whole of a large photo.
    private const int LongestTurned = 2 * LongestSide;

    private const int Quality = 90;

    // Far outside of any picture; what is larger is nonsense, and would only lose its digits in what follows.
    private const double MostDistance = 1e6;

    // Below this the edges of a cut are straight to the eye, and turning would only soften it.
    private const double LeastTurn = Math.PI / 180;

    /// <summary>Whether these can be corners at all.</summary>
    public static bool IsPossible(IReadOnlyList<PicturePoint> corners) =>
        corners.Count == Corners && corners.All(corner => Math.Abs(corner.X) <= MostDistance && Math.Abs(corner.Y) <= MostDistance) && !IsFlat(corners);

    /// <summary>The upright rectangle, longest side at most 600 pixels; <see langword="null"/> where nothing of the picture lies between the corners.</summary>
    /// <param name="picture">The whole picture.</param>
    /// <param name="corners">Clockwise from the top left of what is to be cut; those of a mirrored order are put right, others give an upright box around them.</param>
    public static RenderedPicture? Cut(Picture picture, IReadOnlyList<PicturePoint> corners)
    {
        if (!IsPossible(corners))
        {
            return null;
        }

        int left = (int)Math.Round(corners.Min(corner => corner.X)), right = (int)Math.Round(corners.Max(corner => corner.X));
        int top = (int)Math.Round(corners.Min(corner => corner.Y)), bottom = (int)Math.Round(corners.Max(corner => corner.Y));
        int x = Math.Max(left, 0), y = Math.Max(top, 0), width = Math.Min(right, picture.Width) - x, height = Math.Min(bottom, picture.Height) - y;
        if (width <= 0 || height <= 0)
        {
            return null;
        }

        var ordered = Clockwise(corners);
        var tilt = ordered is null ? 0 : Tilt(ordered);
        var quarters = (int)Math.Round(tilt / (Math.PI / 2));
        var rest = tilt - (quarters * Math.PI / 2);
        using var box = picture.Clip(x, y, width, height);
        using var small = box.Scaled(LongestTurned);
        using var turned = small.Turned((4 - quarters) % 4 * 90);
        // The middle of the box around a rectangle is the rectangle's own, so it is turned around that and cut there: only where the whole box lies in the picture.
        var isWhole = width == right - left && height == bottom - top;
        using var cut = ordered is not null && isWhole && Math.Abs(rest) >= LeastTurn ? Straighten(turned, ordered, rest, (double)small.Width / width) : turned.Turned(0);
        using var scaled = cut.Scaled(LongestSide);
        return scaled.Encode(Quality);
    }

    private static Picture Straighten(Picture turned, PicturePoint[] corners, double rest, double scale)
    {
        using var straight = turned.Straightened(-rest);
        var width = Math.Clamp((int)Math.Round(scale * (Distance(corners[0], corners[1]) + Distance(corners[3], corners[2])) / 2), 1, straight.Width);
        var height = Math.Clamp((int)Math.Round(scale * (Distance(corners[1], corners[2]) + Distance(corners[0], corners[3])) / 2), 1, straight.Height);
        return straight.Clip((straight.Width - width) / 2, (straight.Height - height) / 2, width, height);
    }

    /// <summary>The corners in clockwise order from the first; <see langword="null"/> where the lines between them cross, so that the order tells nothing.</summary>
    private static PicturePoint[]? Clockwise(IReadOnlyList<PicturePoint> corners)
    {
        var turns = Turns(corners);
        // Pixels count downwards, so that clockwise is positive.
        return turns.All(turn => turn > 0) ? [.. corners] : turns.All(turn => turn < 0) ? [corners[0], corners[3], corners[2], corners[1]] : null;
    }

    /// <summary>How far the upper and the lower edge are turned clockwise from lying level, radians from -π to π.</summary>
    private static double Tilt(PicturePoint[] corners) =>
        Math.Atan2(corners[1].Y - corners[0].Y + corners[2].Y - corners[3].Y, corners[1].X - corners[0].X + corners[2].X - corners[3].X);

    private static bool IsFlat(IReadOnlyList<PicturePoint> corners) => Turns(corners).All(turn => Math.Abs(turn) < 1);

    private static double[] Turns(IReadOnlyList<PicturePoint> corners) =>
        [.. Enumerable.Range(0, Corners).Select(i => Turn(corners[i], corners[(i + 1) % Corners], corners[(i + 2) % Corners]))];

    private static double Turn(PicturePoint a, PicturePoint b, PicturePoint c) => ((b.X - a.X) * (c.Y - b.Y)) - ((b.Y - a.Y) * (c.X - b.X));

    private static double Distance(PicturePoint a, PicturePoint b) => Math.Sqrt(((b.X - a.X) * (b.X - a.X)) + ((b.Y - a.Y) * (b.Y - a.Y)));
}
