using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace IdOcrPortal.Documents.Tests.Values;

public class DateFormTests
{
    private static readonly DateOnly Today = new(2026, 7, 1);
    private static readonly DateForm Birth = new(DateRole.Birth);
    private static readonly DateForm Issue = new(DateRole.Issue);
    private static readonly DateForm Expiry = new(DateRole.Expiry);

    [Theory]
    [InlineData("១០.០៧.១៩៩៩", "1999-07-10", "Khmer digits, day first")]
    [InlineData("1987/1/1", "1987-01-01", "year first")]
    [InlineData("26-12-1993", "1993-12-26", "day first")]
    [InlineData("1999-07-10", "1999-07-10", "year first")]
    [InlineData("20100721", "2010-07-21", "YYYYMMDD")]
    [InlineData("20011999", "1999-01-20", "DDMMYYYY")]
    [InlineData("1990年1月1日", "1990-01-01", "year first")]
    [InlineData("1990 年 12 月 01 日", "1990-12-01", "year first")]
    [InlineData("03.04.1999", "1999-04-03", "day first")]
    [InlineData("12 AUG/AOUT 1974", "1974-08-12", "month by name")]
    [InlineData("12 AUG 74", "1974-08-12", "month by name, century found")]
    [InlineData("AUG 12, 1974", "1974-08-12", "month by name")]
    [InlineData("1974 AUG 12", "1974-08-12", "month by name")]
    [InlineData("12AUG1974", "1974-08-12", "month by name")]
    [InlineData("12 СЕР/AUG 74", "1974-08-12", "month by name, century found")]
    [InlineData("12 августа 1974 г.", "1974-08-12", "month by name")]
    [InlineData("12 de agosto de 1974", "1974-08-12", "month by name")]
    [InlineData("12. Ağustos 1974", "1974-08-12", "month by name")]
    [InlineData("17 Agustus 1945", "1945-08-17", "month by name")]
    [InlineData("ngày 12 tháng 8 năm 1974", "1974-08-12", "month by name")]
    [InlineData("12 tháng Mười Hai năm 1974", "1974-12-12", "month by name")]
    [InlineData("12 tháng Năm năm 1974", "1974-05-12", "month by name")]
    [InlineData("ថ្ងៃទី ១០ ខែ ០៧ ឆ្នាំ ១៩៩៩", "1999-07-10", "Khmer digits, month by name")]
    [InlineData("១០ កក្កដា ១៩៩៩", "1999-07-10", "Khmer digits, month by name")]
    [InlineData("１９９９．０７．１０", "1999-07-10", "full-width digits, year first")]
    [InlineData("١٠/٠٧/١٩٩٩", null, "day first or month first: both give a day")]
    [InlineData("٢٥/٠٧/١٩٩٩", "1999-07-25", "Arabic-Indic digits, day first")]
    [InlineData("១0.០7.1៩៩៩", "1999-07-10", "digits of several scripts, day first")]
    [InlineData("10–07–1999", null, "day first or month first: both give a day")]
    [InlineData("25~12~1999", "1999-12-25", "day first")]
    [InlineData("08/13/1999", "1999-08-13", "month first")]
    [InlineData("07/07/1999", "1999-07-07", "day first")]
    [InlineData("740812", "1974-08-12", "YYMMDD, century found")]
    [InlineData("74/08/12", "1974-08-12", "year first, century found")]
    [InlineData("12.08.74", "1974-08-12", "day first, century found")]
    [InlineData("10 ก.ค. 2542", "1999-07-10", "month by name, Buddhist era − 543")]
    [InlineData("๑๐ กรกฎาคม พ.ศ. ๒๕๔๒", "1999-07-10", "Thai digits, month by name, Buddhist era − 543")]
    [InlineData("10 ก.ค. 1999", "1999-07-10", "month by name")]
    [InlineData("29 ก.พ. 2543", "2000-02-29", "month by name, Buddhist era − 543")]
    public void Reads_a_date_of_birth(string text, string? iso, string rule)
    {
        var reading = Birth.Read(text, Today);
        Assert.Equal((iso, rule), (reading.Normalised, reading.Rule));
        Assert.Equal(iso, reading.Trouble == ReadingTrouble.None ? reading.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null);
    }

