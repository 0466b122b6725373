using Bunit;
using IdOcrPortal.Documents;
using IdOcrPortal.Web.Components.Reviewing;
using IdOcrPortal.Web.Review;

namespace IdOcrPortal.Web.Tests.Components;

public sealed class OpinionTableTests : BunitContext
{
    private static readonly FieldDefinition Born = new(FieldNames.BirthDate, "Date of birth", FieldGroup.Identity, IsKey: true);
    private static readonly FieldDefinition Height = new(FieldNames.HeightCm, "Height", FieldGroup.Other);
    private OpinionReading? _used;

    [Fact]
    public void Marks_what_differs_with_word_and_class_and_what_agrees_with_its_word()
    {
        var table = Table(Row(Born, Agreement.Same, Value("១០.០៧.១៩៩៩", "1999-07-10"), Value("10/07/1999", "1999-07-10")), Row(Height, Agreement.Differ, Value("១៥៨", "158"), Value("153 cm", "153")));

        var (born, height) = (table.Find("[data-opinion=birth_date]"), table.Find("[data-opinion=height_cm]"));
        Assert.Contains("Agrees", born.QuerySelector("[data-cell=Two]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Agrees", born.QuerySelector("[data-cell=One]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("differs", height.ClassName);
        Assert.Contains("Differs", height.QuerySelector("[data-cell=Two]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 differ", table.Find(".summary").TextContent, StringComparison.Ordinal);
        Assert.Equal("km", born.QuerySelector("[data-cell=One] .original bdi")!.GetAttribute("lang"));
    }

    [Fact]
    public void Shows_only_what_does_not_agree_when_asked()
    {
        var table = Table(Row(Born, Agreement.Same, Value("a", "a"), Value("a", "a")), Row(Height, Agreement.OnlyFirst, Value("158", "158"), null));
        table.Find("[data-key=d]").Change(true);

        Assert.Empty(table.FindAll("[data-opinion=birth_date]"));
        Assert.Contains("not given", table.Find("[data-opinion=height_cm] [data-cell=Two]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_confidence_that_nobody_gave_is_not_provided()
    {
        var table = Table(Row(Born, Agreement.Same, Value("a", "a", 0.97), Value("a", "a", null)));
        Assert.Contains("0.97", table.Find("[data-cell=One]").TextContent, StringComparison.Ordinal);
        Assert.Contains("not provided", table.Find("[data-cell=Two]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_readings_that_are_not_in_use_can_be_chosen()
    {
        var table = Table(Row(Born, Agreement.Same, Value("a", "a"), Value("a", "a")));
        var button = Assert.Single(table.FindAll("[data-use]"));
        Assert.Equal("Two", button.GetAttribute("data-use"));
        button.Click();
        Assert.Equal("Two", _used!.Service);
        Assert.Contains("In use", table.Find("[data-reading=One]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_where_the_picture_went_and_names_the_request_for_copying()
    {
        var table = Table(Row(Born, Agreement.Same, Value("a", "a"), Value("a", "a")));
        Assert.Contains("picture went to SG", table.Find("[data-reading=Two]").TextContent, StringComparison.Ordinal);
        Assert.Contains("picture stayed here", table.Find("[data-reading=One]").TextContent, StringComparison.Ordinal);
        Assert.Equal("request-Two", table.Find("[data-reading=Two] [data-copy]").GetAttribute("data-copy"));
    }

    [Fact]
    public void One_reading_alone_is_not_compared_with_itself()
    {
        var view = new OpinionView(Guid.NewGuid(), "9WNB", 3, "KHM", [Reading("One", null, isUsed: true)], [Row(Born, Agreement.Same, Value("a", "a"), null)], null, null, [], AdoptionStartsRound: false);
        var table = Render<OpinionTable>(table => table.Add(t => t.View, view));
        Assert.Empty(table.FindAll("table"));
        Assert.Contains("One has read this document", table.Markup, StringComparison.Ordinal);
    }

    private static ProvenField Value(string original, string normalised, double? confidence = 0.9) =>
        new(FieldNames.BirthDate, original, normalised, "a rule", confidence, ClaimSource.Service, FieldStatus.Read, "Because.", []);

    private static OpinionRow Row(FieldDefinition definition, Agreement agreement, ProvenField? one, ProvenField? two) =>
        new(definition, [new OpinionCell(one, Agreement.Same), new OpinionCell(two, agreement)], agreement);

    private static OpinionReading Reading(string service, string? country, bool isUsed) => new(
        Guid.NewGuid(), 1, service, service, "Passport", DeskSamples.Noon, 80, "request-" + service, country, IsSandbox: false, isUsed, GivesConfidence: true, 0, 0, 0, 0, 0);

    private IRenderedComponent<OpinionTable> Table(params OpinionRow[] rows) => Render<OpinionTable>(table => table
        .Add(t => t.View, new OpinionView(Guid.NewGuid(), "9WNB", 3, "KHM", [Reading("One", null, isUsed: true), Reading("Two", "SG", isUsed: false)], rows, null, null, [], AdoptionStartsRound: false))
        .Add(t => t.OnUse, reading => _used = reading));
}
