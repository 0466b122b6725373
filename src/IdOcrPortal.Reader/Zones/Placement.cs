using IdOcrPortal.Reader.Imaging;

namespace IdOcrPortal.Reader.Zones;

/// <summary>Where a pixel of a scaled or turned picture lies in the picture it was made from: x' = A x + B y + C, y' = D x + E y + F.</summary>
internal readonly record struct Placement(double A, double B, double C, double D, double E, double F)
{
    /// <summary>Of <see cref="GrayScaling.Scale"/>.</summary>
    public static Placement Scaled(GrayImage from, GrayImage to)
    {
        double x = (double)from.Width / to.Width, y = (double)from.Height / to.Height;
        return new Placement(x, 0, (x - 1) / 2, 0, y, (y - 1) / 2);
    }

    /// <summary>Of <see cref="GrayImage.Turn"/> by 90 degrees.</summary>
    public static Placement Turned90(GrayImage from) => new(0, 1, 0, -1, 0, from.Height - 1);

    /// <summary>Of <see cref="GrayImage.Rotate"/>.</summary>
    public static Placement Rotated(GrayImage from, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        double width = (int)(Math.Abs(from.Width * cos) + Math.Abs(from.Height * sin)) / 2.0, height = (int)(Math.Abs(from.Width * sin) + Math.Abs(from.Height * cos)) / 2.0;
        return new Placement(cos, sin, (from.Width / 2.0) - (width * cos) - (height * sin), -sin, cos, (from.Height / 2.0) + (width * sin) - (height * cos));
    }

    /// <summary>This placement applied to the result of another.</summary>
    public Placement After(Placement first) => new(
        (A * first.A) + (B * first.D), (A * first.B) + (B * first.E), (A * first.C) + (B * first.F) + C,
        (D * first.A) + (E * first.D), (D * first.B) + (E * first.E), (D * first.C) + (E * first.F) + F);

    public PicturePoint Apply(PicturePoint point) => new((A * point.X) + (B * point.Y) + C, (D * point.X) + (E * point.Y) + F);
}
