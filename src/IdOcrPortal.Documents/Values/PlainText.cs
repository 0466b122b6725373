namespace IdOcrPortal.Documents;

/// <summary>What all texts have in common: composed (NFC), single blanks, none at the ends, no invisible signs.</summary>
internal static class PlainText
{
    /// <summary>The text so cleaned; the same instance where nothing changes, empty where nothing is left.</summary>
    internal static string Clean(string text)
    {
        var composed = WordKey.Composed(text);
        return IsClean(composed) ? composed : Collapse(composed);
    }

    private static bool IsClean(string text)
    {
        var afterBlank = true;
        foreach (var character in text)
        {
            if (character > ' ' && character < '\u0080')
            {
                afterBlank = false;
            }
            else if (IsInvisible(character) || (IsBlank(character) && (afterBlank || character != ' ')))
            {
                return false;
            }
            else
            {
                afterBlank = character == ' ';
            }
        }

        return !afterBlank || text.Length == 0;
    }

    private static string Collapse(string text)
    {
        var clean = text.Length <= 256 ? stackalloc char[256] : new char[text.Length];
        var length = 0;
        foreach (var character in text)
        {
            if (IsInvisible(character))
            {
                continue;
            }

            if (!IsBlank(character))
            {
                clean[length++] = character;
            }
            else if (length > 0 && clean[length - 1] != ' ')
            {
                clean[length++] = ' ';
            }
        }

        return clean[..length].TrimEnd(' ').ToString();
    }

    private static bool IsBlank(char character) => char.IsWhiteSpace(character) || char.IsControl(character);

    // Not U+200C and U+200D: in Khmer, Arabic and Indian scripts they tell letters apart.
    private static bool IsInvisible(char character) => character is '\u200B' or '\uFEFF' or '\u2060' or '\u200E' or '\u200F' or '\u00AD';
}
