using IdOcrPortal.Sandbox.Truth;
using IdOcrPortal.Sandbox.Vendors.Huawei;

namespace IdOcrPortal.Sandbox.Tests.Truth;

/// <summary>What a zone alone tells the vendors that read it.</summary>
public class ZoneTruthTests
{
    private static readonly DateOnly Today = new(2026, 3, 4);

    [Fact]
    public void A_cambodian_card_by_its_zone()
    {
        var card = ZoneTruth.Of(["IDKHM9990001235<<<<<<<<<<<<<<<", "9907102F3006173KHM<<<<<<<<<<<4", "SOK<<DARA<<<<<<<<<<<<<<<<<<<<<"], Today);

        Assert.Equal("khm-id", card!.DocumentType);
        Assert.Equal(("999000123", "SOK DARA", "1999-07-10", "F", "2030-06-17"), (card["document_number"], card["full_name"], card["birth_date"], card["sex"], card["expiry_date"]));
    }

    // ICAO Doc 9303's specimen with another state.
    [Theory]
    [InlineData("PHL", true)]
    [InlineData("IND", true)]
    [InlineData("BRA", true)]
    [InlineData("RUS", true)]
    [InlineData("TWN", true)]
    [InlineData("VNM", true)]
    [InlineData("HKG", false)] // identity cards only
    [InlineData("UTO", false)]
    [InlineData("D<<", false)]
    public void A_passport_is_read_if_its_state_is_in_the_vendors_table(string state, bool isRead)
    {
        var passport = ZoneTruth.Of([$"P<{state}ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"], Today)!;

        Assert.Equal(isRead, IdDocument.Place(passport) is not null);
        if (isRead)
        {
            var result = IdDocument.Result(passport, withPortrait: true);
            result.Remove("confidence");
            Assert.Equal(
                $$"""{"country_region":"{{state}}","id_type":"PP","side":"front","first_name":"ANNA MARIA","last_name":"ERIKSSON","sex":"F","nationality":"UTO","birth_date":"1974-08-12","expiry_date":"2012-04-15","document_number":"L898902C3"}""",
                result.ToJsonString());
        }
    }

    [Theory]
    [InlineData("260304", "2026-03-04")]
    [InlineData("260305", "1926-03-05")]
    [InlineData("990230", null)]
    [InlineData("99<<<<", null)]
    public void A_year_of_two_digits_is_no_later_than_today_for_a_birth(string digits, string? expected) =>
        Assert.Equal(expected, ZoneTruth.Of(["P<PHLA<<B".PadRight(44, '<'), $"L898902C36PHL{digits}2F1204159ZE184226B<<<<<10"], Today)!["birth_date"]);

    [Fact]
    public void Other_zones_tell_nothing_that_a_vendor_reads()
    {
        Assert.Null(ZoneTruth.Of(["I<UTOHC00000429<<<<<<<<<<<<<<<", "7503212F2906117UTO<<<<<<<<<<<0", "NOVAKOVA<<ZUZANA<<<<<<<<<<<<<<"], Today));
        Assert.Null(ZoneTruth.Of(["V<UTOSMITH<<JANE<<<<<<<<<<<<<<<<<<<<<<<<<<<<", "E000000422UTO9102284F2801153<<<<<<<<<<<<<<<<"], Today));
        Assert.Null(ZoneTruth.Of([], Today));
    }
}
