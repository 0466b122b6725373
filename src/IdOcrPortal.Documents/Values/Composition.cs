using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace IdOcrPortal.Documents;

/// <summary>
/// Canonical composition (NFC, Unicode Standard Annex 15) of letters and marks. The framework leaves texts as they are where it runs without culture data,
/// as the reader's process does; so that a decomposed name is the same name everywhere, the portal composes by its own table. Hangul syllables and characters
/// that only stand for another one are left alone. Any text may come, half a surrogate pair as well.
/// </summary>
internal static class Composition
{
    private static readonly FrozenDictionary<char, byte> Classes = CompositionTable.Marks.Select(row => (row.Mark, row.Class))
        .Concat(CompositionTable.Others.SelectMany(row => row.Marks.Select(mark => (Mark: mark, row.Class))))
        .ToFrozenDictionary(row => row.Mark, row => row.Class);

    private static readonly FrozenDictionary<int, char> Composed = CompositionTable.Marks
        .SelectMany(row => row.Pairs.Chunk(2).Select(pair => (Key: Key(pair[0], row.Mark), Letter: pair[1])))
        .ToFrozenDictionary(row => row.Key, row => row.Letter);

    private static readonly FrozenDictionary<char, (char Letter, char Mark)> Parts = CompositionTable.Marks
        .SelectMany(row => row.Pairs.Chunk(2).Select(pair => (Letter: pair[1], Parts: (pair[0], row.Mark))))
        .ToFrozenDictionary(row => row.Letter, row => row.Parts);

    /// <summary>The composed text; the same instance where it holds no mark or is composed.</summary>
    internal static string Compose(string text)
    {
        var hasMark = false;
        foreach (var character in text)
        {
            hasMark |= character >= '\u0300' && Classes.ContainsKey(character);
        }

        if (!hasMark)
        {
            return text;
        }

        var characters = new List<char>(text.Length + 8);
        foreach (var character in text)
        {
            Decompose(character, characters);
        }

        Order(characters);
        var composed = CollectionsMarshal.AsSpan(characters)[..Join(characters)];
        return composed.SequenceEqual(text) ? text : new string(composed);
    }

    private static void Decompose(char character, List<char> into)
    {
        if (Parts.TryGetValue(character, out var parts))
        {
            Decompose(parts.Letter, into);
            into.Add(parts.Mark);
        }
        else
        {
            into.Add(character);
        }
    }

    /// <summary>Marks behind one letter in the order of their classes; those of one class keep theirs.</summary>
    private static void Order(List<char> characters)
    {
        for (var start = 0; start < characters.Count; start++)
        {
            var end = start;
            while (end < characters.Count && ClassOf(characters[end]) > 0)
            {
                end++;
            }

            if (end - start > 1)
            {
                var run = characters.GetRange(start, end - start).OrderBy(ClassOf).ToArray();
                for (var i = 0; i < run.Length; i++)
                {
                    characters[start + i] = run[i];
                }
            }

            start = Math.Max(start, end - 1);
        }
    }

    private static int Join(List<char> characters)
    {
        var (length, starter, last) = (0, -1, 0);
        for (var i = 0; i < characters.Count; i++)
        {
            var character = characters[i];
            var own = ClassOf(character);
            var isFree = starter >= 0 && (last < own || (last == 0 && starter == length - 1));
            if (isFree && Composed.TryGetValue(Key(characters[starter], character), out var letter))
            {
                characters[starter] = letter;
                continue;
            }

            if (own == 0)
            {
                starter = length;
            }

            last = own;
            characters[length++] = character;
        }

        return length;
    }

    private static byte ClassOf(char character) => character >= '\u0300' && Classes.TryGetValue(character, out var own) ? own : (byte)0;

    private static int Key(char letter, char mark) => (letter << 16) | mark;
}
