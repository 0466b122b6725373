using AngleSharp.Html.Dom;
using Bunit;
using IdOcrPortal.Documents;
using IdOcrPortal.Web.Components.Parts;

namespace IdOcrPortal.Web.Tests.Components;

public sealed class TypeOptionsTests : BunitContext
{
    [Fact]
    public void Offers_every_type_once() =>
        Assert.Equal(DocumentTypes.All.Select(type => type.Id).Order(StringComparer.Ordinal), Options.Select(option => option.Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Heads_them_with_any_state_and_then_the_countries_in_order()
    {
        var heads = Render<TypeOptions>().FindAll("optgroup").Select(group => group.GetAttribute("label")!).ToList();
        Assert.Equal("Any state", heads[0]);
        Assert.Equal(heads.Skip(1).Order(StringComparer.Ordinal), heads.Skip(1));
        Assert.Contains("Cambodia", heads);
    }

    [Fact]
    public void Names_a_type_in_English_and_as_its_card_does() =>
        Assert.Equal("Chinese resident identity card – 居民身份证", Options.Single(option => option.Value == "chn-id").TextContent.Trim());

    [Fact]
    public void Names_a_type_of_any_state_in_English_alone() => Assert.Equal("Passport", Options.Single(option => option.Value == "passport").TextContent.Trim());

    [Fact]
    public void A_type_that_no_service_reads_says_so_and_cannot_be_chosen()
    {
        var options = Render<TypeOptions>(parameters => parameters.Add(options => options.Readable, new HashSet<string> { "passport" }))
            .FindAll("option").Cast<IHtmlOptionElement>().ToDictionary(option => option.Value);

        Assert.False(options["passport"].IsDisabled);
        Assert.True(options["idn-ktp"].IsDisabled);
        Assert.Contains("no service", options["idn-ktp"].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Options, option => option.IsDisabled);
    }

    private IEnumerable<IHtmlOptionElement> Options => Render<TypeOptions>().FindAll("option").Cast<IHtmlOptionElement>();
}
