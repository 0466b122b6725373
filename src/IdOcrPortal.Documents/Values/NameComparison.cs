namespace IdOcrPortal.Documents;

/// <summary>Holds a printed name against the one in the zone.</summary>
internal static class NameComparison
{
    /// <summary>
    /// Whether the two name the same person; <see langword="null"/> where the printed name cannot be written in the zone's letters. The order of the words
    /// does not matter (surname first or last), nor how compounds are parted. In a truncated zone each word may be cut short and the last ones be missing.
    /// </summary>
    /// <param name="printed">As printed.</param>
    /// <param name="zone">Words of the zone, parted by spaces.</param>
    /// <param name="truncated">Whether the zone's name may go on beyond its field.</param>
    internal static bool? Agree(string printed, string zone, bool truncated)
    {
        var zoneWords = zone.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var possible = false;
        foreach (var plain in (ReadOnlySpan<bool>)[false, true])
        {
            if (Transliteration.Words(printed, plain) is not { Length: > 0 } words)
            {
                continue;
            }

            possible = true;
            if (truncated ? IsCut(words, zoneWords) : IsSame(words, zoneWords))
            {
                return true;
            }
        }

        return possible ? false : null;
    }

    private static bool IsSame(string[] printed, string[] zone) =>
        string.Concat(printed) == string.Concat(zone)
        || printed.Order(StringComparer.Ordinal).SequenceEqual(zone.Order(StringComparer.Ordinal));

    private static bool IsCut(string[] printed, string[] zone)
    {
        var left = printed.ToList();
        foreach (var word in zone.OrderByDescending(word => word.Length))
        {
            var at = left.FindIndex(candidate => candidate.StartsWith(word, StringComparison.Ordinal));
            if (at < 0)
            {
                return false;
            }

            left.RemoveAt(at);
        }

        return true;
    }
}
