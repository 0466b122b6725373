using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using IdOcrPortal.Documents;

namespace IdOcrPortal.Web.Submissions;

/// <summary>How the picture of a specimen was taken.</summary>
public enum SpecimenVersion
{
    /// <summary>A flat scan.</summary>
    Clean,

    /// <summary>A photo on a desk, at an angle.</summary>
    Phone,

    /// <summary>Blur, noise and glare.</summary>
    Degraded,
}

/// <summary>The picture of a document that does not exist, and what it shows.</summary>
/// <param name="Code">The code line that is printed on it, such as <c>SPECIMEN&lt;KHM&lt;ID&lt;0001</c>.</param>
/// <param name="File">Name of the picture's file: letters, digits, hyphens and <c>.jpg</c>.</param>
/// <param name="TypeId">Id of the document type.</param>
/// <param name="Scenario">What it is made to show beyond a sound card, such as <c>photocopy</c>; <see langword="null"/>: nothing.</param>
/// <param name="Fields">Field name → text as the card prints it.</param>
/// <param name="MrzLines">The machine-readable zone on this side; empty where there is none.</param>
public sealed record Specimen(
    string Code, string File, string TypeId, CardSide Side, SpecimenVersion Version, string? Scenario, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<string> MrzLines)
{
    /// <summary>Side, version and scenario for people, such as "Back, phone photo".</summary>
    public string Title => string.Join(", ", [Side == CardSide.Back ? "Back" : "Front", VersionName, .. Scenario is null ? (string[])[] : [ScenarioName(Scenario)]]);

    /// <summary>The version for people.</summary>
    public string VersionName => Version switch
    {
        SpecimenVersion.Clean => "flat scan",
        SpecimenVersion.Phone => "phone photo",
        SpecimenVersion.Degraded => "poor photo",
        _ => throw new InvalidOperationException($"No name for {Version}."),
    };

    /// <summary>A scenario for people; one without a name of its own is named as it is.</summary>
    public static string ScenarioName(string scenario) => scenario switch
    {
        "screen" => "photo of a screen",
        "several" => "several cards",
        "temporary" => "temporary card",
        _ => scenario,
    };
}

/// <summary>The specimens that come with the portal, read once from <c>truth.json</c> beside their pictures.</summary>
/// <param name="folder">Folder of the pictures; without it there are no specimens.</param>
public sealed class Specimens(string folder)
{
    private readonly Lazy<FrozenDictionary<string, Specimen>> _byFile = new(() => Read(folder).ToFrozenDictionary(specimen => specimen.File, StringComparer.Ordinal));

    /// <summary>All of them: by type, front before back, sound cards before scenarios, the cleanest picture first.</summary>
    public IReadOnlyList<Specimen> All => field ??=
    [
        .. _byFile.Value.Values.OrderBy(specimen => DocumentTypes.Find(specimen.TypeId)?.Name ?? specimen.TypeId, StringComparer.Ordinal)
            .ThenBy(specimen => specimen.Scenario is not null).ThenBy(specimen => specimen.Side).ThenBy(specimen => specimen.Version).ThenBy(specimen => specimen.File, StringComparer.Ordinal),
    ];

    /// <summary>The specimen with this file name; <see langword="null"/> for any other name, so that no name leads to another file.</summary>
    public Specimen? Find(string file) => _byFile.Value.GetValueOrDefault(file);

    /// <summary>A flat, sound front of this type; <see langword="null"/> where there is none.</summary>
    public Specimen? SoundFront(string typeId) =>
        All.FirstOrDefault(specimen => specimen.TypeId == typeId && specimen is { Side: CardSide.Front, Version: SpecimenVersion.Clean, Scenario: null });

    /// <summary>Where the picture stands.</summary>
    internal string PathOf(Specimen specimen) => Path.Combine(folder, specimen.File);

    private static IEnumerable<Specimen> Read(string folder)
    {
        var truth = Path.Combine(folder, "truth.json");
        if (!File.Exists(truth))
        {
            return [];
        }

        using var stream = File.OpenRead(truth);
        var pictures = JsonSerializer.Deserialize(stream, SpecimenJson.Default.SpecimenFile)?.Pictures ?? throw new InvalidOperationException($"{truth} holds no pictures.");
        return pictures.Select(picture => new Specimen(
            picture.Code.TrimEnd('<'), PlainName(picture.File), picture.Type, picture.Side, picture.Version, picture.Scenario, picture.Fields, picture.Mrz ?? []));
    }

    private static string PlainName(string file) =>
        file == Path.GetFileName(file) && file.EndsWith(".jpg", StringComparison.Ordinal) ? file : throw new InvalidOperationException("truth.json names a picture outside its folder.");

    internal sealed record SpecimenFile(IReadOnlyList<SpecimenPicture> Pictures);

    internal sealed record SpecimenPicture(
        string File, string Type, CardSide Side, SpecimenVersion Version, string Code, Dictionary<string, string> Fields, IReadOnlyList<string>? Mrz, string? Scenario);
}

/// <summary>How <c>truth.json</c> is written.</summary>
[JsonSerializable(typeof(Specimens.SpecimenFile))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
internal sealed partial class SpecimenJson : JsonSerializerContext;
