using System.Globalization;

namespace IdOcrPortal.Documents;

/// <summary>A date as it is printed or as services return it, in digits: year first, or day first with the year at the end.</summary>
internal static class PrintedDate
{
    private static readonly char[] Separators = ['-', '/', '.', ' '];

    /// <summary>
    /// The day that the text names, or <see langword="null"/>. Year first (1999-07-10, 1987/1/1) or day first (10.07.1999, 26-12-1993): no passport and none
    /// of the services writes the month first. The year has four digits; a year of two is ambiguous.
    /// </summary>
    internal static DateOnly? Parse(string text)
    {
        var parts = text.Trim().Split(Separators, StringSplitOptions.TrimEntries);
        if (parts.Length != 3)
        {
            return null;
        }

        return parts[0].Length == 4 ? Day(parts[0], parts[1], parts[2])
            : parts[2].Length == 4 ? Day(parts[2], parts[1], parts[0])
            : null;
    }

    private static DateOnly? Day(string year, string month, string day)
    {
        if (month.Length > 2 || day.Length > 2
            || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y)
            || !int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
            || !int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d))
        {
            return null;
        }

        return y >= 1 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }
}
