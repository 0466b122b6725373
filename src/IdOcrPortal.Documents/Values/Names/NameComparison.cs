namespace IdOcrPortal.Documents;

/// <summary>Holds a printed name against the one in the zone, or two printed names against each other.</summary>
internal static class NameComparison
{
    // Far beyond any field that holds a name; longer texts are no names and are not worth the time.
    private const int MaxLength = 300;

    /// <summary>
    /// Whether the two name the same person; <see langword="null"/> where the printed name cannot be written in the zone's letters, or is Arabic and written
    /// otherwise than table C says, as most issuers do.
    /// <list type="bullet">
    /// <item>The order of the words does not matter (surname first or last), nor how compounds are parted, nor apostrophes and hyphens.</item>
    /// <item>Every form that Doc 9303 part 3 section 6 allows for a letter counts.</item>
    /// <item>A printed initial stands for a name (M. YUSUF, MUHAMMAD YUSUF).</item>
    /// <item>Markers of descent (a/l, a/p, bin, binti …) may be written otherwise or be missing, but not contradict; titles (HJ., DRS. …) may be missing.</item>
    /// <item>In a truncated zone each word may be cut short and the last ones be missing (Doc 9303 part 4 section 4.2.3).</item>
    /// </list>
    /// </summary>
    /// <param name="printed">As printed.</param>
    /// <param name="zone">Words of the zone, parted by spaces or fillers.</param>
    /// <param name="truncated">Whether the zone's name may go on beyond its field.</param>
    internal static bool? Agree(string printed, string zone, bool truncated)
    {
        printed = WordKey.Composed(printed);
        if (printed.Length > MaxLength || zone.Length > MaxLength || !Transliteration.IsWritable(printed))
        {
            return null;
        }

        if (zone.AsSpan().ContainsAnyExcept(' ', '<') && Transliteration.Spells(printed, zone, cut: false))
        {
            return true;
        }

        var printedWords = Words(printed);
        var zoneWords = Words(zone);
        return AreSame(printedWords, zoneWords, truncated) ? true
            : ReferenceEquals(Scripts.Of(printed), "Arabic") ? null
            : false;
    }

