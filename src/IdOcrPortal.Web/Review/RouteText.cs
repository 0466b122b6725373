using IdOcrPortal.Recognition.Routing;

namespace IdOcrPortal.Web.Review;

/// <summary>Says in words why a service read a document (<see cref="ServiceRoute.Summary"/>).</summary>
internal static class RouteText
{
    /// <param name="summary">As it was recorded; a text of another version is shown as it is.</param>
    /// <param name="nameOf">Name of a service for people.</param>
    internal static string Of(string summary, Func<string, string> nameOf)
    {
        var parts = summary.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || !Enum.TryParse<RouteReason>(parts[0], out var reason))
        {
            return summary;
        }

        var skipped = parts.Skip(1).Select(part => Skipped(part, nameOf)).ToList();
        var first = reason switch
        {
            RouteReason.First => "First choice for this type",
            RouteReason.Fallback => "Fallback",
            RouteReason.Detect => "To find out what the picture shows",
            RouteReason.Chosen => "Chosen by an officer",
            _ => throw new ArgumentOutOfRangeException(nameof(summary), reason, "No words for this reason."),
        };
        return skipped.Count == 0 ? first : $"{first}: {string.Join("; ", skipped)}";
    }

    /// <summary>Whether the reading stands in for that of a better service.</summary>
    internal static bool IsFallback(string summary) => summary.Split(' ')[0] == nameof(RouteReason.Fallback);

    private static string Skipped(string part, Func<string, string> nameOf) => part.Split('=') is [var service, var why] && Enum.TryParse<SkipReason>(why, out var reason)
        ? reason switch
        {
            SkipReason.NotSetUp => $"{nameOf(service)} is not set up",
            SkipReason.Retired => $"{nameOf(service)} is retired",
            SkipReason.Country => $"pictures may not go to the country of {nameOf(service)}",
            SkipReason.CutOff => $"{nameOf(service)} was cut off",
            SkipReason.GaveUp => $"{nameOf(service)} had given up",
            _ => part,
        }
        : part;
}
