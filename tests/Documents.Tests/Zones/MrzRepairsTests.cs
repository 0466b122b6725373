namespace IdOcrPortal.Documents.Tests.Zones;

public class MrzRepairsTests
{
    private static readonly DateOnly Today = new(2026, 7, 29);

    [Theory]
    [InlineData("L898902C36", "L8989O2C36", "document_number", "L8989O2C3", "L898902C3")]
    [InlineData("7408122F", "7408I22F", "birth_date", "7408I2", "740812")]
    [InlineData("7408122F", "740B122F", "birth_date", "740B12", "740812")]
    [InlineData("1204159", "12041S9", "expiry_date", "12041S", "120415")]
    [InlineData("7408122F", "740812ZF", "mrz", "L898902C36UTO740812ZF1204159ZE184226B<<<<<10", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")]
    public void Proposes_the_only_change_with_which_everything_holds(string was, string becomes, string field, string before, string after)
    {
        var proposal = Assert.Single(MrzRepairs.Propose(Specimens.Parse(Specimens.Td3.Replace(was, becomes, StringComparison.Ordinal)), Today));
        Assert.Equal((field, before, after), (proposal.Field, proposal.Before, proposal.After));
    }

    [Fact]
    public void A_lookalike_that_the_digits_cannot_see_is_found_by_the_calendar()
    {
        // G counts 16 and 6 counts 6: alike modulo 10, so every digit holds; but 15 April 201G is no day.
        var line = "L898902C3" + "6UTO740812" + "2F" + "160415" + IcaoCheckDigit.Of("160415") + "ZE184226B<<<<<1";
        var sound = line + IcaoCheckDigit.Of(line[..10] + line[13..20] + line[21..43]);
        var broken = Specimens.Parse("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n" + sound.Replace("160415", "1G0415", StringComparison.Ordinal));
        Assert.True(broken.AllCheckDigitsValid);
        var proposal = Assert.Single(MrzRepairs.Propose(broken, Today));
        Assert.Equal(("expiry_date", "1G0415", "160415"), (proposal.Field, proposal.Before, proposal.After));
    }

    [Fact]
    public void A_sound_zone_needs_none() => Assert.Empty(MrzRepairs.Propose(Specimens.Parse(Specimens.Td3), Today));

    [Fact]
    public void Proposes_nothing_where_two_characters_are_wrong() =>
        Assert.Empty(MrzRepairs.Propose(Specimens.Parse(Specimens.Td3.Replace("L898902C36UTO740812", "L8989O2C36UTO74O812", StringComparison.Ordinal)), Today));

    [Fact]
    public void Proposes_nothing_where_several_changes_would_do()
    {
        // The second character was an 8; the fourth, an 8 as well, would satisfy the digits as a B.
        Assert.Empty(MrzRepairs.Propose(Specimens.Parse(Specimens.Td3.Replace("L898902C36", "LB98902C36", StringComparison.Ordinal)), Today));
        Assert.True(Specimens.Parse(Specimens.Td3.Replace("L898902C36", "LB9B902C36", StringComparison.Ordinal)).AllCheckDigitsValid);
    }

    [Fact]
    public void Says_what_it_would_change_and_never_changes_it()
    {
        var proof = Types.Proofs.Prove(Types.Proofs.Zone(Specimens.Td3.Replace("L898902C36", "L8989O2C36", StringComparison.Ordinal)));
        Assert.Equal("O and 0 look alike; with this one change every check digit holds.", Assert.Single(proof.Proposals).Reason);
        Assert.Equal("L8989O2C3", proof.Fields[0].Original);
        Assert.Equal(FieldStatus.Failed, proof.Fields[0].Status);
    }
}
