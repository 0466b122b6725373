using System.Collections.Immutable;

namespace IdOcrPortal.Documents.Tests.Types;

/// <summary>Cards and licences that are printed alone: what proves them is their number and their days.</summary>
internal static class DocumentsWithoutZone
{
    internal static ImmutableArray<WholeDocument> All { get; } =
    [
        new("chn-id",
            """
            full_name          陈美玲
            sex                女
            ethnicity          汉
            birth_date         1988/7/15
            address            广东省深圳市福田区深南大道6001号
            document_number    440304198807150027
            issuing_authority  深圳市公安局福田分局
            issue_date         2015.03.02-2035.03.02
            expiry_date        2015.03.02-2035.03.02
            """,
            Wrong.Print("document_number", "440304198807150026", "gb11643.check_digit", FieldStatus.Failed)),
        new("idn-ktp",
            """
            document_number    3171014509930001
            full_name          SITI RAHAYU
            birth_place        JAKARTA
            birth_date         05-09-1993
            sex                PEREMPUAN
            address            JL. MERDEKA BARAT NO. 12
            rt                 001
            rw                 002
            village            GAMBIR
            district           GAMBIR
            city               JAKARTA PUSAT
            province           DKI JAKARTA
            postcode           10110
            religion           ISLAM
            marital_status     BELUM KAWIN
            occupation         KARYAWAN SWASTA
            nationality        WNI
            issue_date         14-02-2016
            expiry_date        SEUMUR HIDUP
            """,
            Wrong.Print("sex", "LAKI-LAKI", "cross.sex.number", FieldStatus.Conflict)),
        new("hkg-id",
            """
            name_local         陳大文
            full_name          CHAN, Tai Man
            surname            CHAN
            given_names        Tai Man
            birth_date         05-11-1990
            sex                男
            document_number    Z654321(A)
            issue_date         15-09-2019
            card_kind          ***AZ
            """,
            Wrong.Print("document_number", "Z654321(9)", "hkid.check_digit", FieldStatus.Failed)),
        new("tha-id",
            """
            document_number    1 1017 00123 45 6
            name_local         นาย สมชาย แซ่ตั้ง
            full_name          Mr. Somchai Saetang
            given_names        Mr. Somchai
            surname            Saetang
            birth_date         15 ก.ค. 2531
            religion           พุทธ
            address            99/1 หมู่ที่ 4 ต.บางพูด อ.ปากเกร็ด จ.นนทบุรี
            issue_date         20 ส.ค. 2563
            expiry_date        14 ก.ค. 2572
            """,
            Wrong.Print("document_number", "1 1017 00123 45 7", "thai.check_digit", FieldStatus.Failed)),
        new("phl-umid",
            """
            document_number    CRN-0111-2345678-9
            surname            DELA CRUZ
            given_names        MARIA SANTOS
            full_name          MARIA SANTOS DELA CRUZ
            sex                F
            birth_date         1985/11/02
            address            24 MABINI STREET, ERMITA, MANILA
            issue_date         2015/06/30
            """,
            Wrong.Print("document_number", "CRN-0111-234567", "crn.shape", FieldStatus.Failed)),
        new("phl-dl",
            """
            document_number    N01-12-345678
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
            issuing_authority  N01
            card_kind          PROFESSIONAL
            """,
            Wrong.Print("expiry_date", "2021/05/17", "dates.issue_before_expiry", FieldStatus.Conflict)),
        new("vnm-dl",
            """
            document_number    790123456789
            full_name          TRẦN VĂN BÌNH
            birth_date         12/04/1985
            nationality        VIỆT NAM
            address            45 Trần Phú, Phường 4, Quận 5, Thành phố Hồ Chí Minh
            card_kind          B2
            issue_date         05/06/2023
            expiry_date        05/06/2033
            issuing_authority  SỞ GIAO THÔNG VẬN TẢI
            """,
            Wrong.Print("birth_date", "31/02/1985", "value.birth_date", FieldStatus.Failed)),
        new("alb-dl",
            """
            surname            KRASNIQI
            given_names        ILIR
            full_name          ILIR KRASNIQI
            birth_date         12.06.1989
            birth_place        DURRËS
            issue_date         01.03.2020
            expiry_date        28.02.2030
            issuing_authority  DPSHTRR
            personal_number    I90612034K
            document_number    AB123456
            address            RRUGA E KAVAJËS 7, TIRANË
            card_kind          B
            """,
            Wrong.Print("birth_date", "12.06.2029", "dates.birth.plausible", FieldStatus.Failed)),
    ];
}
