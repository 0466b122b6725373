namespace IdOcrPortal.Documents.Tests.Zones;

/// <summary>Published specimens: those of Doc 9303, and those of issuers as photographed in public test suites of MRZ readers. Nobody's documents.</summary>
internal static class Specimens
{
    /// <summary>Doc 9303 part 4, appendix A.</summary>
    internal const string Td3 = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";

    /// <summary>Doc 9303 part 5, appendix B.</summary>
    internal const string Td1 = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";

    /// <summary>Doc 9303 part 6, appendix B.</summary>
    internal const string Td2 = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6";

    /// <summary>Doc 9303 part 7, appendix A.</summary>
    internal const string MrvA = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<";

    /// <summary>Doc 9303 part 7, appendix B.</summary>
    internal const string MrvB = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<";

    /// <summary>Doc 9303 part 11, appendix D.2: a number of twelve characters on TD1.</summary>
    internal const string Td1LongNumber = "I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<";

    /// <summary>Doc 9303 part 11, appendix D.2: the same on TD2.</summary>
    internal const string Td2LongNumber = "I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<\nD23145890<UTO3407127M95071227349<<<8";

    /// <summary>Doc 9303 part 4, appendix A, up to the sixth edition: a number of eight characters and its filler.</summary>
    internal const string Td3Earlier = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C<3UTO6908061F9406236ZE184226B<<<<<14";

    /// <summary>Doc 9303 part 11, appendix D.2: a number of nine characters on TD1.</summary>
    internal const string Td1Peter = "I<UTOD231458907<<<<<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<<<<<<<<<<<<<<";

    /// <summary>The French card among the photographed specimens.</summary>
    internal const string French = "IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<\n9409923102854CORINNE<<<<<<<6512068F4";

    /// <summary>Specimens of Doc 9303: format, lines.</summary>
    internal static TheoryData<MrzFormat, string> OfTheStandard { get; } = new()
    {
        { MrzFormat.Td3, Td3 },
        { MrzFormat.Td1, Td1 },
        { MrzFormat.Td2, Td2 },
        { MrzFormat.MrvA, MrvA },
        { MrzFormat.MrvB, MrvB },
        { MrzFormat.Td1, Td1LongNumber },
        { MrzFormat.Td2, Td2LongNumber },
        { MrzFormat.Td3, Td3Earlier },
        { MrzFormat.Td1, Td1Peter },
        { MrzFormat.French2x36, French },
    };

    /// <summary>Photographed specimens: format, lines, and the fields whose check digits are wrong as printed.</summary>
    internal static TheoryData<MrzFormat, string, string> Photographed { get; } = new()
    {
        // ijs_id1.jpg
        { MrzFormat.French2x36, "IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<\n9409923102854CORINNE<<<<<<<6512068F4", "" },
        // ijs_id_fail.png
        { MrzFormat.Td1, "IDAUT000009993<<<<<<<<<<<<<<<<\n7109094F111231AUT<<<<<<<<<<<<0\nMUSTERFRAU<<ISOLDE<<<<<<<<<<<<", "document_number,expiry_date,composite" },
        // pe_0_id-esp.png
        { MrzFormat.Td1, "IDESPAAA1000014<00000023T<<<<<\n7212018F1101236ESP<<<<<<<<<<<8\nESPANOLA<ESPANOLA<CARMEN<<<<<<", "document_number,birth_date,composite" },
        // pe_100_id-che.jpg
        { MrzFormat.Td1, "IDCHES0002068<8<<<<<<<<<<<<<<<\n8102287F1301014CHE<<<<<<<<<<<4\nVADIS<<QUO<<<<<<<<<<<<<<<<<<<<", "" },
        // pe_100_id-mac.jpg
        { MrzFormat.Td1, "I<MAC12281507<0<<<<<<<<0212300\n6106225M1212307<<<<<<<<<<<<<<6\nCHONG<<KA<KEONG<<<<<<<<<<<<<<<", "" },
        // pe_100_id-si.jpg
        { MrzFormat.Td1, "I<SI<09999100180706966505468<<\n6606079F0807276SI<<<<<<<<<<<<0\nVZOREC<<TINA<<<<<<<<<<<<<<<<<<", "" },
        // pe_100_pass-bdr.jpg
        { MrzFormat.Td3, "P<BDRMUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<\nCA000000<4D<<6408125F1802212<<<<<<<<<<<<<<<6", "" },
        // pe_100_pass-chn.jpg
        { MrzFormat.Td3, "P<TWNLIN<<MEI<HUA<<<<<<<<<<<<<<<<<<<<<<<<<<<\n0000000000TWN7601015F1404018A234567893<<<<18", "" },
        // pe_100_pass-cze.jpg
        { MrzFormat.Td3, "P<CZESPECIMEN<<VZOR<<<<<<<<<<<<<<<<<<<<<<<<<\n99003853<1CZE1101018M1207046110101111<<<<<94", "" },
        // pe_100_pass-fin.png
        { MrzFormat.Td3, "P<FINVIRTANEN<<MARIA<OLIVIA<<<<<<<<<<<<<<<<<\nXP82716024FIN7112214F1108213211271<426U<<<04", "" },
        // pe_100_pass-hrv.jpg
        { MrzFormat.Td3, "P<HRVSPECIMEN<<SPECIMEN<<<<<<<<<<<<<<<<<<<<<\n0070070071HRV8212258F1407019<<<<<<<<<<<<<<06", "" },
        // pe_100_pass-ltu.jpg
        { MrzFormat.Td3, "P<LTUBASANAVICIENE<<BIRUTE<<<<<<<<<<<<<<<<<<\n00000000<0LTU5911239F120101145911231023<<<16", "" },
        // pe_100_pass-lux.jpg
        { MrzFormat.Td3, "P<LUXMAUS<<KETTY<<<<<<<<<<<<<<<<<<<<<<<<<<<<\nS998527<<4LUX7806201F110808403060021041<<<96", "" },
        // pe_100_pass-uto.jpg, pe_25_pass-uto.jpg, yus_1.png
        { MrzFormat.Td3, "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10", "" },
        // pe_62_pass-aus.png
        { MrzFormat.Td3, "P<AUSCITIZEN<<JANE<<<<<<<<<<<<<<<<<<<<<<<<<<\nPA09404097AUS8406077F1903212<17331334P<<<<08", "" },
        // pe_77_card-cmw.png
        { MrzFormat.Td1, "IDCMW<512849702<<<<<<<<<<<<<<<\n6104128M1402209CMW<<<<<<<<<<<1\nPUBLIC<<JON<<<<<<<<<<<<<<<<<<<", "composite" },
        // pe_79_pass-can.jpg
        { MrzFormat.Td3, "P<CANMARTIN<<SARAH<<<<<<<<<<<<<<<<<<<<<<<<<<\nZE000509<9CAN8501019F2301147<<<<<<<<<<<<<<08", "" },
        // pe_98_pass-nld.jpg
        { MrzFormat.Td3, "P<NLDMEULENDIJK<<LOES<ALBERTINE<<<<<<<<<<<<<\nXA00000148NLD7110195F0604121123456782<<<<<02", "" },
        // pet_passport-td2.jpg
        { MrzFormat.Td2, "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6", "" },
        // yus_4.png
        { MrzFormat.Td3, "P<CANAMAN<<RITA<TANIA<<<<<<<<<<<<<<<<<<<<<<<\nERE82721<9CAN8412070M2405252<<<<<<<<<<<<<<08", "" },
    };

