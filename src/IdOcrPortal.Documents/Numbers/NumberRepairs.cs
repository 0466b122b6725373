namespace IdOcrPortal.Documents;

/// <summary>Proposes the one change of a look-alike character that makes a national number sound. Nothing is ever taken this way by itself.</summary>
public static class NumberRepairs
{
    private const int Longest = 32;

    // Characters that readers take for one another; the first one of a group is the digit.
    private static readonly string[] Groups = ["0ODQ", "1IL", "2Z", "5S", "6G", "8B"];

    /// <summary>
    /// The normalised number with exactly one character changed for one that looks like it, with which no part of the number fails.
    /// <see langword="null"/> where no such change exists or several do, or where the number is sound already.
    /// </summary>
    /// <param name="scheme">The rules of the number.</param>
    /// <param name="text">The number as it was read, in any script.</param>
    /// <param name="today">The day against which centuries and ages are judged.</param>
    public static string? Propose(NumberScheme scheme, string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(text);
        if (scheme.Normalise(text) is not { Length: <= Longest } number || IsSound(scheme.Read(number, today)))
        {
            return null;
        }

        Span<char> changed = stackalloc char[Longest];
        number.CopyTo(changed);
        changed = changed[..number.Length];
        var at = -1;
        var by = '\0';
        for (var i = 0; i < number.Length; i++)
        {
            foreach (var other in LookAlikesOf(number[i]))
            {
                if (other == number[i])
                {
                    continue;
                }

                changed[i] = other;
                if (IsSound(scheme.Read(changed, today)))
                {
                    if (at >= 0)
                    {
                        return null;
                    }

                    (at, by) = (i, other);
                }
            }

            changed[i] = number[i];
        }

        if (at < 0)
        {
            return null;
        }

        changed[at] = by;
        return changed.ToString();
    }

    private static ReadOnlySpan<char> LookAlikesOf(char character)
    {
        foreach (var group in Groups)
        {
            if (group.Contains(character, StringComparison.Ordinal))
            {
                return group;
            }
        }

        return [];
    }

    private static bool IsSound(in NumberReading reading) =>
        Holds(reading.Shape) && Holds(reading.Region) && Holds(reading.Date) && Holds(reading.Serial) && Holds(reading.CheckDigit);

    private static bool Holds(AspectResult aspect) => aspect.Result != CheckResult.Failed;
}
