namespace IdOcrPortal.Documents;

/// <summary>Reads the tables of regions: entries <c>code name</c> without a blank between them, parted by <c>|</c>.</summary>
internal static class RegionTable
{
    /// <summary>The names by code.</summary>
    /// <param name="table">The entries; every code is below <paramref name="size"/>.</param>
    /// <param name="size">How many codes there may be.</param>
    internal static string?[] Parse(string table, int size)
    {
        var names = new string?[size];
        foreach (var range in table.AsSpan().Split('|'))
        {
            var (code, name) = Entry(table.AsSpan()[range]);
            names[code] = name.ToString();
        }

        return names;
    }

    /// <summary>Takes one entry apart.</summary>
    internal static RegionEntry Entry(ReadOnlySpan<char> entry)
    {
        var digits = 0;
        while (char.IsAsciiDigit(entry[digits]))
        {
            digits++;
        }

        return new RegionEntry(NumberParts.Value(entry[..digits]), entry[digits..]);
    }

    /// <summary>One entry of a table.</summary>
    /// <param name="code">Its code, without leading zeros.</param>
    /// <param name="name">Its name.</param>
    internal readonly ref struct RegionEntry(int code, ReadOnlySpan<char> name)
    {
        private readonly ReadOnlySpan<char> name = name;

        internal void Deconstruct(out int itsCode, out ReadOnlySpan<char> itsName)
        {
            itsCode = code;
            itsName = name;
        }
    }
}
