using System.Globalization;
using System.Text.RegularExpressions;

namespace IdOcrPortal.Sandbox.Truth;

/// <summary>From what a card prints to what <see cref="SpecimenTruth.Fields"/> holds.</summary>
internal static partial class PrintedText
{
    private const int BuddhistEra = 543;

    private static readonly string[] English = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    private static readonly string[] Thai = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."];

    private static readonly Dictionary<string, string> Sexes = new()
    {
        ["ប្រុស"] = "M", ["ស្រី"] = "F", ["Nam"] = "M", ["Nữ"] = "F", ["男"] = "M", ["女"] = "F", ["LAKI-LAKI"] = "M", ["LELAKI"] = "M", ["PEREMPUAN"] = "F",
    };

    /// <param name="mrz">Lines of the zone; none where the side has no zone.</param>
    internal static Dictionary<string, string> Fields(IReadOnlyDictionary<string, string> printed, IReadOnlyList<string> mrz)
    {
        var fields = new Dictionary<string, string>();
        foreach (var (name, text) in printed)
        {
            var value = name switch
            {
                "sex" => Sexes.GetValueOrDefault(text, text),
                "height_cm" => Centimetres(text),
                "birth_date" => Date(text),
                // Chinese backs print both ends of the period as one text, the second of which may be "long-term".
                "issue_date" => Period().Match(text) is { Success: true } period ? Date(period.Groups["from"].Value) : Date(text),
                "expiry_date" => Period().Match(text) is { Success: true } period ? period.Groups["to"].Value is "长期" ? null : Date(period.Groups["to"].Value) : Date(text),
                _ => text,
            };
            if (value is not null)
            {
                fields[name] = value;
            }
        }

        if (mrz.Count > 0)
        {
            fields["mrz"] = string.Join('\n', mrz);
        }

        return fields;
    }

    /// <summary>Year, month and day as <c>yyyy-MM-dd</c>; what is no date, such as "for life", stays as it is printed.</summary>
    internal static string Date(string text)
    {
        var ascii = WithAsciiDigits(text);
        if (Numbers().Match(ascii) is { Success: true } numbers)
        {
            return Iso(numbers.Groups["year"].Value, Number(numbers.Groups["month"].Value), numbers.Groups["day"].Value, 0) ?? text;
        }

        if (Words().Match(ascii) is not { Success: true } words)
        {
            return text;
        }

        var (english, thai) = (Array.IndexOf(English, words.Groups["month"].Value), Array.IndexOf(Thai, words.Groups["month"].Value));
        return Iso(words.Groups["year"].Value, Math.Max(english, thai) + 1, words.Groups["day"].Value, thai >= 0 ? BuddhistEra : 0) ?? text;
    }

    private static string? Iso(string year, int month, string day, int era) =>
        DateOnly.TryParseExact(string.Create(CultureInfo.InvariantCulture, $"{Number(year) - era:0000}-{month:00}-{Number(day):00}"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static string? Centimetres(string text) => Height().Match(WithAsciiDigits(text)) is { Success: true } height
        ? Math.Round(decimal.Parse(height.Value, CultureInfo.InvariantCulture) * (height.Value.Contains('.', StringComparison.Ordinal) ? 100 : 1)).ToString("0", CultureInfo.InvariantCulture) : null;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static string WithAsciiDigits(string text) =>
        string.Concat(text.Select(sign => CharUnicodeInfo.GetDecimalDigitValue(sign) is >= 0 and var digit ? (char)('0' + digit) : sign));

    [GeneratedRegex("^((?<year>[0-9]{4})[./](?<month>[0-9]{1,2})[./](?<day>[0-9]{1,2})|(?<year>[0-9]{4})年(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日|(?<day>[0-9]{1,2})[./-](?<month>[0-9]{1,2})[./-](?<year>[0-9]{4}))$")]
    private static partial Regex Numbers();

    [GeneratedRegex("^(?<day>[0-9]{1,2}) (?<month>[^ 0-9]+) (?<year>[0-9]{4})$")]
    private static partial Regex Words();

    [GeneratedRegex(@"^(?<from>[0-9]{4}\.[0-9]{2}\.[0-9]{2})-(?<to>.+)$")]
    private static partial Regex Period();

    [GeneratedRegex(@"^[0-9]+(\.[0-9]+)?")]
    private static partial Regex Height();
}
