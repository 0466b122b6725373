using System.Buffers;

namespace IdOcrPortal.Documents;

/// <summary>
/// The passport that Russian citizens carry inside the country (document code <c>PN</c>). Number: first three digits of the series and the six digits of the
/// number; optional data: fourth digit of the series, day of issue (YYMMDD), six digits of the division, a filler. It gives no date of expiry.
/// Source: order of the Ministry of the Interior no. 851 of 13 November 2017 (before it, the Migration Service's rules of 2011).
/// </summary>
internal static class RussianInternalPassport
{
    /// <summary>What its name field may hold: the letters, and the digits that stand for letters which Latin lacks.</summary>
    internal static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ2346789<");

    private const string Latin = "ABVGDE2JZIQKLMNOPRSTUFHC34WXY9678";
    private const string Cyrillic = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ";
    private const string Source = "Order of the Russian Ministry of the Interior no. 851 of 13 November 2017, on the machine-readable record";
    private const int YoungestHolder = 14;
    private const int GreatestAgeOfBlank = 3;

    private static readonly AspectResult Abroad = new(CheckResult.NotApplicable, "It is no internal passport.");
    private static readonly AspectResult NoShape = new(CheckResult.NotPossible, "The optional data do not have their shape.");

    /// <summary>Its rules.</summary>
    internal static IssuerRule[] Rules { get; } =
    [
        Rule("optional_data", "Digit of the series, day of issue and division stand in the optional data", [FieldNames.PersonalNumber], Optional),
        Rule("no_expiry", "An internal passport gives no date of expiry", [FieldNames.ExpiryDate], Expiry),
        Rule("issue_date", "The day of issue is one on which the holder could get it", [FieldNames.PersonalNumber, FieldNames.BirthDate], Issue),
        Rule("series_year", "The year of the series goes with the day of issue", [FieldNames.DocumentNumber, FieldNames.PersonalNumber], SeriesYear),
    ];

    /// <summary>
    /// A name of its zone in Cyrillic, by the order's table: one character for one letter, <c>3</c> for Ч, <c>9</c> for Ь … The names of other zones are
    /// transliterated otherwise (Doc 9303 part 3 section 6 B). <see langword="null"/> where a character stands for no letter.
    /// </summary>
    internal static string? InCyrillic(string name)
    {
        Span<char> letters = name.Length <= 64 ? stackalloc char[name.Length] : new char[name.Length];
        for (var i = 0; i < name.Length; i++)
        {
            var at = Latin.IndexOf(name[i]);
            if (at < 0 && name[i] != ' ')
            {
                return null;
            }

            letters[i] = at < 0 ? ' ' : Cyrillic[at];
        }

        return letters.ToString();
    }

    /// <summary>
    /// Whether a printed name is the zone's. It is compared in Cyrillic, in any order of its words; Ё may be printed as Е. In a truncated zone each word may
    /// be cut short and the last ones be missing. <see langword="null"/> for a name in other letters that differs (the passport prints Cyrillic only, so
    /// somebody transliterated it), and where a character of the zone stands for no letter.
    /// </summary>
    internal static bool? Agree(string printed, string zone, bool truncated)
    {
        printed = WordKey.Composed(printed);
        if (!ReferenceEquals(Scripts.Of(printed), "Cyrillic"))
        {
            return NameComparison.Agree(printed, zone, truncated) == true ? true : null;
        }

        if (InCyrillic(zone) is not { } cyrillic)
        {
            return null;
        }

        var left = Words(printed);
        var words = Words(cyrillic);
        if (words.Count == 0 || (!truncated && words.Count != left.Count))
        {
            return false;
        }

        foreach (var word in words.OrderByDescending(word => word.Length))
        {
            var at = left.IndexOf(word);
            at = at < 0 && truncated ? left.FindIndex(candidate => candidate.StartsWith(word, StringComparison.Ordinal)) : at;
            if (at < 0)
            {
                return false;
            }

            left.RemoveAt(at);
        }

        return true;
    }

    private static List<string> Words(string name) =>
        [.. name.ToUpperInvariant().Replace('Ё', 'Е').Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Whether the zone is one of these.</summary>
    internal static bool Is(Mrz mrz) => mrz.Format == MrzFormat.Td3 && mrz.Line(0).StartsWith("PNRUS", StringComparison.Ordinal);

    private static IssuerRule Rule(string name, string title, string[] fields, Func<Mrz, DateOnly, AspectResult> judge) => new(
        $"mrz.issuer.rus.internal.{name}", "RUS", [MrzFormat.Td3], title, Source, fields, (mrz, today) => Is(mrz) ? judge(mrz, today) : Abroad);

    private static bool HasShape(Mrz mrz) => NumberShapes.Fit(mrz.Line(1).AsSpan(28, 14), "#############<");

    private static AspectResult Optional(Mrz mrz, DateOnly today) => HasShape(mrz)
        ? new(CheckResult.Passed, "Thirteen digits and a filler stand there.")
        : new(CheckResult.Failed, "Thirteen digits and a filler have to stand there.", IsCertain: false);

    private static AspectResult Expiry(Mrz mrz, DateOnly today) => mrz.ExpiryDate(today).Kind == MrzDateKind.Unknown
        ? new(CheckResult.Passed, "Fillers stand there.")
        : new(CheckResult.Failed, "Something else than fillers stands there.", IsCertain: false);

    private static AspectResult Issue(Mrz mrz, DateOnly today)
    {
        if (!HasShape(mrz))
        {
            return NoShape;
        }

        // Issue lies in the past as births do, so the same rule finds its century.
        if (MrzDate.ReadBirth(mrz.Line(1).AsSpan(29, 6), today).Date is not { } issued)
        {
            return new(CheckResult.Failed, "The day of issue is no day of the calendar.");
        }

        return mrz.BirthDate(today).Date switch
        {
            null => new(CheckResult.NotPossible, "The zone gives no full date of birth."),
            { } born when (born.Year + YoungestHolder, born.Month, born.Day).CompareTo((issued.Year, issued.Month, issued.Day)) > 0 =>
                new(CheckResult.Failed, "The holder was younger than 14 years on the day of issue.", IsCertain: false),
            _ => new(CheckResult.Passed, "The holder was 14 years or older."),
        };
    }

    private static AspectResult SeriesYear(Mrz mrz, DateOnly today)
    {
        if (!HasShape(mrz) || !char.IsAsciiDigit(mrz.Line(1)[2]) || MrzDate.ReadBirth(mrz.Line(1).AsSpan(29, 6), today).Date is not { } issued)
        {
            return NoShape;
        }

        var printed = ((mrz.Line(1)[2] - '0') * 10) + mrz.Line(1)[28] - '0';
        var age = (issued.Year - printed + 100) % 100;

        // Blanks are printed ahead and used up later; a year ahead happens at the turn of the year.
        return age <= GreatestAgeOfBlank || age == 99
            ? new(CheckResult.Passed, "The blank was printed at most three years before it was issued.")
            : new(CheckResult.Failed, "The blank's year is far from the day of issue.", IsCertain: false);
    }
}
