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

    [Fact]
    public void Folds_away_what_nobody_gave_and_not_every_document_carries()
    {
        var list = List([Proved, Absent("postcode"), Absent("religion")], startsFiltered: false);
        Assert.Equal(["document_number"], Names(list));
        Assert.StartsWith("2 fields not given", list.Find(".absent > summary").TextContent, StringComparison.Ordinal);
        Assert.Equal(["postcode", "religion"], list.FindAll("[data-absent]").Select(field => field.GetAttribute("data-absent")));
        Assert.False(list.Find("details.absent").HasAttribute("open"));
    }

    [Fact]
    public void Keeps_a_required_field_that_is_missing_in_sight()
    {
        var list = List([Proved, DeskSamples.Field("sex", FieldStatus.Missing, original: null, normalised: null)], startsFiltered: false);
        Assert.Equal(["document_number", "sex"], Names(list));
        Assert.Empty(list.FindAll("details.absent"));
    }

    [Fact]
    public void Shows_a_required_key_field_of_a_side_that_was_not_read_for_approval_waits_for_it()
    {
        var expiry = DeskSamples.Field("expiry_date", FieldStatus.Read, original: null, normalised: null);
        Assert.Equal(["expiry_date"], Names(List([Proved, expiry with { Definition = expiry.Definition with { IsRequired = true } }], startsFiltered: true)));
    }

    [Fact]
    public void Turns_all_values_to_what_is_printed_and_back()
    {
        var list = List([DeskSamples.Field(original: "១០.០៧.១៩៩៩", normalised: "1999-07-10")], startsFiltered: false);
        list.Find("[data-key=o]").Click();
        Assert.Equal("១០.០៧.១៩៩៩", list.Find(".value").TextContent);
        list.Find("[data-key=o]").Click();
        Assert.Equal("1999-07-10", list.Find(".value").TextContent);
    }

    private static DeskField Absent(string name) => DeskSamples.Field(name, FieldStatus.Read, isKey: false, original: null, normalised: null, confidence: null);

    private static IEnumerable<string?> Names(IRenderedComponent<FieldList> list) => list.FindAll("[data-field]").Select(row => row.GetAttribute("data-field"));

    private IRenderedComponent<FieldList> List(IReadOnlyList<DeskField> fields, bool startsFiltered) =>
        Render<FieldList>(list => list.Add(l => l.Fields, fields).Add(l => l.StartsFiltered, startsFiltered));
}
