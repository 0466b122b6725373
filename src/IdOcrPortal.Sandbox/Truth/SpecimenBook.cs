using System.Text.Json;

namespace IdOcrPortal.Sandbox.Truth;

/// <summary>A committed picture of a specimen.</summary>
/// <param name="Portrait">Left, top, width and height of the portrait in its pixels.</param>
internal sealed record SpecimenView(int Width, int Height, int[] Portrait);

/// <summary>One side of a fictional card.</summary>
/// <param name="Code">Its code line without trailing fillers.</param>
/// <param name="Cards">What its pictures show: mostly one card.</param>
/// <param name="Views">Its pictures with a portrait.</param>
internal sealed record Specimen(string Code, IReadOnlyList<SpecimenTruth> Cards, IReadOnlyList<SpecimenView> Views);

/// <summary>The fictional cards of <c>tests/specimens</c>, found by the code line that each bears.</summary>
internal sealed class SpecimenBook
{
    /// <summary>What every code begins with.</summary>
    internal const string Word = "SPECIMEN<";

    // Of 23 characters and more; a third mistake is no reading any more.
    private const int MostMistakes = 2;

    private readonly Dictionary<string, Specimen> specimens;

    private SpecimenBook(IEnumerable<Specimen> specimens) => this.specimens = specimens.ToDictionary(specimen => specimen.Code);

    internal IReadOnlyCollection<Specimen> All => specimens.Values;

    /// <param name="file"><c>truth.json</c> as <c>src/tools/Specimens</c> writes it.</param>
    /// <exception cref="InvalidDataException">It says something that the vendors' answers cannot be written from.</exception>
    internal static SpecimenBook Load(string file)
    {
        var whole = JsonSerializer.Deserialize<Whole>(File.ReadAllBytes(file), JsonSerializerOptions.Web) ?? throw new InvalidDataException($"{file} is empty.");
        return new(whole.Pictures.GroupBy(picture => picture.Code.TrimEnd('<')).Select(pictures => new Specimen(
            pictures.Key,
            Cards(pictures.First()),
            [.. pictures.Where(picture => picture.Portrait is not null).Select(picture => new SpecimenView(picture.Size[0], picture.Size[1], picture.Portrait!))])));
    }

    /// <summary>The specimen that bears this code, or the one whose code is nearest if it is one or two characters off; null where none is, or several are as near.</summary>
    internal Specimen? Find(string code)
    {
        // Noise behind the code may be read as more characters, with fillers between.
        var end = code.IndexOf("<<", StringComparison.Ordinal);
        var read = end < 0 ? code.TrimEnd('<') : code[..end];
        if (specimens.TryGetValue(read, out var exact))
        {
            return exact;
        }

        var near = specimens.Values.Select(specimen => (Specimen: specimen, Mistakes: Distance(read, specimen.Code))).Where(one => one.Mistakes <= MostMistakes)
            .OrderBy(one => one.Mistakes).Take(2).ToList();
        return near.Count == 0 || near.Count == 2 && near[0].Mistakes == near[1].Mistakes ? null : near[0].Specimen;
    }

    private static SpecimenTruth[] Cards(Picture picture)
    {
        Defect[] defects = picture.Scenario switch
        {
            null or "several" => [],
            "photocopy" => [Defect.Photocopy],
            "screen" => [Defect.ScreenPhoto],
            "edited" => [Defect.Edited],
            "covered" => [Defect.Covered],
            "reflection" => [Defect.Reflection],
            "blurred" => [Defect.Blurred],
            "temporary" => [Defect.Temporary],
            "expired" => [Defect.Expired],
            _ => throw new InvalidDataException($"truth.json names the scenario {picture.Scenario} of {picture.File}, which no vendor can be made to answer."),
        };
        var card = new SpecimenTruth { DocumentType = picture.Type, IsBack = picture.Side == "back", Fields = PrintedText.Fields(picture.Fields, picture.Mrz), Defects = defects };
        return picture.Scenario == "several" ? [card, card] : [card];
    }

    /// <summary>Characters to be changed, left out or put in (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            (var diagonal, row[0]) = (row[0], i);
            for (var j = 1; j <= other.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
            }
        }

        return row[^1];
    }

    private sealed record Whole(Picture[] Pictures);

    private sealed record Picture(
        string File, string Type, string Side, string Code, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<string> Mrz, int[] Size, int[]? Portrait, string? Scenario);
}
