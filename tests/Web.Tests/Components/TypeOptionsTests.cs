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

    private IEnumerable<IHtmlOptionElement> Options => Render<TypeOptions>().FindAll("option").Cast<IHtmlOptionElement>();
}
