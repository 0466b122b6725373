namespace IdOcrPortal.Documents;

/// <summary>Letters that a reader takes for digits and the other way round. Made for proposals only: nothing is ever taken this way.</summary>
internal static class LookAlikes
{
    private const int MaxLength = 64;

    /// <summary>
    /// The text with a digit for each letter that looks like one, in words that hold nothing but digits and such letters; each letter looks like one
    /// digit only, so there is exactly one such text. <see langword="null"/> where there is no such word, or the text is too long for a number.
    /// </summary>
    internal static string? WithDigits(string text)
    {
        if (text.Length > MaxLength)
        {
            return null;
        }

        Span<char> repaired = stackalloc char[MaxLength];
        text.CopyTo(repaired);
        var changed = false;
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            var letters = 0;
            var digits = 0;
            var fits = true;
            for (; end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '|' or '!'); end++)
            {
                if (char.IsDigit(text[end]))
                {
                    digits++;
                    continue;
                }

                letters++;
                fits &= Digit(text[end]) != '\0';
            }

            // A word of letters alone is a number only where it is as short as a day or a month.
            if (fits && letters > 0 && (digits > 0 || letters <= 2))
            {
                changed = true;
                for (var i = start; i < end; i++)
                {
                    repaired[i] = char.IsDigit(text[i]) ? text[i] : Digit(text[i]);
                }
            }

            start = Math.Max(end, start + 1);
        }

        return changed ? repaired[..text.Length].ToString() : null;
    }

    /// <summary>The text with a letter for each ASCII digit; <see langword="null"/> where a digit looks like none.</summary>
    internal static string? WithLetters(string text)
    {
        if (text.Length > MaxLength)
        {
            return null;
        }

        Span<char> repaired = stackalloc char[MaxLength];
        for (var i = 0; i < text.Length; i++)
        {
            repaired[i] = char.IsDigit(text[i]) ? Letter(text[i]) : text[i];
            if (repaired[i] == '\0')
            {
                return null;
            }
        }

        return repaired[..text.Length].ToString();
    }

    private static char Digit(char letter) => letter switch
    {
        'O' or 'o' or 'Q' or 'D' or 'О' or 'о' => '0',
        'I' or 'i' or 'l' or '|' or '!' or 'І' => '1',
        'Z' or 'z' => '2',
        'A' => '4',
        'S' or 's' => '5',
        'G' or 'b' => '6',
        'T' => '7',
        'B' => '8',
        'g' or 'q' => '9',
        _ => '\0',
    };

    private static char Letter(char digit) => digit switch
    {
        '0' => 'O',
        '1' => 'I',
        '2' => 'Z',
        '5' => 'S',
        '6' => 'G',
        '8' => 'B',
        _ => '\0',
    };
}
