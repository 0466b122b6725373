namespace IdOcrPortal.Documents.Tests.Numbers;

/// <summary>Numbers that tell birth and sex: Malaysia, Albania, Vietnam, Indonesia.</summary>
public class BirthNumberTests
{
    [Theory]
    [InlineData("710716-08-6085", "1971-07-16", "Perak", Sex.Male)] // the sample that Tencent publishes
    [InlineData("890724-01-2498", "1989-07-24", "Johor", Sex.Female)]
    [InlineData("000229-14-0001", "2000-02-29", "Wilayah Persekutuan Kuala Lumpur", Sex.Male)]
    [InlineData("260501-59-0002", "2026-05-01", "Negeri Sembilan", Sex.Female)]
    [InlineData("260502-16-0002", "1926-05-02", "Wilayah Persekutuan Putrajaya", Sex.Female)]
    [InlineData("901231-66-5551", "1990-12-31", "Singapura", Sex.Male)]
    public void A_MyKad_number_tells_birth_place_and_sex(string printed, string birth, string state, Sex sex)
    {
        var reading = Reading.Of(MyKadNumber.Instance, printed);
        Assert.Empty(Reading.Failures(reading));
        Assert.Equal(birth, reading.BirthDate?.ToString("yyyy-MM-dd", null));
        Assert.Equal(reading.BirthDate?.Year, reading.BirthYear);
        Assert.True(reading.IsCenturyOpen);
        Assert.Equal(state, reading.Province);
        Assert.Equal(sex, reading.Sex);
    }

    [Fact]
    public void MyKad_codes_that_are_never_given_fail()
    {
        var never = Enumerable.Range(0, 100).Where(code => Reading.Of(MyKadNumber.Instance, $"710716{code:00}6085").Region.Result == CheckResult.Failed);
        Assert.Equal([0, 17, 18, 19, 20, 69, 70, 73, 80, 81, 94, 95, 96, 97], never);
    }

    [Theory]
    [InlineData("711316-08-6085")]
    [InlineData("710230-08-6085")]
    [InlineData("710700-08-6085")]
    [InlineData("010229-08-6085")]
    public void A_MyKad_number_with_an_impossible_day_fails(string printed) =>
        Assert.Equal([NumberAspect.Date], Reading.Failures(Reading.Of(MyKadNumber.Instance, printed)));

    [Fact]
    public void Twelve_digits_on_a_service_card_are_a_MyKad_number_and_all_else_has_a_shape_only()
    {
        Assert.Equal(new DateOnly(1971, 7, 16), Reading.Of(MalaysianServiceNumber.Instance, "710716-08-6085").BirthDate);
        var reading = Reading.Of(MalaysianServiceNumber.Instance, "RF/123456");
        Assert.Equal(CheckResult.Passed, reading.Shape.Result);
        Assert.Equal(CheckResult.NotApplicable, reading.Date.Result);
        Assert.Null(reading.Sex);
    }

    // Specimens of the open library nidx.
    [Theory]
    [InlineData("J00101999W", "1990-01-01", Sex.Male)]
    [InlineData("j00101999w", "1990-01-01", Sex.Male)]
    [InlineData("J05115999K", "1990-01-15", Sex.Female)]
    [InlineData("J03101999F", "1990-01-01", Sex.Male)]
    [InlineData("J08101999P", "1990-01-01", Sex.Female)]
    public void An_Albanian_number_tells_birth_and_sex_of_citizens_and_foreigners(string printed, string birth, Sex sex)
    {
        var reading = Reading.Of(AlbanianNumber.Instance, printed);
        Assert.Empty(Reading.Failures(reading));
        Assert.Equal(birth, reading.BirthDate?.ToString("yyyy-MM-dd", null));
        Assert.False(reading.IsCenturyOpen);
        Assert.Equal(sex, reading.Sex);
    }

    [Theory]
    [InlineData("J01301999", "month 13")]
    [InlineData("J02001999", "month 20")]
    [InlineData("J04301999", "month 43")]
    [InlineData("J06301999", "month 63")]
    [InlineData("J09301999", "month 93")]
    [InlineData("J00230999", "30 February")]
    [InlineData("M70101999", "the future")]
    public void An_Albanian_number_with_an_impossible_day_fails(string digits, string why) =>
        Assert.True(Reading.Of(AlbanianNumber.Instance, digits + "A").Date.Result == CheckResult.Failed, why);

