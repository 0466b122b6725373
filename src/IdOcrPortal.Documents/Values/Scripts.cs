using System.Buffers;
using System.Text;

namespace IdOcrPortal.Documents;

/// <summary>Which script a text is written in, by the blocks of the Unicode Standard; digits, blanks and signs count for none.</summary>
internal static class Scripts
{
    /// <summary>What the look at a text answers for letters of more than one script.</summary>
    internal const string Mixed = "mixed";

    private static readonly SearchValues<char> AsciiLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>English name of the script ("Khmer"), <see cref="Mixed"/> for several, "no" without a letter.</summary>
    internal static string Of(ReadOnlySpan<char> text)
    {
        // One script for most texts, and most of those are ASCII: looked at many letters at a time.
        if (Ascii.IsValid(text))
        {
            return text.ContainsAny(AsciiLetters) ? "Latin" : "no";
        }

        var found = "no";
        foreach (var character in text)
        {
            if (Of(character) is { } script && !ReferenceEquals(script, found))
            {
                if (!ReferenceEquals(found, "no"))
                {
                    return Mixed;
                }

                found = script;
            }
        }

        return found;
    }

    private static string? Of(char character) => character switch
    {
        < '\u0080' => char.IsAsciiLetter(character) ? "Latin" : null,
        'ª' or 'º' or (>= '\u00C0' and <= '\u024F' and not ('×' or '÷')) or (>= '\u1E00' and <= '\u1EFF') or (>= '\uFF21' and <= '\uFF5A') => "Latin",
        >= '\u0370' and <= '\u03FF' => "Greek",
        >= '\u0400' and <= '\u052F' => "Cyrillic",
        >= '\u0590' and <= '\u05FF' => "Hebrew",
        (>= '\u0600' and <= '\u077F') or (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') => char.IsLetter(character) ? "Arabic" : null,
        >= '\u0900' and <= '\u097F' => "Devanagari",
        >= '\u0980' and <= '\u09FF' => "Bengali",
        >= '\u0B80' and <= '\u0BFF' => "Tamil",
        >= '\u0E00' and <= '\u0E7F' => "Thai",
        >= '\u0E80' and <= '\u0EFF' => "Lao",
        >= '\u1000' and <= '\u109F' => "Myanmar",
        >= '\u1780' and <= '\u17D3' => "Khmer",
        >= '\u1100' and <= '\u11FF' or (>= '\uAC00' and <= '\uD7AF') => "Hangul",
        >= '\u3040' and <= '\u30FF' => "Kana",
        (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uD840' and <= '\uD88D') => "Han",
        _ => char.IsLetter(character) ? "another" : null,
    };
}
