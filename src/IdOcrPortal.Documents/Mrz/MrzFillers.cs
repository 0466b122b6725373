namespace IdOcrPortal.Documents;

/// <summary>
/// Zones whose lines are a character or two short or long because somebody miscounted the fillers (services do: of a Cambodian card Huawei's own sample has
/// lines of 30, 29 and 29 characters). Fillers are put into, or taken from, the longest run of fillers of such a line; blanks, which no zone holds, are dropped;
/// nothing else is touched.
/// </summary>
public static class MrzFillers
{
    /// <summary>How many characters a line may be off.</summary>
    private const int MostOff = 2;

    /// <summary>The run to mend has at least as many fillers, for a single filler parts two names or ends a number.</summary>
    private const int ShortestRun = 3;

    /// <summary>A blank after every character, and no more.</summary>
    private const int Longest = 92;

    private static readonly (int Lines, int Width)[] Shapes = [(3, 30), (2, 36), (2, 44)];

    /// <summary>
    /// The zone with its fillers restored; <see langword="null"/> for lines that have the shape of a format already, for those that miss it by more, and
    /// where a check digit does not hold afterwards, so that a lost letter or digit is never taken for a lost filler. What is so restored was not read, so it
    /// proves nothing by itself.
    /// </summary>
    /// <param name="lines">The lines as read.</param>
    public static Mrz? Restore(IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (lines.Count is not (2 or 3) || lines.Any(line => line is null || line.Length > Longest))
        {
            return null;
        }

        string[] bare = [.. lines.Select(WithoutBlanks)];
        foreach (var (count, width) in Shapes)
        {
            if (bare.Length != count || bare.Any(line => Math.Abs(line.Length - width) > MostOff) || lines.All(line => line.Length == width))
            {
                continue;
            }

            var mended = new string[count];
            for (var i = 0; i < count; i++)
            {
                if (Mend(bare[i], width) is not { } line)
                {
                    return null;
                }

                mended[i] = line;
            }

            return Mrz.TryParse(mended, out var mrz, out _) && mrz.AllCheckDigitsValid ? mrz : null;
        }

        return null;
    }

    private static string WithoutBlanks(string line) =>
        line.Any(char.IsWhiteSpace) ? string.Concat(line.Where(character => !char.IsWhiteSpace(character))) : line;

    private static string? Mend(string line, int width)
    {
        var missing = width - line.Length;
        if (missing == 0)
        {
            return line;
        }

        var (start, length) = LongestRun(line);
        return length < ShortestRun || length + missing < 1 ? null
            : missing > 0 ? line.Insert(start, new string('<', missing))
            : line.Remove(start, -missing);
    }

    /// <summary>The longest run of fillers; of several the last.</summary>
    private static (int Start, int Length) LongestRun(string line)
    {
        var (start, length) = (0, 0);
        for (var i = 0; i < line.Length; i++)
        {
            var end = i;
            while (end < line.Length && line[end] == '<')
            {
                end++;
            }

            if (end > i && end - i >= length)
            {
                (start, length) = (i, end - i);
            }

            i = Math.Max(i, end - 1);
        }

        return (start, length);
    }
}
