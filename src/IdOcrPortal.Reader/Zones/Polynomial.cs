namespace IdOcrPortal.Reader.Zones;

/// <summary>Least squares.</summary>
internal static class Polynomial
{
    /// <summary>Coefficients (constant, linear, quadratic) of the best line or parabola through points.</summary>
    public static double[] Fit(List<double> at, List<double> values, bool quadratic)
    {
        double mean = at.Average(), s2 = 0, s3 = 0, s4 = 0, v0 = 0, v1 = 0, v2 = 0;
        for (var i = 0; i < at.Count; i++)
        {
            double z = at[i] - mean, z2 = z * z;
            s2 += z2;
            s3 += z2 * z;
            s4 += z2 * z2;
            v0 += values[i];
            v1 += values[i] * z;
            v2 += values[i] * z2;
        }

        // About the mean the sum of z is 0, which leaves a small system.
        double n = at.Count, determinant = (n * ((s2 * s4) - (s3 * s3))) - (s2 * s2 * s2);
        if (!quadratic || Math.Abs(determinant) < 1e-6)
        {
            var slope = v1 / Math.Max(1e-9, s2);
            return [(v0 / n) - (slope * mean), slope, 0];
        }

        var a = ((v0 * ((s2 * s4) - (s3 * s3))) - (s2 * ((v2 * s2) - (v1 * s3)))) / determinant;
        var b = ((n * ((v1 * s4) - (s3 * v2))) + (v0 * s3 * s2) - (s2 * s2 * v1)) / determinant;
        var c = ((n * ((s2 * v2) - (s3 * v1))) - (s2 * s2 * v0)) / determinant;
        return [a - (b * mean) + (c * mean * mean), b - (2 * c * mean), c];
    }

    /// <summary>The value below which a share of the values lies; 0 where there are none.</summary>
    public static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }
}
