namespace IdOcrPortal.Documents;

/// <summary>
/// Codes of the place of birth in MyKad numbers: states and territories with all their codes, and countries (60-93), 82 for an unknown state, 98 and 99
/// for persons without a state or a known birthplace. Never given: 00, 17-20, 69, 70, 73, 80, 81, 94-97.
/// Source: Jabatan Pendaftaran Negara (JPN), "Kod Negeri" and "Kod Negara".
/// </summary>
internal static class MalaysianBirthplaces
{
    private const string States =
        "1Johor|21Johor|22Johor|23Johor|24Johor|2Kedah|25Kedah|26Kedah|27Kedah|3Kelantan|28Kelantan|29Kelantan|4Melaka|30Melaka|"
        + "5Negeri Sembilan|31Negeri Sembilan|59Negeri Sembilan|6Pahang|32Pahang|33Pahang|7Pulau Pinang|34Pulau Pinang|35Pulau Pinang|"
        + "8Perak|36Perak|37Perak|38Perak|39Perak|9Perlis|40Perlis|10Selangor|41Selangor|42Selangor|43Selangor|44Selangor|"
        + "11Terengganu|45Terengganu|46Terengganu|12Sabah|47Sabah|48Sabah|49Sabah|13Sarawak|50Sarawak|51Sarawak|52Sarawak|53Sarawak|"
        + "14Kuala Lumpur|54Kuala Lumpur|55Kuala Lumpur|56Kuala Lumpur|57Kuala Lumpur|15Labuan|58Labuan|16Putrajaya";

    private static readonly string?[] Names = RegionTable.Parse(States, 100);

    /// <summary>The state's name; <see langword="null"/> where the code is none of a state.</summary>
    /// <param name="code">0 to 99.</param>
    internal static string? State(int code) => Names[code];

    /// <summary>Whether the code is given to births abroad or of unknown place.</summary>
    /// <param name="code">0 to 99.</param>
    internal static bool IsElsewhere(int code) => code is (>= 60 and <= 68) or 71 or 72 or (>= 74 and <= 79) or (>= 82 and <= 93) or 98 or 99;
}
