using IdOcrPortal.Reader.Imaging;

namespace IdOcrPortal.Reader.Zones;

/// <summary>How dark a pixel has to be, against its surroundings, to count as ink.</summary>
/// <param name="Window">Side of the square of surroundings, pixels, odd.</param>
/// <param name="Share">How far below the mean, as a share of the mean.</param>
/// <param name="Floor">How far below the mean at least, grey levels.</param>
internal readonly record struct BinarizerSettings(int Window, float Share, int Floor);

/// <summary>Tells ink from paper with a local threshold (mean of a window, from an integral image), so that shadows do not matter.</summary>
internal static class Binarizer
{
    /// <summary>One flag a pixel, rows from the top; <see langword="true"/> is ink.</summary>
    public static bool[] FindInk(GrayImage image, BinarizerSettings settings)
    {
        int width = image.Width, height = image.Height, stride = width + 1;
        var sums = new int[stride * (height + 1)];
        for (var y = 0; y < height; y++)
        {
            var row = image.Pixels.AsSpan(y * width, width);
            var above = sums.AsSpan((y * stride) + 1, width);
            var below = sums.AsSpan(((y + 1) * stride) + 1, width);
            var sum = 0;
            for (var x = 0; x < row.Length; x++)
            {
                sum += row[x];
                below[x] = above[x] + sum;
            }
        }

        var ink = new bool[width * height];
        var radius = settings.Window / 2;
        for (var y = 0; y < height; y++)
        {
            int top = Math.Max(0, y - radius), bottom = Math.Min(height, y + radius + 1);
            var above = sums.AsSpan(top * stride, stride);
            var below = sums.AsSpan(bottom * stride, stride);
            var row = image.Pixels.AsSpan(y * width, width);
            var to = ink.AsSpan(y * width, width);
            for (var x = 0; x < row.Length; x++)
            {
                int left = Math.Max(0, x - radius), right = Math.Min(width, x + radius + 1);
                var count = (right - left) * (bottom - top);
                var sum = below[right] - below[left] - above[right] + above[left];
                var value = row[x] * count;
                to[x] = value < sum * (1 - settings.Share) && sum - value > settings.Floor * count;
            }
        }

        return ink;
    }
}
