using Bunit;
using IdOcrPortal.Web.Components.Reviewing;

namespace IdOcrPortal.Web.Tests.Components;

public sealed class ConfidenceBarTests : BunitContext
{
    [Theory]
    [InlineData(1.0, "1.00 High")]
    [InlineData(0.95, "0.95 High")]
    [InlineData(0.9499, "0.94 Medium")]
    [InlineData(0.80, "0.80 Medium")]
    [InlineData(0.7999, "0.79 Low")]
    [InlineData(0.29, "0.29 Low")]
    [InlineData(0.0, "0.00 Low")]
    public void Shows_the_number_cut_to_two_places_beside_its_band(double value, string expected) =>
        Assert.Equal(expected, Bar(value).Find(".text").TextContent);

    [Fact]
    public void Never_rounds_an_estimate_up_to_certainty() => Assert.Equal("0.99 High", Bar(0.9999).Find(".text").TextContent);

    [Fact]
    public void Says_not_provided_where_there_is_no_number_and_draws_no_meter()
    {
        var bar = Bar(null);
        Assert.Equal("not provided", bar.Find(".text").TextContent);
        Assert.NotNull(bar.Find(".hatched"));
        Assert.Empty(bar.FindAll("[role=meter]"));
    }

    [Fact]
    public void Names_who_reports_it_and_that_it_is_an_estimate()
    {
        var title = Bar(0.9).Find(".confidence").GetAttribute("title");
        Assert.Equal("Reported by Test service. Estimate of the service, not a measured accuracy.", title);
    }

    private IRenderedComponent<ConfidenceBar> Bar(double? value) =>
        Render<ConfidenceBar>(bar => bar.Add(b => b.Value, value).Add(b => b.ReportedBy, "Test service"));
}
