namespace IdOcrPortal.Documents;

/// <summary>What the schemes share in taking numbers apart. Nothing here allocates for a sound number.</summary>
internal static class NumberParts
{
    private const int CachedPositions = 20;
    private const string CheckCharacters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static readonly CheckDigitPlace[] SoundPlaces = MakeSoundPlaces();

    /// <summary>Whether all characters are ASCII digits; false for none.</summary>
    public static bool AllDigits(ReadOnlySpan<char> text)
    {
        // A loop, since the span's own search boxes its bounds until it is compiled a second time, and numbers are short.
        foreach (var letter in text)
        {
            if (!char.IsAsciiDigit(letter))
            {
                return false;
            }
        }

        return !text.IsEmpty;
    }

    /// <summary>The value of up to nine ASCII digits.</summary>
    public static int Value(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = (value * 10) + (digit - '0');
        }

        return value;
    }

    /// <summary>Sum of the digits times their weights, over the length of the weights.</summary>
    public static int WeightedSum(ReadOnlySpan<char> digits, ReadOnlySpan<byte> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += (digits[i] - '0') * weights[i];
        }

        return sum;
    }

    /// <summary>The day, or <see langword="null"/> where the calendar has none such.</summary>
    public static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>The latest day with this two-digit year on which a holder is at least <paramref name="age"/> years old; <see langword="null"/> for none in two centuries.</summary>
    public static DateOnly? LatestDay(int yearOfCentury, int month, int day, DateOnly today, int age = 0)
    {
        var century = today.Year / 100 * 100;
        var latest = today.Year - age < 1 ? DateOnly.MinValue : today.AddYears(-age);
        for (var start = century; start >= century - 100; start -= 100)
        {
            if (Day(start + yearOfCentury, month, day) is { } date && date <= latest)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>How a day of birth comes out: it exists and is not in the future.</summary>
    public static AspectResult DayResult(DateOnly? date, DateOnly today) => date switch
    {
        null => new(CheckResult.Failed, "The calendar has no such day of birth."),
        { } day when day > today => new(CheckResult.Failed, "The day of birth is in the future."),
        _ => new(CheckResult.Passed, "The day of birth exists."),
    };

    /// <summary>How a check character comes out.</summary>
    public static AspectResult CheckResultOf(char found, char expected) => found == expected
        ? new(CheckResult.Passed, "The check character follows from the characters before it.")
        : new(CheckResult.Failed, "The check character does not follow from the characters before it.");

    /// <summary>The place of a check character; a shared instance where it is right.</summary>
    public static CheckDigitPlace Place(int position, char found, char expected)
    {
        var index = CheckCharacters.IndexOf(expected, StringComparison.Ordinal);
        return found == expected && position < CachedPositions && index >= 0
            ? SoundPlaces[(position * CheckCharacters.Length) + index]
            : new CheckDigitPlace(0, position, found, expected);
    }

    /// <summary>The reading of a number without its shape: every other part of the scheme is not possible.</summary>
    public static NumberReading Misshapen(NumberScheme scheme, string detail)
    {
        var reading = new NumberReading(new AspectResult(CheckResult.Failed, detail));
        for (var i = 0; i < scheme.Aspects.Count; i++)
        {
            reading = scheme.Aspects[i] switch
            {
                NumberAspect.Region => reading with { Region = AspectResult.NotPossible },
                NumberAspect.Date => reading with { Date = AspectResult.NotPossible },
                NumberAspect.Serial => reading with { Serial = AspectResult.NotPossible },
                NumberAspect.CheckDigit => reading with { CheckDigit = AspectResult.NotPossible },
                _ => reading,
            };
        }

        return reading;
    }

    /// <summary>The shape holds.</summary>
    public static AspectResult ShapeHolds => new(CheckResult.Passed, "Length, letters and digits are in their places.");

    /// <summary>Odd digits are men's.</summary>
    public static Sex OddIsMale(char digit) => (digit & 1) == 1 ? Sex.Male : Sex.Female;

    private static CheckDigitPlace[] MakeSoundPlaces()
    {
        var places = new CheckDigitPlace[CachedPositions * CheckCharacters.Length];
        for (var i = 0; i < places.Length; i++)
        {
            var letter = CheckCharacters[i % CheckCharacters.Length];
            places[i] = new CheckDigitPlace(0, i / CheckCharacters.Length, letter, letter);
        }

        return places;
    }
}
