using Bunit;
using IdOcrPortal.Web.Components.Reviewing;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Review;

namespace IdOcrPortal.Web.Tests.Components;

public sealed class ReasonDialogTests : BunitContext
{
    private ReasonChoice? _chosen;

    [Theory]
    [InlineData(Verdict.Reject)]
    [InlineData(Verdict.NewPhoto)]
    public void Offers_the_reasons_of_its_verdict_by_number(Verdict verdict)
    {
        var expected = DecisionReason.All.Where(reason => reason.Verdict == verdict).Select((reason, index) => ($"{index + 1}", reason.Label));
        var offered = Dialog(verdict).FindAll("input[type=checkbox]").Select(box => (box.GetAttribute("data-key")!, box.GetAttribute("data-key-label")!));
        Assert.Equal(expected, offered);
    }

    [Fact]
    public void Cannot_be_sent_without_a_reason() => Assert.True(Dialog().Find("button[type=submit]").HasAttribute("disabled"));

    [Fact]
    public void Writes_the_uploaders_text_from_the_reasons()
    {
        var dialog = Dialog();
        Tick(dialog, 1);
        Tick(dialog, 3);
        var reasons = DecisionReason.All.Where(reason => reason.Verdict == Verdict.Reject).ToList();
        Assert.Equal($"{reasons[0].UploaderText} {reasons[2].UploaderText}", Text(dialog));
        Tick(dialog, 1);
        Assert.Equal(reasons[2].UploaderText, Text(dialog));
    }

    [Fact]
    public void Keeps_the_officers_own_words_when_one_more_reason_is_ticked()
    {
        var dialog = Dialog();
        Tick(dialog, 1);
        dialog.Find("textarea").Input("In my own words.");
        Tick(dialog, 2);
        Assert.Equal("In my own words.", Text(dialog));
    }

    [Fact]
    public void Hands_over_the_codes_and_the_text()
    {
        var dialog = Dialog();
        Tick(dialog, 2);
        Tick(dialog, 1);
        dialog.Find("textarea").Input("  Said plainly.  ");
        dialog.Find("form").Submit();
        Assert.Equal(["validity.expired", "data.mismatch"], _chosen!.ReasonCodes);
        Assert.Equal("Said plainly.", _chosen.UploaderText);
    }

    [Fact]
    public void Sends_nothing_when_the_text_is_empty()
    {
        var dialog = Dialog();
        Tick(dialog, 1);
        dialog.Find("textarea").Input("   ");
        dialog.Find("form").Submit();
        Assert.Null(_chosen);
    }

    [Fact]
    public void Opens_with_what_could_not_be_stored_before()
    {
        var dialog = Dialog(start: new ReasonChoice(["data.mismatch"], "In my own words."));
        Assert.Equal("In my own words.", Text(dialog));
        Tick(dialog, 1);
        Assert.Equal("In my own words.", Text(dialog));
        dialog.Find("form").Submit();
        Assert.Equal(["validity.expired", "data.mismatch"], _chosen!.ReasonCodes);
    }

    private static void Tick(IRenderedComponent<ReasonDialog> dialog, int number) => dialog.Find($"[data-key='{number}']").Change(true);

    private static string? Text(IRenderedComponent<ReasonDialog> dialog) => dialog.Find("textarea").GetAttribute("value");

    private IRenderedComponent<ReasonDialog> Dialog(Verdict verdict = Verdict.Reject, ReasonChoice? start = null) =>
        Render<ReasonDialog>(dialog => dialog.Add(d => d.Verdict, verdict).Add(d => d.Start, start).Add(d => d.Title, "Reject").Add(d => d.OnChosen, choice => _chosen = choice));
}
