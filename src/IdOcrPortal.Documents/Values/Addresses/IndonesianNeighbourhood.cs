namespace IdOcrPortal.Documents;

/// <summary>RT and RW in an Indonesian address: <c>RT/RW 001/002</c>, <c>RT 001 RW 002</c>, <c>RT.001/RW.002</c>, <c>RT 001/002</c>.</summary>
internal static class IndonesianNeighbourhood
{
    internal static void Cut(AddressCuts cuts)
    {
        var text = cuts.Text;
        for (var at = 0; at + 2 < text.Length; at++)
        {
            if (!Starts(text, at, "RT") || (at > 0 && char.IsLetterOrDigit(text[at - 1])))
            {
                continue;
            }

            var number = Skip(text, at + 2);
            var isShared = Starts(text, number, "RW");
            number = isShared ? Skip(text, number + 2) : number;
            var end = NumberEnd(text, number);
            if (end == number)
            {
                continue;
            }

            var other = Skip(text, end);
            var hasOwnLabel = Starts(text, other, "RW");
            var otherNumber = hasOwnLabel ? Skip(text, other + 2) : other;
            var otherEnd = NumberEnd(text, otherNumber);
            // A label that is said twice is no label: nothing may be lost.
            if (otherEnd > otherNumber && !(isShared && hasOwnLabel) && (hasOwnLabel || text.AsSpan(end, otherNumber - end).Contains('/')))
            {
                cuts.Take(FieldNames.Rt, number, end, "RT ");
                cuts.Take(FieldNames.Rw, otherNumber, otherEnd, "RW ");
                cuts.Spend(at, number);
                cuts.Spend(end, otherNumber);
            }
            else if (!isShared)
            {
                cuts.Take(FieldNames.Rt, number, end, "RT ");
                cuts.Spend(at, number);
            }

            return;
        }
    }

    private static bool Starts(string text, int at, string label) => text.AsSpan(at).StartsWith(label, StringComparison.OrdinalIgnoreCase);

    private static int Skip(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '.' or ':' or '/')
        {
            at++;
        }

        return at;
    }

    private static int NumberEnd(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsDigit(text[end]))
        {
            end++;
        }

        return end - at <= 3 && (end == text.Length || !char.IsLetter(text[end])) ? end : at;
    }
}
