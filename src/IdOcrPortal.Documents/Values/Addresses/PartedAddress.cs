namespace IdOcrPortal.Documents;

/// <summary>An address whose parts stand between commas, the largest last (Vietnam, Philippines). With less than two parts nothing tells what it is.</summary>
internal static class PartedAddress
{
    private static readonly string[] Levels = [FieldNames.Province, FieldNames.City, FieldNames.District];

    private static readonly string[] Hamlets = ["THÔN", "ẤP", "XÓM", "TỔ", "KHU PHỐ", "BẢN", "LÀNG", "BUÔN", "KHÓM", "KP"];

    internal static void Cut(AddressCuts cuts)
    {
        var text = cuts.Text;
        if (!text.Contains(',', StringComparison.Ordinal))
        {
            return;
        }

        var end = text.Length;
        var level = 0;
        while (end > 0)
        {
            var comma = text.LastIndexOf(',', end - 1);
            var part = text.AsSpan(comma + 1, end - comma - 1).Trim();
            // A postcode may stand behind the name of the province.
            var partEnd = Math.Min(end, cuts.NextTaken(comma + 1));
            if (level < Levels.Length)
            {
                // Empty parts are dirt, not levels.
                level += cuts.Take(Levels[level], comma + 1, partEnd) ? 1 : 0;
            }
            else if (IsHamlet(part))
            {
                cuts.Take(FieldNames.Village, comma + 1, partEnd);
            }

            end = comma;
        }
    }

    private static bool IsHamlet(ReadOnlySpan<char> part)
    {
        foreach (var hamlet in Hamlets)
        {
            if (part.StartsWith(hamlet, StringComparison.OrdinalIgnoreCase) && part.Length > hamlet.Length && part[hamlet.Length] == ' ')
            {
                return true;
            }
        }

        return false;
    }
}
