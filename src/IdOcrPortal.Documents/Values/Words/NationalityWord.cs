namespace IdOcrPortal.Documents;

/// <summary>
/// A nationality or issuing state → the code of Doc 9303 part 3 section 5 (<c>WNI</c> → <c>IDN</c>, <c>中国</c> → <c>CHN</c>, <c>Malaysia</c> → <c>MYS</c>).
/// Words that say only "foreigner" (WNA, BUKAN WARGANEGARA) become <see cref="Foreigner"/>.
/// <para>Errors: as for <see cref="WordForm"/>; near misses are proposed for the words of the cards' own languages and for English names.</para>
/// </summary>
public sealed class NationalityWord : FieldForm
{
    /// <summary>Normalised form of "not a citizen", which names no state.</summary>
    public const string Foreigner = "foreigner";

    private static readonly (string Printed, string Normalised)[] OwnWords =
    [
        ("WNI", "IDN"), ("WARGA NEGARA INDONESIA", "IDN"), ("INDONESIA", "IDN"), ("INDONESIAN", "IDN"), ("WNA", Foreigner), ("WARGA NEGARA ASING", Foreigner),
        ("WARGANEGARA", "MYS"), ("WARGANEGARA MALAYSIA", "MYS"), ("MALAYSIAN", "MYS"), ("BUKAN WARGANEGARA", Foreigner),
        ("中国", "CHN"), ("中國", "CHN"), ("中华人民共和国", "CHN"), ("CHINESE", "CHN"), ("ខ្មែរ", "KHM"), ("កម្ពុជា", "KHM"), ("CAMBODIAN", "KHM"), ("KHMER", "KHM"),
        ("VIỆT NAM", "VNM"), ("VIETNAM", "VNM"), ("VIETNAMESE", "VNM"), ("ไทย", "THA"), ("THAI", "THA"), ("FILIPINO", "PHL"), ("PILIPINO", "PHL"), ("PILIPINAS", "PHL"),
        ("SHQIPTAR", "ALB"), ("SHQIPTARE", "ALB"), ("SHQIPËRIA", "ALB"), ("ALBANIAN", "ALB"), ("CHILENA", "CHL"), ("CHILENO", "CHL"), ("CHILEAN", "CHL"),
        ("BRASILEIRO", "BRA"), ("BRASILEIRA", "BRA"), ("BRASILEIRO(A)", "BRA"), ("BRASIL", "BRA"), ("BRAZILIAN", "BRA"), ("INDIAN", "IND"), ("भारतीय", "IND"),
        ("NIGERIAN", "NGA"), ("PAKISTANI", "PAK"), ("پاکستانی", "PAK"), ("РОССИЙСКАЯ ФЕДЕРАЦИЯ", "RUS"), ("РОССИЯ", "RUS"), ("RUSSIAN FEDERATION", "RUS"), ("RUSSIA", "RUS"),
        ("РОССИЙСКАЯ ФЕДЕРАЦИЯ/RUSSIAN FEDERATION", "RUS"), ("УКРАЇНА", "UKR"), ("УКРАЇНА/UKRAINE", "UKR"), ("UKRAINIAN", "UKR"), ("REPUBLIC OF CHINA", "TWN"), ("中華民國", "TWN"), ("TAIWAN", "TWN"),
        ("中国香港", "HKG"), ("香港", "HKG"), ("LAO", "LAO"), ("MYANMAR", "MMR"), ("SINGAPOREAN", "SGP"), ("BANGLADESHI", "BGD"), ("NEPALESE", "NPL"),
        ("JAPANESE", "JPN"), ("BRITISH CITIZEN", "GBR"), ("AMERICAN", "USA"), ("UNITED STATES OF AMERICA", "USA"), ("FRANÇAISE", "FRA"), ("DEUTSCH", "D"), ("GERMAN", "D"),
    ];

    private readonly WordForm words = new("nationality", [.. OwnWords, .. Names()]);

    private NationalityWord()
    {
    }

    /// <summary>The only instance.</summary>
    public static NationalityWord Instance { get; } = new();

    /// <inheritdoc/>
    public override string Description => "state, as a code of Doc 9303 or by name";

    /// <inheritdoc/>
    public override FieldReading Read(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (StateCodes.FindByNameOrCode(text) is { } state)
        {
            return new FieldReading(state.Code, "code or name of Doc 9303 part 3");
        }

        var reading = words.Read(text, today);
        // A code is three letters: one off is another country's too often to be proposed.
        return reading.Trouble == ReadingTrouble.NearMiss && text.AsSpan().Trim().Length <= 3
            ? new FieldReading(null, reading.Rule, ReadingTrouble.Unreadable)
            : reading;
    }

    private static IEnumerable<(string Printed, string Normalised)> Names()
    {
        var taken = OwnWords.Select(word => WordKey.Of(word.Printed)).ToHashSet(StringComparer.Ordinal);
        foreach (var state in StateCodes.All)
        {
            // Some names of organisations are longer than any word of a list; those are found by code or exact name.
            if (state.Kind == StateKind.Country && state.Name.Length <= WordKey.MaxLength && taken.Add(WordKey.Of(state.Name)))
            {
                yield return (state.Name, state.Code);
            }
        }
    }
}
