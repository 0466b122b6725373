using System.Collections.Frozen;

namespace IdOcrPortal.Documents;

/// <summary>Words of names that are written in many ways, or left out, without naming another person.</summary>
internal static class NameMarkers
{
    // "Son of" and "daughter of" of Malaysia, Singapore and Brunei.
    private static readonly FrozenDictionary<string, string> Strong = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["A/L"] = "A/L", ["A/P"] = "A/P", ["S/O"] = "A/L", ["D/O"] = "A/P", ["BIN"] = "BIN", ["IBN"] = "BIN", ["IBNI"] = "BIN", ["IBNU"] = "BIN",
        ["BINTI"] = "BINTI", ["BINTE"] = "BINTI", ["BTE"] = "BINTI", ["BINT"] = "BINTI", ["BT."] = "BINTI", ["BN."] = "BIN", ["B."] = "BIN",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What is left of them in a zone. These are names too (Do, So, Al), so they count only against a marker that is beyond doubt.
    private static readonly FrozenDictionary<string, string> Weak = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AL"] = "A/L", ["AP"] = "A/P", ["SO"] = "A/L", ["DO"] = "A/P", ["B"] = "BIN", ["BN"] = "BIN", ["BT"] = "BINTI",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<(string, string), Marker> Pairs = new Dictionary<(string, string), Marker>
    {
        [("A", "L")] = new("A/L", false), [("A", "P")] = new("A/P", false), [("S", "O")] = new("A/L", false), [("D", "O")] = new("A/P", false),
        [("ANAK", "LELAKI")] = new("A/L", true), [("ANAK", "PEREMPUAN")] = new("A/P", true),
    }.ToFrozenDictionary();

    // Honours, and "no name known" of English-speaking issuers. Tan, Sri, Ba and their like are names as well and are not here.
    private static readonly FrozenSet<string> Titles = new[]
    {
        "HJ", "HAJI", "HAJJAH", "HAJAH", "HJH", "DR", "DRS", "DRA", "DRG", "IR", "PROF", "USTAZ", "USTADZ", "DATO", "DATUK", "DATIN", "PEHIN", "ENCIK", "TUAN",
        "MR", "MRS", "MADAM", "FNU", "LNU",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Honours and degrees that are beyond doubt only where a full stop is printed with them: H., S.E., M.M.
    private static readonly FrozenSet<string> DottedTitles = new[]
    {
        "H.", "KH.", "SH.", "SE.", "ST.", "SPD.", "SKOM.", "SSOS.", "SAG.", "SIP.", "SKM.", "SKED.", "SSI.", "SPSI.", "SPT.", "SHI.", "MM.", "MSI.", "MPD.", "MH.", "MT.", "MBA.", "MSC.",
        "PHD.", "BA.", "BSC.", "AMD.", "MS.", "EN.", "SPOG.",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word (with a full stop at its end where one is printed in it) is an honour, a degree or the like.</summary>
    internal static bool IsTitle(string word) => Titles.Contains(word.TrimEnd('.')) || DottedTitles.Contains(word);

    /// <summary>
    /// Takes the markers of descent out of a name's words and returns them, in order. Only between two other words is one taken for a marker: Bin is a name too.
    /// </summary>
    /// <param name="words">Upper-case words; markers are removed.</param>
    internal static List<Marker> TakePatronymics(List<string> words)
    {
        List<Marker> found = [];
        for (var i = 1; i < words.Count - 1; i++)
        {
            if (i + 2 < words.Count && Pairs.TryGetValue((words[i], words[i + 1]), out var pair))
            {
                found.Add(pair);
                words.RemoveRange(i, 2);
            }
            else if (Strong.TryGetValue(words[i], out var strong))
            {
                found.Add(new Marker(strong, true));
                words.RemoveAt(i);
            }
            else if (Weak.TryGetValue(words[i], out var weak))
            {
                found.Add(new Marker(weak, false));
                words.RemoveAt(i);
            }
        }

        return found;
    }

    /// <summary>
    /// Whether two lists of markers can belong to one name: the same with at least one of each pair beyond doubt, or all of one list beyond doubt and the other empty.
    /// </summary>
    internal static bool Fit(List<Marker> first, List<Marker> second)
    {
        if (first.Count == 0 || second.Count == 0)
        {
            return (first.Count == 0 ? second : first).TrueForAll(marker => marker.IsSure);
        }

        if (first.Count != second.Count)
        {
            return false;
        }

        for (var i = 0; i < first.Count; i++)
        {
            if (first[i].Kind != second[i].Kind || !(first[i].IsSure || second[i].IsSure))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One marker of descent.</summary>
    /// <param name="Kind">What it says: A/L, A/P, BIN or BINTI.</param>
    /// <param name="IsSure">Whether it can't be a name.</param>
    internal readonly record struct Marker(string Kind, bool IsSure);
}
