using System.Globalization;

namespace IdOcrPortal.Documents;

/// <summary>Brings a number as printed or as a service returned it into the form that the schemes take apart.</summary>
internal static class BareNumber
{
    /// <summary>
    /// Without blanks, hyphens, dots, brackets and invisible marks; upper case; digits of every script (Khmer, Thai, Arabic-Indic, full-width …) and full-width letters as ASCII.
    /// </summary>
    /// <returns>The same instance where nothing changes; <see langword="null"/> where nothing is left.</returns>
    public static string? Normalise(string text) => text is null ? null : Normalise(text, text.Length);

    /// <summary>The same for the first <paramref name="length"/> characters.</summary>
    public static string? Normalise(string text, int length)
    {
        var plain = 0;
        while (plain < length && IsPlain(text[plain]))
        {
            plain++;
        }

        if (plain == length && length == text.Length)
        {
            return length == 0 ? null : text;
        }

        var buffer = length <= 128 ? stackalloc char[128] : new char[length];
        text.AsSpan(0, plain).CopyTo(buffer);
        var filled = plain;
        for (var i = plain; i < length; i++)
        {
            var letter = text[i];
            if (char.IsHighSurrogate(letter) && i + 1 < length && char.IsLowSurrogate(text[i + 1]))
            {
                var digit = CharUnicodeInfo.GetDecimalDigitValue(text, i);
                if (digit >= 0)
                {
                    buffer[filled++] = (char)('0' + digit);
                }
                else
                {
                    buffer[filled++] = letter;
                    buffer[filled++] = text[i + 1];
                }

                i++;
            }
            else if (!IsPassedOver(letter))
            {
                buffer[filled++] = Plain(letter);
            }
        }

        return filled == 0 ? null : new string(buffer[..filled]);
    }

    private static bool IsPlain(char letter) => char.IsAsciiDigit(letter) || char.IsAsciiLetterUpper(letter);

    private static bool IsPassedOver(char letter) => letter switch
    {
        '-' or '.' or '(' or ')' or '[' or ']' or '·' or '（' or '）' or '［' or '］' or '－' or '．' or '−' => true,
        >= '\u2010' and <= '\u2015' => true,
        _ => char.IsWhiteSpace(letter) || char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format,
    };

    private static char Plain(char letter)
    {
        if (IsPlain(letter))
        {
            return letter;
        }

        var digit = CharUnicodeInfo.GetDecimalDigitValue(letter);
        if (digit >= 0)
        {
            return (char)('0' + digit);
        }

        return letter is >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ'
            ? char.ToUpperInvariant((char)(letter - 'Ａ' + 'A'))
            : char.ToUpperInvariant(letter);
    }
}
