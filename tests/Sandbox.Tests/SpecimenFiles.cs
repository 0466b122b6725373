using System.Text.Json;
using System.Text.Json.Nodes;

namespace IdOcrPortal.Sandbox.Tests;

/// <summary>One picture of <c>tests/specimens</c>.</summary>
public sealed record SpecimenFile(string File, string Type, string Side, string Version, string Code, int[] Size, int[]? Portrait)
{
    internal byte[] Bytes => System.IO.File.ReadAllBytes(Path.Combine(SpecimenFiles.Folder, File));
}

/// <summary>The committed specimens, and what the vendors answer to them, written by hand from the vendors' sheets.</summary>
internal static class SpecimenFiles
{
    internal static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "FictionalCards");

    internal static IReadOnlyList<SpecimenFile> All { get; } = [.. JsonSerializer.Deserialize<Whole>(File.ReadAllBytes(Path.Combine(Folder, "truth.json")), JsonSerializerOptions.Web)!
        .Pictures.Select(picture => picture with { Code = picture.Code.TrimEnd('<') })];

    /// <summary>Code → service and its answer.</summary>
    internal static IReadOnlyDictionary<string, (string Service, JsonNode Answer)> Answers { get; } =
        JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "specimen-answers.json")))!.AsObject()
            .ToDictionary(row => row.Key, row => (row.Value!["service"]!.GetValue<string>(), row.Value["answer"]!));

    internal static SpecimenFile Named(string file) => All.Single(specimen => specimen.File == file);

    private sealed record Whole(SpecimenFile[] Pictures);
}
