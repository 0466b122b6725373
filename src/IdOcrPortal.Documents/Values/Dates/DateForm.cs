namespace IdOcrPortal.Documents;

/// <summary>
/// A date as documents print it and services return it.
/// <list type="bullet">
/// <item>Digits of every script, parted by full stops, slashes, hyphens, blanks, 年月日 and their like: <c>១០.០៧.១៩៩៩</c>, <c>1987/1/1</c>, <c>1990年1月1日</c>,
/// ISO 8601; or run together: <c>20100721</c>, and six digits YYMMDD as in a zone.</item>
/// <item>Months by name in the languages of <c>MonthNames</c>, in two at once too: <c>12 AUG/AOUT 1974</c>.</item>
/// <item>Ranges, <c>2010.07.21-2030.07.21</c>: the issue is the first, the expiry the second.</item>
/// <item>Words for "no date of expiry" (长期, SEUMUR HIDUP, LIFELONG, ตลอดชีพ, Không thời hạn; also 31.12.9999): normalised as <see cref="LongTerm"/>.</item>
/// <item>Unknown parts as 00 or XX, or left out: the known part is the normalised form (<c>1957</c>, <c>1957-07</c>), and there is no day.</item>
/// </list>
/// <para>Years: of four digits; of two with the century that the role tells (a birth or an issue is the latest not after today, an expiry is from 49 years before
/// to 50 after, as in a zone); 2400 and more are of the Buddhist era (− 543) where the type, the digits or a word say so.</para>
/// <para>Errors: <see cref="ReadingTrouble.Impossible"/> where the calendar has no such day, whatever the order; <see cref="ReadingTrouble.Ambiguous"/> where
/// two orders give a day and neither the type nor full stops (by convention day first) tell which; <see cref="ReadingTrouble.Unreadable"/> otherwise,
/// with a proposal where letters that look like digits (<c>1O.07.1999</c>) are all that is wrong.</para>
/// </summary>
/// <param name="role">What the date tells.</param>
/// <param name="order">How the type writes dates in digits.</param>
/// <param name="era">In which era the type counts years.</param>
public sealed class DateForm(DateRole role, DateOrder order = DateOrder.Any, DateEra era = DateEra.Gregorian) : FieldForm
{
    /// <summary>Normalised form of "no date of expiry".</summary>
    public const string LongTerm = "long-term";

    private const int BuddhistOffset = 543;
    private const int FirstBuddhistYear = 2400;

    /// <inheritdoc/>
    public override string Description { get; } =
        role switch { DateRole.Birth => "date of birth", DateRole.Issue => "date of issue", _ => "date of expiry" }
        + order switch { DateOrder.DayFirst => ", day first", DateOrder.YearFirst => ", year first", DateOrder.MonthFirst => ", month first", _ => "" }
        + (era == DateEra.Buddhist ? ", Buddhist era" : "");

    /// <inheritdoc/>
    public override FieldReading Read(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reading = ReadPlain(text, today);
        return reading is { Trouble: ReadingTrouble.Unreadable, Proposal: null }
            && LookAlikes.WithDigits(text) is { } repaired && ReadPlain(repaired, today) is { Trouble: ReadingTrouble.None, Date: not null }
            ? reading with { Proposal = repaired }
            : reading;
    }

    private FieldReading ReadPlain(string text, DateOnly today)
    {
        Span<DateToken> tokens = stackalloc DateToken[DateScan.MaxTokens];
        var scan = new DateScan(text, tokens);
        if (!scan.IsSound)
        {
            return Unreadable;
        }

        tokens = tokens[..scan.Count];
        if (scan.LongTermAt >= 0)
        {
            return role switch
            {
                DateRole.Expiry when scan.LongTermAt is 0 or 1 or 3 => NoExpiry,
                DateRole.Issue when scan.LongTermAt is 1 or 3 => One(text, tokens, in scan, today, range: 1),
                _ => Unreadable,
            };
        }

        var half = scan.Count == 6 ? 3 : scan.Count == 2 && tokens[0].Digits == 8 && tokens[1].Digits == 8 ? 1 : 0;
        return half == 0 ? One(text, tokens, in scan, today, range: 0)
            : role == DateRole.Issue ? One(text, tokens[..half], in scan, today, range: 1)
            : role == DateRole.Expiry ? One(text, tokens[half..], in scan, today, range: 2)
            : Unreadable;
    }

