using System.Text;

namespace IdOcrPortal.Documents;

/// <summary>The form in which words of closed lists are compared: upper case, without blanks, hyphens, full stops, apostrophes and invisible signs.</summary>
internal static class WordKey
{
    /// <summary>The longest word that any list holds, with room for errors. Longer texts are in no list.</summary>
    internal const int MaxLength = 64;

    /// <summary>Writes the key; <see langword="false"/> where the text is too long for a word of a list.</summary>
    internal static bool TryFold(ReadOnlySpan<char> text, Span<char> key, out int length)
    {
        length = 0;
        foreach (var character in text)
        {
            if (IsSkipped(character))
            {
                continue;
            }

            if (length == key.Length)
            {
                return false;
            }

            // Full-width letters, as Chinese and Japanese readers return them.
            var plain = character is >= '\uFF21' and <= '\uFF5A' ? (char)(character - 0xFEE0) : character;
            key[length++] = char.ToUpperInvariant(plain);
        }

        return true;
    }

    /// <summary>The key of a word of a list.</summary>
    internal static string Of(string word)
    {
        Span<char> key = stackalloc char[MaxLength];
        return TryFold(word, key, out var length) ? key[..length].ToString() : throw new ArgumentException("A word of a list has 64 letters at most.", nameof(word));
    }

    /// <summary>The text composed (NFC), as the lists are written; the same instance where it already is.</summary>
    internal static string Composed(string text) => Ascii.IsValid(text) || IsSurelyComposed(text) ? text : Composition.Compose(text);

    /// <summary>
    /// Whether all characters are of ranges that composition leaves alone (Unicode Standard Annex 15: below U+0300, Khmer without the one accent, Han),
    /// so that the full check, which is slow, can be spared.
    /// </summary>
    private static bool IsSurelyComposed(string text)
    {
        foreach (var character in text)
        {
            if (character is not (< '\u0300' or (>= '\u1780' and < '\u17DD') or (>= '\u17E0' and <= '\u17FF') or (>= '\u4E00' and <= '\u9FFF')))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSkipped(char character) => character switch
    {
        ' ' or '-' or '.' or '\'' => true,
        < '\u0080' => char.IsWhiteSpace(character),
        '‐' or '‑' or '–' or '—' or '’' or '‘' or 'ʼ' or '·' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF' => true,
        _ => char.IsWhiteSpace(character),
    };
}
