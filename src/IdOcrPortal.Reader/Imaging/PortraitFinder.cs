namespace IdOcrPortal.Reader.Imaging;

/// <summary>A face in a picture: a square, and how many windows agree on it.</summary>
internal readonly record struct Face(double X, double Y, double Size, int Windows);

/// <summary>
/// Finds the holder's portrait with the frontal-face cascade of Debian's <c>opencv-data</c>. Without the cascade it finds none
/// (see <see cref="IsAvailable"/>). The cascade is read once for the process; instances may be shared by threads.
/// </summary>
internal sealed class PortraitFinder
{
    // The work is done at this size: a portrait that is worth cutting is then still large enough for the cascade's window.
    private const int LongestSide = 400;

    private const double ScaleStep = 1.2;

    // Least side of a face, as a share of the shorter side of the picture: on passports it is about a fifth.
    private const double LeastShare = 0.08;

    // The same, as a share of the machine-readable zone's length: it is a sixth to a third there, whatever else is in the picture.
    private const double LeastShareOfZone = 0.1;

    // Fewer agreeing windows are chance.
    private const int LeastWindows = 3;

    private const int FewWindows = 12_000;

    private static readonly Lazy<FaceCascade?> Installed = new(() => FaceCascade.InstalledPath is { } path ? FaceCascade.Load(path) : null);

    private readonly FaceCascade? _cascade;

    /// <summary>With the installed cascade.</summary>
    public PortraitFinder()
        : this(Installed.Value)
    {
    }

    /// <summary>With this cascade, or none.</summary>
    internal PortraitFinder(FaceCascade? cascade) => _cascade = cascade;

    /// <summary>Whether the cascade is installed.</summary>
    /// <param name="missing">What is missing, for people, or <see langword="null"/>.</param>
    public static bool IsAvailable(out string? missing)
    {
        missing = FaceCascade.InstalledPath is null ? "the face cascade of OpenCV (package opencv-data)" : null;
        return missing is null;
    }

    /// <summary>The portrait's rectangle (head and shoulders) in an upright picture, or <see langword="null"/>.</summary>
    /// <param name="upright">The picture.</param>
    /// <param name="zoneLength">Length of the machine-readable zone in pixels, which tells how large a face is at least; 0 where none was found.</param>
    public (int X, int Y, int Width, int Height)? Find(GrayImage upright, double zoneLength = 0)
    {
        var faces = FindFaces(upright, zoneLength);
        if (faces.Count == 0)
        {
            return null;
        }

        // A second, ghost portrait is smaller and paler: fewer windows agree on it.
        var face = faces.MaxBy(face => face.Windows * face.Size * face.Size);
        int left = (int)Math.Max(0, face.X - (0.28 * face.Size)), top = (int)Math.Max(0, face.Y - (0.40 * face.Size));
        int right = (int)Math.Min(upright.Width, face.X + (1.28 * face.Size)), bottom = (int)Math.Min(upright.Height, face.Y + (1.55 * face.Size));
        return right > left && bottom > top ? (left, top, right - left, bottom - top) : null;
    }

    /// <summary>All faces, in pixels of the picture.</summary>
    internal List<Face> FindFaces(GrayImage picture, double zoneLength = 0)
    {
        if (_cascade is not { } cascade)
        {
            return [];
        }

        var shrink = Math.Min(1, (double)LongestSide / Math.Max(picture.Width, picture.Height));
        var image = shrink < 1 ? picture.Scale(shrink) : picture;
        int window = Math.Min(cascade.Width, cascade.Height), shorter = Math.Min(image.Width, image.Height);
        var hits = new List<Face>();
        var least = Math.Max(shorter * LeastShare, zoneLength * shrink * LeastShareOfZone);
        for (var scale = Math.Max(1, least / window); window * scale < shorter; scale *= ScaleStep)
        {
            Scan(cascade, image.Scale(1 / scale), scale, hits);
        }

        return Group(hits).ConvertAll(face => new Face(face.X / shrink, face.Y / shrink, face.Size / shrink, face.Windows));
    }

    private static void Scan(FaceCascade cascade, GrayImage image, double scale, List<Face> hits)
    {
        int width = image.Width, height = image.Height, stride = width + 1;
        var sums = new int[stride * (height + 1)];
        var squares = new long[sums.Length];
        for (var y = 0; y < height; y++)
        {
            int sum = 0, at = ((y + 1) * stride) + 1;
            long square = 0;
            foreach (var value in image.Pixels.AsSpan(y * width, width))
            {
                sum += value;
                square += value * value;
                sums[at] = sums[at - stride] + sum;
                squares[at] = squares[at - stride] + square;
                at++;
            }
        }

        var features = cascade.Place(stride);

        // OpenCV takes the deviation of the window without its outermost pixels, and the cascade was trained so.
        int innerWidth = cascade.Width - 2, innerHeight = cascade.Height - 2, area = innerWidth * innerHeight;
        int down = innerHeight * stride;

        // The cascade tolerates a tenth of its window; where there are few windows, all of them cost little.
        var step = width * height > FewWindows ? 2 : 1;
        for (var y = 0; y + cascade.Height <= height; y += step)
        {
            for (var x = 0; x + cascade.Width <= width; x += step)
            {
                var inner = ((y + 1) * stride) + x + 1;
                long sum = sums[inner + down + innerWidth] - sums[inner + down] - sums[inner + innerWidth] + sums[inner];
                var square = squares[inner + down + innerWidth] - squares[inner + down] - squares[inner + innerWidth] + squares[inner];
                var variance = ((double)area * square) - ((double)sum * sum);

                // Less than a deviation of 10 grey levels is no face that anyone would recognise.
                if (variance <= (double)area * area * 100)
                {
                    continue;
                }

                var refused = cascade.RefusedAt(sums, features, (y * stride) + x, (float)(1 / Math.Sqrt(variance)));
                if (refused == cascade.Stages)
                {
                    hits.Add(new Face(x * scale, y * scale, cascade.Width * scale, 1));
                }
                else if (refused == 0)
                {
                    // Far from a face its neighbour is none either.
                    x += step;
                }
            }
        }
    }

    // Windows whose middles and sizes are close become one face: their mean.
    private static List<Face> Group(List<Face> hits)
    {
        var faces = new List<Face>();
        foreach (var hit in hits)
        {
            var i = faces.FindIndex(face => IsSame(face, hit));
            if (i < 0)
            {
                faces.Add(hit);
                continue;
            }

            var (face, n) = (faces[i], faces[i].Windows);
            faces[i] = new Face(((face.X * n) + hit.X) / (n + 1), ((face.Y * n) + hit.Y) / (n + 1), ((face.Size * n) + hit.Size) / (n + 1), n + 1);
        }

        faces.RemoveAll(face => face.Windows < LeastWindows);
        return faces;
    }

    private static bool IsSame(Face a, Face b)
    {
        var near = 0.3 * Math.Max(a.Size, b.Size);
        return Math.Abs(a.X + (a.Size / 2) - b.X - (b.Size / 2)) < near && Math.Abs(a.Y + (a.Size / 2) - b.Y - (b.Size / 2)) < near && a.Size / b.Size is > 0.55 and < 1.8;
    }
}
