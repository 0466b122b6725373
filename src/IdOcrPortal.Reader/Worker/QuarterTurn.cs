using IdOcrPortal.Reader.Imaging;

namespace IdOcrPortal.Reader.Worker;

/// <summary>Turns a grey picture by quarters of a circle.</summary>
internal static class QuarterTurn
{
    /// <param name="rotation">Degrees clockwise: 0, 90, 180 or 270.</param>
    internal static GrayImage Clockwise(GrayImage image, int rotation)
    {
        int width = image.Width, height = image.Height;
        var from = image.Pixels;
        switch (rotation)
        {
            case 0:
                return image;
            case 180:
                var reversed = (byte[])from.Clone();
                Array.Reverse(reversed);
                return new GrayImage(width, height, reversed);
            case 90 or 270:
                var turned = new GrayImage(height, width);
                for (var y = 0; y < height; y++)
                {
                    for (var x = 0; x < width; x++)
                    {
                        var (toX, toY) = rotation == 90 ? (height - 1 - y, x) : (y, width - 1 - x);
                        turned.Pixels[(toY * height) + toX] = from[(y * width) + x];
                    }
                }

                return turned;
            default:
                throw new ArgumentOutOfRangeException(nameof(rotation), rotation, "A rotation is 0, 90, 180 or 270 degrees.");
        }
    }
}
