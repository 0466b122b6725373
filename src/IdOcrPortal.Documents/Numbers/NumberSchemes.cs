namespace IdOcrPortal.Documents;

/// <summary>The national numbers whose rules this library knows.</summary>
public static class NumberSchemes
{
    /// <summary>All schemes, in the order of their countries' documents.</summary>
    public static IReadOnlyList<NumberScheme> All { get; } =
    [
        Nik.Instance,
        MyKadNumber.Instance,
        MalaysianServiceNumber.Instance,
        ChineseResidentNumber.Instance,
        ThaiNumber.Instance,
        HongKongNumber.Instance,
        ChileanRun.Instance,
        AlbanianNumber.Instance,
        VietnameseNumber.Instance,
        UmidCrn.Instance,
        CambodianNumber.Instance,
        TaiwaneseNumber.Instance,
        PakistaniCnic.Instance,
        UkrainianRecordNumber.Instance,
        PolishPesel.Instance,
        SpanishDni.Instance,
        CroatianOib.Instance,
        SlovenianEmso.Instance,
        BalticNumber.Instance,
        DutchBsn.Instance,
        TurkishNumber.Instance,
        RomanianCnp.Instance,
        BulgarianEgn.Instance,
    ];

    /// <summary>The scheme of an id (<c>nik</c>); <see langword="null"/> where there is none.</summary>
    public static NumberScheme? Find(string id)
    {
        foreach (var scheme in All)
        {
            if (scheme.Id == id)
            {
                return scheme;
            }
        }

        return null;
    }
}
