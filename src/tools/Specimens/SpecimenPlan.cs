using System.Globalization;
using IdOcrPortal.Documents;
using IdOcrPortal.Specimens.Cards;

namespace IdOcrPortal.Specimens;

/// <summary>One picture to be made.</summary>
/// <param name="Card">What is shown.</param>
/// <param name="CardNumber">The card's place in the list, from 1.</param>
/// <param name="Side">Which side.</param>
/// <param name="Version">How.</param>
/// <param name="Code">The code line.</param>
internal sealed record PlannedPicture(Card Card, int CardNumber, CardSide Side, Version Version, string Code)
{
    public string File => string.Create(CultureInfo.InvariantCulture,
        $"{Card.TypeId}{(Side == CardSide.Back ? "-back" : "")}{(Card.Scenario is { } scenario ? $"-{scenario}" : "")}-{Version.ToString().ToLowerInvariant()}.jpg");

    public PictureTruth Truth(Scene scene, int[]? portrait)
    {
        var fields = Card.Fields().Where(field => field.Side == Side).ToDictionary(field => field.Field, field => field.Text);
        return new PictureTruth(
            File, Card.TypeId, Side.ToString().ToLowerInvariant(), Version.ToString().ToLowerInvariant(), CardNumber, Code, fields,
            Card.HasZone(Side) ? Card.ZoneLines() : [], [scene.Width, scene.Height], portrait, Card.Scenario, Card.Nobody);
    }
}

/// <summary>Which pictures are made of which card: every side of every card clean and by phone, one type of each script also degraded.</summary>
internal static class SpecimenPlan
{
    private static readonly HashSet<string> Degraded = ["khm-id", "vnm-id", "passport", "td1-card", "chn-id", "idn-ktp", "tha-id", "mys-mykad"];

    public static IReadOnlyList<PlannedPicture> All { get; } = [.. List()];

    private static IEnumerable<PlannedPicture> List()
    {
        int number = 0, serial = 0;
        foreach (var card in AllCards.Sound.Concat(AllCards.Scenarios))
        {
            number++;
            Version[] versions = card.Scenario is not null ? [Version.Clean]
                : Degraded.Contains(card.TypeId) ? [Version.Clean, Version.Phone, Version.Degraded] : [Version.Clean, Version.Phone];
            foreach (var side in card.Scenario is null ? card.Sides : [CardSide.Front])
            {
                var code = CardCode.Of(card, ++serial);
                foreach (var version in versions)
                {
                    yield return new PlannedPicture(card, number, side, version, code);
                }
            }
        }
    }
}