    private FieldReading One(string text, ReadOnlySpan<DateToken> tokens, in DateScan scan, DateOnly today, int range)
    {
        var context = new Context(text, scan.Script, scan.Era ?? (scan.IsThai ? DateEra.Buddhist : era), today, range);
        switch (tokens)
        {
            case [{ Digits: 8 } number]:
                return Eight(number.Value, context);
            case [{ Digits: 6 } number]:
                var (first, middle, last) = (number.Value / 10000, number.Value / 100 % 100, number.Value % 100);
                return order == DateOrder.DayFirst
                    ? Finish(new Parts(DateShape.SixDigitsDayFirst, last, 2, middle, first), context)
                    : Finish(new Parts(DateShape.SixDigitsYearFirst, first, 2, middle, last), context);
            case [{ Digits: 4 } year]:
                return Finish(new Parts(DateShape.YearAlone, year.Value, 4, 0, 0), context);
            case [{ Digits: 4 } year, { Digits: <= 2 } month]:
                return Finish(new Parts(DateShape.YearAndMonth, year.Value, 4, month.Value, 0), context);
            case [{ Digits: <= 2 } month, { Digits: 4 } year]:
                return Finish(new Parts(DateShape.YearAndMonth, year.Value, 4, month.Value, 0), context);
            case [var a, var b, var c]:
                return a.IsName || b.IsName || c.IsName ? Named(a, b, c, context) : Numbers(a, b, c, scan.IsYearMarked, context);
            default:
                return Unreadable;
        }
    }

    private FieldReading Eight(int number, in Context context)
    {
        // A year of our time leads with a month behind it, or it ends: both can't be, since the first two digits of a year at the end would be the month.
        var year = number / 10000;
        var leads = year is >= 1800 and < 3000 && number / 100 % 100 <= 12;
        var ends = number % 10000 is >= 1800 and < 3000;
        return order != DateOrder.DayFirst && leads || !ends
            ? Finish(new Parts(DateShape.EightDigitsYearFirst, year, 4, number / 100 % 100, number % 100), context)
            : Finish(new Parts(DateShape.EightDigitsDayFirst, number % 10000, 4, number / 10000 % 100, number / 1000000), context);
    }

    private FieldReading Named(DateToken a, DateToken b, DateToken c, in Context context)
    {
        var (month, first, second) = a.IsName ? (a, b, c) : b.IsName ? (b, a, c) : (c, a, b);
        if (first.IsName || second.IsName)
        {
            return Unreadable;
        }

        // 1974 AUG 12, or with two digits where the type says so.
        var yearLeads = first.Digits == 4 || (second.Digits <= 2 && order == DateOrder.YearFirst && b.IsName);
        var (year, day) = yearLeads ? (first, second) : (second, first);
        return day.Digits <= 2 ? Finish(new Parts(DateShape.NamedMonth, year.Value, year.Digits, month.Value, day.Value), context) : Unreadable;
    }

    private FieldReading Numbers(DateToken a, DateToken b, DateToken c, bool yearMarked, in Context context)
    {
        if (b.Digits > 2 || (a.Digits > 2 && c.Digits > 2))
        {
            return Unreadable;
        }

        if (a.Digits > 2 || yearMarked)
        {
            return Finish(new Parts(DateShape.YearFirst, a.Value, a.Digits, b.Value, c.Value), context);
        }

        var dayFirst = new Parts(DateShape.DayFirst, c.Value, c.Digits, b.Value, a.Value);
        var monthFirst = new Parts(DateShape.MonthFirst, c.Value, c.Digits, a.Value, b.Value);
        if (c.Digits > 2)
        {
            return order switch
            {
                DateOrder.DayFirst => Finish(dayFirst, context),
                DateOrder.MonthFirst => Finish(monthFirst, context),
                _ => Either(dayFirst, monthFirst, b.IsAfterDot && c.IsAfterDot, context),
            };
        }

        var yearFirst = new Parts(DateShape.YearFirst, a.Value, a.Digits, b.Value, c.Value);
        switch (order)
        {
            case DateOrder.DayFirst:
                return Finish(dayFirst, context);
            case DateOrder.MonthFirst:
                return Finish(monthFirst, context);
            case DateOrder.YearFirst:
                return Finish(yearFirst, context);
        }

        if (b.IsAfterDot && c.IsAfterDot && a.Value <= 31)
        {
            return Finish(dayFirst, context);
        }

        var last = Either(dayFirst, monthFirst, dotted: false, context);
        if (last.Trouble == ReadingTrouble.Ambiguous)
        {
            return last;
        }

        var first = Finish(yearFirst, context);
        return (first.Trouble, last.Trouble) switch
        {
            // 31-10XX: a reading of which a part is unknown does not make the whole day of the other doubtful.
            (ReadingTrouble.None, ReadingTrouble.None) => first.Date is null || last.Date is null || first.Date == last.Date ? last : Doubtful(DateRules.TwoYears, last.Date, first.Date),
            (ReadingTrouble.None, _) => first,
            _ => last,
        };
    }