    [Theory]
    [InlineData("1999", "1999", "year alone")]
    [InlineData("1999-07", "1999-07", "year and month")]
    [InlineData("07/1999", "1999-07", "year and month")]
    [InlineData("00.00.1957", "1957", "day first, unknown parts left out")]
    [InlineData("00/07/1957", "1957-07", "day first, unknown parts left out")]
    [InlineData("XX.XX.1957", "1957", "day first, unknown parts left out")]
    [InlineData("១៩៥៧", "1957", "Khmer digits, year alone")]
    [InlineData("570000", "1957", "YYMMDD, century found, unknown parts left out")]
    [InlineData("๒๕๔๒", "1999", "Thai digits, year alone, Buddhist era − 543")]
    public void Gives_the_known_part_of_a_date(string text, string known, string rule)
    {
        var reading = Birth.Read(text, Today);
        Assert.Equal((known, rule, ReadingTrouble.None, (DateOnly?)null), (reading.Normalised, reading.Rule, reading.Trouble, reading.Date));
    }

    [Theory]
    [InlineData("32.13.1999")]
    [InlineData("30 February 1999")]
    [InlineData("30.02.1999")]
    [InlineData("29/02/1999")]
    [InlineData("13/13/1999")]
    [InlineData("1999-02-30")]
    [InlineData("19990230")]
    [InlineData("991399")]
    [InlineData("31 ก.พ. 2542")]
    public void A_day_that_no_calendar_has_is_impossible(string text)
    {
        var reading = Birth.Read(text, Today);
        Assert.Equal((ReadingTrouble.Impossible, (string?)null), (reading.Trouble, reading.Normalised));
    }

    [Theory]
    [InlineData("03/04/1999", "1999-04-03", "1999-03-04")]
    [InlineData("3-4-1999", "1999-04-03", "1999-03-04")]
    [InlineData("03 04 1999", "1999-04-03", "1999-03-04")]
    [InlineData("03/04/99", "1999-04-03", "1999-03-04")]
    [InlineData("25/08/05", "2005-08-25", "2025-08-05")]
    public void Two_orders_that_both_give_a_day_are_ambiguous(string text, string dayFirst, string other)
    {
        var reading = Birth.Read(text, Today);
        Assert.Equal(ReadingTrouble.Ambiguous, reading.Trouble);
        Assert.Null(reading.Normalised);
        Assert.Equal((Day(dayFirst), Day(other)), (reading.Date!.Value, reading.Alternative!.Value));
    }

    [Theory]
    [InlineData(DateOrder.DayFirst, "03/04/1999", "1999-04-03")]
    [InlineData(DateOrder.MonthFirst, "03/04/1999", "1999-03-04")]
    [InlineData(DateOrder.DayFirst, "26-03-18", "2018-03-26")]
    [InlineData(DateOrder.YearFirst, "99-03-04", "1999-03-04")]
    [InlineData(DateOrder.MonthFirst, "03/04/99", "1999-03-04")]
    [InlineData(DateOrder.DayFirst, "030499", "1999-04-03")]
    [InlineData(DateOrder.YearFirst, "10.07.1999", "1999-07-10")]
    [InlineData(DateOrder.DayFirst, "03041999", "1999-04-03")]
    public void The_types_order_decides(DateOrder order, string text, string iso) =>
        Assert.Equal(iso, new DateForm(DateRole.Birth, order).Read(text, Today).Normalised);

