namespace IdOcrPortal.Specimens.Cards;

/// <summary>The family of Malaysian cards. The day of birth stands in the number; cards that print none leave it out.</summary>
internal static class MalaysianCards
{
    // The number has two digits of the year only, so that no day of birth in it is too long ago for anybody: what is nobody's is the running number.
    private static readonly NobodyRule NoRunningNumber = new("The running number is 0000, which is not given out.", "document_number", "-0000$");

    public static IReadOnlyList<Card> All { get; } =
    [
        MyKad(31),
        new("mys-mypr", "MYS", "malaysia", NoRunningNumber,
            """
            document_number       850203-71-0000
            full_name             DEWI HARTONO
            sex                   PEREMPUAN
            birth_date            03-02-1985
            nationality           INDONESIA
            expiry_date           02-02-2029
            address               8 LORONG SELAMAT 10400 GEORGETOWN PULAU PINANG
            card_kind             MyPR
            """) { Seed = 32, Title = "MyPR" },
        new("mys-mykas", "MYS", "malaysia", NoRunningNumber,
            """
            document_number       780615-71-0000
            full_name             LIM MEI HUA
            sex                   PEREMPUAN
            birth_date            15-06-1978
            nationality           THA
            expiry_date           14-06-2028
            address               3 JALAN PASAR 80000 JOHOR BAHRU JOHOR
            card_kind             MyKAS
            """) { Seed = 33, Title = "MyKAS" },
        new("mys-mykid", "MYS", "malaysia", NoRunningNumber,
            """
            document_number       200314-10-0000
            full_name             NUR HANA BINTI AHMAD
            sex                   PEREMPUAN
            birth_date            14-03-2020
            nationality           WARGANEGARA
            religion              ISLAM
            address               5 JALAN MAWAR 40000 SHAH ALAM SELANGOR
            card_kind             MyKid
            """) { Seed = 34, Title = "MyKid" },
        new("mys-mytentera", "MYS", "malaysia",
            new("The service number is T0000000, which is not given out.", "document_number", "^T0000000$"),
            """
            document_number       T0000000
            full_name             RAJENDRAN A/L MUTHU
            sex                   LELAKI
            nationality           WARGANEGARA
            religion              HINDU
            address               KEM SUNGAI BESI 57000 KUALA LUMPUR
            card_kind             MyTentera
            """) { Seed = 35, Title = "MyTentera" },
        new("mys-polis", "MYS", "malaysia", NoRunningNumber,
            """
            document_number       840617-08-0000
            full_name             AZMAH BINTI ISMAIL
            sex                   PEREMPUAN
            card_kind             POLIS
            """) { Seed = 36, Title = "POLIS" },
        new("mys-ikad", "MYS", "malaysia",
            new("The number begins with UT, which no passport or i-Kad has.", "document_number", "^UT"),
            """
            document_number       UT0000042
            full_name             RAHIM UDDIN
            sex                   LELAKI
            birth_date            03-04-1995
            nationality           BANGLADESH
            occupation            PEMBINAAN
            expiry_date           03-04-2028
            card_kind             IKAD
            """) { Seed = 37, Title = "i-Kad" },
    ];

    /// <summary>The MyKad; scenarios take it with other faces.</summary>
    public static Card MyKad(int seed) => new("mys-mykad", "MYS", "malaysia", NoRunningNumber,
        """
        document_number       901125-14-0000
        back.document_number  901125-14-0000
        full_name             NURUL AISYAH BINTI ABDULLAH
        sex                   PEREMPUAN
        birth_date            25-11-1990
        nationality           WARGANEGARA
        religion              ISLAM
        address               12 JALAN CONTOH 50450 KUALA LUMPUR WILAYAH PERSEKUTUAN
        card_kind             MyKad
        """)
    {
        Seed = seed, Title = "MyKad",
    };
}
