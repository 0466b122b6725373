using Bunit;
using IdOcrPortal.Documents;
using IdOcrPortal.Web.Components.Reviewing;

namespace IdOcrPortal.Web.Tests.Components;

public sealed class ChecksPanelTests : BunitContext
{
    private static readonly Check Passed = new("a", "First rule", CheckResult.Passed, [], "It holds.");
    private static readonly Check Failed = new("thai.check_digit", "Thai number: check digit", CheckResult.Failed, [], "Another digit stands there.", new CheckDigitPlace(0, 12, '4', '7'));
    private static readonly Check Impossible = new("b", "Second rule", CheckResult.NotPossible, [], "No number was read.");
    private static readonly Check Idle = new("c", "Third rule", CheckResult.NotApplicable, [], "There is no zone.");

    [Fact]
    public void Groups_by_result_the_failed_first_and_folds_away_what_does_not_apply()
    {
        var panel = Panel(Passed, Idle, Impossible, Failed);
        Assert.Equal(["Failed", "NotPossible", "Passed"], panel.FindAll("section[data-result]").Select(group => group.GetAttribute("data-result")));
        Assert.Equal(["c"], panel.FindAll("details.idle [data-check]").Select(check => check.GetAttribute("data-check")));
        Assert.False(panel.Find("details.idle").HasAttribute("open"));
    }

    [Fact]
    public void Counts_in_words() => Assert.Contains("1 failed, 1 not possible, 1 passed", Panel(Passed, Idle, Impossible, Failed).Find("summary").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Says_why_a_check_was_not_possible() => Assert.Contains("No number was read.", Panel(Impossible).Find("[data-result=NotPossible]").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Says_of_a_failed_digit_where_it_stands_what_is_there_and_what_should_be() =>
        Assert.Equal("Place 13: found 4, expected 7", Panel(Failed).Find(".digit").TextContent);

    [Fact]
    public void Names_the_line_of_a_digit_of_the_machine_readable_zone() =>
        Assert.StartsWith("Line 2, place 44:", Panel(Failed with { Code = "mrz.composite.digit", Digit = new CheckDigitPlace(1, 43, '1', '0') }).Find(".digit").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Opens_by_itself_where_something_failed_and_only_there()
    {
        Assert.True(Panel(Passed, Failed).Find("details.panel").HasAttribute("open"));
        Assert.False(Panel(Passed).Find("details.panel").HasAttribute("open"));
    }

    [Fact]
    public void Says_so_where_no_rules_were_held() => Assert.Contains("none was made", Panel().Find("summary").TextContent, StringComparison.Ordinal);

    private IRenderedComponent<ChecksPanel> Panel(params Check[] checks) => Render<ChecksPanel>(panel => panel.Add(p => p.Checks, checks));
}
