using System.Collections.Frozen;
using System.Globalization;

namespace IdOcrPortal.Documents;

/// <summary>Names of regions by their numeric code, from a table in the assembly: one region a line, code, blank, name.</summary>
internal sealed class RegionTable
{
    private readonly FrozenDictionary<int, string> names;

    /// <summary>Reads a table that was embedded in this assembly.</summary>
    /// <param name="resource">File name of the table.</param>
    public RegionTable(string resource)
    {
        using var stream = typeof(RegionTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly was built without its table {resource}.");
        using var reader = new StreamReader(stream);
        var read = new Dictionary<int, string>();
        while (reader.ReadLine() is { } line)
        {
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            read.Add(int.Parse(line.AsSpan(0, blank), NumberStyles.None, CultureInfo.InvariantCulture), line[(blank + 1)..]);
        }

        names = read.ToFrozenDictionary();
    }

    /// <summary>All codes, in no order.</summary>
    public IReadOnlyList<int> Codes => names.Keys;

    /// <summary>Number of regions.</summary>
    public int Count => names.Count;

    /// <summary>Name of a region; <see langword="null"/> where the table has none.</summary>
    public string? Find(int code) => names.GetValueOrDefault(code);
}
