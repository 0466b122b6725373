namespace IdOcrPortal.Documents.Tests.Zones;

public class MrzNamesTests
{
    // Examples of Doc 9303 part 4 section 4.2.3 (lines padded to 39 characters here).
    [Theory]
    [InlineData("ERIKSSON<<ANNA<MARIA", "ERIKSSON", "ANNA MARIA", MrzNameShape.WellFormed)]
    [InlineData("VAN<DER<MUELLEN<<JAN<BAPTIST", "VAN DER MUELLEN", "JAN BAPTIST", MrzNameShape.WellFormed)]
    [InlineData("ARKFREITH", "ARKFREITH", "", MrzNameShape.WellFormed)]
    [InlineData("DISILVA<<MARIA<LUISA", "DISILVA", "MARIA LUISA", MrzNameShape.WellFormed)]
    [InlineData("ESPANOLA<ESPANOLA<CARMEN", "ESPANOLA ESPANOLA CARMEN", "", MrzNameShape.WellFormed)]
    [InlineData("", "", "", MrzNameShape.Empty)]
    [InlineData("<ERIKSSON<<ANNA", "ERIKSSON", "ANNA", MrzNameShape.LeadingFiller)]
    [InlineData("<<ANNA", "", "ANNA", MrzNameShape.LeadingFiller)]
    [InlineData("ERIKSS0N<<ANNA", "ERIKSS0N", "ANNA", MrzNameShape.IllegalCharacter)]
    [InlineData("ERIKSSON<<<ANNA", "ERIKSSON", "ANNA", MrzNameShape.StraySeparator)]
    [InlineData("ERIKSSON<<ANNA<<MARIA", "ERIKSSON", "ANNA MARIA", MrzNameShape.StraySeparator)]
    public void Cuts_names_at_the_double_filler(string field, string primary, string secondary, MrzNameShape shape)
    {
        var names = Of(field.PadRight(39, '<'));
        Assert.Equal((primary, secondary, shape), (names.Primary, names.Secondary, names.Shape));
        Assert.False(names.IsTruncated);
    }

    [Theory]
    [InlineData("NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K")] // part 4 section 4.2.3.3
    [InlineData("BENNELONG<WOOLOOMOOLOO<WARRANDYTE<W<<DI")]
    public void A_letter_in_the_last_place_says_that_the_name_may_go_on(string field)
    {
        Assert.Equal(39, field.Length);
        Assert.True(Of(field).IsTruncated);
    }

    [Fact]
    public void The_french_card_parts_given_names_by_double_fillers()
    {
        var names = Specimens.Parse("IDFRABERTHIER<LEGRAND<<<<<<<<<<<<<<<\n9409923102854CORINNE<<ANNE<6512068F4").Names;
        Assert.Equal(("BERTHIER LEGRAND", "CORINNE ANNE", MrzNameShape.WellFormed, false), (names.Primary, names.Secondary, names.Shape, names.IsTruncated));
    }

    [Theory]
    [InlineData("Anna Maria Eriksson", "ERIKSSON ANNA MARIA", false, true)]
    [InlineData("ERIKSSON, Anna-Maria", "ERIKSSON ANNA MARIA", false, true)]
    [InlineData("Jörg Müller", "MUELLER JOERG", false, true)]
    [InlineData("Jörg Müller", "MULLER JORG", false, true)]
    [InlineData("Seán O'Connor", "OCONNOR SEAN", false, true)]
    [InlineData("Straße Ærø", "STRASSE AEROE", false, true)]
    [InlineData("Núñez", "NUNEZ", false, true)]
    [InlineData("Núñez", "NUNXXEZ", false, true)]
    [InlineData("Anna Eriksson", "ERIKSSON ANNA MARIA", false, false)]
    [InlineData("Chayapa Dejthamrong Krasuang Nilavadhanananda", "NILAVADHANANANDA CHAYAPA DEJTHAMRONG K", true, true)]
    [InlineData("Chayapa Nilavadhanananda", "NILAVADHANANANDA CHAYAPA DEJTHAMRONG K", true, false)]
    [InlineData("ពៅ", "POV", false, null)]
    [InlineData("", "POV", false, null)]
    public void Compares_a_printed_name_with_the_zones(string printed, string zone, bool truncated, bool? agree) =>
        Assert.Equal(agree, NameComparison.Agree(printed, zone, truncated));

    private static MrzNames Of(string field) =>
        Specimens.Parse($"P<UTO{field}\nL898902C36UTO7408122F1204159ZE184226B<<<<<10").Names;
}
