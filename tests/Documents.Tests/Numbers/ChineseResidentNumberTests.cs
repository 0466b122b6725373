namespace IdOcrPortal.Documents.Tests.Numbers;

public class ChineseResidentNumberTests
{
    // The first one is an example of GB 11643-1999, annex.
    [Theory]
    [InlineData("11010519491231002X", "1949-12-31", "北京市", "朝阳区", Sex.Female)]
    [InlineData("１１０１０５１９４９１２３１００２ｘ", "1949-12-31", "北京市", "朝阳区", Sex.Female)]
    [InlineData("810000199408230021", "1994-08-23", "香港特别行政区", null, Sex.Female)]
    [InlineData("830000199201300022", "1992-01-30", "台湾省", null, Sex.Female)]
    public void A_number_of_18_characters_tells_region_birth_and_sex(string printed, string birth, string province, string? county, Sex sex)
    {
        var reading = Reading.Of(ChineseResidentNumber.Instance, printed);
        Assert.Empty(Reading.Failures(reading));
        Assert.Equal(CheckResult.Passed, reading.CheckDigit.Result);
        Assert.Equal(birth, reading.BirthDate?.ToString("yyyy-MM-dd", null));
        Assert.Equal((province, county, sex), (reading.Province, reading.City, reading.Sex));
        Assert.False(reading.IsCenturyOpen);
    }

    [Fact]
    public void A_number_of_15_digits_is_of_the_twentieth_century_and_has_no_check_digit()
    {
        var reading = Reading.Of(ChineseResidentNumber.Instance, "110105491231002");
        Assert.Empty(Reading.Failures(reading));
        Assert.Equal(CheckResult.NotApplicable, reading.CheckDigit.Result);
        Assert.Equal(new DateOnly(1949, 12, 31), reading.BirthDate);
        Assert.Equal(Sex.Female, reading.Sex);
    }

    [Theory]
    [InlineData("100105491231002", NumberAspect.Region, true)]
    [InlineData("119999491231002", NumberAspect.Region, false)]
    [InlineData("110105490231002", NumberAspect.Date, true)]
    [InlineData("110105491301002", NumberAspect.Date, true)]
    public void A_number_fails_in_the_part_that_is_wrong(string printed, NumberAspect part, bool isCertain)
    {
        var reading = Reading.Of(ChineseResidentNumber.Instance, printed);
        Assert.Contains(part, Reading.Failures(reading));
        Assert.Equal(isCertain, Reading.Aspect(in reading, part).IsCertain);
    }

    [Fact]
    public void A_birth_in_the_future_fails() =>
        Assert.Equal(CheckResult.Failed, Reading.Of(ChineseResidentNumber.Instance, "11010519491231002X", new DateOnly(1949, 12, 30)).Date.Result);

    [Fact]
    public void Every_swap_of_neighbours_is_caught()
    {
        var random = new Random(11643);
        var swaps = 0;
        for (var round = 0; round < 500; round++)
        {
            var number = Made(random);
            for (var i = 0; i < 16; i++)
            {
                if (number[i] == number[i + 1])
                {
                    continue;
                }

                var swapped = number.ToCharArray();
                (swapped[i], swapped[i + 1]) = (swapped[i + 1], swapped[i]);
                Assert.Equal(CheckResult.Failed, ChineseResidentNumber.Instance.Read(swapped, Reading.Today).CheckDigit.Result);
                swaps++;
            }
        }

        Assert.InRange(swaps, 6_000, 8_000);
    }

    /// <summary>A number made by the published algorithm, which belongs to nobody in particular: the check character is found by trying.</summary>
    private static string Made(Random random)
    {
        var birth = new DateOnly(1940, 1, 1).AddDays(random.Next(25_000));
        var digits = $"110105{birth:yyyyMMdd}{random.Next(1000):000}";
        return "0123456789X".Select(check => digits + check)
            .Single(number => ChineseResidentNumber.Instance.Read(number, Reading.Today).CheckDigit.Result == CheckResult.Passed);
    }

    [Theory]
    [InlineData("110000194912310022", CheckResult.Failed)]
    [InlineData("810000199408230021", CheckResult.Passed)]
    public void A_province_gives_out_no_numbers_but_the_special_regions_do(string number, CheckResult region)
    {
        var reading = ChineseResidentNumber.Instance.Read(number, new DateOnly(2026, 11, 21));

        Assert.Equal(CheckResult.Passed, reading.CheckDigit.Result);
        Assert.Equal(region, reading.Region.Result);
        Assert.False(region == CheckResult.Failed && reading.Region.IsCertain);
    }
}
