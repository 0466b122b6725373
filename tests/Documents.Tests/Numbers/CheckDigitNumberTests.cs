namespace IdOcrPortal.Documents.Tests.Numbers;

/// <summary>Numbers that are nothing but a check digit after a running number: Thailand, Hong Kong, Chile, the Philippines, Cambodia.</summary>
public class CheckDigitNumberTests
{
    [Theory]
    [InlineData("1-2345-45678-78-1")]
    [InlineData("1234545678781")]
    [InlineData("๑ ๒๓๔๕ ๔๕๖๗๘ ๗๘ ๑")]
    public void A_Thai_number_ends_in_the_digit_that_the_others_ask_for(string printed)
    {
        var reading = Reading.Of(ThaiNumber.Instance, printed);
        Assert.Equal(CheckResult.Passed, reading.CheckDigit.Result);
        Assert.Equal(new CheckDigitPlace(0, 12, '1', '1'), reading.Digit);
    }

    [Theory]
    [InlineData("A123456(3)")]
    [InlineData("AB987654(3)")]
    [InlineData("G123456(A)")]
    [InlineData("ａ１２３４５６（３）")]
    public void A_Hong_Kong_number_has_a_check_digit_in_brackets(string printed) =>
        Assert.Equal(CheckResult.Passed, Reading.Of(HongKongNumber.Instance, printed).CheckDigit.Result);

    [Theory]
    [InlineData("12.531.909-2")]
    [InlineData("12.345.678-5")]
    [InlineData("1.000.005-K")]
    [InlineData("1000005k")]
    public void A_RUN_ends_in_a_digit_or_K(string printed) =>
        Assert.Equal(CheckResult.Passed, Reading.Of(ChileanRun.Instance, printed).CheckDigit.Result);

    [Fact]
    public void A_wrong_check_digit_tells_its_place_what_was_found_and_what_was_expected()
    {
        Assert.Equal(new CheckDigitPlace(0, 12, '2', '1'), Reading.Of(ThaiNumber.Instance, "1-2345-45678-78-2").Digit);
        Assert.Equal(new CheckDigitPlace(0, 7, '4', '3'), Reading.Of(HongKongNumber.Instance, "A123456(4)").Digit);
        Assert.Equal(new CheckDigitPlace(0, 7, '9', 'A'), Reading.Of(HongKongNumber.Instance, "G123456(9)").Digit);
        Assert.Equal(new CheckDigitPlace(0, 7, '1', 'K'), Reading.Of(ChileanRun.Instance, "1.000.005-1").Digit);
        Assert.Equal(new CheckDigitPlace(0, 9, 'A', 'W'), Reading.Of(AlbanianNumber.Instance, "J00101999A").Digit);
        Assert.Equal(new CheckDigitPlace(0, 17, '1', 'X'), Reading.Of(ChineseResidentNumber.Instance, "110105194912310021").Digit);
    }

    public static TheoryData<string, string> Shapeless => new()
    {
        { "thai", "123454567878" }, { "thai", "12345456787812" }, { "thai", "12345456787A1" },
        { "hkid", "123456(3)" }, { "hkid", "ABC123456(3)" }, { "hkid", "A12345(3)" }, { "hkid", "A123456(B)" }, { "hkid", "A12E456(3)" },
        { "run", "12345" }, { "run", "1234567890" }, { "run", "12.345.678-L" }, { "run", "K2345678-5" },
        { "crn", "CRN-0111-1234567" }, { "crn", "011112345A78" }, { "khm", "01234567" }, { "khm", "0123456789" }, { "khm", "01234567A" },
        { "cccd", "0010990123456" }, { "cccd", "00109901234A" }, { "albania", "U00101999W" }, { "albania", "J00101999X" }, { "albania", "J0010199W" },
        { "mykad", "710716-08-608" }, { "mykad", "71071608608A" }, { "mys_service", "T12" }, { "mys_service", "ABCDEFG" }, { "mys_service", "1234567890123456" },
        { "gb11643", "11010519491231002" }, { "gb11643", "X1010519491231002X" }, { "gb11643", "11010519491231002A" }, { "gb11643", "11010549123100X" },
        { "nik", "317101170845000" }, { "nik", "31710117084500O1" },
    };

    [Theory]
    [MemberData(nameof(Shapeless))]
    public void Without_its_shape_a_number_has_no_parts(string scheme, string printed)
    {
        var rules = Reading.Schemes.Single(candidate => candidate.Id == scheme);
        var reading = Reading.Of(rules, printed);
        Assert.Equal(CheckResult.Failed, reading.Shape.Result);
        Assert.All(rules.Aspects.Skip(1), aspect => Assert.Equal(CheckResult.NotPossible, Reading.Aspect(in reading, aspect).Result));
        Assert.Null(reading.BirthDate);
        Assert.Null(reading.Sex);
    }

    [Fact]
    public void The_check_digit_of_a_CRN_is_not_published()
    {
        Assert.Equal("011112345678", UmidCrn.Instance.Normalise("CRN-0111-1234567-8"));
        var reading = Reading.Of(UmidCrn.Instance, "CRN-0111-1234567-8");
        Assert.Equal(CheckResult.Passed, reading.Shape.Result);
        Assert.Equal(CheckResult.NotPossible, reading.CheckDigit.Result);
        Assert.Contains("not published", reading.CheckDigit.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("០១២៣៤៥៦៧៨(០១)", "012345678")]
    [InlineData("012345678 (1)", "012345678")]
    [InlineData("០១២ ៣៤៥ ៦៧៨", "012345678")]
    [InlineData("01234567801", "01234567801")]
    [InlineData("01234567(801)", "01234567801")]
    public void A_count_in_brackets_is_no_part_of_a_Cambodian_number(string printed, string number) =>
        Assert.Equal(number, CambodianNumber.Instance.Normalise(printed));

    /// <summary>What the algorithms promise: Thai, Hong Kong and Chinese digits modulo 11 catch every change of one digit.</summary>
    [Theory]
    [InlineData("hkid", "A1234563", 7 * 9)]
    [InlineData("run", "123456785", 9 * 9)]
    [InlineData("gb11643", "11010519491231002X", 17 * 9)]
    [InlineData("albania", "J00101999W", 8 * 9)]
    public void Every_change_of_one_digit_is_caught(string scheme, string number, int changes)
    {
        var rules = Reading.Schemes.Single(candidate => candidate.Id == scheme);
        var caught = 0;
        for (var i = 0; i < number.Length; i++)
        {
            for (var digit = '0'; char.IsAsciiDigit(number[i]) && digit <= '9'; digit++)
            {
                var changed = number.ToCharArray();
                changed[i] = digit;
                caught += digit != number[i] && rules.Read(changed, Reading.Today).CheckDigit.Result == CheckResult.Failed ? 1 : 0;
            }
        }

        Assert.Equal(changes, caught);
    }
}