    /// <summary>
    /// Whether two printed names of one script (front and back, two readings of a picture) name the same person; marks above and below letters may be missing
    /// in one, and all that <see cref="Agree"/> allows is allowed here. <see langword="null"/> where the scripts differ or one has no letter.
    /// </summary>
    internal static bool? SamePrinted(string first, string second)
    {
        first = PlainText.Clean(first);
        second = PlainText.Clean(second);
        if (first.Length > MaxLength || second.Length > MaxLength || !ReferenceEquals(Scripts.Of(first), Scripts.Of(second)) || ReferenceEquals(Scripts.Of(first), "no"))
        {
            return null;
        }

        if (Bare(first).Equals(Bare(second), StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (!ReferenceEquals(Scripts.Of(first), "Latin") || Transliteration.Plain(first) is not { } plainFirst || Transliteration.Plain(second) is not { } plainSecond)
        {
            return false;
        }

        return Agree(first, plainSecond, truncated: false) == true || Agree(second, plainFirst, truncated: false) == true;
    }

    private static bool AreSame(List<string> printed, List<string> zone, bool truncated)
    {
        if (printed.Count == 0 || zone.Count == 0)
        {
            return false;
        }

        if (Match(printed, zone, truncated))
        {
            return true;
        }

        var printedMarkers = NameMarkers.TakePatronymics(printed);
        var zoneMarkers = NameMarkers.TakePatronymics(zone);
        var hasMarkers = printedMarkers.Count > 0 || zoneMarkers.Count > 0;
        // A son of is no daughter of; one of the two may say nothing.
        if (hasMarkers && !NameMarkers.Fit(printedMarkers, zoneMarkers))
        {
            return false;
        }

        if (hasMarkers && Match(printed, zone, truncated))
        {
            return true;
        }

        var dropped = DropTitles(printed) + DropTitles(zone);
        return dropped > 0 && printed.Count > 0 && zone.Count > 0 && Match(printed, zone, truncated);
    }

    private static bool Match(List<string> printed, List<string> zone, bool truncated) =>
        Transliteration.Spells(string.Join(' ', printed), string.Join(' ', zone), cut: false)
        || (truncated ? IsCut(printed, zone) : IsRearranged(printed, zone));

    private static bool IsRearranged(List<string> printed, List<string> zone)
    {
        if (printed.Count != zone.Count)
        {
            return false;
        }

        // Whole words first, so that an initial takes only what is left.
        Span<bool> taken = printed.Count <= 64 ? stackalloc bool[printed.Count] : new bool[printed.Count];
        taken.Clear();
        List<string> left = [];
        var whole = 0;
        foreach (var word in printed)
        {
            if (Take(word, zone, taken, asInitial: false))
            {
                whole++;
            }
            else
            {
                left.Add(word);
            }
        }

        if (whole == 0)
        {
            return false;
        }

        foreach (var word in left)
        {
            if (word.TrimEnd('.').Length != 1 || !Take(word, zone, taken, asInitial: true))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Take(string word, List<string> zone, Span<bool> taken, bool asInitial)
    {
        for (var i = 0; i < zone.Count; i++)
        {
            if (!taken[i] && (asInitial ? Transliteration.Spells(word, zone[i].AsSpan(0, 1), cut: false) : Transliteration.Spells(word, zone[i], cut: false)))
            {
                taken[i] = true;
                return true;
            }
        }

        return false;
    }

    private static bool IsCut(List<string> printed, List<string> zone)
    {
        List<string> left = [.. printed];
        foreach (var word in zone.OrderByDescending(word => word.Length))
        {
            var at = left.FindIndex(candidate => Transliteration.Spells(candidate, word, cut: true));
            if (at < 0)
            {
                return false;
            }

            left.RemoveAt(at);
        }

        return true;
    }

    private static int DropTitles(List<string> words)
    {
        // A name of titles alone is a name.
        var titles = words.Count(NameMarkers.IsTitle);
        return titles == words.Count ? 0 : words.RemoveAll(NameMarkers.IsTitle);
    }

    /// <summary>
    /// Upper-case words without apostrophes. A full stop anywhere in a word stands at its end (S.E. is SE.), and the slash of a/l stays: they tell titles and markers.
    /// </summary>
    private static List<string> Words(string name)
    {
        List<string> words = [];
        Span<char> word = stackalloc char[MaxLength + 1];
        var length = 0;
        var hasStop = false;
        for (var i = 0; i <= name.Length; i++)
        {
            var character = i < name.Length ? char.ToUpperInvariant(name[i]) : ' ';
            var isMarkerSlash = character == '/' && length == 1 && i + 1 < name.Length && char.IsAsciiLetter(name[i + 1])
                && (i + 2 == name.Length || !char.IsLetter(name[i + 2]));
            if (Transliteration.IsParting(character) && !isMarkerSlash)
            {
                if (length > 0)
                {
                    if (hasStop)
                    {
                        word[length++] = '.';
                    }

                    words.Add(word[..length].ToString());
                }

                length = 0;
                hasStop = false;
            }
            else if (character == '.')
            {
                hasStop = true;
                // HJ.SITI is two words, S.E. is one.
                if (length > 1 && i + 2 < name.Length && char.IsLetter(name[i + 1]) && char.IsLetter(name[i + 2]))
                {
                    word[length++] = '.';
                    words.Add(word[..length].ToString());
                    length = 0;
                    hasStop = false;
                }
            }
            else if (character is not ('\'' or '’' or '‘' or '`' or '´'))
            {
                word[length++] = character;
            }
        }

        return words;
    }

    private static string Bare(string name)
    {
        Span<char> bare = stackalloc char[MaxLength];
        var length = 0;
        foreach (var character in name)
        {
            if (char.IsLetter(character) || char.IsSurrogate(character) || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark)
            {
                bare[length++] = character;
            }
        }

        return bare[..length].ToString();
    }
}
