using Bunit;
using IdOcrPortal.Documents;
using IdOcrPortal.Web.Components.Reviewing;
using IdOcrPortal.Web.Review;

namespace IdOcrPortal.Web.Tests.Components;

public sealed class FieldRowTests : BunitContext
{
    [Fact]
    public void Shows_the_normalised_value_large_and_the_original_below()
    {
        var row = Row(DeskSamples.Field());
        Assert.Equal("1974-08-12", row.Find(".value").TextContent);
        Assert.Equal("740812", row.Find(".original bdi").TextContent);
    }

    [Fact]
    public void Does_not_repeat_an_original_that_is_the_same() =>
        Assert.Empty(Row(DeskSamples.Field(original: "UTO", normalised: "UTO")).FindAll(".original"));

    [Fact]
    public void Shows_the_original_where_no_rule_could_normalise_it() =>
        Assert.Equal("ឈ្មោះ", Row(DeskSamples.Field(original: "ឈ្មោះ", normalised: null)).Find(".value").TextContent);

    [Fact]
    public void Says_that_nothing_was_read_and_offers_no_confirmation_of_it()
    {
        var row = Row(DeskSamples.Field(status: FieldStatus.Missing, original: null, normalised: null, confidence: null));
        Assert.Equal("Nothing was read", row.Find(".absent").TextContent);
        Assert.Empty(row.FindAll("[data-confirm]"));
        Assert.Empty(row.FindAll(".confidence"));
    }

    [Fact]
    public void Does_not_call_a_field_read_whose_side_nobody_read() =>
        Assert.Contains("Not read", Row(DeskSamples.Field(status: FieldStatus.Read, original: null, normalised: null, confidence: null)).Find(".badge").TextContent, StringComparison.Ordinal);

    [Theory]
    [InlineData(FieldStatus.Read, true, true)]
    [InlineData(FieldStatus.Read, false, false)]
    [InlineData(FieldStatus.Attention, false, true)]
    [InlineData(FieldStatus.Conflict, false, true)]
    [InlineData(FieldStatus.Failed, false, true)]
    [InlineData(FieldStatus.Missing, false, true)]
    [InlineData(FieldStatus.Verified, true, false)]
    [InlineData(FieldStatus.Confirmed, true, false)]
    public void Needs_attention_when_doubtful_or_when_a_key_field_is_unproven(FieldStatus status, bool isKey, bool expected) =>
        Assert.Equal(expected, Row(DeskSamples.Field(status: status, isKey: isKey)).Find(".field").HasAttribute("data-attention"));

    [Fact]
    public void Confirms_its_own_field()
    {
        var confirmed = "";
        Row(DeskSamples.Field(status: FieldStatus.Attention), onConfirm: field => confirmed = field).Find("[data-confirm]").Click();
        Assert.Equal(FieldNames.BirthDate, confirmed);
    }

    [Theory]
    [InlineData(FieldStatus.Verified)]
    [InlineData(FieldStatus.Confirmed)]
    public void Asks_for_no_confirmation_of_what_is_proved_or_confirmed(FieldStatus status) =>
        Assert.Empty(Row(DeskSamples.Field(status: status)).FindAll("[data-confirm]"));

    [Fact]
    public void Offers_no_confirmation_to_somebody_who_does_not_hold_the_document() =>
        Assert.Empty(Row(DeskSamples.Field(status: FieldStatus.Attention), canConfirm: false).FindAll("[data-confirm]"));

    [Fact]
    public void Names_who_confirmed_it() =>
        Assert.Contains("by Dara Reviewer", Row(DeskSamples.Field(status: FieldStatus.Confirmed, confirmedBy: "Dara Reviewer")).Markup, StringComparison.Ordinal);

    [Fact]
    public void Lists_its_own_checks_and_no_other_fields_the_failed_first()
    {
        Check[] checks =
        [
            new("own.passed", "Own rule", CheckResult.Passed, [], "fits"), new("own.failed", "Other own rule", CheckResult.Failed, [], "does not fit"),
            new("foreign", "Somebody else's rule", CheckResult.Failed, [], ""), new("own.idle", "Idle rule", CheckResult.NotApplicable, [], ""),
        ];
        var row = Row(DeskSamples.Field(checks: ["own.passed", "own.failed", "own.idle"]), checks: checks);
        Assert.Equal(["own.failed", "own.passed"], row.FindAll("[data-check]").Select(check => check.GetAttribute("data-check")));
        Assert.Contains("1 failed, 1 passed", row.Find(".checks > summary").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_the_original_with_its_own_language_and_says_how_it_was_normalised()
    {
        var row = Row(DeskSamples.Field(original: "១០.០៧.១៩៩៩", normalised: "1999-07-10"));
        Assert.Equal("km", row.Find(".original bdi").GetAttribute("lang"));
        Assert.Null(row.Find(".value").GetAttribute("lang"));
        Assert.Contains("YYMMDD, past date", row.Find(".rule").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Puts_the_original_first_where_somebody_wants_to_compare_it()
    {
        var row = Row(DeskSamples.Field(original: "១០.០៧.១៩៩៩", normalised: "1999-07-10"), originalFirst: true);
        Assert.Equal("១០.០៧.១៩៩៩", row.Find(".value").TextContent);
        Assert.Equal("1999-07-10", row.Find(".original bdi").TextContent);
    }

    [Fact]
    public void Does_not_repeat_an_original_that_differs_in_blanks_alone() =>
        Assert.Empty(Row(DeskSamples.Field(original: " សុខ  សុភា", normalised: "សុខ សុភា")).FindAll(".original"));

    [Fact]
    public void Shows_a_suggestion_for_its_field_and_leaves_the_value_as_it_was_read()
    {
        Proposal[] proposals = [new(FieldNames.BirthDate, "LEAKI", "LELAKI", "The nearest word."), new("other", "A", "B", "")];
        var row = Row(DeskSamples.Field(original: "LEAKI", normalised: null), proposals: proposals);
        Assert.Equal("LEAKI", row.Find(".value").TextContent);
        Assert.Equal(["LEAKI", "LELAKI"], row.FindAll("[data-proposal] bdi").Select(part => part.TextContent));
        Assert.Contains("The nearest word.", row.Find("[data-proposal]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_when_the_document_number_tells_the_value_and_asks_no_confidence_of_it()
    {
        var field = DeskSamples.Field(confidence: null);
        var row = Row(field with { Proven = field.Proven with { Source = ClaimSource.DocumentNumber } });
        Assert.Equal("Told by the number", row.Find(".source").TextContent);
        Assert.Empty(row.FindAll(".confidence"));
    }

    private IRenderedComponent<FieldRow> Row(DeskField field, IReadOnlyList<Check>? checks = null, bool canConfirm = true, Action<string>? onConfirm = null, bool originalFirst = false, IReadOnlyList<Proposal>? proposals = null) =>
        Render<FieldRow>(row => row
            .Add(r => r.Field, field)
            .Add(r => r.Checks, checks ?? [])
            .Add(r => r.Proposals, proposals ?? [])
            .Add(r => r.OriginalFirst, originalFirst)
            .Add(r => r.CanConfirm, canConfirm)
            .Add(r => r.OnConfirm, onConfirm ?? (_ => { })));
}
