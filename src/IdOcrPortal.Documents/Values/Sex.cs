namespace IdOcrPortal.Documents;

/// <summary>The holder's sex as a document gives it.</summary>
public enum Sex : byte
{
    Female,
    Male,

    /// <summary>Not specified: a filler in a machine-readable zone, X in print.</summary>
    Unspecified,
}

/// <summary>Reads and writes the one letter of the sex.</summary>
public static class SexLetter
{
    /// <summary>
    /// F, M and the filler, which means "unspecified" (Doc 9303 part 4 section 4.2.2.2). X belongs to the printed part, but some issuers write it in
    /// the zone as well, with the same meaning. Anything else: <see langword="null"/>.
    /// </summary>
    public static Sex? Read(char character) => character switch
    {
        'F' => Sex.Female,
        'M' => Sex.Male,
        '<' or 'X' => Sex.Unspecified,
        _ => null,
    };

    /// <summary>M, F or X.</summary>
    public static string Letter(this Sex sex) => sex switch { Sex.Female => "F", Sex.Male => "M", _ => "X" };
}
