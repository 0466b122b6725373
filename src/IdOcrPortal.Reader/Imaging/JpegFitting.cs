namespace IdOcrPortal.Reader.Imaging;

/// <summary>Makes the best JPEG of a picture that somebody with limits takes. Depends on nothing but the pixels, so that the same picture gives the same bytes.</summary>
internal static class JpegFitting
{
    // From hardly visible to visible, yet readable: text suffers less from these than from fewer pixels.
    private static readonly int[] Qualities = [92, 85, 78, 70, 60];

    // From the first of the qualities to the last a photo loses two thirds of its bytes, and noise half.
    private const int MostGainByQuality = 4;

    /// <summary>Refuses by the sides alone; a turn changes nothing about them.</summary>
    /// <exception cref="ReaderException"><c>picture.below_minimum</c> or <c>picture.cannot_fit</c>.</exception>
    public static void RefuseSides(PictureFacts facts, PictureFit fit)
    {
        int shortest = Math.Min(facts.Width, facts.Height), longest = Math.Max(facts.Width, facts.Height);
        if (shortest < fit.ShortestSide)
        {
            throw ReaderErrors.BelowMinimum(facts.Width, facts.Height, fit.ShortestSide);
        }

        if ((long)shortest * fit.LongestSide < (long)longest * fit.ShortestSide)
        {
            throw ReaderErrors.TooNarrow(fit);
        }
    }

    /// <exception cref="ReaderException"><c>picture.cannot_fit</c>: too many bytes even at the shortest side, or too narrow.</exception>
    public static RenderedPicture Fit(Picture picture, PictureFit fit)
    {
        using var bounded = picture.Scaled(fit.LongestSide);
        var shortest = Math.Min(bounded.Width, bounded.Height);
        if (shortest < fit.ShortestSide)
        {
            // By the rounding of a side.
            throw ReaderErrors.TooNarrow(fit);
        }

        while (true)
        {
            using var scaled = bounded.ScaledToShortest(shortest);
            var length = 0;
            foreach (var quality in Qualities)
            {
                var jpeg = scaled.Encode(quality);
                if (jpeg.Jpeg.Length <= fit.MostBytes)
                {
                    return jpeg;
                }

                length = jpeg.Jpeg.Length;
                if (length / MostGainByQuality > fit.MostBytes)
                {
                    break;
                }
            }

            if (shortest <= fit.ShortestSide)
            {
                throw ReaderErrors.TooManyBytes(fit);
            }

            // Bytes go with the area, roughly.
            var step = Math.Clamp(0.97 * Math.Sqrt((double)fit.MostBytes / length), 0.5, 0.9);
            shortest = Math.Max((int)(shortest * step), fit.ShortestSide);
        }
    }
}