    private FieldReading Either(Parts dayFirst, Parts monthFirst, bool dotted, in Context context)
    {
        var first = Finish(dayFirst, context);
        // Unknown parts are a matter of day-first issuers; equal numbers give the same day.
        if (dotted || dayFirst.Day == 0 || dayFirst.Month == 0 || dayFirst.Day == dayFirst.Month)
        {
            return first;
        }

        var second = Finish(monthFirst, context);
        return (first.Trouble, second.Trouble) switch
        {
            (ReadingTrouble.None, ReadingTrouble.None) when first.Date is not null => Doubtful(DateRules.TwoOrders, first.Date, second.Date),
            (ReadingTrouble.Impossible, ReadingTrouble.None) => second,
            _ => first,
        };
    }

    private FieldReading Finish(Parts parts, in Context context)
    {
        var isShort = parts.YearDigits <= 2;
        if (parts.YearDigits is not (2 or 4) || (!isShort && parts.Year == 0))
        {
            return Unreadable;
        }

        if (parts.Month > 12 || parts.Day > 31)
        {
            return Impossible;
        }

        if (role == DateRole.Expiry && parts is { Year: 9999, Month: 12, Day: 31 })
        {
            return NoExpiry;
        }

        var isBuddhist = context.Era == DateEra.Buddhist && (isShort || parts.Year >= FirstBuddhistYear);
        var year = isShort ? Century(isBuddhist ? (parts.Year + 100 - (BuddhistOffset % 100)) % 100 : parts.Year, parts.Month, parts.Day, context.Today)
            : isBuddhist ? parts.Year - BuddhistOffset
            : parts.Year;
        if (year is < 1 or > 9999)
        {
            return Unreadable;
        }

        var isPartial = parts.Month == 0 || parts.Day == 0;
        if (parts.Day > (parts.Month == 0 ? 31 : DateTime.DaysInMonth(year, parts.Month)))
        {
            return Impossible;
        }

        if (!isBuddhist && year is >= FirstBuddhistYear and < 2800)
        {
            // 2 February 2552 in the Buddhist era need not exist; then there is nothing to propose.
            var gregorian = year - BuddhistOffset;
            return new FieldReading(null, DateRules.StrangeYear, ReadingTrouble.Unreadable,
                !isPartial && parts.Day <= DateTime.DaysInMonth(gregorian, parts.Month) ? Iso(gregorian, parts.Month, parts.Day, context.Text) : null);
        }

        var isExpected = isPartial && parts.Shape is DateShape.YearAlone || (parts.Shape == DateShape.YearAndMonth && parts.Month != 0);
        var rule = DateRules.Of(context.Script, parts.Shape, isShort, isBuddhist, context.Range, isPartial && !isExpected);
        return new FieldReading(Iso(year, parts.Month, parts.Day, context.Text), rule) { Date = isPartial ? null : new DateOnly(year, parts.Month, parts.Day) };
    }

    private int Century(int year, int month, int day, DateOnly today)
    {
        var full = today.Year - (today.Year % 100) + year;
        if (role == DateRole.Expiry)
        {
            return (full - today.Year) switch { > 50 => full - 100, <= -50 => full + 100, _ => full };
        }

        // The earliest day that the known parts allow decides, as in a zone.
        return (full, Math.Max(month, 1), Math.Max(day, 1)).CompareTo((today.Year, today.Month, today.Day)) > 0 ? full - 100 : full;
    }

    /// <summary>ISO 8601 as far as the parts are known; the text itself where it is just that.</summary>
    private static string Iso(int year, int month, int day, string text)
    {
        Span<char> iso = stackalloc char[10];
        Write(iso[..4], year);
        iso[4] = iso[7] = '-';
        Write(iso[5..7], month);
        Write(iso[8..], day);
        iso = month == 0 ? iso[..4] : day == 0 ? iso[..7] : iso;
        return iso.SequenceEqual(text) ? text : iso.ToString();
    }

    private static void Write(Span<char> digits, int value)
    {
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            digits[i] = (char)('0' + (value % 10));
            value /= 10;
        }
    }

    private static FieldReading Unreadable => new(null, DateRules.Unknown, ReadingTrouble.Unreadable);

    private static FieldReading Impossible => new(null, DateRules.Impossible, ReadingTrouble.Impossible);

    private static FieldReading NoExpiry => new(LongTerm, DateRules.LongTerm) { IsLongTerm = true };

    private static FieldReading Doubtful(string rule, DateOnly? date, DateOnly? alternative) =>
        new(null, rule, ReadingTrouble.Ambiguous) { Date = date, Alternative = alternative };

    /// <summary>A date taken apart; 0 for an unknown month or day.</summary>
    private readonly record struct Parts(DateShape Shape, int Year, int YearDigits, int Month, int Day);

    private readonly record struct Context(string Text, string? Script, DateEra Era, DateOnly Today, int Range);
}
