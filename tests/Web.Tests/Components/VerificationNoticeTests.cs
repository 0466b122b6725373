using Bunit;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Components.Records;

namespace IdOcrPortal.Web.Tests.Components;

public sealed class VerificationNoticeTests : BunitContext
{
    private static readonly string Head = "9c1e5d20" + new string('a', 56);

    [Fact]
    public void Says_how_many_records_are_intact_and_how_they_are_sealed()
    {
        var notice = Notice(new VerificationResult(48213, Head, FirstBreak: null, "", MacKeyId: 3));
        Assert.EndsWith("48\u2009213 records intact, head 9c1e5d20…, sealed with key 3.", notice.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Contains("success", notice.Find(".notice").ClassList);
    }

    [Fact]
    public void Says_where_the_first_break_is_and_raises_its_voice()
    {
        var notice = Notice(new VerificationResult(30000, Head, FirstBreak: 20511, "content differs", MacKeyId: 3)).Find("[role=alert]");
        Assert.StartsWith("First break at 20\u2009511: content differs", notice.QuerySelector("strong")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("danger", notice.ClassList);
    }

    private IRenderedComponent<VerificationNotice> Notice(VerificationResult result) => Render<VerificationNotice>(notice => notice.Add(n => n.Result, result));
}
