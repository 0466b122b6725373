using System.Collections.Frozen;
using System.Globalization;

namespace IdOcrPortal.Documents;

/// <summary>A number or the name of a month in a date.</summary>
/// <param name="Value">The number, or the month from 1.</param>
/// <param name="Digits">How many digits; 0 for a name.</param>
/// <param name="IsAfterDot">Whether a full stop parts it from what stands before.</param>
internal readonly record struct DateToken(int Value, int Digits, bool IsAfterDot)
{
    internal bool IsName => Digits == 0;
}

/// <summary>Cuts the text of a date into numbers and months. Parting signs are read generously; a word that no rule knows spoils the whole.</summary>
internal ref struct DateScan
{
    internal const int MaxTokens = 8;
    private const int MaxDigits = 8;
    private const int MaxWord = 24;

    // What may be said in a date without changing it; "tháng" and ខែ announce a month.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Noise = new[]
    {
        "DE", "DEL", "OF", "THE", "ST", "ND", "RD", "TH", "TO", "UNTIL", "NGÀY", "THÁNG", "NĂM", "TGL", "TANGGAL", "SAMPAI", "HINGGA",
        "Г", "ГОДА", "ГОД", "Р", "РОКУ", "AD", "CE", "คศ", "BE", "พศ", "วันที่", "เดือน", "ปี", "ถึง", "ថ្ងៃ", "ថ្ងៃទី", "ទី", "ខែ", "ឆ្នាំ",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] LongTerm =
    [
        "长期", "長期", "长期有效", "長期有效", "SEUMURHIDUP", "BERLAKUSEUMURHIDUP", "LIFELONG", "LIFETIME", "PERMANENT", "INDEFINITE", "NOEXPIRY", "UNLIMITED",
        "ตลอดชีพ", "KHÔNGTHỜIHẠN", "KHÔNGXÁCĐỊNHTHỜIHẠN", "INDEFINIDO", "INDEFINIDA", "INDETERMINADO", "VITALICIO", "PAAFAT", "SINEDIE",
    ];

    private readonly ReadOnlySpan<char> text;
    private readonly Span<DateToken> tokens;
    private UnicodeDigits.DigitScripts scripts;
    private int at;
    private bool dot;
    private bool isAfterMonthWord;

    internal DateScan(ReadOnlySpan<char> text, Span<DateToken> tokens)
    {
        this.text = text;
        this.tokens = tokens;
        LongTermAt = -1;
        IsSound = Run();
    }

    /// <summary>Whether every part of the text is known.</summary>
    internal bool IsSound { get; }

    /// <summary>How many tokens there are.</summary>
    internal int Count { get; private set; }

    /// <summary>Before which token "long-term" stands, which is the end of the text; -1 where it doesn't.</summary>
    internal int LongTermAt { get; private set; }

    /// <summary>Whether the text itself says which era it counts in; <see langword="null"/> where it doesn't.</summary>
    internal DateEra? Era { get; private set; }

    /// <summary>Whether 年 marks the first number as the year.</summary>
    internal bool IsYearMarked { get; private set; }

    /// <summary>Thai digits or words: years are those of the Buddhist era.</summary>
    internal bool IsThai { get; private set; }

    /// <summary>English name of the digits' script; <see langword="null"/> for ASCII.</summary>
    internal readonly string? Script => scripts.Name;

    private bool Run()
    {
        while (at < text.Length)
        {
            var character = text[at];
            if (char.IsAsciiDigit(character) || (character >= 0x80 && UnicodeDigits.TryRead(text, at, out _)))
            {
                if (!ReadNumber())
                {
                    return false;
                }
            }
            else if (IsSeparator(character))
            {
                dot |= character is '.' or '．';
                IsYearMarked |= character is '年' or '년' && Count == 1;
                at++;
            }
            else if (!IsWordPart(character) || !ReadWord())
            {
                return false;
            }
        }

        IsThai |= scripts.IsThai;
        return true;
    }

    private bool ReadNumber()
    {
        var value = 0;
        var digits = 0;
        while (at < text.Length)
        {
            // The usual case, without the look into Unicode's tables.
            var ascii = (uint)(text[at] - '0');
            if (ascii <= 9)
            {
                value = (value * 10) + (int)ascii;
                scripts.Add('0');
                at++;
                if (++digits > MaxDigits)
                {
                    return false;
                }

                continue;
            }

            if (!UnicodeDigits.TryRead(text, at, out var digit))
            {
                break;
            }

            if (++digits > MaxDigits)
            {
                return false;
            }

            value = (value * 10) + digit.Value;
            scripts.Add(digit.Zero);
            at += digit.Length;
        }

        // "tháng 8" and "ខែ ០៧" say themselves that it is the month.
        var isMonth = isAfterMonthWord && value is >= 1 and <= 12;
        isAfterMonthWord = false;
        return isMonth ? AddMonth(value) : Add(new DateToken(value, digits, dot));
    }

    private bool ReadWord()
    {
        var start = at;
        Span<char> word = stackalloc char[MaxWord];
        var length = 0;
        var partStart = 0;
        for (; at < text.Length; at++)
        {
            var character = text[at];
            if (character == '.' && length - partStart <= 2 && char.ToUpperInvariant(text[start]) != 'X' && at + 1 < text.Length && char.IsLetter(text[at + 1]))
            {
                // Inside of an abbreviation: ก.ค., B.E.
                partStart = length;
                continue;
            }

            if (!IsWordPart(character) || length == MaxWord)
            {
                break;
            }

            word[length++] = character;
            IsThai |= character is >= '\u0E00' and <= '\u0E4F';
        }

        word = word[..length];
        if (isAfterMonthWord && ReadVietnamese(word) is { } isSound)
        {
            return isSound;
        }

        if (MonthNames.Find(word) is > 0 and var month)
        {
            return AddMonth(month);
        }

        if (Noise.Contains(word))
        {
            isAfterMonthWord = word is "ខែ" || word.Equals("THÁNG", StringComparison.OrdinalIgnoreCase);
            Era = word.Equals("BE", StringComparison.OrdinalIgnoreCase) || word is "พศ" ? DateEra.Buddhist
                : word.Equals("AD", StringComparison.OrdinalIgnoreCase) || word.Equals("CE", StringComparison.OrdinalIgnoreCase) || word is "คศ" ? DateEra.Gregorian
                : Era;
            return true;
        }

        if (!word.ContainsAnyExcept('X', 'x') && length is 2 or 4)
        {
            return Add(new DateToken(0, length, dot));
        }

        if (!IsLongTerm(text[start..]))
        {
            return false;
        }

        LongTermAt = Count;
        at = text.Length;
        return true;
    }

    private bool? ReadVietnamese(scoped ReadOnlySpan<char> word)
    {
        var month = MonthNames.FindVietnamese(word);
        if (month == 0)
        {
            return null;
        }

        isAfterMonthWord = false;
        if (month == 10)
        {
            // Eleven and twelve are two words.
            var rest = text[at..].TrimStart();
            var end = rest.IndexOfAny(' ', ',');
            var next = MonthNames.FindVietnamese(end < 0 ? rest : rest[..end]);
            if (next is 1 or 2)
            {
                month += next;
                at = end < 0 ? text.Length : text.Length - rest.Length + end;
            }
        }

        return AddMonth(month);
    }

    private bool AddMonth(int month)
    {
        // Two languages name the month: 12 AUG/AOUT 1974. They have to mean the same.
        return Count > 0 && tokens[Count - 1].IsName ? tokens[Count - 1].Value == month : Add(new DateToken(month, 0, dot));
    }

    private bool Add(DateToken token)
    {
        dot = false;
        if (Count == tokens.Length)
        {
            return false;
        }

        tokens[Count++] = token;
        return true;
    }

    private static bool IsLongTerm(ReadOnlySpan<char> rest)
    {
        foreach (var phrase in LongTerm)
        {
            if (EqualsWithoutBlanks(rest, phrase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EqualsWithoutBlanks(ReadOnlySpan<char> rest, string phrase)
    {
        var matched = 0;
        foreach (var character in rest)
        {
            if (char.IsWhiteSpace(character) || character is '-' or '.')
            {
                continue;
            }

            if (matched == phrase.Length || char.ToUpperInvariant(character) != phrase[matched])
            {
                return false;
            }

            matched++;
        }

        return matched == phrase.Length;
    }

    private static bool IsWordPart(char character) =>
        char.IsLetter(character) || (character >= 0x80 && CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static bool IsSeparator(char character) => character switch
    {
        '.' or '/' or '-' or ' ' or ',' or '~' or '\\' or '_' or ':' => true,
        < '\u0080' => char.IsWhiteSpace(character),
        '·' or '•' or '‧' or '∙' or '‐' or '‑' or '‒' or '–' or '—' or '−' or '～' or '〜' or '／' or '．' or '－' or '、' or '，' or '。' => true,
        '年' or '月' or '日' or '号' or '號' or '至' or '到' or '년' or '월' or '일' or 'º' or 'ª' or '°' or '\u200B' or '\uFEFF' => true,
        _ => char.IsWhiteSpace(character),
    };
}
