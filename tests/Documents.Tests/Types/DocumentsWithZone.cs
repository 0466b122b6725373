using System.Collections.Immutable;

namespace IdOcrPortal.Documents.Tests.Types;

/// <summary>Passports, visas and cards whose zone repeats what is printed.</summary>
internal static class DocumentsWithZone
{
    internal static ImmutableArray<WholeDocument> All { get; } =
    [
        new("khm-id",
            """
            document_number    ០១០១២៣៤៥៦
            name_local         សុខ ដារា
            full_name          SOK DARA
            birth_date         ១០.០៧.១៩៩៩
            sex                ស្រី
            height_cm          ១៥៨ ស.ម
            birth_place        សង្កាត់ទួលស្វាយព្រៃ ភ្នំពេញ
            nationality        KHM
            address            ភូមិត្រពាំងថ្លឹង សង្កាត់ចោមចៅ ខណ្ឌពោធិ៍សែនជ័យ ភ្នំពេញ
            issue_date         ១៨.០៦.២០២០
            expiry_date        ១៧.០៦.២០៣០
            personal_features  ប្រជ្រុយលើថ្ពាល់ឆ្វេង
            card_kind          normal
            issuing_state      KHM
            """,
            Wrong.Print("birth_date", "១០.០៧.១៩៩៨", "cross.birth_date.printed_mrz", FieldStatus.Conflict))
        {
            Zone = ["IDKHM010123456?", "990710?F300617?KHM<<<<<<<<<<<?", "SOK<<DARA"],
        },
        new("vnm-id",
            """
            document_number    079190012345
            full_name          NGUYỄN THỊ MAI LAN
            surname            NGUYỄN
            given_names        THỊ MAI LAN
            birth_date         20/08/1990
            sex                Nữ
            nationality        Việt Nam
            birth_place        Đức Hòa, Long An
            address            12 Lê Lợi, Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh
            expiry_date        20/08/2030
            personal_features  Nốt ruồi cách 1 cm dưới mắt trái
            issue_date         10/05/2021
            issuing_authority  CỤC TRƯỞNG CỤC CẢNH SÁT QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI
            issuing_state      VNM
            """,
            Wrong.Print("sex", "Nam", "cross.sex.number", FieldStatus.Conflict))
        {
            Zone = ["IDVNM190012345?079190012345", "900820?F300820?VNM<<<<<<<<<<<?", "NGUYEN<<THI<MAI<LAN"],
        },
        new("alb-id",
            """
            document_number    I55315042N
            full_name          ARTA HOXHA
            surname            HOXHA
            given_names        ARTA
            sex                F
            birth_date         15.03.1985
            birth_place        TIRANË
            nationality        ALB
            issue_date         03.01.2021
            expiry_date        02.01.2031
            issuing_authority  MB
            issuing_state      ALB
            personal_number    025149801
            """,
            Wrong.Print("document_number", "I55315042M", "albania.check_digit", FieldStatus.Failed))
        {
            Zone = ["IDALB025149801?I55315042N", "850315?F310102?ALB<<<<<<<<<<<?", "HOXHA<<ARTA"],
        },
        new("chl-id",
            """
            document_number    23.456.781-0
            full_name          CAMILA ANDREA ROJAS SOTO
            surname            ROJAS SOTO
            given_names        CAMILA ANDREA
            nationality        CHILENA
            sex                F
            birth_date         14 FEB 1990
            issue_date         20 OCT 2020
            expiry_date        14 FEB 2031
            personal_number    523.456.789
            birth_place        SANTIAGO
            occupation         ENFERMERA
            issuing_state      CHL
            """,
            Wrong.Print("document_number", "23.456.781-1", "run.check_digit", FieldStatus.Failed))
        {
            Zone = ["INCHL523456789?S12", "900214?F310214?CHL23456781<0<?", "ROJAS<SOTO<<CAMILA<ANDREA"],
        },
        new("fra-id",
            """
            document_number    100475012345
            full_name          BERTRAND Claire Marie
            surname            BERTRAND
            given_names        Claire, Marie
            sex                F
            birth_date         17.09.1982
            issuing_state      FRA
            """,
            new("BERTRAND", "BERTRANO", "mrz.composite.digit", "mrz", FieldStatus.Failed))
        {
            Zone = ["IDFRABERTRAND<<<<<<<<<<<<<<<<<756012", "100475012345?CLAIRE<<MARIE<820917?F?"],
        },
        new("passport",
            """
            document_number    AA1234567
            full_name          SOMCHAI SAETANG
            surname            SAETANG
            given_names        SOMCHAI
            sex                M
            birth_date         15 JUL 1988
            nationality        THA
            issuing_state      THA
            expiry_date        02 FEB 2031
            personal_number    1101700123456
            name_local         สมชาย แซ่ตั้ง
            birth_place        NONTHABURI
            height_cm          1.75 m
            issue_date         03 FEB 2021
            issuing_authority  MINISTRY OF FOREIGN AFFAIRS
            """,
            new("AA1234567", "AA1234568", "mrz.document_number.digit", "document_number", FieldStatus.Failed))
        {
            Zone = ["P<THASAETANG<<SOMCHAI", "AA1234567?THA880715?M310202?1101700123456<??"],
        },
        new("visa",
            """
            document_number    E12345678
            full_name          SMITH JANE
            surname            SMITH
            given_names        JANE
            sex                F
            birth_date         28-02-1991
            nationality        GBR
            issuing_state      KHM
            expiry_date        15-01-2027
            """,
            Wrong.Print("expiry_date", "15-01-2028", "cross.expiry_date.printed_mrz", FieldStatus.Conflict))
        {
            Zone = ["V<KHMSMITH<<JANE", "E12345678?GBR910228?F270115?"],
        },
        new("td1-card",
            """
            document_number    HC1234567
            full_name          Zuzana Nováková
            surname            Nováková
            given_names        Zuzana
            sex                F
            birth_date         21.03.1975
            nationality        SVK
            issuing_state      SVK
            expiry_date        11.06.2029
            """,
            Wrong.Print("full_name", "Zuzana Horváthová", "cross.full_name.printed_mrz", FieldStatus.Conflict))
        {
            Zone = ["I<SVKHC1234567?", "750321?F290611?SVK<<<<<<<<<<<?", "NOVAKOVA<<ZUZANA"],
        },
        new("td2-card",
            """
            document_number    ID0123456
            full_name          FRICK ANNA
            surname            FRICK
            given_names        ANNA
            sex                F
            birth_date         04.05.1987
            nationality        LIE
            issuing_state      LIE
            expiry_date        30.09.2028
            """,
            new("280930", "290930", "mrz.expiry_date.digit", "expiry_date", FieldStatus.Failed))
        {
            Zone = ["I<LIEFRICK<<ANNA", "ID0123456?LIE870504?F280930?<<<<<<<?"],
        },
    ];
}
