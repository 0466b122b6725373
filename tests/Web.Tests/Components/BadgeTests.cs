using Bunit;
using IdOcrPortal.Documents;
using IdOcrPortal.Web.Components.Parts;

namespace IdOcrPortal.Web.Tests.Components;

public sealed class BadgeTests : BunitContext
{
    [Theory]
    [InlineData(FieldStatus.Confirmed, "Confirmed", "success")]
    [InlineData(FieldStatus.Verified, "Verified", "success")]
    [InlineData(FieldStatus.Read, "Read", "")]
    [InlineData(FieldStatus.Attention, "Attention", "warning")]
    [InlineData(FieldStatus.Missing, "Missing", "warning")]
    [InlineData(FieldStatus.Conflict, "Conflict", "danger")]
    [InlineData(FieldStatus.Failed, "Failed", "danger")]
    public void A_status_is_a_word_with_its_tone(FieldStatus status, string word, string tone)
    {
        var badge = Render<StatusBadge>(b => b.Add(s => s.Status, status)).Find(".badge");
        Assert.EndsWith(word, badge.TextContent, StringComparison.Ordinal);
        Assert.Equal($"badge {tone}".Trim(), badge.ClassName!.Trim());
    }

    [Fact]
    public void Every_status_has_an_icon_of_its_own()
    {
        var icons = Enum.GetValues<FieldStatus>()
            .Select(status => Render<StatusBadge>(b => b.Add(s => s.Status, status)).Find(".rzi").TextContent.Trim())
            .ToList();
        Assert.Equal(icons.Count, icons.Distinct().Count());
    }

    [Theory]
    [InlineData(0, "< 1 min · in time", "success")]
    [InlineData(59, "59 min · in time", "success")]
    [InlineData(239, "3 h · in time", "success")]
    [InlineData(240, "4 h · due", "warning")]
    [InlineData(1439, "23 h · due", "warning")]
    [InlineData(1440, "24 h · overdue", "danger")]
    [InlineData(60 * 24 * 5, "5 d · overdue", "danger")]
    [InlineData(-5, "< 1 min · in time", "success")]
    public void An_age_says_how_long_and_whether_that_is_too_long(int minutes, string text, string tone)
    {
        var badge = Render<AgeBadge>(b => b.Add(a => a.Since, DeskSamples.Noon.AddMinutes(-minutes)).Add(a => a.Now, DeskSamples.Noon)).Find(".badge");
        Assert.EndsWith(text, badge.TextContent, StringComparison.Ordinal);
        Assert.Contains(tone, badge.ClassList);
    }

    [Fact]
    public void Severity_counts_leave_out_what_is_zero()
    {
        var counts = Render<SeverityCounts>(c => c.Add(s => s.Critical, 1).Add(s => s.Medium, 2));
        Assert.Collection(
            counts.FindAll(".badge"),
            badge => Assert.EndsWith("1 critical", badge.TextContent, StringComparison.Ordinal),
            badge => Assert.EndsWith("2 medium", badge.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void No_warnings_are_said_in_a_word() => Assert.Equal("None", Render<SeverityCounts>().Find("span").TextContent);
}
