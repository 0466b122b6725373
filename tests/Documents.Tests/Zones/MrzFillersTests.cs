namespace IdOcrPortal.Documents.Tests.Zones;

/// <summary>Zones with miscounted fillers.</summary>
public class MrzFillersTests
{
    private static readonly string[] Card = ["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"];

    [Theory]
    [InlineData("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<")]
    [InlineData("I<UTOD231458907<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<")]
    [InlineData("I<UTOD231458907<<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")]
    [InlineData("I<UTO D231458907 <<<<<<<<<<<<<<<", "740812 2F1204159UTO<<<<<<<<<<<6", "E R I K S S O N < < A N N A < M A R I A < < < < < < < < < <")]
    [InlineData("I<UTOD231458907<< << << << <<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<\u00A0")]
    public void Lines_that_miscount_their_fillers_are_set_right(params string[] lines) => Assert.Equal(Card, MrzFillers.Restore(lines)?.Lines);

    [Theory]
    [InlineData("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")]
    [InlineData("I<UTOD231458907<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")]
    [InlineData("I<UTOD23145897<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")]
    [InlineData("I<UTOD231458907<<<<<<<<<<<<<<<", "740812F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")]
    [InlineData("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6")]
    [InlineData("", "", "")]
    public void A_sound_shape_a_lost_character_and_a_lost_line_are_left_alone(params string[] lines) => Assert.Null(MrzFillers.Restore(lines));

    [Fact]
    public void A_restored_zone_is_shown_as_read_and_proves_nothing()
    {
        string[] lines = [Card[0], Card[1].Replace("<6", "6", StringComparison.Ordinal), Card[2][..29]];

        var proof = DocumentTypes.Find("td1-card")!.Prove(new Evidence([], lines, MrzAccepted: true), new DateOnly(2011, 1, 1));

        var zone = proof.Fields.Single(field => field.Name == FieldNames.Mrz);
        Assert.Equal((string.Join('\n', lines), string.Join('\n', Card)), (zone.Original, zone.Normalised));
        Assert.Equal("1974-08-12", proof.Fields.Single(field => field.Name == FieldNames.BirthDate).Normalised);
        Assert.DoesNotContain(proof.Fields, field => field.Status == FieldStatus.Verified);
        Assert.Contains(proof.Findings, finding => finding.Code == "mrz.fillers");
    }

    [Fact]
    public void What_is_printed_still_agrees_or_disagrees_with_it()
    {
        string[] lines = [Card[0], Card[1].Replace("<6", "6", StringComparison.Ordinal), Card[2][..29]];
        Claim[] claims = [new(FieldNames.DocumentNumber, "D23145890", 0.97, ClaimSource.Service), new(FieldNames.BirthDate, "13.08.1974", 0.97, ClaimSource.Service)];

        var proof = DocumentTypes.Find("td1-card")!.Prove(new Evidence(claims, lines, MrzAccepted: true), new DateOnly(2011, 1, 1));

        Assert.Equal(FieldStatus.Read, proof.Fields.Single(field => field.Name == FieldNames.DocumentNumber).Status);
        Assert.Equal(FieldStatus.Conflict, proof.Fields.Single(field => field.Name == FieldNames.BirthDate).Status);
    }
}
