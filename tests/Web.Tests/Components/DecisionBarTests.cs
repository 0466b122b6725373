using Bunit;
using IdOcrPortal.Web.Components.Reviewing;
using IdOcrPortal.Web.Review;
using Microsoft.AspNetCore.Components;

namespace IdOcrPortal.Web.Tests.Components;

public sealed class DecisionBarTests : BunitContext
{
    private static readonly DeskAction Blocked = new(["Date of birth: compare it with the picture.", "Acknowledge the warning: expired."], "birth_date");
    private int _approved;

    [Fact]
    public void Approves_with_one_key_when_nothing_is_in_the_way()
    {
        var bar = Bar(DeskSamples.Document());
        Assert.Empty(bar.FindAll("[data-blocker]"));
        bar.Find("[data-key=a]").Click();
        Assert.Equal(1, _approved);
    }

    [Fact]
    public void Tells_what_is_in_the_way_and_leads_to_the_first_of_it()
    {
        var bar = Bar(DeskSamples.Document(approve: Blocked));
        var why = bar.Find("[data-blocker=a]");
        Assert.EndsWith("Date of birth: compare it with the picture. And 1 more.", why.TextContent, StringComparison.Ordinal);
        Assert.Equal("field-birth_date", why.GetAttribute("data-goto"));
        Assert.Equal(why.Id, bar.Find("[data-key=a]").GetAttribute("aria-describedby"));
    }

    [Fact]
    public void Does_not_approve_what_is_blocked_however_it_is_pressed()
    {
        var bar = Bar(DeskSamples.Document(approve: Blocked));
        Assert.Equal("true", bar.Find("[data-key=a]").GetAttribute("aria-disabled"));
        bar.Find("[data-key=a]").Click();
        Assert.Equal(0, _approved);
    }

    [Fact]
    public void Leads_to_the_warnings_where_no_field_is_the_cause() =>
        Assert.Equal("warnings", Bar(DeskSamples.Document(approve: new DeskAction(["Acknowledge the warning."], null))).Find("[data-blocker=a]").GetAttribute("data-goto"));

    [Fact]
    public void Rejecting_stays_possible_while_approval_is_blocked()
    {
        var bar = Bar(DeskSamples.Document(approve: Blocked));
        Assert.False(bar.Find("[data-key=x]").HasAttribute("aria-disabled"));
        Assert.False(bar.Find("[data-key=u]").HasAttribute("aria-disabled"));
    }

    [Fact]
    public void Tells_why_neither_rejecting_nor_a_new_photo_is_possible()
    {
        var bar = Bar(DeskSamples.Document(reject: new DeskAction(["Another officer recommended approval."], null)));
        var why = bar.Find("[data-blocker~=x]");
        Assert.Equal(why.Id, bar.Find("[data-blocker~=u]").Id);
        Assert.EndsWith("Another officer recommended approval.", why.TextContent, StringComparison.Ordinal);
        Assert.Equal(why.Id, bar.Find("[data-key=x]").GetAttribute("aria-describedby"));
        Assert.Equal(why.Id, bar.Find("[data-key=u]").GetAttribute("aria-describedby"));
    }

    [Fact]
    public void Says_once_what_is_in_the_way_of_everything()
    {
        var held = new DeskAction(["Your hold is over."], null);
        var bar = Bar(DeskSamples.Document(approve: held, reject: held));
        var why = Assert.Single(bar.FindAll("[data-blocker]"));
        Assert.Equal("a x u", why.GetAttribute("data-blocker"));
        Assert.Equal(why.Id, bar.Find("[data-key=u]").GetAttribute("aria-describedby"));
    }

    [Fact]
    public void Tells_both_causes_where_they_differ()
    {
        var bar = Bar(DeskSamples.Document(approve: Blocked, reject: new DeskAction(["Your hold is over."], null)));
        Assert.Equal(["a", "x u"], bar.FindAll("[data-blocker]").Select(why => why.GetAttribute("data-blocker")));
    }

    [Fact]
    public void The_first_of_two_officers_recommends() =>
        Assert.Contains("Recommend approval", Bar(DeskSamples.Document(causes: ["High warning"])).Find("[data-key=a]").TextContent, StringComparison.Ordinal);

    [Fact]
    public void The_second_of_two_officers_approves() =>
        Assert.DoesNotContain("Recommend", Bar(DeskSamples.Document(causes: ["High warning"], isSecondReview: true)).Find("[data-key=a]").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Takes_no_second_press_while_a_command_is_on_its_way()
    {
        var bar = Bar(DeskSamples.Document(), isBusy: true);
        bar.Find("[data-key=a]").Click();
        Assert.Equal(0, _approved);
    }

    private IRenderedComponent<DecisionBar> Bar(DeskDocument document, bool isBusy = false) =>
        Render<DecisionBar>(bar => bar
            .Add(b => b.Document, document)
            .Add(b => b.IsBusy, isBusy)
            .Add(b => b.OnApprove, EventCallback.Factory.Create(this, () => _approved++)));
}
