namespace IdOcrPortal.Documents.Tests.Zones;

public class StateCodesTests
{
    [Theory]
    [InlineData("UTO", "Utopia", StateKind.Specimen)]
    [InlineData("D<<", "Germany", StateKind.Country)]
    [InlineData("KHM", "Cambodia", StateKind.Country)]
    [InlineData("GBN", "United Kingdom: British National (Overseas)", StateKind.Special)]
    [InlineData("XXA", "Stateless person (1954 Convention)", StateKind.Special)]
    [InlineData("UNO", "United Nations Organization", StateKind.Special)]
    public void Knows_countries_and_the_special_codes(string code, string name, StateKind kind)
    {
        var state = StateCodes.Find(code);
        Assert.Equal((name, kind), (state?.Name, state?.Kind));
    }

    [Theory]
    [InlineData("ANT")]
    [InlineData("SCG")]
    [InlineData("YUG")]
    [InlineData("CSK")]
    [InlineData("SUN")]
    [InlineData("DDR")]
    [InlineData("ZAR")]
    [InlineData("TMP")]
    [InlineData("NTZ")]
    [InlineData("ROM")]
    public void Knows_codes_that_left_the_list_as_old_ones(string code)
    {
        var state = StateCodes.Find(code);
        Assert.Equal(StateKind.Former, state?.Kind);
        Assert.False(state!.IsListed);
        Assert.Contains("until", state.Name, StringComparison.Ordinal);
        var zone = Specimens.Parse(Specimens.Td3.Replace("UTO", code, StringComparison.Ordinal));
        Assert.Equal(MrzFaults.IssuingState | MrzFaults.Nationality, zone.Faults(new DateOnly(2012, 4, 1)));
    }

    [Theory]
    [InlineData("EUE RKS UNK UNO UNA IAO XBA XCC XCE XCO XDC XEC XES XIM XMP XOM XPO XXA XXB XXC XXX GBD GBN GBO GBP GBS", StateKind.Special)]
    [InlineData("UTO", StateKind.Specimen)]
    [InlineData("D GBR ZWE TLS COD SRB MNE ROU SSD CUW SXM BES", StateKind.Country)]
    public void Knows_every_code_of_parts_A_to_E(string codes, StateKind kind) =>
        Assert.All(codes.Split(' '), code => Assert.Equal(kind, StateCodes.Find(code)?.Kind));

    [Theory]
    [InlineData("P<", "Passport")]
    [InlineData("PP", "National passport")]
    [InlineData("PE", "Emergency passport")]
    [InlineData("PM", "Military passport")]
    [InlineData("PN", "Internal passport (Russian Federation)")]
    [InlineData("ID", "Identity card")]
    [InlineData("PX", null)]
    [InlineData("", null)]
    public void Says_what_a_document_code_stands_for(string code, string? words) => Assert.Equal(words, DocumentCodes.Describe(code));

    [Theory]
    [InlineData("BDR")]
    [InlineData("DEU")] // ISO's code for Germany stands in no zone
    [InlineData("SI<")]
    [InlineData("<<<")]
    [InlineData("uto")]
    [InlineData("")]
    public void Does_not_know_what_the_list_lacks(string code) => Assert.Null(StateCodes.Find(code));

    [Fact]
    public void Lists_all_of_ISO_3166_1_and_every_code_once()
    {
        Assert.Equal(249, StateCodes.All.Count(state => state.Kind == StateKind.Country));
        Assert.Equal(StateCodes.All.Count, StateCodes.All.Select(state => state.Code).Distinct().Count());
        Assert.All(StateCodes.All, state => Assert.Matches("^([A-Z]{3}|D)$", state.Code));
    }

    [Theory]
    [InlineData("Utopia", "UTO")]
    [InlineData("deu", "D")]
    [InlineData(" GERMANY ", "D")]
    [InlineData("Atlantis", null)]
    public void Finds_a_state_by_what_is_printed(string text, string? code) => Assert.Equal(code, StateCodes.FindByNameOrCode(text)?.Code);
}
