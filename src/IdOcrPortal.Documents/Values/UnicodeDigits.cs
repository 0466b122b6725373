using System.Globalization;
using System.Text;

namespace IdOcrPortal.Documents;

/// <summary>
/// Decimal digits of every script (Unicode general category Nd: Khmer, Thai, Arabic-Indic, full-width …) as ASCII. Superscripts, circled and Chinese
/// numerals are no decimal digits and stay as they are. Source: Unicode Standard, section 4.6.
/// </summary>
public static class UnicodeDigits
{
    /// <summary>What <see cref="ScriptOf"/> answers for digits of more than one script.</summary>
    public const string Mixed = "mixed";

    /// <summary>The text with all digits in ASCII; the same instance where nothing changes.</summary>
    public static string ToAscii(string text) => ToAscii(text, out _);

    /// <summary>The text with all digits in ASCII; the same instance where nothing changes.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="script">English name of the digits' script ("Khmer"), <see cref="Mixed"/> for several; <see langword="null"/> for none but ASCII.</param>
    public static string ToAscii(string text, out string? script)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = default(DigitScripts);
        var isForeign = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= 0x80 && TryRead(text, i, out var digit))
            {
                isForeign = true;
                found.Add(digit.Zero);
                i += digit.Length - 1;
            }
            else if (char.IsAsciiDigit(text[i]))
            {
                found.Add('0');
            }
        }

        script = isForeign ? found.Name : null;
        return isForeign ? Convert(text) : text;
    }

    /// <summary>English name of the script of the text's digits; <see cref="Mixed"/> for several, <see langword="null"/> for none but ASCII.</summary>
    public static string? ScriptOf(ReadOnlySpan<char> text)
    {
        var found = default(DigitScripts);
        for (var i = 0; i < text.Length; i++)
        {
            if (TryRead(text, i, out var digit))
            {
                found.Add(digit.Zero);
                i += digit.Length - 1;
            }
        }

        return found.Name;
    }

    /// <summary>The digit that begins at a place.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, int at, out Digit digit)
    {
        var first = text[at];
        if (first < 0x80)
        {
            digit = new Digit(first - '0', 1, '0');
            return char.IsAsciiDigit(first);
        }

        if ((uint)(first - '០') <= 9)
        {
            // Khmer cards are many: no look into Unicode's tables.
            digit = new Digit(first - '០', 1, '០');
            return true;
        }

        if (char.IsDigit(first))
        {
            var value = CharUnicodeInfo.GetDecimalDigitValue(first);
            digit = new Digit(value, 1, first - value);
            return value >= 0;
        }

        if (char.IsHighSurrogate(first) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            var rune = new Rune(first, text[at + 1]);
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
            {
                var value = (int)Rune.GetNumericValue(rune);
                digit = new Digit(value, 2, rune.Value - value);
                return true;
            }
        }

        digit = default;
        return false;
    }

    private static string Convert(string text)
    {
        var ascii = text.Length <= 128 ? stackalloc char[128] : new char[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (TryRead(text, i, out var digit))
            {
                ascii[length++] = (char)('0' + digit.Value);
                i += digit.Length - 1;
            }
            else
            {
                ascii[length++] = text[i];
            }
        }

        return ascii[..length].ToString();
    }

    /// <summary>One decimal digit of a text.</summary>
    /// <param name="Value">0 to 9.</param>
    /// <param name="Length">How many UTF-16 units it takes: 1 or 2.</param>
    /// <param name="Zero">Code point of its script's zero, which tells the script.</param>
    internal readonly record struct Digit(int Value, int Length, int Zero);

    /// <summary>Gathers the scripts of a text's digits.</summary>
    internal struct DigitScripts
    {
        private int zero;
        private bool isMixed;

        internal readonly bool IsThai => zero == 0x0E50 && !isMixed;

        internal readonly string? Name => isMixed ? Mixed : zero is 0 or '0' ? null : NameOf(zero);

        internal void Add(int zeroOfDigit)
        {
            isMixed |= zero != 0 && zero != zeroOfDigit;
            zero = zeroOfDigit;
        }
    }

    private static string NameOf(int zero) => zero switch
    {
        0x0660 => "Arabic-Indic",
        0x06F0 => "Eastern Arabic-Indic",
        0x07C0 => "N'Ko",
        0x0966 => "Devanagari",
        0x09E6 => "Bengali",
        0x0A66 => "Gurmukhi",
        0x0AE6 => "Gujarati",
        0x0B66 => "Odia",
        0x0BE6 => "Tamil",
        0x0C66 => "Telugu",
        0x0CE6 => "Kannada",
        0x0D66 => "Malayalam",
        0x0DE6 => "Sinhala",
        0x0E50 => "Thai",
        0x0ED0 => "Lao",
        0x0F20 => "Tibetan",
        0x1040 or 0x1090 => "Myanmar",
        0x17E0 => "Khmer",
        0x1810 => "Mongolian",
        0xA9D0 => "Javanese",
        0xFF10 => "full-width",
        _ => "foreign",
    };
}
