namespace IdOcrPortal.Documents;

/// <summary>Shape of a machine-readable zone: lines × characters.</summary>
public enum MrzFormat
{
    /// <summary>3 × 30, cards (Doc 9303 part 5).</summary>
    Td1,

    /// <summary>2 × 36, larger cards (part 6).</summary>
    Td2,

    /// <summary>2 × 44, passports (part 4).</summary>
    Td3,

    /// <summary>2 × 44, visas (part 7).</summary>
    MrvA,

    /// <summary>2 × 36, visas (part 7).</summary>
    MrvB,

    /// <summary>2 × 36, French identity cards issued until 2021; not an ICAO format.</summary>
    French2x36,
}