    [Theory]
    [InlineData("2010.07.21-2030.07.21", "2010-07-21", "2030-07-21")]
    [InlineData("2010.07.21 - 2030.07.21", "2010-07-21", "2030-07-21")]
    [InlineData("2010年07月21日至2030年07月21日", "2010-07-21", "2030-07-21")]
    [InlineData("20100721-20300721", "2010-07-21", "2030-07-21")]
    [InlineData("2010.07.21-长期", "2010-07-21", "long-term")]
    [InlineData("2010.07.21-長期", "2010-07-21", "long-term")]
    [InlineData("20100721-长期", "2010-07-21", "long-term")]
    public void A_range_gives_the_issue_and_the_expiry(string text, string issue, string expiry)
    {
        Assert.Equal((issue, "first of a range"), (Issue.Read(text, Today).Normalised, Issue.Read(text, Today).Rule[^"first of a range".Length..]));
        Assert.Equal(expiry, Expiry.Read(text, Today).Normalised);
        Assert.Equal(expiry == DateForm.LongTerm, Expiry.Read(text, Today).IsLongTerm);
        Assert.Equal(ReadingTrouble.Unreadable, Birth.Read(text, Today).Trouble);
    }

    [Theory]
    [InlineData("SEUMUR HIDUP")]
    [InlineData("Seumur hidup")]
    [InlineData("LIFELONG")]
    [InlineData("ตลอดชีพ")]
    [InlineData("Không thời hạn")]
    [InlineData("长期")]
    [InlineData("31-12-9999")]
    [InlineData("99991231")]
    public void Words_for_no_expiry_are_long_term(string text)
    {
        var reading = Expiry.Read(text, Today);
        Assert.Equal((DateForm.LongTerm, true, (DateOnly?)null, ReadingTrouble.None), (reading.Normalised, reading.IsLongTerm, reading.Date, reading.Trouble));
        Assert.NotEqual(DateForm.LongTerm, Birth.Read(text, Today).Normalised);
    }

    [Theory]
    [InlineData("260701", "2026-07-01", "2026-07-01", "2026-07-01")]
    [InlineData("260702", "1926-07-02", "1926-07-02", "2026-07-02")]
    [InlineData("360101", "1936-01-01", "1936-01-01", "2036-01-01")]
    [InlineData("760101", "1976-01-01", "1976-01-01", "2076-01-01")]
    [InlineData("770101", "1977-01-01", "1977-01-01", "1977-01-01")]
    public void The_role_tells_the_century(string text, string birth, string issue, string expiry) =>
        Assert.Equal((birth, issue, expiry), (Birth.Read(text, Today).Normalised, Issue.Read(text, Today).Normalised, Expiry.Read(text, Today).Normalised));

    [Theory]
    [InlineData("10/07/2542", "1999-07-10")]
    [InlineData("10/07/1999", "1999-07-10")]
    [InlineData("10/07/42", "1999-07-10")]
    [InlineData("29/02/2543", "2000-02-29")]
    [InlineData("10 ม.ค. ค.ศ. 1999", "1999-01-10")]
    public void Counts_in_the_buddhist_era_where_the_type_does(string text, string iso) =>
        Assert.Equal(iso, new DateForm(DateRole.Birth, DateOrder.DayFirst, DateEra.Buddhist).Read(text, Today).Normalised);

    [Fact]
    public void Proposes_the_gregorian_year_for_a_buddhist_one_where_years_are_gregorian()
    {
        var reading = Birth.Read("25.07.2542", Today);
        Assert.Equal((ReadingTrouble.Unreadable, "1999-07-25"), (reading.Trouble, reading.Proposal));
    }

    [Theory]
    [InlineData("1O.07.1999", "10.07.1999")]
    [InlineData("l0.O7.1999", "10.07.1999")]
    [InlineData("10.07.I999", "10.07.1999")]
    [InlineData("2B JUL 1999", "28 JUL 1999")]
    [InlineData("៣O.០៧.១៩៩៩", "៣0.០៧.១៩៩៩")]
    public void Letters_that_look_like_digits_are_proposed_and_never_taken(string text, string proposal)
    {
        var reading = Birth.Read(text, Today);
        Assert.Equal((null, ReadingTrouble.Unreadable, proposal), (reading.Normalised, reading.Trouble, reading.Proposal));
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("10.07")]
    [InlineData("10.07.199")]
    [InlineData("1.2.3.4")]
    [InlineData("123456789")]
    [InlineData("12 JAN/FEB 1999")]
    [InlineData("JAN")]
    [InlineData("-")]
    [InlineData("")]
    [InlineData("EO.O7.1999")]
    [InlineData("9O.07.1999")]
    public void What_no_rule_knows_is_unreadable_and_nothing_is_proposed(string text)
    {
        var reading = Birth.Read(text, Today);
        Assert.Equal((null, ReadingTrouble.Unreadable, null), (reading.Normalised, reading.Trouble, reading.Proposal));
    }

