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
