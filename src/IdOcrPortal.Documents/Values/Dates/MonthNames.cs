using System.Collections.Frozen;

namespace IdOcrPortal.Documents;

/// <summary>Names of the months, full and short, as documents print them. Any case; full stops inside of abbreviations (ก.ค.) dropped.</summary>
internal static class MonthNames
{
    // One line per language and spelling; the months in order; several spellings of one month joined by a bar. Source: Unicode CLDR, dates/calendars/gregorian.
    private const string Table = """
        JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER
        JAN FEB MAR APR MAY JUN JUL AUG SEP|SEPT OCT NOV DEC
        JANUARI FEBRUARI MARET|MAC APRIL MEI JUNI|JUN JULI|JULAI AGUSTUS|OGOS SEPTEMBER OKTOBER NOVEMBER|NOPEMBER DESEMBER|DISEMBER
        JAN FEB|PEB MAR APR MEI JUN JUL AGU|AGT|AGS|OGO|OGS SEP OKT NOV|NOP DES|DIS
        มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม
        มค กพ มีค เมย พค มิย กค สค กย ตค พย ธค
        JANEIRO FEVEREIRO MARÇO|MARCO ABRIL MAIO JUNHO JULHO AGOSTO SETEMBRO OUTUBRO NOVEMBRO DEZEMBRO
        JAN FEV MAR ABR MAI JUN JUL AGO SET OUT NOV DEZ
        ENERO FEBRERO MARZO ABRIL MAYO JUNIO JULIO AGOSTO SEPTIEMBRE|SETIEMBRE OCTUBRE NOVIEMBRE DICIEMBRE
        ENE FEB MAR ABR MAY JUN JUL AGO SEP|SET OCT NOV DIC
        JANVIER FÉVRIER|FEVRIER MARS AVRIL MAI JUIN JUILLET AOÛT|AOUT SEPTEMBRE OCTOBRE NOVEMBRE DÉCEMBRE|DECEMBRE
        JANV FÉVR|FEVR|FÉV|FEV MARS AVR MAI JUIN JUIL|JUI AOÛ|AOU SEPT OCT NOV DÉC|DEC
        ЯНВАРЬ|ЯНВАРЯ ФЕВРАЛЬ|ФЕВРАЛЯ МАРТ|МАРТА АПРЕЛЬ|АПРЕЛЯ МАЙ|МАЯ ИЮНЬ|ИЮНЯ ИЮЛЬ|ИЮЛЯ АВГУСТ|АВГУСТА СЕНТЯБРЬ|СЕНТЯБРЯ ОКТЯБРЬ|ОКТЯБРЯ НОЯБРЬ|НОЯБРЯ ДЕКАБРЬ|ДЕКАБРЯ
        ЯНВ ФЕВ|ФЕВР МАР АПР МАЙ ИЮН ИЮЛ АВГ СЕН|СЕНТ ОКТ НОЯ|НОЯБ ДЕК
        СІЧЕНЬ|СІЧНЯ ЛЮТИЙ|ЛЮТОГО БЕРЕЗЕНЬ|БЕРЕЗНЯ КВІТЕНЬ|КВІТНЯ ТРАВЕНЬ|ТРАВНЯ ЧЕРВЕНЬ|ЧЕРВНЯ ЛИПЕНЬ|ЛИПНЯ СЕРПЕНЬ|СЕРПНЯ ВЕРЕСЕНЬ|ВЕРЕСНЯ ЖОВТЕНЬ|ЖОВТНЯ ЛИСТОПАД|ЛИСТОПАДА ГРУДЕНЬ|ГРУДНЯ
        СІЧ ЛЮТ БЕР КВІ|КВІТ ТРА|ТРАВ ЧЕР|ЧЕРВ ЛИП СЕР|СЕРП ВЕР ЖОВ|ЖОВТ ЛИС ГРУ|ГРУД
        JANAR SHKURT MARS PRILL MAJ QERSHOR KORRIK GUSHT SHTATOR TETOR NËNTOR|NENTOR DHJETOR
        JAN SHK MAR PRI|PRL MAJ QER KOR|KRR GSH|GUS SHT|SHTA TET NËN|NEN|NËNT DHJ
        JANUAR|JÄNNER FEBRUAR MÄRZ|MAERZ APRIL MAI JUNI JULI AUGUST SEPTEMBER OKTOBER NOVEMBER DEZEMBER
        JAN FEB MÄR|MRZ APR MAI JUN JUL AUG SEP OKT NOV DEZ
        OCAK ŞUBAT|SUBAT MART NİSAN|NISAN MAYIS HAZİRAN|HAZIRAN TEMMUZ AĞUSTOS|AGUSTOS EYLÜL|EYLUL EKİM|EKIM KASIM ARALIK
        OCA ŞUB|SUB MAR NİS|NIS MAY HAZ TEM AĞU|AGU EYL EKİ|EKI KAS ARA
        មករា កុម្ភៈ|កុម្ភ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ
        """;

    // Said after "tháng" only: năm is five there, and "year" elsewhere.
    private const string VietnameseTable = "MỘT|GIÊNG HAI BA TƯ|BỐN NĂM SÁU BẢY|BẨY TÁM CHÍN MƯỜI MƯỜI.MỘT MƯỜI.HAI|CHẠP";

    private static readonly FrozenDictionary<string, int> Names = Read(Table);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> BySpan = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> VietnameseBySpan =
        Read(VietnameseTable).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Every spelling with its month, for the tests.</summary>
    internal static IEnumerable<KeyValuePair<string, int>> All => Names;

    /// <summary>1 to 12, or 0 for a word that is no month.</summary>
    internal static int Find(ReadOnlySpan<char> word) => BySpan.TryGetValue(word, out var month) ? month : 0;

    /// <summary>1 to 12 for a Vietnamese numeral after "tháng", or 0.</summary>
    internal static int FindVietnamese(ReadOnlySpan<char> word) => VietnameseBySpan.TryGetValue(word, out var month) ? month : 0;

    private static FrozenDictionary<string, int> Read(string table)
    {
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries))
        {
            var months = line.Split(' ');
            for (var month = 1; month <= months.Length; month++)
            {
                foreach (var spelling in months[month - 1].Split('|'))
                {
                    // Throws at start-up where one spelling would mean two months.
                    if (!names.TryAdd(spelling, month) && names[spelling] != month)
                    {
                        throw new InvalidOperationException("One spelling stands for two months.");
                    }
                }
            }
        }

        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
