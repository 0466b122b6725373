using System.Globalization;

namespace IdOcrPortal.Documents;

/// <summary>How much of a date stands in the zone.</summary>
public enum MrzDateKind
{
    /// <summary>Nothing but fillers, or the format carries no such date.</summary>
    Unknown,

    /// <summary>A day of the calendar.</summary>
    Full,

    /// <summary>The issuer did not know all of it: fillers or 00 stand for month or day, or fillers for the year.</summary>
    Partial,

    /// <summary>No day of the calendar: month 13, 30 February, a letter.</summary>
    Impossible,
}

/// <summary>
/// Six characters YYMMDD of a zone (Doc 9303 part 3 section 4.8) with the century that the zone leaves out.
/// </summary>
/// <param name="Kind">How much is known.</param>
/// <param name="Year">Four digits; <see langword="null"/> where unknown.</param>
/// <param name="Month">1 to 12; <see langword="null"/> where unknown.</param>
/// <param name="Day">1 to 31; <see langword="null"/> where unknown.</param>
/// <param name="IsBirth">Which rule found the century: that of births or that of expiries.</param>
public readonly record struct MrzDate(MrzDateKind Kind, int? Year, int? Month, int? Day, bool IsBirth)
{
    private const int ExpiryWindow = 50;
    private const int Missing = -1;
    private const int Broken = -2;

    /// <summary>The day, where all of it is known.</summary>
    public DateOnly? Date => Kind == MrzDateKind.Full ? new DateOnly(Year!.Value, Month!.Value, Day!.Value) : null;

    /// <summary>ISO 8601, as far as it is known: 1974-08-12, 1974-08 or 1974; <see langword="null"/> without a year.</summary>
    public string? Iso => (Kind, Year, Month, Day) switch
    {
        (MrzDateKind.Unknown or MrzDateKind.Impossible, _, _, _) or (_, null, _, _) => null,
        (_, { } year, null, _) => year.ToString("0000", CultureInfo.InvariantCulture),
        (_, { } year, { } month, null) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"),
        (_, { } year, { } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}"),
    };

    /// <summary>How the ISO form was made, for people.</summary>
    public string Rule => Kind switch
    {
        MrzDateKind.Unknown => "only fillers: the date is not known",
        MrzDateKind.Impossible => "YYMMDD: no day of the calendar",
        MrzDateKind.Partial when Year is null => "YYMMDD, year not known",
        MrzDateKind.Partial => $"YYMMDD with unknown parts, {Century} → {Iso}",
        _ => $"YYMMDD, {Century} → {Iso}",
    };

    private string Century => IsBirth ? "past date" : "within 50 years";

    /// <summary>
    /// A date of birth: of the possible centuries the latest that does not put it after <paramref name="today"/>, so a holder is at most 100 years old.
    /// Unknown parts are fillers; 00 for month or day is read as unknown too, for many issuers write it so.
    /// </summary>
    public static MrzDate ReadBirth(ReadOnlySpan<char> yymmdd, DateOnly today)
    {
        if (!TryCut(yymmdd, isBirth: true, out var year, out var month, out var day, out var early))
        {
            return early;
        }

        var full = year == Missing ? Missing : today.Year - (today.Year % 100) + year;
        // The earliest day that the known parts allow decides: a holder born some time in this year is born this year.
        if (full != Missing && (full, Math.Max(month, 1), Math.Max(day, 1)).CompareTo((today.Year, today.Month, today.Day)) > 0)
        {
            full -= 100;
        }

        return Make(full, month, day, isBirth: true);
    }

    /// <summary>
    /// A date of expiry: the century that puts it nearest to <paramref name="today"/>, from 49 years before to 50 years after it. Documents are valid for
    /// 15 years at most, so both an old document and a new one come out right. Parts may not be unknown, but all of it may be missing.
    /// </summary>
    public static MrzDate ReadExpiry(ReadOnlySpan<char> yymmdd, DateOnly today)
    {
        if (!TryCut(yymmdd, isBirth: false, out var year, out var month, out var day, out var early))
        {
            return early;
        }

        if (year == Missing || month == Missing || day == Missing)
        {
            return new MrzDate(MrzDateKind.Impossible, null, null, null, IsBirth: false);
        }

        var full = today.Year - (today.Year % 100) + year;
        full = (full - today.Year) switch
        {
            > ExpiryWindow => full - 100,
            <= -ExpiryWindow => full + 100,
            _ => full,
        };
        return Make(full, month, day, isBirth: false);
    }

    private static bool TryCut(ReadOnlySpan<char> yymmdd, bool isBirth, out int year, out int month, out int day, out MrzDate early)
    {
        year = month = day = Missing;
        early = new MrzDate(MrzDateKind.Impossible, null, null, null, isBirth);
        if (yymmdd.Length != 6)
        {
            return false;
        }

        if (!yymmdd.ContainsAnyExcept('<'))
        {
            early = new MrzDate(MrzDateKind.Unknown, null, null, null, isBirth);
            return false;
        }

        year = Part(yymmdd[..2]);
        month = Part(yymmdd[2..4]);
        day = Part(yymmdd[4..]);
        if (year == Broken || month == Broken || day == Broken)
        {
            return false;
        }

        month = month == 0 ? Missing : month;
        day = day == 0 ? Missing : day;
        return true;
    }

    private static int Part(ReadOnlySpan<char> two) => two is "<<" ? Missing
        : char.IsAsciiDigit(two[0]) && char.IsAsciiDigit(two[1]) ? ((two[0] - '0') * 10) + (two[1] - '0')
        : Broken;

    private static MrzDate Make(int year, int month, int day, bool isBirth)
    {
        // A leap year and a month of 31 days stand in for unknown parts: only what is impossible in every case is impossible.
        var isReal = year is Missing or (>= 1 and <= 9999) && month <= 12
            && (day == Missing || day <= DateTime.DaysInMonth(year == Missing ? 2000 : year, month == Missing ? 1 : month));
        return isReal
            ? new MrzDate(
                year != Missing && month != Missing && day != Missing ? MrzDateKind.Full : MrzDateKind.Partial,
                year == Missing ? null : year, month == Missing ? null : month, day == Missing ? null : day, isBirth)
            : new MrzDate(MrzDateKind.Impossible, null, null, null, isBirth);
    }
}
