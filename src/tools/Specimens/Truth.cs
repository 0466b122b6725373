using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IdOcrPortal.Specimens;

/// <summary>What one picture shows.</summary>
/// <param name="File">Name of the picture beside the truth.</param>
/// <param name="Type">Id of the document type.</param>
/// <param name="Side"><c>front</c> or <c>back</c>.</param>
/// <param name="Version"><c>clean</c>, <c>phone</c> or <c>degraded</c>.</param>
/// <param name="Card">Which card it shows: the same for both sides and all versions of one.</param>
/// <param name="Code">The code line, 30 characters.</param>
/// <param name="Fields">Name of the field to the text as printed on this side, in reading order.</param>
/// <param name="Mrz">The zone on this side; empty where there is none.</param>
/// <param name="Size">Width and height of the picture in pixels.</param>
/// <param name="Portrait">Left, top, width and height in pixels, where the side has a portrait.</param>
/// <param name="Scenario">What the picture is made to show beyond a sound card.</param>
/// <param name="Nobody">Why the number cannot be a living person's.</param>
internal sealed record PictureTruth(
    string File, string Type, string Side, string Version, int Card, string Code, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<string> Mrz,
    int[] Size, int[]? Portrait, string? Scenario, NobodyRule Nobody);

/// <summary>The whole of <c>truth.json</c>.</summary>
internal sealed record SpecimenTruth(string Notice, IReadOnlyList<PictureTruth> Pictures)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // Read by people, never by a page: scripts and < stay as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";
}
