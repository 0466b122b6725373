using System.Text.Json;

namespace IdOcrPortal.Reader.Tests;

/// <summary>A published specimen document: its picture, and what its zone says in truth.</summary>
internal sealed record Specimen(string File, string Format, string[] Mrz, bool AllChecksValid, string Note)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The folder of the picture.</summary>
    public string Folder { get; init; } = "";

    /// <summary>All specimens of a folder with a <c>manifest.json</c>, in its order; those without a zone are left out.</summary>
    public static IReadOnlyList<Specimen> Load(string folder) =>
        [.. JsonSerializer.Deserialize<Specimen[]>(System.IO.File.ReadAllBytes(Path.Combine(folder, "manifest.json")), Json)!
            .Where(specimen => specimen.Mrz is { Length: > 0 })
            .Select(specimen => specimen with { Folder = folder })];

    /// <summary>Path of the picture.</summary>
    public string Picture => Path.Combine(Folder, File);

    /// <summary>The picture file.</summary>
    public byte[] Bytes => System.IO.File.ReadAllBytes(Picture);

    /// <summary>Whether these lines are what is printed.</summary>
    public bool IsTruth(IReadOnlyList<string>? lines) => lines is not null && lines.SequenceEqual(Mrz);
}
