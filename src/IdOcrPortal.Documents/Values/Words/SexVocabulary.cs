namespace IdOcrPortal.Documents;

/// <summary>How one language prints the holder's sex. Any case; blanks, hyphens and full stops don't matter.</summary>
public sealed class SexVocabulary
{
    private SexVocabulary(string language, string[] male, string[] female, params string[] unspecified)
    {
        Language = language;
        Words = [.. Rows(male, Sex.Male), .. Rows(female, Sex.Female), .. Rows(unspecified, Sex.Unspecified)];
    }

    /// <summary>English name of the language, for the text of the rule.</summary>
    public string Language { get; }

    /// <summary>The words as they are printed; the usual one of each sex first.</summary>
    public IReadOnlyList<(string Printed, Sex Sex)> Words { get; }

    public static SexVocabulary Khmer { get; } = new("Khmer", ["ប្រុស"], ["ស្រី"]);

    public static SexVocabulary Malay { get; } = new("Malay", ["LELAKI", "L"], ["PEREMPUAN", "P"]);

    public static SexVocabulary Indonesian { get; } = new("Indonesian", ["LAKI-LAKI", "LELAKI", "PRIA", "L"], ["PEREMPUAN", "WANITA", "P"]);

    public static SexVocabulary Chinese { get; } = new("Chinese", ["男"], ["女"]);

    public static SexVocabulary English { get; } = new("English", ["MALE"], ["FEMALE"], "UNSPECIFIED");

    public static SexVocabulary Vietnamese { get; } = new("Vietnamese", ["NAM"], ["NỮ"]);

    public static SexVocabulary Thai { get; } = new("Thai", ["ชาย"], ["หญิง"]);

    public static SexVocabulary Filipino { get; } = new("Filipino", ["LALAKI"], ["BABAE"]);

    public static SexVocabulary Albanian { get; } = new("Albanian", ["MASHKULL"], ["FEMËR"]);

    public static SexVocabulary Spanish { get; } = new("Spanish", ["MASCULINO", "HOMBRE", "VARÓN"], ["FEMENINO", "MUJER"]);

    public static SexVocabulary Portuguese { get; } = new("Portuguese", ["MASCULINO", "HOMEM"], ["FEMININO", "MULHER"]);

    public static SexVocabulary French { get; } = new("French", ["MASCULIN", "HOMME"], ["FÉMININ", "FEMME"]);

    /// <summary>The Cyrillic М looks like the Latin letter but is another character.</summary>
    public static SexVocabulary Russian { get; } = new("Russian", ["МУЖ", "М", "МУЖСКОЙ"], ["ЖЕН", "Ж", "ЖЕНСКИЙ"]);

    public static SexVocabulary Ukrainian { get; } = new("Ukrainian", ["Ч", "ЧОЛ", "ЧОЛОВІЧА", "М"], ["Ж", "ЖІН", "ЖІНОЧА"]);

    public static SexVocabulary Urdu { get; } = new("Urdu", ["مرد"], ["عورت", "خاتون"]);

    public static SexVocabulary Hindi { get; } = new("Hindi", ["पुरुष"], ["महिला", "स्त्री"]);

    /// <summary>M, F and X, and the zone's filler for "unspecified" (Doc 9303 part 4 section 4.2.2.2).</summary>
    internal static SexVocabulary Letters { get; } = new("", ["M"], ["F"], "X", "<");

    private static IEnumerable<(string Printed, Sex Sex)> Rows(string[] words, Sex sex) => words.Select(word => (word, sex));
}
