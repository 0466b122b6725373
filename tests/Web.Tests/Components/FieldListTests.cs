using Bunit;
using IdOcrPortal.Documents;
using IdOcrPortal.Web.Components.Reviewing;
using IdOcrPortal.Web.Review;

namespace IdOcrPortal.Web.Tests.Components;

public sealed class FieldListTests : BunitContext
{
    private static readonly DeskField Doubtful = DeskSamples.Field("sex", FieldStatus.Attention);
    private static readonly DeskField Proved = DeskSamples.Field("document_number", FieldStatus.Verified);
    private static readonly DeskField Done = DeskSamples.Field("full_name", FieldStatus.Confirmed);

    [Fact]
    public void Starts_with_what_needs_attention_and_shows_the_rest_on_demand()
    {
        var list = List([Doubtful, Proved], startsFiltered: true);
        Assert.Equal(["sex"], Names(list));
        list.Find("[data-key=t]").Click();
        Assert.Equal(["sex", "document_number"], Names(list));
    }

    [Fact]
    public void Keeps_a_field_in_its_place_after_it_was_confirmed() => Assert.Equal(["sex", "full_name"], Names(List([Doubtful, Proved, Done], startsFiltered: true)));

    [Fact]
    public void Shows_everything_where_nothing_needs_attention()
    {
        var list = List([Proved], startsFiltered: true);
        Assert.Equal(["document_number"], Names(list));
        Assert.Empty(list.FindAll("[data-key=t]"));
    }

    [Fact]
    public void Filters_nothing_on_a_page_that_only_shows() => Assert.Equal(["sex", "document_number"], Names(List([Doubtful, Proved], startsFiltered: false)));

    [Fact]
    public void Says_so_where_there_are_no_fields() => Assert.Contains("No fields", List([], startsFiltered: true).Markup, StringComparison.Ordinal);

    private static IEnumerable<string?> Names(IRenderedComponent<FieldList> list) => list.FindAll("[data-field]").Select(row => row.GetAttribute("data-field"));

    private IRenderedComponent<FieldList> List(IReadOnlyList<DeskField> fields, bool startsFiltered) =>
        Render<FieldList>(list => list.Add(l => l.Fields, fields).Add(l => l.StartsFiltered, startsFiltered));
}
