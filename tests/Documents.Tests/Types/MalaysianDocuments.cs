using System.Collections.Immutable;

namespace IdOcrPortal.Documents.Tests.Types;

/// <summary>The family of Malaysian cards, as Tencent's service gives them: number, name, address, sex and kind, the number of the back where it is printed.</summary>
internal static class MalaysianDocuments
{
    internal static ImmutableArray<WholeDocument> All { get; } =
    [
        new("mys-mykad",
            """
            document_number       901125-14-5678
            back.document_number  901125-14-5678
            full_name             NURUL AISYAH BINTI ABDULLAH
            sex                   PEREMPUAN
            birth_date            25-11-1990
            nationality           WARGANEGARA
            religion              ISLAM
            address               12 JALAN AMPANG 50450 KUALA LUMPUR WILAYAH PERSEKUTUAN
            card_kind             MyKad
            """,
            Wrong.Print("back.document_number", "901125-14-5676", "cross.document_number.sides", FieldStatus.Conflict)),
        new("mys-mypr",
            """
            document_number       850203-71-5231
            back.document_number  850203-71-5231
            full_name             BUDI HARTONO
            sex                   LELAKI
            birth_date            03-02-1985
            nationality           INDONESIA
            expiry_date           02-02-2029
            address               8 LORONG SELAMAT 10400 GEORGETOWN PULAU PINANG
            card_kind             MyPR
            """,
            Wrong.Print("document_number", "850203-00-5231", "mykad.region", FieldStatus.Failed)),
        new("mys-mykas",
            """
            document_number       780615-71-5342
            back.document_number  780615-71-5342
            full_name             LIM MEI HUA
            sex                   PEREMPUAN
            birth_date            15-06-1978
            nationality           THA
            expiry_date           14-06-2028
            address               3 JALAN PASAR 80000 JOHOR BAHRU JOHOR
            card_kind             MyKAS
            """,
            Wrong.Print("birth_date", "16-06-1978", "cross.birth_date.number", FieldStatus.Conflict)),
        new("mys-mykid",
            """
            document_number       200314-10-0563
            back.document_number  200314-10-0563
            full_name             MUHAMMAD HAFIZ BIN AHMAD
            sex                   LELAKI
            birth_date            14-03-2020
            nationality           WARGANEGARA
            religion              ISLAM
            address               5 JALAN MAWAR 40000 SHAH ALAM SELANGOR
            card_kind             MyKid
            """,
            Wrong.Print("document_number", "203214-10-0563", "mykad.date", FieldStatus.Failed)),
        new("mys-mytentera",
            """
            document_number       T1234567
            full_name             RAJENDRAN A/L MUTHU
            sex                   LELAKI
            nationality           WARGANEGARA
            religion              HINDU
            address               KEM SUNGAI BESI 57000 KUALA LUMPUR
            card_kind             MyTentera
            """,
            Wrong.Print("document_number", "T12", "mys_service.shape", FieldStatus.Failed)),
        new("mys-polis",
            """
            document_number       840617-08-6123
            full_name             AZMAN BIN ISMAIL
            sex                   LELAKI
            card_kind             POLIS
            """,
            Wrong.Print("document_number", "841317-08-6123", "mys_service.date", FieldStatus.Failed)),
        new("mys-ikad",
            """
            document_number       BR0123456
            full_name             RAHIM UDDIN
            sex                   LELAKI
            birth_date            03-04-1995
            nationality           BANGLADESH
            occupation            PEMBINAAN
            expiry_date           03-04-2028
            card_kind             IKAD
            """,
            Wrong.Print("expiry_date", "30-02-2028", "value.expiry_date", FieldStatus.Failed)),
    ];
}
