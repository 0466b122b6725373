namespace IdOcrPortal.Documents;

/// <summary>What the schemes of national numbers share: taking texts apart, and the answers that several of them give.</summary>
internal static class NumberParts
{
    internal static readonly AspectResult ShapePassed = new(CheckResult.Passed, "Length, letters and digits are in their places.");
    internal static readonly AspectResult CheckPassed = new(CheckResult.Passed, "The check digit agrees with the rest of the number.");
    internal static readonly AspectResult CheckFailed = new(CheckResult.Failed, "The check digit does not agree with the rest of the number.");
    internal static readonly AspectResult DatePassed = new(CheckResult.Passed, "The date in the number exists.");
    internal static readonly AspectResult DateFailed = new(CheckResult.Failed, "The date in the number does not exist.");
    internal static readonly AspectResult DateInFuture = new(CheckResult.Failed, "The date in the number lies in the future.");
    internal static readonly AspectResult RegionPassed = new(CheckResult.Passed, "The code of the region is on the list.");
    internal static readonly AspectResult SerialPassed = new(CheckResult.Passed, "The running number is one that is given out.");

    private const int Longest = 64;

    /// <summary>
    /// Letters (upper case) and digits (ASCII) alone; the same instance where nothing changes, <see langword="null"/> where nothing is left.
    /// Full-width letters become ASCII ones.
    /// </summary>
    internal static string? Bare(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isBare = text.Length > 0;
        foreach (var character in text)
        {
            isBare &= char.IsAsciiDigit(character) || char.IsAsciiLetterUpper(character);
        }

        if (isBare)
        {
            return text;
        }

        var ascii = UnicodeDigits.ToAscii(text);
        var bare = ascii.Length <= Longest ? stackalloc char[Longest] : new char[ascii.Length];
        var length = 0;
        foreach (var character in ascii)
        {
            // Full-width letters lie 0xFEE0 above their ASCII twins (Unicode block FF00-FFEF).
            var narrow = character is (>= '\uFF21' and <= '\uFF3A') or (>= '\uFF41' and <= '\uFF5A') ? (char)(character - 0xFEE0) : character;
            if (char.IsLetterOrDigit(narrow))
            {
                bare[length++] = char.ToUpperInvariant(narrow);
            }
        }

        return length == 0 ? null : bare[..length].SequenceEqual(text) ? text : bare[..length].ToString();
    }

    /// <summary>Whether there is nothing but ASCII digits.</summary>
    internal static bool AreDigits(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The value of at most nine ASCII digits.</summary>
    internal static int Value(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = (value * 10) + (digit - '0');
        }

        return value;
    }

    /// <summary>The day, where there is one.</summary>
    internal static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>The latest day not after <paramref name="today"/> whose year ends in these two digits, of this century or the one before.</summary>
    internal static DateOnly? LatestDay(int yearOfCentury, int month, int day, DateOnly today)
    {
        var century = today.Year / 100 * 100;
        return Day(century + yearOfCentury, month, day) is { } recent && recent <= today ? recent : Day(century - 100 + yearOfCentury, month, day);
    }

    /// <summary>The number, with its check digit judged.</summary>
    internal static NumberReading Judge(in NumberReading reading, int position, char found, char expected) =>
        found == expected
            ? reading with { CheckDigit = CheckPassed }
            : reading with { CheckDigit = CheckFailed, Digit = new CheckDigitPlace(0, position, found, expected) };
}
