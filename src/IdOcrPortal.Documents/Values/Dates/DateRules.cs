namespace IdOcrPortal.Documents;

/// <summary>Where the parts of a date stand.</summary>
internal enum DateShape
{
    DayFirst,
    YearFirst,
    MonthFirst,
    NamedMonth,
    EightDigitsYearFirst,
    EightDigitsDayFirst,
    SixDigitsYearFirst,
    SixDigitsDayFirst,
    YearAlone,
    YearAndMonth,
}

/// <summary>The words that tell which rule read a date. Made once for each combination that occurs.</summary>
internal static class DateRules
{
    internal const string LongTerm = "words for \"no date of expiry\"";
    internal const string Unknown = "no date in a shape that a rule knows";
    internal const string TwoOrders = "day first or month first: both give a day";
    internal const string TwoYears = "the year of two digits first or last: both give a day";
    internal const string Impossible = "no day of the calendar";
    internal const string StrangeYear = "a year of the Buddhist era, where years are Gregorian";

    private static readonly string[] Shapes =
    [
        "day first", "year first", "month first", "month by name", "YYYYMMDD", "DDMMYYYY", "YYMMDD", "DDMMYY", "year alone", "year and month",
    ];

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, string?[]> ByScript = new(StringComparer.Ordinal);

    private static readonly string?[] Ascii = new string?[Count];

    private static readonly string?[] Khmer = new string?[Count];

    private static int Count => Shapes.Length * 2 * 2 * 3 * 2;

    /// <summary>For instance "Khmer digits, day first".</summary>
    /// <param name="script">The digits' script, <see langword="null"/> for ASCII.</param>
    /// <param name="shape">Where the parts stand.</param>
    /// <param name="shortYear">Whether the century had to be found.</param>
    /// <param name="buddhist">Whether the year was one of the Buddhist era.</param>
    /// <param name="range">0 for a single date, 1 and 2 for the ends of a range.</param>
    /// <param name="partial">Whether 00 or XX stands for an unknown part.</param>
    internal static string Of(string? script, DateShape shape, bool shortYear, bool buddhist, int range, bool partial)
    {
        // The two usual ones without a look into the table; names of scripts are literals.
        var rules = script is null ? Ascii : ReferenceEquals(script, "Khmer") ? Khmer : ByScript.GetOrAdd(script, static _ => new string?[Count]);
        var index = ((((((int)shape * 2) + (shortYear ? 1 : 0)) * 2) + (buddhist ? 1 : 0)) * 3 + range) * 2 + (partial ? 1 : 0);
        return rules[index] ??= (script is null ? "" : script == UnicodeDigits.Mixed ? "digits of several scripts, " : $"{script} digits, ")
            + Shapes[(int)shape]
            + (shortYear ? ", century found" : "")
            + (buddhist ? ", Buddhist era − 543" : "")
            + (range == 0 ? "" : range == 1 ? ", first of a range" : ", second of a range")
            + (partial ? ", unknown parts left out" : "");
    }
}
