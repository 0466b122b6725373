namespace IdOcrPortal.Documents.Tests.Numbers;

public sealed class NumberRepairsTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("gb11643", "1101O519491231002X", "11010519491231002X")]
    [InlineData("gb11643", "11010519491231D02X", "11010519491231002X")]
    [InlineData("hkid", "2683365(A)", "Z683365A")]
    [InlineData("run", "12.34S.678-5", "123456785")]
    [InlineData("albania", "JO0101999W", "J00101999W")]
    [InlineData("twn", "A1Z3456789", "A123456789")]
    [InlineData("nik", "317101O101900001", "3171010101900001")]
    [InlineData("mykad", "7I0716-08-6O85", "710716086085")]
    [InlineData("crn", "CRN-0111-23456B8-9", "011123456889")]
    public void A_look_alike_is_put_right_where_one_repair_only_satisfies_every_rule(string id, string text, string repaired) =>
        Assert.Equal(repaired, NumberRepairs.Propose(NumberSchemes.Find(id)!, text, Today));

    [Theory]
    [InlineData("gb11643", "11010519491231002X")]
    [InlineData("gb11643", "1101OS19491231002X")]
    [InlineData("gb11643", "110105194912310023")]
    [InlineData("nik", "3I7I0IO101900001")]
    [InlineData("nik", "9971010101900001")]
    [InlineData("nik", "31710101019OOOO0")]
    [InlineData("mys_service", "TOOOOOO")]
    [InlineData("thai", "")]
    public void No_repair_is_proposed_for_a_sound_number_or_where_the_rules_leave_a_choice(string id, string text) =>
        Assert.Null(NumberRepairs.Propose(NumberSchemes.Find(id)!, text, Today));
}
