using IdOcrPortal.Reader;
using IdOcrPortal.Reader.Imaging;

namespace IdOcrPortal.Benchmarks;

/// <summary>What photographs do to documents, made the same way each time.</summary>
internal static class Degradations
{
    /// <summary>Name and change, in the order of the table.</summary>
    public static readonly (string Name, Func<GrayImage, GrayImage> Apply)[] All =
    [
        ("as it is", image => image),
        ("rotation 15°", image => image.Rotate(15, 60)),
        ("rotation 90°", image => image.Turn(90)),
        ("rotation 180°", image => image.Turn(180)),
        ("perspective", image => Perspective(image, 0.2)),
        ("JPEG q20", image => Jpeg(image, 20)),
        ("blur", image => Blur(image.Scale(2), 2.2)),
        ("shadow", Shadow),
        ("noise", image => Noise(image, 15)),
        ("half size", image => image.Scale(0.5)),
        ("desk", image => Desk(image.Scale(1.5), 0.5)),
    ];

    private static GrayImage Perspective(GrayImage image, double strength)
    {
        var result = new GrayImage((int)(image.Width * 1.1), (int)(image.Height * 1.1));
        for (var y = 0; y < result.Height; y++)
        {
            for (var x = 0; x < result.Width; x++)
            {
                double u = (x - (result.Width / 2.0)) / image.Width, v = (y - (result.Height / 2.0)) / image.Width;
                var depth = 1 + (strength * u) + (strength * 0.6 * v);
                double fromX = ((u + (0.05 * v)) / depth * image.Width) + (image.Width / 2.0), fromY = ((v + (0.04 * u)) / depth * image.Width) + (image.Height / 2.0);
                var isOutside = fromX < 0 || fromY < 0 || fromX > image.Width - 1 || fromY > image.Height - 1;
                result.Pixels[(y * result.Width) + x] = isOutside ? (byte)90 : (byte)image.Sample(fromX, fromY);
            }
        }

        return result;
    }

    private static GrayImage Jpeg(GrayImage image, int quality)
    {
        var pix = PixelTransfer.Write(image);
        try
        {
            using var picture = Picture.Decode(JpegWriter.Write(pix, quality), new PictureFacts(PictureFormat.Jpeg, image.Width, image.Height, 1, 1));
            return picture.Luminance();
        }
        finally
        {
            Leptonica.pixDestroy(ref pix);
        }
    }

    private static GrayImage Blur(GrayImage image, double sigma)
    {
        var radius = (int)Math.Ceiling(sigma * 2.5);
        var kernel = Enumerable.Range(-radius, (2 * radius) + 1).Select(i => Math.Exp(-i * i / (2 * sigma * sigma))).ToArray();
        var total = kernel.Sum();
        return Along(Along(image, (x, y, i) => (Math.Clamp(x + i, 0, image.Width - 1), y)), (x, y, i) => (x, Math.Clamp(y + i, 0, image.Height - 1)));

        GrayImage Along(GrayImage source, Func<int, int, int, (int X, int Y)> at)
        {
            var result = new GrayImage(source.Width, source.Height);
            for (var y = 0; y < source.Height; y++)
            {
                for (var x = 0; x < source.Width; x++)
                {
                    double sum = 0;
                    for (var i = -radius; i <= radius; i++)
                    {
                        var (fromX, fromY) = at(x, y, i);
                        sum += kernel[i + radius] * source.Pixels[(fromY * source.Width) + fromX];
                    }

                    result.Pixels[(y * source.Width) + x] = (byte)((sum / total) + 0.5);
                }
            }

            return result;
        }
    }

    private static GrayImage Shadow(GrayImage image)
    {
        var result = new GrayImage(image.Width, image.Height);
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                var light = (x + (y * 0.5) > image.Width * 0.7 ? 0.45 : 1) * (1 - (0.35 * x / image.Width));
                result.Pixels[(y * image.Width) + x] = (byte)(image.Pixels[(y * image.Width) + x] * light);
            }
        }

        return result;
    }

    private static GrayImage Noise(GrayImage image, double deviation)
    {
        var random = new Random(3);
        var pixels = Array.ConvertAll(image.Pixels, value =>
        {
            double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())), angle = 2 * Math.PI * random.NextDouble();
            return (byte)Math.Clamp(value + (deviation * radius * Math.Cos(angle)), 0, 255);
        });
        return new GrayImage(image.Width, image.Height, pixels);
    }

    private static GrayImage Desk(GrayImage image, double margin)
    {
        int left = (int)(image.Width * margin), top = (int)(image.Height * margin);
        var result = new GrayImage(image.Width + (2 * left), image.Height + (2 * top));
        Array.Fill(result.Pixels, (byte)110);
        for (var y = 0; y < image.Height; y++)
        {
            image.Pixels.AsSpan(y * image.Width, image.Width).CopyTo(result.Pixels.AsSpan(((y + top) * result.Width) + left));
        }

        return result;
    }
}