    /// <summary>Specimens that issuers publish (PRADO and their own pages), as they stand in public test suites of MRZ readers: name, lines. All valid.</summary>
    internal static TheoryData<string, string> OfIssuers { get; } = new()
    {
        { "Spain, DNI 3.0", "IDESPBAA000589599999999R<<<<<<\n8001014F2501017ESP<<<<<<<<<<<7\nESPANOLA<ESPANOLA<<CARMEN<<<<<" },
        { "Spain, DNI of 2021", "IDESPCAA000000499999999R<<<<<<\n8001014F3106028ESP<<<<<<<<<<<1\nESPANOLA<ESPANOLA<<CARMEN<<<<<" },
        { "Netherlands, card of 2014", "I<NLDSPECI20142999999990<<<<<8\n6503101F2403096NLD<<<<<<<<<<<8\nDE<BRUIJN<<WILLEKE<LISELOTTE<<" },
        { "Netherlands, card of 2021", "I<NLDSPECI20212<<<<<<<<<<<<<<<\n6503101F3108022NLD<<<<<<<<<<<8\nDE<BRUIJN<<WILLEKE<LISELOTTE<<" },
        { "Netherlands, passport of 2014", "P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<\nSPECI20142NLD6503101F2403096999999990<<<<<84" },
        { "Estonia, card", "IDESTAS0002261938001085718<<<<\n8001081M2606288EST<<<<<<<<<<<1\nJOERG<<JAAK<KRISTJAN<<<<<<<<<<" },
        { "Croatia, card", "IOHRV115501830605781305459<<<<\n7911255F2608020HRV<<<<<<<<<<<5\nSPECIMEN<<SPECIMEN<<<<<<<<<<<<" },
        { "Belgium, BEL-BO-11005", "IDBEL600001795<0152<<<<<<<<<<<\n1301014F2311207BEL130101987398\nSPECIMEN<<SPECIMEN<<<<<<<<<<<<" },
        { "Belgium, card of 2020", "IDBEL000001115<7027<<<<<<<<<<<\n9502286F3001064BEL950228998747\nSPECIMEN<<SPECIMEN<<<<<<<<<<<<" },
        { "Belgium, child's card", "IDBEL615057409<9390<<<<<<<<<<<\n1202177F2506160BEL120217144293\nSPECIMEN<<SPECIMEN<<<<<<<<<<<<" },
        { "Romania, card until 2021", "IDROUPOPESCU<<MARIN<<<<<<<<<<<<<<<<<\nSS099993<1ROU4609135M810913814000881" },
        { "Malaysia, passport", "P<MYSMAHATHIR<BIN<IDRUS<<<<<<<<<<<<<<<<<<<<<\nA000000000MYS9302165M2408312930216146007<<72" },
        { "Austria, card of 2021", "IDAUTPA12345673<<<<<<<<<<<<<<<\n8112314F3108011AUT<<<<<<<<<<<6\nMUSTERFRAU<<MARIA<<<<<<<<<<<<<" },
        { "France, card of 2021", "IDFRAX4RTBPFW46<<<<<<<<<<<<<<<\n9007138F3002119FRA<<<<<<<<<<<6\nMARTIN<<MAELYS<GAELLE<MARIE<<<" },
        { "Germany, card", "IDD<<T010089212<<<<<<<<<<<<<<<\n6408125<2010315D<<<<<<<<<<<<<6\nMUSTERMANN<<ERIKA<<<<<<<<<<<<<" },
        { "New Zealand, passport", "P<NZLWATA<<AROHA<MERE<TERESA<<<<<<<<<<<<<<<<\nLF100358<5NZL9010015F2512152<<<<<<<<<<<<<<02" },
    };

    internal static Mrz Parse(string lines)
    {
        Assert.True(Mrz.TryParse(lines.Split('\n'), out var mrz, out var finding), finding?.Message);
        return mrz;
    }
}
