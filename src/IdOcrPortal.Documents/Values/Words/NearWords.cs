namespace IdOcrPortal.Documents;

/// <summary>
/// Which word of a list a misread text probably stands for. The distance is that of Damerau and Levenshtein, restricted to neighbours: letters put in,
/// left out, replaced, or swapped. Words of five letters and more may be two off, shorter ones one, and words of one letter none.
/// </summary>
internal static class NearWords
{
    /// <summary>
    /// Index of the nearest word; -1 where none is near enough or where two of different meaning are equally near.
    /// </summary>
    /// <param name="key">The text's key.</param>
    /// <param name="words">Keys of the list.</param>
    /// <param name="meanings">What each word stands for.</param>
    internal static int Find(ReadOnlySpan<char> key, ReadOnlySpan<string> words, ReadOnlySpan<string> meanings)
    {
        var best = -1;
        var distance = 3;
        var isUnique = true;
        for (var i = 0; i < words.Length; i++)
        {
            var limit = words[i].Length >= 5 ? 2 : words[i].Length >= 2 ? 1 : 0;
            if (key.Length < 2 || Math.Abs(words[i].Length - key.Length) > limit)
            {
                continue;
            }

            var found = Distance(key, words[i]);
            if (found > limit || found > distance || found >= key.Length)
            {
                continue;
            }

            if (found < distance)
            {
                (best, distance, isUnique) = (i, found, true);
            }
            else
            {
                isUnique &= string.Equals(meanings[i], meanings[best], StringComparison.Ordinal);
            }
        }

        return isUnique ? best : -1;
    }

    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        // Both are keys, so 64 long at most.
        Span<int> rows = stackalloc int[3 * (WordKey.MaxLength + 1)];
        var width = b.Length + 1;
        var before = rows[..width];
        var last = rows.Slice(width, width);
        var current = rows.Slice(2 * width, width);
        for (var j = 0; j < width; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j < width; j++)
            {
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            var free = before;
            before = last;
            last = current;
            current = free;
        }

        return last[width - 1];
    }
}
