namespace IdOcrPortal.Documents.Tests.Numbers;

/// <summary>Published specimens, and numbers made by the published algorithms with invented serials.</summary>
public sealed class NumberTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    /// <summary>Scheme, number as printed, day of birth, sex, province, city.</summary>
    public static TheoryData<string, string, string?, string?, string?, string?> Sound => new()
    {
        // GB 11643-1999, the standard's own examples: a man's and a woman's number.
        { "gb11643", "11010519491231002X", "1949-12-31", "Female", "北京市", "朝阳区" },
        { "gb11643", "440524188001010014", "1880-01-01", "Male", "广东省", "汕头市" },
        { "gb11643", "110105491231002", "1949-12-31", "Female", "北京市", "朝阳区" },
        { "gb11643", "８１００００１９９００１０１９９９６", "1990-01-01", "Male", "香港特别行政区", null },
        { "nik", "3171010101900001", "1990-01-01", "Male", "Daerah Khusus Ibukota Jakarta", "Kota Administrasi Jakarta Pusat" },
        { "nik", "31.71.01.410190.0001", "1990-01-01", "Female", "Daerah Khusus Ibukota Jakarta", "Kota Administrasi Jakarta Pusat" },
        { "nik", "9101010102800001", "1980-02-01", "Male", "Papua", "Kabupaten Merauke" },
        { "mykad", "710716-08-6085", "1971-07-16", "Male", "Perak", null },
        { "mykad", "000229-82-0002", "2000-02-29", "Female", "Negeri tidak diketahui", null },
        { "mykad", "991231-61-0001", "1999-12-31", "Male", "Indonesia", null },
        { "mys_service", "T1234567", null, null, null, null },
        { "mys_service", "RF/123456", null, null, null, null },
        { "thai", "1-2345-67890-12-1", null, null, "Trat", null },
        { "hkid", "Z683365(A)", null, null, null, null },
        { "hkid", "AB987654(3)", null, null, null, null },
        { "hkid", "C123456(9)", null, null, null, null },
        { "run", "12.345.678-5", null, null, null, null },
        { "run", "1.000.005-K", null, null, null, null },
        { "albania", "J00101999W", "1990-01-01", "Male", null, null },
        { "albania", "J05115999K", "1990-01-15", "Female", null, null },
        { "albania", "J03101999F", "1990-01-01", "Male", null, null },
        { "albania", "J08101999P", "1990-01-01", "Female", null, null },
        { "cccd", "001 090 000001", null, "Male", "Hà Nội", null },
        { "cccd", "096301999999", null, "Female", "Cà Mau", null },
        { "cccd", "012345678", null, null, null, null },
        { "crn", "CRN-0111-2345678-9", null, null, null, null },
        { "khm", "០១០១២៣៤៥៦(០១)", null, null, null, null },
        { "khm", "010123456 (01)", null, null, null, null },
        { "twn", "A123456789", null, "Male", "臺北市", null },
        { "twn", "A800000014", null, "Male", "臺北市", null },
        { "cnic", "42201-0000000-8", null, "Female", "Sindh", null },
        { "unzr", "19900101-00001", "1990-01-01", null, null, null },
        { "pesel", "00010100015", "1900-01-01", "Male", null, null },
        { "dni", "12345678-Z", null, null, null, null },
        { "dni", "X1234567L", null, null, null, null },
        { "oib", "12345678903", null, null, null, null },
        { "emso", "0101006500006", "2006-01-01", "Male", null, null },
        { "baltic", "30001010004", "1900-01-01", "Male", null, null },
        { "bsn", "1112.22.333", null, null, null, null },
        { "tckn", "10000000146", null, null, null, null },
        { "cnp", "1630615123457", "1963-06-15", "Male", null, null },
        { "egn", "752316 926 3", "1875-03-16", "Male", null, null },
    };

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_sound_number_passes_and_tells_what_it_holds(string id, string printed, string? birth, string? sex, string? province, string? city)
    {
        var scheme = NumberSchemes.Find(id)!;
        var reading = scheme.Read(scheme.Normalise(printed), Today);
        Assert.DoesNotContain(Results(reading), result => result.Result == CheckResult.Failed);
        Assert.Equal(CheckResult.Passed, reading.Shape.Result);
        Assert.Equal(birth, reading.BirthDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(sex, reading.Sex?.ToString());
        Assert.Equal(province, reading.Province);
        Assert.Equal(city, reading.City);
        Assert.Null(NumberRepairs.Propose(scheme, printed, Today));
    }

    /// <summary>Scheme, number, the aspect that fails, whether that is certain.</summary>
    public static TheoryData<string, string, NumberAspect, bool> Wrong => new()
    {
        { "gb11643", "110105194912310021", NumberAspect.CheckDigit, true },
        { "gb11643", "110105194902300027", NumberAspect.Date, true },
        { "gb11643", "990105194912310021", NumberAspect.CheckDigit, true },
        { "gb11643", "190105194912310021", NumberAspect.Region, true },
        { "gb11643", "110199194912310021", NumberAspect.Region, false },
        { "gb11643", "11010520491231002X", NumberAspect.Date, true },
        { "gb11643", "110105X94912310021", NumberAspect.Shape, true },
        { "gb11643", "11010549123100", NumberAspect.Shape, true },
        { "nik", "3171010101900000", NumberAspect.Serial, true },
        { "nik", "3171010101900001X", NumberAspect.Shape, true },
        { "nik", "3171013201900001", NumberAspect.Date, true },
        { "nik", "3171017201900001", NumberAspect.Date, true },
        { "nik", "3171000101900001", NumberAspect.Region, true },
        { "nik", "3199010101900001", NumberAspect.Region, false },
        { "nik", "5401010101700001", NumberAspect.Region, false },
        { "nik", "9901010101700001", NumberAspect.Region, true },
        { "mykad", "900230081234", NumberAspect.Date, true },
        { "mykad", "900101001234", NumberAspect.Region, true },
        { "mykad", "900101171234", NumberAspect.Region, true },
        { "mykad", "900101691234", NumberAspect.Region, true },
        { "thai", "1234567890122", NumberAspect.CheckDigit, true },
        { "thai", "0234567890121", NumberAspect.Serial, false },
        { "thai", "1984567890121", NumberAspect.Region, false },
        { "hkid", "Z6833654", NumberAspect.CheckDigit, true },
        { "hkid", "Z683365", NumberAspect.Shape, true },
        { "run", "123456784", NumberAspect.CheckDigit, true },
        { "albania", "J00101999A", NumberAspect.CheckDigit, true },
        { "albania", "J01301999A", NumberAspect.Date, true },
        { "cccd", "003090000001", NumberAspect.Region, true },
        { "cccd", "101090000001", NumberAspect.Region, false },
        { "cccd", "001290000001", NumberAspect.Date, true },
        { "crn", "01112345678", NumberAspect.Shape, true },
        { "khm", "01012345601", NumberAspect.Shape, true },
        { "twn", "A123456788", NumberAspect.CheckDigit, true },
        { "twn", "A323456789", NumberAspect.Shape, true },
        { "cnic", "9220100000008", NumberAspect.Region, false },
        { "unzr", "1990130100001", NumberAspect.Date, true },
        { "pesel", "00010100016", NumberAspect.CheckDigit, true },
        { "pesel", "44053201358", NumberAspect.Date, true },
        { "dni", "12345678A", NumberAspect.CheckDigit, true },
        { "oib", "12345678904", NumberAspect.CheckDigit, true },
        { "emso", "0101006500007", NumberAspect.CheckDigit, true },
        { "baltic", "30001010005", NumberAspect.CheckDigit, true },
        { "bsn", "111222334", NumberAspect.CheckDigit, true },
        { "tckn", "10000000147", NumberAspect.CheckDigit, true },
        { "tckn", "10000000156", NumberAspect.CheckDigit, true },
        { "cnp", "1630615123458", NumberAspect.CheckDigit, true },
        { "egn", "7552010005", NumberAspect.Date, true },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_number_fails_at_the_wrong_part(string id, string number, NumberAspect aspect, bool isCertain)
    {
        var reading = NumberSchemes.Find(id)!.Read(number, Today);
        var result = Of(reading, aspect);
        Assert.Equal(CheckResult.Failed, result.Result);
        Assert.Equal(isCertain, result.IsCertain);
        if (aspect == NumberAspect.Shape)
        {
            Assert.DoesNotContain(Results(reading).Skip(1), part => part.Result is CheckResult.Passed or CheckResult.Failed);
        }
    }

    [Fact]
    public void A_wrong_check_digit_says_where_it_stands_and_what_was_expected()
    {
        var reading = ChineseResidentNumber.Instance.Read("110105194912310021", Today);
        Assert.Equal(new CheckDigitPlace(0, 17, '1', 'X'), reading.Digit);
    }

    [Fact]
    public void The_century_of_a_NIK_is_the_latest_in_which_a_holder_of_a_card_was_born()
    {
        var grownUp = Nik.Instance.Read("3171012111090001", Today);
        Assert.Equal(new DateOnly(2009, 11, 21), grownUp.BirthDate);
        Assert.True(grownUp.IsCenturyOpen);
        var tooYoung = Nik.Instance.Read("3171012211090001", Today);
        Assert.Equal(new DateOnly(1909, 11, 22), tooYoung.BirthDate);
    }

    [Fact]
    public void The_century_of_a_MyKad_number_is_the_latest_that_is_not_in_the_future()
    {
        Assert.Equal(new DateOnly(2026, 11, 21), MyKadNumber.Instance.Read("261121081234", Today).BirthDate);
        Assert.Equal(new DateOnly(1926, 11, 22), MyKadNumber.Instance.Read("261122081234", Today).BirthDate);
    }

    [Fact]
    public void A_foreigners_permanent_residence_number_is_not_held_against_Chinese_regions()
    {
        var reading = ChineseResidentNumber.Instance.Read("911124198108030024", Today);
        Assert.Equal(CheckResult.NotPossible, reading.Region.Result);
    }

    [Theory]
    [InlineData("gb11643", "11010519491231002X")]
    [InlineData("nik", "3171010101900001")]
    [InlineData("hkid", "Z683365A")]
    public void A_normalised_number_stays_the_same_instance(string id, string number) =>
        Assert.Same(number, NumberSchemes.Find(id)!.Normalise(number));

    [Theory]
    [InlineData("")]
    [InlineData(" -.()")]
    public void Of_an_empty_number_nothing_is_left(string text) => Assert.All(NumberSchemes.All, scheme => Assert.Null(scheme.Normalise(text)));

    [Fact]
    public void Reading_sound_numbers_allocates_nothing()
    {
        var numbers = Sound
            .Select(row => (string)row[0])
            .Zip(Sound.Select(row => (string)row[1]))
            .Select(pair => (Scheme: NumberSchemes.Find(pair.First)!, Number: NumberSchemes.Find(pair.First)!.Normalise(pair.Second)!))
            .ToArray();
        ReadAll();
        var before = GC.GetAllocatedBytesForCurrentThread();
        ReadAll();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void ReadAll()
        {
            foreach (var (scheme, number) in numbers)
            {
                scheme.Read(number, Today);
            }
        }
    }

    [Fact]
    public void Every_scheme_is_found_by_its_id_and_begins_with_its_shape()
    {
        Assert.Equal(NumberSchemes.All.Count, NumberSchemes.All.Select(scheme => scheme.Id).Distinct().Count());
        Assert.All(NumberSchemes.All, scheme =>
        {
            Assert.Same(scheme, NumberSchemes.Find(scheme.Id));
            Assert.Equal(NumberAspect.Shape, scheme.Aspects[0]);
            Assert.NotEmpty(scheme.Source);
        });
        Assert.Null(NumberSchemes.Find("none"));
    }

    internal static AspectResult Of(NumberReading reading, NumberAspect aspect) => aspect switch
    {
        NumberAspect.Shape => reading.Shape,
        NumberAspect.Region => reading.Region,
        NumberAspect.Date => reading.Date,
        NumberAspect.Serial => reading.Serial,
        _ => reading.CheckDigit,
    };

    internal static AspectResult[] Results(NumberReading reading) => [reading.Shape, reading.Region, reading.Date, reading.Serial, reading.CheckDigit];
}
