namespace IdOcrPortal.Documents;

/// <summary>What a date of a document tells; it decides the century of a year of two digits and which end of a range is meant.</summary>
public enum DateRole
{
    /// <summary>Not after today.</summary>
    Birth,

    /// <summary>Not after today; the first of a range.</summary>
    Issue,

    /// <summary>Within 50 years of today on either side; the second of a range; may be "long-term".</summary>
    Expiry,
}

/// <summary>How documents of a type write dates in digits. It decides only what the shape leaves open: a year of four digits always shows its place.</summary>
public enum DateOrder
{
    /// <summary>Not known: day first with full stops, otherwise 03/04/1999 is ambiguous.</summary>
    Any,
    DayFirst,
    YearFirst,
    MonthFirst,
}

/// <summary>In which era documents of a type count years.</summary>
public enum DateEra
{
    Gregorian,

    /// <summary>Thai solar calendar: the Gregorian year and 543, since 1941 with the same days (Wikipedia: Thai solar calendar).</summary>
    Buddhist,
}
