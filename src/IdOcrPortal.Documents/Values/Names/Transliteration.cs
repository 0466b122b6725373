using System.Collections.Frozen;
using System.Text;

namespace IdOcrPortal.Documents;

/// <summary>Printed letters as a zone writes them (Doc 9303 part 3 section 6, tables A, B and C: Latin, Cyrillic, Arabic).</summary>
internal static class Transliteration
{
    private static readonly FrozenDictionary<char, string[]> Forms = Read();

    /// <summary>
    /// The words of a printed name in the zone's letters: hyphens, blanks and commas part words, apostrophes and full stops vanish.
    /// <see langword="null"/> where a letter has no form, as in every script but these three.
    /// </summary>
    /// <param name="printed">The printed name.</param>
    /// <param name="plain">Whether to take the second form where there is a choice.</param>
    internal static string[]? Words(string printed, bool plain)
    {
        var folded = new StringBuilder(printed.Length + 8);
        foreach (var character in WordKey.Composed(printed))
        {
            var letter = char.ToUpperInvariant(character);
            if (letter is >= 'A' and <= 'Z')
            {
                folded.Append(letter);
            }
            else if (Forms.TryGetValue(letter, out var forms))
            {
                folded.Append(plain && forms.Length > 1 ? forms[1] : forms[0]);
            }
            else if (IsParting(letter))
            {
                folded.Append(' ');
            }
            else if (!IsIgnored(letter))
            {
                return null;
            }
        }

        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Whether every letter can be written in a zone, and there is one.</summary>
    internal static bool IsWritable(ReadOnlySpan<char> printed)
    {
        var hasLetter = false;
        foreach (var character in printed)
        {
            var letter = char.ToUpperInvariant(character);
            if (letter is (>= 'A' and <= 'Z') || Forms.ContainsKey(letter))
            {
                hasLetter = true;
            }
            else if (!IsParting(letter) && !IsIgnored(letter))
            {
                return false;
            }
        }

        return hasLetter;
    }

    /// <summary>
    /// Whether the zone's letters are a way to write the printed ones; signs that part words count in neither. All allowed forms are tried for each letter
    /// by itself, in time proportional to the product of the lengths.
    /// </summary>
    /// <param name="printed">Printed letters, composed.</param>
    /// <param name="zone">Letters A to Z, blanks or fillers.</param>
    /// <param name="cut">Whether the zone may end before the printed name does.</param>
    internal static bool Spells(ReadOnlySpan<char> printed, ReadOnlySpan<char> zone, bool cut)
    {
        // Reached places of the zone after each printed letter.
        var width = zone.Length + 1;
        Span<bool> places = width <= 128 ? stackalloc bool[256] : new bool[2 * width];
        var now = places[..width];
        var next = places.Slice(width, width);
        now.Clear();
        now[0] = true;
        foreach (var character in printed)
        {
            var letter = char.ToUpperInvariant(character);
            var isPlain = letter is >= 'A' and <= 'Z';
            string[]? forms = null;
            if (!isPlain && !Forms.TryGetValue(letter, out forms))
            {
                if (IsParting(letter) || IsIgnored(letter))
                {
                    continue;
                }

                return false;
            }

            next.Clear();
            var isAlive = false;
            for (var place = 0; place < width; place++)
            {
                if (!now[place])
                {
                    continue;
                }

                var start = SkipParting(zone, place);
                if (cut && start == zone.Length && start > 0)
                {
                    return true;
                }

                if (isPlain)
                {
                    if (start < zone.Length && zone[start] == letter)
                    {
                        next[start + 1] = isAlive = true;
                    }

                    continue;
                }

                foreach (var form in forms!)
                {
                    if (Reach(form, zone, start, cut) is var end and >= 0)
                    {
                        next[end] = isAlive = true;
                    }
                }
            }

            if (!isAlive)
            {
                return false;
            }

            var free = now;
            now = next;
            next = free;
        }

        for (var place = 0; place < width; place++)
        {
            if (now[place] && SkipParting(zone, place) == zone.Length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The shortest form of each letter, as plain writing without marks has it; <see langword="null"/> where a letter has no form.</summary>
    internal static string? Plain(ReadOnlySpan<char> printed)
    {
        var folded = new StringBuilder(printed.Length + 4);
        foreach (var character in printed)
        {
            var letter = char.ToUpperInvariant(character);
            if (letter is >= 'A' and <= 'Z')
            {
                folded.Append(letter);
            }
            else if (Forms.TryGetValue(letter, out var forms))
            {
                folded.Append(Shortest(forms));
            }
            else if (IsParting(letter))
            {
                folded.Append(' ');
            }
            else if (!IsIgnored(letter))
            {
                return null;
            }
        }

        return folded.ToString();
    }

    /// <summary>Signs between words.</summary>
    internal static bool IsParting(char letter) => char.IsWhiteSpace(letter) || letter is '-' or '‐' or '‑' or '–' or '<' or ',' or '/' or '@' or '(' or ')';

    // Combining marks of a text that could not be composed vanish too: the plain letter stays.
    private static bool IsIgnored(char letter) =>
        letter is '\'' or '’' or '‘' or '`' or '´' or 'ʼ' or 'ʹ' or '.' or '·' or (>= '\u0300' and <= '\u036F') or '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\uFEFF';

    private static int Reach(string form, ReadOnlySpan<char> zone, int start, bool cut)
    {
        var rest = zone[start..];
        return rest.StartsWith(form, StringComparison.Ordinal) ? start + form.Length
            : cut && rest.Length > 0 && form.AsSpan().StartsWith(rest, StringComparison.Ordinal) ? zone.Length
            : -1;
    }

    private static int SkipParting(ReadOnlySpan<char> zone, int place)
    {
        while (place < zone.Length && zone[place] is ' ' or '<')
        {
            place++;
        }

        return place;
    }

    private static string Shortest(string[] forms)
    {
        var shortest = forms[0];
        foreach (var form in forms)
        {
            shortest = form.Length < shortest.Length && form.Length > 0 ? form : shortest;
        }

        return shortest;
    }

    private static FrozenDictionary<char, string[]> Read()
    {
        var forms = new Dictionary<char, string[]>();
        foreach (var table in (ReadOnlySpan<string>)[TransliterationTables.Latin, TransliterationTables.Cyrillic, TransliterationTables.Arabic])
        {
            foreach (var entry in table.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = entry.Split(':');
                foreach (var letter in parts[0])
                {
                    forms.Add(letter, parts[1..]);
                }
            }
        }

        foreach (var (sign, form) in TransliterationTables.ArabicVowelSigns)
        {
            forms.Add(sign, form.Length == 0 ? [""] : ["", form]);
        }

        return forms.ToFrozenDictionary();
    }
}
