namespace IdOcrPortal.Documents;

/// <summary>Writes days as ISO 8601.</summary>
internal static class IsoDate
{
    /// <summary>1999-07-10.</summary>
    internal static string Of(DateOnly day) => string.Create(10, day, static (text, value) =>
    {
        var year = value.Year;
        (text[0], text[1], text[2], text[3]) = (Digit(year / 1000), Digit(year / 100), Digit(year / 10), Digit(year));
        (text[4], text[7]) = ('-', '-');
        (text[5], text[6]) = (Digit(value.Month / 10), Digit(value.Month));
        (text[8], text[9]) = (Digit(value.Day / 10), Digit(value.Day));
    });

    private static char Digit(int number) => (char)('0' + (number % 10));
}
