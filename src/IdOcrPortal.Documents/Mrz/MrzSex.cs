namespace IdOcrPortal.Documents;

/// <summary>The holder's sex as a zone gives it.</summary>
public enum MrzSex
{
    Female,
    Male,

    /// <summary>Not specified: a filler in the zone, X in print.</summary>
    Unspecified,
}

/// <summary>Reads the one character of the sex.</summary>
public static class MrzSexes
{
    /// <summary>
    /// F, M and the filler, which means "unspecified" (Doc 9303 part 4 section 4.2.2.2). X belongs to the printed part, but some issuers write it in
    /// the zone as well, with the same meaning. Anything else: <see langword="null"/>.
    /// </summary>
    public static MrzSex? Read(char character) => character switch
    {
        'F' => MrzSex.Female,
        'M' => MrzSex.Male,
        '<' or 'X' => MrzSex.Unspecified,
        _ => null,
    };

    /// <summary>M, F or X.</summary>
    public static string Letter(this MrzSex sex) => sex switch { MrzSex.Female => "F", MrzSex.Male => "M", _ => "X" };
}