    [Fact]
    public void Gives_back_the_same_text_where_it_is_iso_already()
    {
        var text = string.Concat("1999", "-07-10");
        Assert.Same(text, Birth.Read(text, Today).Normalised);
    }

    [Fact]
    public void Every_name_of_a_month_is_read()
    {
        Assert.True(MonthNames.All.Count() > 200);
        foreach (var (name, month) in MonthNames.All)
        {
            var day = new DateOnly(1999, month, 7);
            Assert.Equal(day, Birth.Read($"7 {name} 1999", Today).Date);
            Assert.Equal(day, Birth.Read($"07-{name.ToLowerInvariant()}-1999", Today).Date);
        }
    }

    [Fact]
    public void Any_day_written_in_any_known_shape_reads_back()
    {
        string[] shapes =
        [
            "dd.MM.yyyy", "d.M.yyyy", "yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd", "yyyy年M月d日", "d MMM yyyy", "d MMMM yyyy", "MMMM d, yyyy", "yyyy MMM d", "ddMMMyyyy", "dd·MM·yyyy", "yyyy MM dd",
        ];
        var days = Gen.Choose(new DateOnly(1850, 1, 1).DayNumber, new DateOnly(2199, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);
        var cases = (from day in days from shape in Gen.Elements(shapes) from zero in Gen.Elements(0x30, 0x660, 0x966, 0x17E0, 0xFF10) select (day, shape, zero)).ToArbitrary();
        Prop.ForAll(cases, sample =>
        {
            var (day, shape, zero) = sample;
            var text = InScript(day.ToString(shape, CultureInfo.InvariantCulture), zero);
            foreach (var form in (ReadOnlySpan<DateForm>)[new(DateRole.Issue, DateOrder.DayFirst), new(DateRole.Expiry, DateOrder.DayFirst), new(DateRole.Birth, DateOrder.DayFirst, DateEra.Buddhist)])
            {
                // Eight digits in a day-first type are day first.
                var read = shape == "yyyyMMdd" ? new DateForm(DateRole.Birth).Read(text, Today) : form.Read(text, Today);
                Assert.Equal((day, $"{day:yyyy-MM-dd}"), (read.Date, read.Normalised));
            }
        }).Check(Config.QuickThrowOnFailure.WithReplay(9303, 9303).WithMaxTest(LongTests.AreOn ? 100_000 : 3_000));
    }

    [Fact]
    public void Any_day_of_the_buddhist_era_reads_back()
    {
        string[] months = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."];
        var days = Gen.Choose(new DateOnly(1860, 1, 1).DayNumber, new DateOnly(2150, 12, 31).DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();
        var form = new DateForm(DateRole.Expiry, DateOrder.DayFirst, DateEra.Buddhist);
        Prop.ForAll(days, day =>
        {
            Assert.Equal(day, form.Read($"{day.Day} {months[day.Month - 1]} {day.Year + 543}", Today).Date);
            Assert.Equal(day, form.Read($"{day.Day}/{day.Month}/{day.Year + 543}", Today).Date);
        }).Check(Config.QuickThrowOnFailure.WithReplay(9303, 9303).WithMaxTest(2_000));
    }

    [Fact]
    public void Years_of_two_digits_are_read_as_in_a_zone()
    {
        for (var day = new DateOnly(1927, 1, 1); day < new DateOnly(2027, 1, 1); day = day.AddDays(17))
        {
            var text = $"{day:yyMMdd}";
            Assert.Equal(MrzDate.ReadBirth(text, Today).Date, Birth.Read(text, Today).Date);
            Assert.Equal(MrzDate.ReadExpiry(text, Today).Date, Expiry.Read(text, Today).Date);
        }
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string InScript(string text, int zero) => string.Concat(text.Select(character => char.IsAsciiDigit(character) ? (char)(zero + character - '0') : character));
}
