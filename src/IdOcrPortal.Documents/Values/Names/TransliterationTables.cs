namespace IdOcrPortal.Documents;

/// <summary>
/// How letters are written in a zone: Doc 9303 part 3 (8th edition) section 6. Each entry is letters and, after colons, their forms: first the one that the
/// standard recommends, then what it also allows or what issuers are known to write. Upper case; an empty form means that the letter is left out.
/// </summary>
internal static class TransliterationTables
{
    /// <summary>Section 6.A, and the Latin letters that it does not name (Vietnamese, Azerbaijani, Romanian), which issuers write as the plain letter.</summary>
    internal const string Latin = """
        ÁÀÂÃĂĀĄǍẠẢẤẦẨẪẬẮẰẲẴẶ:A Ä:AE:A Å:AA:A Æ:AE Ǽ:AE ÇĆĈČĊ:C ÐĐĎ:D ÉÈÊËĔĚĖĒĘƏẸẺẼẾỀỂỄỆ:E ĜĞĠĢǦ:G ĤĦ:H ÍÌÎÏĨĬİĪĮıǏỈỊ:I Ĳ:IJ Ĵ:J ĶǨĸ:K ŁĹĽĻĿ:L
        ŃŇŅŊŉ:N Ñ:N:NXX ÓÒÔÕŎŐŌǑƠỌỎỐỒỔỖỘỚỜỞỠỢ:O Ö:OE:O Ø:OE:O Œ:OE ŔŘŖ:R ŚŜŠŞȘ:S ẞß:SS ŤŢȚŦ:T Þ:TH ÚÙÛŨŬŮŰŪŲǓƯỤỦỨỪỬỮỰ:U Ü:UE:U:UXX ŴẀẂẄ:W ÝŶŸỲỴỶỸ:Y ŹŽŻ:Z
        """;

    /// <summary>
    /// Section 6.B. The second forms are those of Ukraine (Cabinet of Ministers 55/2010), Bulgaria (Transliteration Act 2009), Serbia, North Macedonia and Belarus,
    /// and of Russian passports before 2014.
    /// </summary>
    internal const string Cyrillic = """
        А:A Б:B В:V Г:G:H Ґ:G Д:D Ђ:D:DJ Ѓ:G:GJ Е:E:IE:YE Ё:E:IO:YO Є:IE:YE Ж:ZH:Z Ѕ:DZ З:Z И:I:Y І:I Ї:I:YI Й:I:Y Ј:J К:K Л:L Љ:LJ М:M Н:N Њ:NJ О:O П:P Р:R С:S
        Т:T Ћ:C Ќ:K:KJ У:U Ў:U Ф:F Х:KH:H Ц:TS:C:TC Ч:CH:C Џ:DZ:DJ Ш:SH:S Щ:SHCH:SHT Ъ:IE:A:: Ы:Y Ь::Y Э:E Ю:IU:YU Я:IA:YA Ѝ:I Ѐ:E
        """;

    /// <summary>Section 6.C. Vowel signs are mostly left out.</summary>
    internal const string Arabic = """
        ء:XE آ:XAA أ:XAE ؤ:U إ:I ئ:XI ا:A ب:B ة:XTA:XAH ت:T ث:XTH ج:J ح:XH خ:XKH د:D ذ:XDH ر:R ز:Z س:S ش:XSH ص:XSS ض:XDZ ط:XTT ظ:XZZ ع:E غ:G ـ: ف:F ق:Q ك:K ل:L م:M ن:N ه:H و:W ى:XAY ي:Y
        ٱ:XXA ٹ:XXT ټ:XRT پ:P ځ:XKE څ:XXH چ:XC ڈ:XXD ډ:XDR ڑ:XXR ړ:XRR ږ:XRX ژ:XJ ښ:XXS ک:XKK:K ګ:XXK ڭ:XNG گ:XGG ں:XNN ڼ:XXN ھ:XDO ۀ:XYH ہ:XXG ۂ:XGE ۃ:XTG ی:XYA:Y ۍ:XXY ې:Y ے:XYB ۓ:XBE
        """;

    /// <summary>Fathatan to sukun, and superscript alef: left out, or written.</summary>
    internal static readonly (char Sign, string Form)[] ArabicVowelSigns =
        [('\u064B', "F"), ('\u064C', "N"), ('\u064D', "K"), ('\u064E', "A"), ('\u064F', "U"), ('\u0650', "I"), ('\u0651', ""), ('\u0652', "O"), ('\u0670', "")];
}
