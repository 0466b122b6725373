using Bunit;
using IdOcrPortal.Web.Components.Records;
using IdOcrPortal.Web.Components.Reviewing;
using IdOcrPortal.Web.Review;

namespace IdOcrPortal.Web.Tests.Components;

public sealed class RunTableTests : BunitContext
{
    [Fact]
    public void A_run_says_why_this_service_where_the_picture_went_and_what_became_of_its_copy()
    {
        var run = new RunSummary(1, "Ci", "Tencent CI", "2022", "request-7", "CN", 412, DeskSamples.Noon) { Route = "First choice for this type", IsUsed = true, IsSandbox = true, Copy = CloudCopy.NotDeleted };
        var row = Table(new RunHistory([run], [], [])).Find("[data-run='1']");
        Assert.All(["Tencent CI", "First choice", "412 ms", "CN", "Copy not deleted", "In use", "Sandbox"], text => Assert.Contains(text, row.TextContent, StringComparison.Ordinal));
        Assert.Equal("request-7", row.QuerySelector("[data-copy]")!.GetAttribute("data-copy"));
    }

    [Fact]
    public void A_copy_that_was_left_at_the_vendor_is_named_so_that_somebody_can_delete_it()
    {
        var call = new CallSummary("One", "Vendor One", "New photo needed", "FailedOperation", null, "SG", DeskSamples.Noon, DeskSamples.Noon, IsUnknown: false, MayBeCharged: false) { LeftObject = "id-ocr/0123.jpg" };
        var row = Table(new RunHistory([], [call], [])).Find("[data-call=One]");
        Assert.Contains("Copy not deleted", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("id-ocr/0123.jpg", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_without_an_answer_may_have_been_charged_and_two_of_them_are_plainly_marked()
    {
        var call = new CallSummary("One", "Vendor One", "No answer", "call.no_answer", null, "SG", DeskSamples.Noon, DeskSamples.Noon.AddSeconds(30), IsUnknown: true, MayBeCharged: true);
        var table = Table(new RunHistory([], [call, call], ["Vendor One"]));
        Assert.Contains("Vendor One may have charged this document more than once", table.Find("[data-double-charge]").TextContent, StringComparison.Ordinal);
        Assert.All(table.FindAll("[data-call=One]"), row => Assert.Contains("May have been charged", row.TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("FailedOperation.ImageBlur", "Vendor One · FailedOperation.ImageBlur")]
    [InlineData("picture.damaged", "Own code · picture.damaged")]
    [InlineData(null, "none")]
    public void A_code_never_stands_without_whose_it_is(string? code, string text)
    {
        var call = new CallSummary("One", "Vendor One", "New photo needed", code, "request-8", null, DeskSamples.Noon, null, IsUnknown: false, MayBeCharged: false);
        var row = Table(new RunHistory([], [call], [])).Find("[data-call=One]");
        Assert.Contains(text, row.TextContent, StringComparison.Ordinal);
        Assert.Contains("open", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_again_offers_the_route_and_each_service()
    {
        List<string?> asked = [];
        var choice = new ServiceChoice("Two", "Vendor Two", "SG", IsCharged: true, IsSandbox: false, HasRead: false, "Cut off: it fails (Vendor Two HTTP 503).", DeskSamples.Noon);
        var split = Render<ReadAgain>(again => again.Add(a => a.Choices, [choice]).Add(a => a.OnReadAgain, service => asked.Add(service)));
        split.Find("button").Click();
        var two = split.Find("[data-read-with=Two]");
        Assert.All(["pictures go to SG", "may be charged", "Cut off", "Tried again at"], text => Assert.Contains(text, two.TextContent, StringComparison.Ordinal));
        two.Click();
        Assert.Equal([null, "Two"], asked);
    }

    [Fact]
    public void Trouble_says_who_acts_and_whose_code_it_is()
    {
        var trouble = new RecognitionTrouble(TroubleKind.WillRetry, "Vendor Two is busy.", "Nobody has to do anything.", "Vendor Two", "RequestLimitExceeded", "request-9", DeskSamples.Noon, Attempts: 1);
        var notice = Render<TroubleNotice>(n => n.Add(t => t.Trouble, trouble)).Find("[data-trouble=WillRetry]");
        Assert.All(["Will be tried again", "Next try at 12:00", "after 1 of 3", "Vendor Two · RequestLimitExceeded", "request-9"], text => Assert.Contains(text, notice.TextContent, StringComparison.Ordinal));
    }

    private IRenderedComponent<RunTable> Table(RunHistory history) => Render<RunTable>(table => table.Add(t => t.History, history));
}
