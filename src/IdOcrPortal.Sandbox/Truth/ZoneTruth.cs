using System.Globalization;

namespace IdOcrPortal.Sandbox.Truth;

/// <summary>What a card says by its machine-readable zone alone (ICAO 9303 parts 4 and 5), for the documents that one of the vendors reads: Cambodian cards and passports.</summary>
internal static class ZoneTruth
{
    /// <param name="lines">The zone's lines, check digits proved.</param>
    /// <param name="today">Tells the century of a year of two digits.</param>
    internal static SpecimenTruth? Of(IReadOnlyList<string> lines, DateOnly today) => lines switch
    {
        [{ Length: 30 } first, { Length: 30 } second, { Length: 30 } third] when first.StartsWith("ID", StringComparison.Ordinal) && first[2..5] == "KHM" => new SpecimenTruth
        {
            DocumentType = "khm-id",
            Fields = Fields(first[5..14], third, second[15..18], second[..6], second[7], second[8..14], today, lines),
        },
        [{ Length: 44 } first, { Length: 44 } second] when first[0] == 'P' => new SpecimenTruth
        {
            DocumentType = "passport",
            Fields = new Dictionary<string, string>(Fields(second[..9], first[5..], second[10..13], second[13..19], second[20], second[21..27], today, lines)) { ["issuing_state"] = Text(first[2..5]) },
        },
        _ => null,
    };

    private static Dictionary<string, string> Fields(
        string number, string names, string nationality, string birth, char sex, string expiry, DateOnly today, IReadOnlyList<string> lines)
    {
        var parts = names.TrimEnd('<').Split("<<", 2);
        var (surname, given) = (Text(parts[0]), parts.Length == 2 ? Text(parts[1]) : "");
        var all = new Dictionary<string, string?>
        {
            ["document_number"] = Text(number), ["surname"] = surname, ["given_names"] = given, ["full_name"] = $"{surname} {given}".Trim(), ["nationality"] = Text(nationality),
            ["birth_date"] = Date(birth, today, isPast: true), ["sex"] = sex is 'M' or 'F' ? sex.ToString() : "X", ["expiry_date"] = Date(expiry, today, isPast: false),
            ["mrz"] = string.Join('\n', lines),
        };
        return all.Where(field => field.Value is { Length: > 0 }).ToDictionary(field => field.Key, field => field.Value!);
    }

    private static string Text(string zone) => zone.Replace('<', ' ').Trim();

    /// <summary>Nobody is born in the future; a document ends at most fifty years from now.</summary>
    private static string? Date(string digits, DateOnly today, bool isPast)
    {
        if (!DateOnly.TryParseExact("20" + digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return null;
        }

        var latest = isPast ? today : today.AddYears(50);
        return (date > latest ? date.AddYears(-100) : date).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
