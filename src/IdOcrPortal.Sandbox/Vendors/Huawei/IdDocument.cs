using System.Text.Json.Nodes;
using IdOcrPortal.Sandbox.Truth;

namespace IdOcrPortal.Sandbox.Vendors.Huawei;

/// <summary>The result of the retired <c>id-document</c>, and what it reads: fifteen regions and their kinds of document.</summary>
internal static class IdDocument
{
    /// <summary>Region → kinds: PP passport, DL driving licence, ID identity card.</summary>
    internal static readonly IReadOnlyDictionary<string, string[]> Regions = new Dictionary<string, string[]>
    {
        ["VNM"] = ["PP", "DL", "ID"], ["IND"] = ["PP"], ["PHL"] = ["PP", "DL", "ID"], ["ALB"] = ["PP", "DL", "ID"], ["BRA"] = ["PP"],
        ["IDN"] = ["PP"], ["MYS"] = ["PP"], ["NGA"] = ["PP"], ["PAK"] = ["PP"], ["RUS"] = ["PP"], ["TWN"] = ["PP"], ["UKR"] = ["PP"],
        ["THA"] = ["ID", "PP"], ["CHL"] = ["ID", "PP"], ["HKG"] = ["ID"],
    };

    internal static readonly string[] Kinds = ["PP", "DL", "ID"];

    private static readonly (string Name, string Field)[] Texts =
    [
        ("first_name", "given_names"), ("last_name", "surname"), ("sex", "sex"), ("nationality", "nationality"), ("birth_date", "birth_date"),
        ("issue_date", "issue_date"), ("expiry_date", "expiry_date"), ("document_number", "document_number"), ("address", "address"),
        ("issuing_authority", "issuing_authority"),
    ];

    /// <summary>Region and kind of a card; null if the function does not read it.</summary>
    internal static (string Region, string Kind)? Place(SpecimenTruth truth)
    {
        (string Region, string Kind)? place = truth.DocumentType switch
        {
            "passport" => (truth["issuing_state"] ?? "", "PP"),
            "phl-umid" => ("PHL", "ID"),
            ['v', 'n', 'm', '-', ..] or ['p', 'h', 'l', '-', ..] or ['a', 'l', 'b', '-', ..] or ['t', 'h', 'a', '-', ..] or ['c', 'h', 'l', '-', ..] or ['h', 'k', 'g', '-', ..] =>
                (truth.DocumentType[..3].ToUpperInvariant(), truth.DocumentType[4..].ToUpperInvariant()),
            _ => null,
        };
        return place is { } found && Regions.TryGetValue(found.Region, out var kinds) && kinds.Contains(found.Kind) ? found : null;
    }

    /// <param name="regions">The regions to look for; none: all but Vietnam, which has to be named.</param>
    /// <param name="kinds">The kinds to look for; none: all.</param>
    internal static bool IsWanted(SpecimenTruth truth, IReadOnlyList<string> regions, IReadOnlyList<string> kinds) =>
        Place(truth) is var (region, kind)
        && (regions.Contains(region) || regions.Count == 0 && region != "VNM")
        && (kinds.Count == 0 || kinds.Contains(kind));

    internal static JsonObject Result(SpecimenTruth truth, bool withPortrait)
    {
        var (region, kind) = Place(truth)!.Value;
        var result = new JsonObject { ["country_region"] = region, ["id_type"] = kind, ["side"] = truth.IsBack ? "back" : "front" };
        var confidence = new JsonObject();
        foreach (var (name, field) in Texts)
        {
            if ((truth[field] ?? PartOfName(truth, field)) is { } text)
            {
                result[name] = text;
                confidence[name] = truth.Confidence(field);
            }
        }

        if (withPortrait && truth.Portrait is { } portrait)
        {
            result["portrait_image"] = portrait.Image;
        }

        result["confidence"] = confidence;
        return result;
    }

    /// <summary>Vietnamese cards print one name, the family's first; the answer has only two parts to put it into.</summary>
    private static string? PartOfName(SpecimenTruth truth, string field) =>
        (field, truth["surname"] ?? truth["given_names"], truth["full_name"]?.Split(' ', 2)) switch
        {
            ("surname", null, [var family, ..]) => family,
            ("given_names", null, [_, var given]) => given,
            _ => null,
        };
}
