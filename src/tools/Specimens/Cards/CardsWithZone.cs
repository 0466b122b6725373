namespace IdOcrPortal.Specimens.Cards;

/// <summary>Passports, visas and cards whose zone repeats what is printed.</summary>
internal static class CardsWithZone
{
    public static IReadOnlyList<Card> All { get; } =
    [
        new("khm-id", "KHM", "khmer",
            new("The number begins with 999, which no issuing office has.", "document_number", "^៩៩៩"),
            """
            document_number    ៩៩៩០០០១២៣
            name_local         សុខ ដារា
            full_name          SOK DARA
            birth_date         ១០.០៧.១៩៩៩
            sex                ស្រី
            height_cm          ១៥៨ ស.ម
            birth_place        សង្កាត់ទួលស្វាយព្រៃ ភ្នំពេញ
            address            ភូមិត្រពាំងថ្លឹង សង្កាត់ចោមចៅ ខណ្ឌពោធិ៍សែនជ័យ ភ្នំពេញ
            issue_date         ១៨.០៦.២០២០
            expiry_date        ១៧.០៦.២០៣០
            personal_features  ប្រជ្រុយលើថ្ពាល់ឆ្វេង
            """)
        {
            Seed = 11, Zone = ["IDKHM999000123?", "990710?F300617?KHM<<<<<<<<<<<?", "SOK<<DARA"],
        },
        new("vnm-id", "VNM", "vietnam",
            new("The running number is 000000, which is not given out.", "document_number", "000000$"),
            """
            document_number    079190000000
            full_name          NGUYỄN THỊ MAI LAN
            sex                Nữ
            birth_date         20/08/1990
            nationality        Việt Nam
            birth_place        Đức Hòa, Long An
            address            12 Lê Lợi, Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh
            expiry_date        20/08/2030
            personal_features  Nốt ruồi cách 1 cm dưới mắt trái
            issue_date         10/05/2021
            issuing_authority  CỤC TRƯỞNG CỤC CẢNH SÁT QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI
            """)
        {
            Seed = 12, Zone = ["IDVNM190000000?079190000000", "900820?F300820?VNM<<<<<<<<<<<?", "NGUYEN<<THI<MAI<LAN"],
        },
        new("alb-id", "ALB", "albania",
            new("The running number of the day of birth is 000, which is not given out.", "document_number", "^.{6}000.$"),
            """
            document_number    I55315000?
            surname            HOXHA
            given_names        ARTA
            full_name          HOXHA ARTA
            sex                F
            birth_date         15.03.1985
            birth_place        TIRANË
            nationality        ALB
            issue_date         03.01.2021
            expiry_date        02.01.2031
            issuing_authority  MB
            personal_number    000000001
            """)
        {
            Seed = 13, Zone = ["IDALB000000001?I55315000{check}", "850315?F310102?ALB<<<<<<<<<<<?", "HOXHA<<ARTA"],
        },
        new("chl-id", "CHL", "chile",
            new("A RUN of 41 million: persons' numbers end below 30 million, and companies' begin at 50 million.", "document_number", "^41\\."),
            """
            document_number    41.000.012-?
            surname            ROJAS SOTO
            given_names        CAMILA ANDREA
            full_name          CAMILA ANDREA ROJAS SOTO
            nationality        CHILENA
            sex                F
            birth_date         14 FEB 1990
            issue_date         20 OCT 2020
            expiry_date        14 FEB 2031
            personal_number    500.000.001
            birth_place        SANTIAGO
            occupation         ENFERMERA
            """)
        {
            Seed = 14, Zone = ["INCHL500000001?S12", "900214?F310214?CHL41000012<{check}<?", "ROJAS<SOTO<<CAMILA<ANDREA"],
        },
        new("fra-id", "FRA", "france",
            new("The department in the number is 96, which has not existed since these cards are issued.", "document_number", "^\\d{4}96"),
            """
            document_number    100496000012
            surname            BERTRAND
            given_names        Claire, Marie
            full_name          BERTRAND Claire Marie
            sex                F
            birth_date         17.09.1982
            """)
        {
            Seed = 15, Zone = ["IDFRABERTRAND<<<<<<<<<<<<<<<<<960012", "100496000012?CLAIRE<<MARIE<820917?F?"],
        },
        Passport("X00000042", "SAETANG", "SOMCHAI", 16),
        new("visa", "UTO", "icao", NobodyRule.Utopian,
            """
            document_number    E00000042
            surname            SMITH
            given_names        JANE
            full_name          SMITH JANE
            sex                F
            birth_date         28-02-1991
            nationality        UTO
            issuing_state      UTO
            expiry_date        15-01-2028
            """)
        {
            Seed = 17, Title = "VISA", Zone = ["V<UTOSMITH<<JANE", "E00000042?UTO910228?F280115?"],
        },
        new("td1-card", "UTO", "icao", NobodyRule.Utopian,
            """
            document_number    HC0000042
            surname            Nováková
            given_names        Zuzana
            full_name          Zuzana Nováková
            sex                F
            birth_date         21.03.1975
            nationality        UTO
            issuing_state      UTO
            expiry_date        11.06.2029
            """)
        {
            Seed = 18, Title = "IDENTITY CARD", Zone = ["I<UTOHC0000042?", "750321?F290611?UTO<<<<<<<<<<<?", "NOVAKOVA<<ZUZANA"],
        },
        new("td2-card", "UTO", "icao", NobodyRule.Utopian,
            """
            document_number    ID0000042
            surname            FRICK
            given_names        ANTON
            full_name          FRICK ANTON
            sex                M
            birth_date         04.05.1987
            nationality        UTO
            issuing_state      UTO
            expiry_date        30.09.2028
            """)
        {
            Seed = 19, Title = "RESIDENCE CARD", Zone = ["I<UTOFRICK<<ANTON", "ID0000042?UTO870504?M280930?<<<<<<<?"],
        },
    ];

    /// <summary>Passport with other years: one that has expired is a scenario.</summary>
    public static Card Passport(string number, string surname, string given, int seed, int issued = 2021) => new("passport", "UTO", "icao", NobodyRule.Utopian,
        $"""
        document_number    {number}
        surname            {surname}
        given_names        {given}
        full_name          {surname} {given}
        sex                M
        birth_date         15 JUL 1988
        birth_place        ZENITH
        nationality        UTO
        issuing_state      UTO
        issue_date         03 FEB {issued}
        expiry_date        02 FEB {issued + 10}
        issuing_authority  MINISTRY OF TRAVEL
        """)
    {
        Seed = seed, Title = "PASSPORT", Zone = [$"P<UTO{surname}<<{given}", $"{number}?UTO880715?M{(issued + 10) % 100:00}0202?<<<<<<<<<<<<<<??"],
    };
}
