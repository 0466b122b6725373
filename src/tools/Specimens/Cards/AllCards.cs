namespace IdOcrPortal.Specimens.Cards;

/// <summary>Every fictional card in the order of its specimen codes: one of each type, then those that show a scenario.</summary>
internal static class AllCards
{
    public static IReadOnlyList<Card> Sound { get; } = [.. CardsWithZone.All, .. CardsWithoutZone.All, .. MalaysianCards.All];

    /// <summary>Cards photographed so that a service would warn, and documents out of date.</summary>
    public static IReadOnlyList<Card> Scenarios { get; } =
    [
        MalaysianCards.MyKad(41) with { Scenario = "photocopy" },
        MalaysianCards.MyKad(42) with { Scenario = "screen" },
        MalaysianCards.MyKad(43) with { Scenario = "edited" },
        MalaysianCards.MyKad(44) with { Scenario = "covered" },
        MalaysianCards.MyKad(45) with { Scenario = "reflection" },
        MalaysianCards.MyKad(46) with { Scenario = "blurred" },
        Of("khm-id", 47, "photocopy"),
        Of("chn-id", 48, "photocopy"),
        Of("chn-id", 49, "temporary"),
        Of("chn-id", 50, "covered"),
        Of("idn-ktp", 51, "several"),
        CardsWithZone.Passport("X00000043", "WEBER", "PAUL", 52, issued: 2011) with { Scenario = "expired" },
    ];

    private static Card Of(string typeId, int seed, string scenario) => Sound.Single(card => card.TypeId == typeId) with { Seed = seed, Scenario = scenario };
}
