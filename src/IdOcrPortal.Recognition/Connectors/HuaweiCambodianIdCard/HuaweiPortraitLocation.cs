using System.Text.Json;
using IdOcrPortal.Reader;

namespace IdOcrPortal.Recognition.Connectors.HuaweiCambodianIdCard;

/// <summary>
/// Where the portrait stands: four <c>[x, y]</c> pairs, pixels, origin top left. The vendor does not say in which order, and its cards may stand at any angle. So, by our own reading, the first corner
/// is the top left one of the upright card, and the others are put in order clockwise from there.
/// </summary>
internal static class HuaweiPortraitLocation
{
    // Far beyond any picture; what is larger is no place.
    private const double Farthest = 100_000;

    /// <summary>The corners; <see langword="null"/> where the value is anything but four corners of an area.</summary>
    internal static IReadOnlyList<PicturePoint>? Corners(JsonElement location)
    {
        if (location.ValueKind != JsonValueKind.Array || location.GetArrayLength() != 4)
        {
            return null;
        }

        var corners = new PicturePoint[4];
        for (var index = 0; index < corners.Length; index++)
        {
            var pair = location[index];
            if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() != 2 || !TryNumber(pair[0], out var x) || !TryNumber(pair[1], out var y))
            {
                return null;
            }

            corners[index] = new PicturePoint(x, y);
        }

        var (middleX, middleY) = (corners.Average(corner => corner.X), corners.Average(corner => corner.Y));
        var first = Angle(corners[0]);
        PicturePoint[] clockwise = [corners[0], .. corners.Skip(1).OrderBy(corner => (Angle(corner) - first + (2 * Math.Tau)) % Math.Tau)];
        return IsConvex(clockwise) ? clockwise : null;

        // y points downwards, so a growing angle turns clockwise.
        double Angle(PicturePoint corner) => Math.Atan2(corner.Y - middleY, corner.X - middleX);
    }

    private static bool IsConvex(PicturePoint[] corners)
    {
        for (var index = 0; index < corners.Length; index++)
        {
            var (before, at, after) = (corners[index], corners[(index + 1) % corners.Length], corners[(index + 2) % corners.Length]);
            if (((at.X - before.X) * (after.Y - at.Y)) - ((at.Y - before.Y) * (after.X - at.X)) <= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryNumber(JsonElement value, out double number)
    {
        number = 0;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out number) && Math.Abs(number) <= Farthest;
    }
}
