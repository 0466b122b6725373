namespace IdOcrPortal.Specimens.Cards;

/// <summary>Cards and licences that are printed alone.</summary>
internal static class CardsWithoutZone
{
    public static IReadOnlyList<Card> All { get; } =
    [
        new("chn-id", "CHN", "china",
            new("The day of birth in the number lies before 1903; nobody born then is alive.", "document_number", "^\\d{6}18[89]\\d"),
            """
            full_name          陈美玲
            sex                女
            ethnicity          汉
            birth_date         1898年7月15日
            address            广东省深圳市福田区样本大道6001号
            document_number    44030418980715002?
            issuing_authority  深圳市公安局福田分局
            issue_date         2015.03.02-长期
            expiry_date        2015.03.02-长期
            """) { Seed = 21 },
        new("idn-ktp", "IDN", "indonesia",
            new("The district is 99 of Jakarta Pusat, which has eight.", "document_number", "^317199"),
            """
            document_number    3171994509930001
            full_name          SITI RAHAYU
            birth_place        JAKARTA
            birth_date         05-09-1993
            sex                PEREMPUAN
            address            JL. CONTOH BARAT NO. 12
            rt                 001
            rw                 002
            village            GAMBIR
            district           GAMBIR
            city               JAKARTA PUSAT
            province           DKI JAKARTA
            religion           ISLAM
            marital_status     BELUM KAWIN
            occupation         KARYAWAN SWASTA
            nationality        WNI
            issue_date         14-02-2016
            expiry_date        SEUMUR HIDUP
            """) { Seed = 22 },
        new("hkg-id", "HKG", "hongkong",
            new("The prefix Q is in no series that the Immigration Department is known to use.", "document_number", "^Q\\d"),
            """
            name_local         陳大文
            full_name          CHAN, Tai Man
            surname            CHAN
            given_names        Tai Man
            birth_date         05-11-1990
            sex                男
            document_number    Q000042(?)
            issue_date         15-09-2019
            card_kind          ***AZ
            """) { Seed = 23 },
        new("tha-id", "THA", "thailand",
            new("The registrar's district is 00 and the running numbers are 00000 00, which are not given out.", "document_number", "^\\d \\d\\d00 00000 00 \\d$"),
            """
            document_number    1 1000 00000 00 ?
            name_local         นาย สมชาย แซ่ตั้ง
            full_name          Mr. Somchai Saetang
            given_names        Mr. Somchai
            surname            Saetang
            birth_date         15 ก.ค. 2531
            religion           พุทธ
            address            99/1 หมู่ที่ 4 ต.บางพูด อ.ปากเกร็ด จ.นนทบุรี
            issue_date         20 ส.ค. 2563
            expiry_date        14 ก.ค. 2572
            """) { Seed = 24 },
        new("phl-umid", "PHL", "philippines",
            new("The agency in the CRN is 0000, which is none.", "document_number", "^CRN-0000-"),
            """
            document_number    CRN-0000-0000042-9
            surname            DELA CRUZ
            given_names        MARIA SANTOS
            full_name          MARIA SANTOS DELA CRUZ
            sex                F
            birth_date         1985/11/02
            address            24 MABINI STREET, ERMITA, MANILA
            issue_date         2015/06/30
            """) { Seed = 25, Title = "UNIFIED MULTI-PURPOSE ID" },
        new("phl-dl", "PHL", "philippines",
            new("The office in the number is Z99, which is none.", "document_number", "^Z99-"),
            """
            document_number    Z99-00-000042
            full_name          DELA CRUZ, JUAN SANTOS
            surname            DELA CRUZ
            given_names        JUAN SANTOS
            sex                M
            birth_date         1990/05/17
            nationality        PHL
            height_cm          1.70
            address            24 MABINI STREET, ERMITA, MANILA
            issue_date         2022/05/10
            expiry_date        2032/05/17
            issuing_authority  Z99
            card_kind          PROFESSIONAL
            """) { Seed = 26, Title = "DRIVER'S LICENSE" },
        new("vnm-dl", "VNM", "vietnam-licence",
            new("The province in the number is 00, which is none.", "document_number", "^00"),
            """
            document_number    000000000042
            full_name          TRẦN VĂN BÌNH
            birth_date         12/04/1985
            nationality        VIỆT NAM
            address            45 Trần Phú, Phường 4, Quận 5, Thành phố Hồ Chí Minh
            card_kind          B2
            issue_date         05/06/2023
            expiry_date        05/06/2033
            issuing_authority  SỞ GIAO THÔNG VẬN TẢI
            """) { Seed = 27 },
        new("alb-dl", "ALB", "european-licence",
            new("The personal number is of a day in 1901; nobody born then is alive.", "personal_number", "^A[0-2]"),
            """
            surname            KRASNIQI
            given_names        ILIR
            full_name          KRASNIQI ILIR
            birth_date         12.06.1901
            birth_place        DURRËS
            issue_date         01.03.2020
            expiry_date        28.02.2030
            issuing_authority  DPSHTRR
            personal_number    A10612034?
            document_number    ZZ000042
            address            RRUGA E KAVAJËS 7, TIRANË
            card_kind          B
            """) { Seed = 28 },
    ];
}
