namespace IdOcrPortal.Reader.Imaging;

/// <summary>An 8-bit picture, 0 black to 255 white, rows from the top, no padding.</summary>
internal sealed class GrayImage(int width, int height, byte[] pixels)
{
    /// <summary>Pixels.</summary>
    public int Width { get; } = width;

    /// <summary>Pixels.</summary>
    public int Height { get; } = height;

    /// <summary>Width × height bytes.</summary>
    public byte[] Pixels { get; } = pixels;

    /// <summary>A black picture.</summary>
    public GrayImage(int width, int height)
        : this(width, height, new byte[width * height])
    {
    }

    /// <summary>The value at a place between pixel centres (0, 0 is the centre of the first pixel); outside, that of the nearest edge.</summary>
    public float Sample(double x, double y)
    {
        x = Math.Clamp(x, 0, Width - 1.001);
        y = Math.Clamp(y, 0, Height - 1.001);
        int left = (int)x, top = (int)y, at = (top * Width) + left;
        int right = left + 1 < Width ? 1 : 0, below = top + 1 < Height ? Width : 0;
        float fx = (float)(x - left), fy = (float)(y - top);
        var upper = Pixels[at] + ((Pixels[at + right] - Pixels[at]) * fx);
        var lower = Pixels[at + below] + ((Pixels[at + below + right] - Pixels[at + below]) * fx);
        return upper + ((lower - upper) * fy);
    }

    /// <summary>The picture turned clockwise by 0, 90, 180 or 270 degrees.</summary>
    public GrayImage Turn(int degrees)
    {
        if (degrees == 0)
        {
            return this;
        }

        var turned = degrees == 180 ? new GrayImage(Width, Height) : new GrayImage(Height, Width);
        for (var y = 0; y < Height; y++)
        {
            var row = Pixels.AsSpan(y * Width, Width);
            var (start, step) = degrees switch
            {
                90 => (Height - 1 - y, Height),
                180 => (turned.Pixels.Length - 1 - (y * Width), -1),
                270 => (((Width - 1) * Height) + y, -Height),
                _ => throw new ArgumentOutOfRangeException(nameof(degrees), degrees, "A picture is turned by 0, 90, 180 or 270 degrees."),
            };
            foreach (var value in row)
            {
                turned.Pixels[start] = value;
                start += step;
            }
        }

        return turned;
    }

    /// <summary>
    /// The picture turned clockwise by any angle about its middle, into a picture that holds all of it. <paramref name="paper"/> fills the corners.
    /// </summary>
    public GrayImage Rotate(double degrees, byte paper = 255)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        int width = (int)(Math.Abs(Width * cos) + Math.Abs(Height * sin)), height = (int)(Math.Abs(Width * sin) + Math.Abs(Height * cos));
        var rotated = new GrayImage(width, height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                double dx = x - (width / 2.0), dy = y - (height / 2.0);
                double fromX = (dx * cos) + (dy * sin) + (Width / 2.0), fromY = (dy * cos) - (dx * sin) + (Height / 2.0);
                var isOutside = fromX < 0 || fromY < 0 || fromX > Width - 1 || fromY > Height - 1;
                rotated.Pixels[(y * width) + x] = isOutside ? paper : (byte)(Sample(fromX, fromY) + 0.5f);
            }
        }

        return rotated;
    }
}