    [Theory]
    [InlineData("001099012345", "Hà Nội", 1999, Sex.Male)]
    [InlineData("079185000001", "Hồ Chí Minh", 1985, Sex.Female)]
    [InlineData("096204000001", "Cà Mau", 2004, Sex.Male)]
    [InlineData("048 305 000 001", "Đà Nẵng", 2005, Sex.Female)]
    public void A_Vietnamese_number_tells_province_year_and_sex(string printed, string province, int year, Sex sex)
    {
        var reading = Reading.Of(VietnameseNumber.Instance, printed);
        Assert.Empty(Reading.Failures(reading));
        Assert.Equal((province, year, sex), (reading.Province, reading.BirthYear, reading.Sex));
        Assert.Null(reading.BirthDate);
        Assert.False(reading.IsCenturyOpen);
    }

    [Fact]
    public void A_Vietnamese_number_of_no_province_or_of_the_future_is_wrong_and_one_of_a_country_doubtful()
    {
        Assert.Equal([NumberAspect.Region], Reading.Failures(Reading.Of(VietnameseNumber.Instance, "003099012345")));
        Assert.Equal([NumberAspect.Date], Reading.Failures(Reading.Of(VietnameseNumber.Instance, "001227012345")));
        Assert.False(Reading.Of(VietnameseNumber.Instance, "127099012345").Region.IsCertain);
    }

    [Fact]
    public void Sixty_three_Vietnamese_provinces_have_codes() =>
        Assert.Equal(63, Enumerable.Range(0, 1000).Count(code => VietnameseProvinces.Find(code) is not null));

    [Fact]
    public void The_nine_digits_of_an_older_Vietnamese_card_are_taken_by_shape()
    {
        var reading = Reading.Of(VietnameseNumber.Instance, "012345678");
        Assert.Empty(Reading.Failures(reading));
        Assert.Equal(CheckResult.NotApplicable, reading.Date.Result);
        Assert.Null(reading.Sex);
    }

    [Theory]
    [InlineData("3171011708450001", "1945-08-17", "Daerah Khusus Ibukota Jakarta", "Kota Administrasi Jakarta Pusat", Sex.Male)]
    [InlineData("3171015708450001", "1945-08-17", "Daerah Khusus Ibukota Jakarta", "Kota Administrasi Jakarta Pusat", Sex.Female)]
    [InlineData("3273 0171 1299 0002", "1999-12-31", "Jawa Barat", "Kota Bandung", Sex.Female)]
    [InlineData("9101010101900001", "1990-01-01", "Papua", "Kabupaten Merauke", Sex.Male)] // before Papua Selatan was split off
    [InlineData("6404010101900001", "1990-01-01", "Kalimantan Timur", "Kabupaten Bulungan", Sex.Male)] // before Kalimantan Utara was split off
    [InlineData("9301010101900001", "1990-01-01", "Papua Selatan", "Kabupaten Merauke", Sex.Male)]
    public void A_NIK_tells_region_birth_and_sex(string printed, string birth, string province, string city, Sex sex)
    {
        var reading = Reading.Of(Nik.Instance, printed);
        Assert.Equal((province, city, sex), (reading.Province, reading.City, reading.Sex));
        Assert.Empty(Reading.Failures(reading));
        Assert.Equal(birth, reading.BirthDate?.ToString("yyyy-MM-dd", null));
        Assert.True(reading.IsCenturyOpen);
    }

    [Theory]
    [InlineData("1071011708450001", NumberAspect.Region, true)]
    [InlineData("3199011708450001", NumberAspect.Region, false)]
    [InlineData("3171001708450001", NumberAspect.Region, true)]
    [InlineData("3171013208450001", NumberAspect.Date, true)]
    [InlineData("3171017208450001", NumberAspect.Date, true)]
    [InlineData("3171014008450001", NumberAspect.Date, true)]
    [InlineData("3171011713450001", NumberAspect.Date, true)]
    [InlineData("3171011708450000", NumberAspect.Serial, true)]
    public void A_NIK_fails_in_the_part_that_is_wrong(string printed, NumberAspect part, bool isCertain)
    {
        var reading = Reading.Of(Nik.Instance, printed);
        Assert.Equal([part], Reading.Failures(reading));
        Assert.Equal(isCertain, Reading.Aspect(in reading, part).IsCertain);
    }
}
