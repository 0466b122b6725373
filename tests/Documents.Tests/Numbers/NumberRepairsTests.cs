namespace IdOcrPortal.Documents.Tests.Numbers;

public class NumberRepairsTests
{
    [Theory]
    [InlineData("gb11643", "1101O519491231002X", "11010519491231002X")]
    [InlineData("gb11643", "11010519491Z31002X", "11010519491231002X")]
    [InlineData("nik", "317101I708450001", "3171011708450001")]
    [InlineData("mykad", "7I0716-08-6085", "710716086085")]
    [InlineData("hkid", "A1Z3456(3)", "A1234563")]
    [InlineData("thai", "12345 4S678781", "1234545678781")]
    [InlineData("khm", "០១២៣៤៥៦៧B", "012345678")]
    [InlineData("albania", "J0O101999W", "J00101999W")]
    public void The_only_change_that_makes_a_number_sound_is_proposed(string scheme, string read, string proposed) =>
        Assert.Equal(proposed, NumberRepairs.Propose(Of(scheme), read, Reading.Today));

    [Theory]
    [InlineData("gb11643", "11010519491231002X", "sound already")]
    [InlineData("nik", "31710IL708450001", "two changes are needed")]
    [InlineData("gb11643", "110105194912310029", "no look-alike helps")]
    [InlineData("nik", "317101170845000", "a digit is missing")]
    [InlineData("mykad", "", "nothing was read")]
    [InlineData("thai", "111111111111111111111111111111111111111111111111111111111111111111111111111111", "far too long")]
    public void Otherwise_nothing_is_proposed(string scheme, string read, string why) =>
        Assert.True(NumberRepairs.Propose(Of(scheme), read, Reading.Today) is null, why);

    private static NumberScheme Of(string id) => Reading.Schemes.Single(scheme => scheme.Id == id);
}
