namespace IdOcrPortal.Documents.Tests.Zones;

public class MrzDateTests
{
    private static readonly DateOnly Today = new(2026, 7, 29);

    [Theory]
    [InlineData("740812", "1974-08-12")]
    [InlineData("260729", "2026-07-29")] // born today
    [InlineData("260730", "1926-07-30")] // tomorrow is never a birthday: a hundred years ago is
    [InlineData("991231", "1999-12-31")]
    [InlineData("000101", "2000-01-01")]
    [InlineData("000229", "2000-02-29")]
    [InlineData("96<<<<", "1996")]
    [InlineData("9604<<", "1996-04")]
    [InlineData("960400", "1996-04")]
    [InlineData("960000", "1996")]
    [InlineData("26<<<<", "2026")]
    [InlineData("2608<<", "1926-08")]
    public void A_birth_is_never_in_the_future(string yymmdd, string iso) => Assert.Equal(iso, MrzDate.ReadBirth(yymmdd, Today).Iso);

    [Theory]
    [InlineData("120415", "2012-04-15")]
    [InlineData("960101", "1996-01-01")]
    [InlineData("350101", "2035-01-01")]
    [InlineData("760101", "2076-01-01")] // 50 years ahead
    [InlineData("770101", "1977-01-01")] // 49 years ago
    public void An_expiry_is_at_most_fifty_years_away(string yymmdd, string iso) => Assert.Equal(iso, MrzDate.ReadExpiry(yymmdd, Today).Iso);

    [Theory]
    [InlineData("741301")]
    [InlineData("740230")]
    [InlineData("230229")]
    [InlineData("74O812")]
    [InlineData("7<0812")]
    [InlineData("74<<32")]
    [InlineData("74 812")]
    [InlineData("")]
    public void Says_so_when_it_is_no_day_of_the_calendar(string yymmdd)
    {
        Assert.Equal(MrzDateKind.Impossible, MrzDate.ReadBirth(yymmdd, Today).Kind);
        Assert.Equal(MrzDateKind.Impossible, MrzDate.ReadExpiry(yymmdd, Today).Kind);
    }

    [Fact]
    public void Fillers_say_that_a_birth_is_unknown_or_its_year_is()
    {
        Assert.Equal(MrzDateKind.Unknown, MrzDate.ReadBirth("<<<<<<", Today).Kind);
        var date = MrzDate.ReadBirth("<<0812", Today);
        Assert.Equal((MrzDateKind.Partial, null, 8, 12), (date.Kind, date.Year, date.Month, date.Day));
        Assert.Null(date.Iso);
    }

    [Fact]
    public void An_expiry_may_be_missing_but_not_half_known()
    {
        Assert.Equal(MrzDateKind.Unknown, MrzDate.ReadExpiry("<<<<<<", Today).Kind);
        Assert.Equal(MrzDateKind.Impossible, MrzDate.ReadExpiry("3004<<", Today).Kind);
    }

    [Fact]
    public void The_rule_tells_how_the_century_was_found()
    {
        Assert.Equal("YYMMDD, past date → 1974-08-12", MrzDate.ReadBirth("740812", Today).Rule);
        Assert.Equal("YYMMDD, within 50 years → 2012-04-15", MrzDate.ReadExpiry("120415", Today).Rule);
        Assert.Equal("YYMMDD with unknown parts, past date → 1974", MrzDate.ReadBirth("74<<<<", Today).Rule);
    }

    [Fact]
    public void Every_day_of_a_century_comes_back_and_no_birth_is_after_today()
    {
        for (var day = Today.AddYears(-100).AddDays(1); day <= Today; day = day.AddDays(1))
        {
            Assert.Equal(day, MrzDate.ReadBirth($"{day:yyMMdd}", Today).Date);
        }
    }

    [Fact]
    public void The_ends_of_the_calendar_do_not_throw()
    {
        foreach (var today in new[] { DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(50, 1, 1) })
        {
            for (var year = 0; year < 100; year++)
            {
                _ = MrzDate.ReadBirth($"{year:00}0101", today).Iso;
                _ = MrzDate.ReadExpiry($"{year:00}0101", today).Iso;
            }
        }
    }
}
