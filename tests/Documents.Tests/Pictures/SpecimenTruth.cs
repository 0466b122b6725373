using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace IdOcrPortal.Documents.Tests.Pictures;

/// <summary>Why a number is nobody's: the sentence, and the pattern that the field's printed text has to match.</summary>
public sealed record Nobody(string Reason, string Field, string Pattern);

/// <summary>One picture of <c>tests/specimens</c>, as its truth describes it.</summary>
public sealed record SpecimenPicture(
    string File, string Type, string Side, string Version, int Card, string Code, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<string> Mrz,
    int[]? Portrait, string? Scenario, Nobody Nobody);

/// <summary>The committed specimens.</summary>
internal static class SpecimenTruth
{
    private sealed record Whole(string Notice, ImmutableArray<SpecimenPicture> Pictures);

    public static string Folder { get; } = Path.Combine(
        typeof(SpecimenTruth).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "RepositoryRoot").Value!, "tests", "specimens");

    public static ImmutableArray<SpecimenPicture> Pictures { get; } =
        JsonSerializer.Deserialize<Whole>(File.ReadAllText(Path.Combine(Folder, "truth.json")), JsonSerializerOptions.Web)!.Pictures;

    /// <summary>The sides of one card, each once.</summary>
    public static IReadOnlyList<SpecimenPicture> Sides(int card) => [.. Pictures.Where(picture => picture.Card == card && picture.Version == "clean")];

    /// <summary>Everything that both sides of a card show, as a service would give it.</summary>
    public static Evidence Evidence(int card)
    {
        var sides = Sides(card);
        var zone = sides.SelectMany(side => side.Mrz).ToList();
        var printed = sides.SelectMany(side => side.Fields.Select(field =>
            new Claim(field.Key, field.Value, 0.97, ClaimSource.Service, Enum.Parse<CardSide>(side.Side, ignoreCase: true))));
        return new Evidence([.. printed, .. Mrz.TryParse(zone, out var mrz, out _) ? MrzClaims.From(mrz, null) : []], zone, MrzAccepted: zone.Count > 0);
    }
}
