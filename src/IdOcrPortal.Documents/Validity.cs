namespace IdOcrPortal.Documents;

/// <summary>How long documents of a type are valid, as their issuer's law says.</summary>
public sealed class Validity
{
    private readonly Func<DateOnly, DateOnly, DateOnly?, bool> _allows;

    /// <param name="description">The span in a few words: "10 years".</param>
    /// <param name="allows">Whether a document of this issue and expiry can be, given the holder's birth where it is known.</param>
    /// <param name="mayBeLongTerm">Whether documents may have no expiry.</param>
    public Validity(string description, Func<DateOnly, DateOnly, DateOnly?, bool> allows, bool mayBeLongTerm = false)
    {
        Description = description;
        _allows = allows;
        MayBeLongTerm = mayBeLongTerm;
    }

    /// <summary>The span in a few words.</summary>
    public string Description { get; }

    /// <summary>Whether documents may have no expiry (长期, SEUMUR HIDUP).</summary>
    public bool MayBeLongTerm { get; }

    /// <summary>Whole years from the day of issue, give or take the days that issuers add or leave out (<see cref="IsAbout"/>).</summary>
    public static Validity Years(params int[] years) => new(
        string.Join(" or ", years) + " years", (issue, expiry, _) => Array.Exists(years, span => IsAbout(issue, expiry, span)));

    /// <summary>Whether a document can be valid between the two days.</summary>
    public bool Allows(DateOnly issue, DateOnly expiry, DateOnly? birth) => _allows(issue, expiry, birth);

    /// <summary>
    /// Whether two days lie so many years apart: from three days less (valid "until the day before", 29 February) to nine months more, which some issuers
    /// carry over from the last document. Counted in days, for adding years could leave the calendar.
    /// </summary>
    public static bool IsAbout(DateOnly issue, DateOnly expiry, int years)
    {
        var days = expiry.DayNumber - issue.DayNumber - (int)(years * 365.2425);
        return days is >= -3 and <= 276;
    }

    /// <summary>
    /// Whether a document is valid for so many years and on to a day of the year that follows, such as the holder's next birthday: any number of days
    /// between the two, give or take three.
    /// </summary>
    /// <param name="issue">Day of issue.</param>
    /// <param name="expiry">Day of expiry.</param>
    /// <param name="least">Least number of years.</param>
    /// <param name="most">Greatest number of years.</param>
    public static bool IsBetween(DateOnly issue, DateOnly expiry, int least, int most)
    {
        var days = expiry.DayNumber - issue.DayNumber;
        return days >= (int)(least * 365.2425) - 3 && days <= (int)(most * 365.2425) + 3;
    }

    /// <summary>Full years from one day to another; 0 where the other comes first.</summary>
    public static int AgeAt(DateOnly birth, DateOnly day) => Math.Max(
        0, day.Year - birth.Year - ((day.Month, day.Day).CompareTo((birth.Month, birth.Day)) < 0 ? 1 : 0));
}

/// <summary>Which ages the holders of a type have.</summary>
/// <param name="From">Least age in years; <see langword="null"/>: any.</param>
/// <param name="Below">The age at which the document ends; <see langword="null"/>: any.</param>
/// <param name="UnlessMarried">Whether the least age does not hold for the married.</param>
public sealed record AgeLimits(int? From, int? Below = null, bool UnlessMarried = false);
