namespace IdOcrPortal.Documents;

/// <summary>
/// Which national number stands in whose optional data. Where a specimen of the issuer shows it, its place counts as published; where only reports and
/// zones in public test suites do, something else may stand there as well.
/// </summary>
internal static class NationalNumberRules
{
    private const string Seen = "Zones in public test suites of MRZ readers; the issuer has not published the place";

    /// <summary>Every such rule.</summary>
    internal static IssuerRule[] Rules { get; } =
    [
        // Passports.
        .. NationalNumber.In("ALB", NumberPlace.Passport, AlbanianNumber.Instance, Seen, isPublished: false),
        .. NationalNumber.In("CHL", NumberPlace.Passport, ChileanRun.Instance, Seen, isPublished: false),
        .. NationalNumber.In("MYS", NumberPlace.Passport, MyKadNumber.Instance, "Specimen of the Malaysian passport (A00000000)"),
        .. NationalNumber.In("NLD", NumberPlace.Passport, DutchBsn.Instance, "Specimen of the Dutch passport before 2014; empty since"),
        .. NationalNumber.In("PAK", NumberPlace.Passport, PakistaniCnic.Instance, Seen, isPublished: false),
        .. NationalNumber.In("THA", NumberPlace.Passport, ThaiNumber.Instance, Seen, isPublished: false),
        .. NationalNumber.In("TWN", NumberPlace.Passport, TaiwaneseNumber.Instance, "Specimen of the Taiwanese passport (LIN MEI-HUA)"),
        .. NationalNumber.In("UKR", NumberPlace.Passport, UkrainianRecordNumber.Instance, Seen, isPublished: false),
        .. NationalNumber.In("VNM", NumberPlace.Passport, VietnameseNumber.Instance, Seen, isPublished: false),

        // Cards.
        .. NationalNumber.In("ALB", NumberPlace.CardFirst, AlbanianNumber.Instance, Seen, isPublished: false),
        .. NationalNumber.In("CHL", NumberPlace.CardSecond, ChileanRun.Instance, Seen, isPublished: false),
        .. NationalNumber.In("ESP", NumberPlace.CardFirst, SpanishDni.Instance, "Specimen of the Spanish identity card"),
        .. NationalNumber.In("EST", NumberPlace.CardFirst, BalticNumber.Instance, "Specimen of the Estonian identity card"),
        .. NationalNumber.In("HRV", NumberPlace.CardFirst, CroatianOib.Instance, "Specimen of the Croatian identity card"),
        .. NationalNumber.In("NLD", NumberPlace.CardFirst with { Length = 14 }, DutchBsn.Instance, "Specimen of the Dutch identity card"),
        .. NationalNumber.In("SVN", NumberPlace.CardFirst, SlovenianEmso.Instance, "Specimen of the Slovenian identity card"),
        .. NationalNumber.In("VNM", NumberPlace.CardFirst with { Length = 12 }, VietnameseNumber.Instance, Seen, isPublished: false),
    ];
}
