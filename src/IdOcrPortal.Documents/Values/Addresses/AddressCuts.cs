using System.Text;

namespace IdOcrPortal.Documents;

/// <summary>Which stretches of an address belong to which field. Stretches never overlap, so nothing is lost or said twice.</summary>
/// <param name="text">The address, cleaned.</param>
internal sealed class AddressCuts(string text)
{
    private static readonly string[] Order =
        [FieldNames.Province, FieldNames.City, FieldNames.District, FieldNames.Village, FieldNames.Rt, FieldNames.Rw, FieldNames.Postcode];

    private readonly Dictionary<string, string> taken = new(StringComparer.Ordinal);
    private readonly List<(int Start, int End)> stretches = [];

    internal string Text { get; } = text;

    /// <summary>Whether the place belongs to a field already.</summary>
    internal bool IsTaken(int at) => stretches.Exists(stretch => at >= stretch.Start && at < stretch.End);

    /// <summary>Where the next stretch that belongs to a field begins, or the text ends.</summary>
    internal int NextTaken(int from)
    {
        var next = Text.Length;
        foreach (var (start, _) in stretches)
        {
            next = start >= from && start < next ? start : next;
        }

        return next;
    }

    /// <summary>Gives a stretch to a field; does nothing where the field has one, or nothing is left without the parting signs.</summary>
    internal bool Take(string field, int start, int end, string label = "")
    {
        while (start < end && IsParting(Text[start]))
        {
            start++;
        }

        while (end > start && IsParting(Text[end - 1]))
        {
            end--;
        }

        if (start >= end || IsTaken(start) || IsTaken(end - 1) || NextTaken(start) < end || !taken.TryAdd(field, label + Text[start..end]))
        {
            return false;
        }

        stretches.Add((start, end));
        return true;
    }

    /// <summary>Marks a stretch as said already by a label that was put before a part.</summary>
    internal void Spend(int start, int end) => stretches.Add((start, end));

    /// <summary>Takes the last number of just so many digits, of whatever script; a number of four that begins the address is that of a house.</summary>
    internal void CutPostcode(int digits = 5)
    {
        for (var end = Text.Length; end >= digits; end--)
        {
            var start = end - digits;
            if (IsNumber(start, end) && (end == Text.Length || !char.IsLetterOrDigit(Text[end])) && (start == 0 || !char.IsLetterOrDigit(Text[start - 1])))
            {
                if (digits == 5 || start > 0)
                {
                    Take(FieldNames.Postcode, start, end);
                }

                return;
            }
        }
    }

    internal bool IsNumber(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!char.IsDigit(Text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The parts in their order, and what is left.</summary>
    internal List<(string Field, string Text)> Parts()
    {
        List<(string Field, string Text)> parts = [];
        foreach (var field in Order)
        {
            if (taken.TryGetValue(field, out var part))
            {
                parts.Add((field, part));
            }
        }

        if (Rest() is { Length: > 0 } rest)
        {
            parts.Add((FieldNames.Address, rest));
        }

        return parts;
    }

    internal static bool IsParting(char sign) => sign is ' ' or ',' or ';' or '，' or '、' or '៖' or '។' or '/';

    private string Rest()
    {
        stretches.Sort();
        var rest = new StringBuilder(Text.Length);
        var at = 0;
        foreach (var (start, end) in stretches)
        {
            Add(rest, Text.AsSpan(at, Math.Max(start - at, 0)));
            at = Math.Max(at, end);
        }

        Add(rest, Text.AsSpan(at));
        return rest.ToString();
    }

    private static void Add(StringBuilder rest, ReadOnlySpan<char> piece)
    {
        piece = piece.Trim(" ,;，、៖។");
        if (!piece.IsEmpty && piece is not ("." or "/" or "-"))
        {
            rest.Append(rest.Length > 0 ? ", " : "").Append(piece);
        }
    }
}
