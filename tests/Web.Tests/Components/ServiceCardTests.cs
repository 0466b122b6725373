using Bunit;
using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Limits;
using IdOcrPortal.Web.Components.Operating;
using IdOcrPortal.Web.Recognising;
using IdOcrPortal.Web.Submissions;
using Microsoft.AspNetCore.Components;

namespace IdOcrPortal.Web.Tests.Components;

public sealed class ServiceCardTests : BunitContext
{
    private static readonly Specimen Card = new("SPECIMEN<KHM<ID<0001", "khm-id-clean.jpg", "khm-id", IdOcrPortal.Documents.CardSide.Front, SpecimenVersion.Clean, null, new Dictionary<string, string>(), []);
    private static readonly ConnectorInfo Info = new("TestVendor", "Test vendor", new Uri("https://vendor.example/docs"), ["khm-id", "passport"], "SG", IsMetered: true);
    private int _tests;

    public static TheoryData<ServiceHealth, string, string> Healths() => new()
    {
        { ServiceHealth.Up, "Up", "success" }, { ServiceHealth.Slow, "Slow", "warning" }, { ServiceHealth.Down, "Down", "danger" },
        { ServiceHealth.Misconfigured, "Misconfigured", "danger" }, { ServiceHealth.Retired, "Retired", "" }, { ServiceHealth.NotSetUp, "Not set up", "" },
    };

    [Theory]
    [MemberData(nameof(Healths))]
    public void Health_is_a_word_with_its_tone_and_reason(ServiceHealth health, string word, string tone)
    {
        var setup = Setup(new Silent(), Info with { RetiredOn = health == ServiceHealth.Retired ? new DateOnly(2025, 2, 18) : null });
        var card = Show(Report(setup) with { Health = new HealthState(health, "Because of something.") });
        var badge = card.Find("header .badge");
        Assert.EndsWith(word, badge.TextContent, StringComparison.Ordinal);
        Assert.Equal($"badge {tone}".Trim(), badge.ClassName!.Trim());
        Assert.Contains("Because of something.", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_of_a_service_in_use()
    {
        var card = Show(Report() with
        {
            TimedCalls = 41, P50 = TimeSpan.FromMilliseconds(340), P95 = TimeSpan.FromSeconds(1.2), CallsToday = 1_204, TestsToday = 2, PossibleDoubleChargesToday = 1, Waiting = 3, LastSuccess = DeskSamples.Noon,
            Failures = [new FailureCount(FailureClass.Throttled, 7, "RequestLimitExceeded", DeskSamples.Noon)],
        });
        var figures = card.FindAll(".figures > div").ToDictionary(figure => figure.QuerySelector("dt")!.TextContent, figure => string.Join(' ', figure.QuerySelector("dd")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(("340 ms", "1.2 s", "1,204 2 tests", "1", "3"), (figures["Time of a call, p50"], figures["Time of a call, p95"], figures["Calls today (UTC)"], figures["Possible double charges"], figures["Documents waiting"]));
        Assert.Equal("Of 41 answered calls of the last 24 hours", card.FindAll(".figures > div")[1].GetAttribute("title"));
        Assert.Equal(["Too many calls", "7", "RequestLimitExceeded"], card.FindAll(".failures tbody td").Take(3).Select(cell => cell.TextContent));
    }

    [Fact]
    public void An_outage_tells_class_raw_code_what_to_do_and_the_next_try()
    {
        var outage = new Outage(FailureClass.Credential, "KEY_EXPIRED", "Renew the key in the vendor's console.", DeskSamples.Noon, DeskSamples.Noon.AddMinutes(5));
        var notice = Show(Report() with { Outage = outage, Health = new HealthState(ServiceHealth.Misconfigured, "It refuses our calls.") }).Find(".notice.danger");
        Assert.Contains("Credentials refused KEY_EXPIRED", notice.TextContent, StringComparison.Ordinal);
        Assert.Contains("Renew the key in the vendor's console.", notice.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, notice.QuerySelectorAll("time").Length);
    }

    [Fact]
    public void Credentials_are_named_as_set_or_missing_and_never_shown()
    {
        var setup = Setup(connector: null, credentials: [new CredentialState("Vendors:TestVendor:ApiSecret", IsSet: true, IsRequired: true), new CredentialState("Vendors:TestVendor:ApiId", IsSet: false, IsRequired: true), new CredentialState("Vendors:TestVendor:Token", IsSet: false, IsRequired: false)]);
        var card = Show(Report(setup) with { Health = new HealthState(ServiceHealth.NotSetUp, "Missing.") });
        Assert.Equal(
            ["ApiSecret set", "ApiId missing", "Token not set"],
            card.FindAll(".credentials li").Select(line => string.Join(' ', line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal("Vendors:TestVendor:ApiSecret", card.Find(".credentials code").GetAttribute("title"));
        Assert.True(card.Find("details").HasAttribute("open")); // what is missing is seen at once
        Assert.Empty(card.FindAll(".figures"));
        Assert.Empty(card.FindAll(".test button"));
    }

    [Fact]
    public void Reach_tells_address_country_types_pace_and_where_to_read_on()
    {
        var text = string.Join(' ', Show(Report()).Find("details").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("api.vendor.example", text, StringComparison.Ordinal);
        Assert.Contains("Singapore (SG)", text, StringComparison.Ordinal);
        Assert.Contains("Cambodian identity card, Passport", text, StringComparison.Ordinal);
        Assert.Contains("2 calls a second at most", text, StringComparison.Ordinal);
        Assert.Contains("vendor.example/docs", text, StringComparison.Ordinal);
        Assert.Contains("src/IdOcrPortal.Recognition/Connectors/TestVendor", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_retired_service_says_since_when_who_reads_its_documents_and_how_to_keep_it()
    {
        var setup = Setup(connector: null, Info with { RetiredOn = new DateOnly(2025, 2, 18) });
        var card = Show(Report(setup) with { Health = new HealthState(ServiceHealth.Retired, "Ended."), Successors = ["Built-in offline engine"] });
        var notice = card.Find(".notice[role=note]").TextContent;
        Assert.Contains("18 February 2025", notice, StringComparison.Ordinal);
        Assert.Contains("Built-in offline engine", notice, StringComparison.Ordinal);
        Assert.Contains("Vendors:TestVendor:AllowRetired", notice, StringComparison.Ordinal);
        Assert.Empty(card.FindAll(".test button"));
    }

    [Theory]
    [InlineData(false, true, "One real call, which may be charged.")]
    [InlineData(true, true, "One call to the sandbox; costs nothing.")]
    [InlineData(false, false, "Costs nothing.")]
    public void The_test_says_before_whether_it_may_cost(bool isSandbox, bool isMetered, string cost)
    {
        var card = Show(Report(Setup(new Silent(), Info with { IsMetered = isMetered }, isSandbox)));
        Assert.Equal(cost, card.Find(".cost").TextContent);
        card.Find(".test button").Click();
        Assert.Equal(1, _tests);
    }

    [Fact]
    public void While_a_test_runs_no_second_one_begins() => Assert.True(Show(Report(), isTesting: true).Find(".test button").HasAttribute("disabled"));

    [Theory]
    [InlineData(ServiceTestOutcome.Read, 12, 12, "Answered in 340 ms, 12 fields read as the truth says.", "success")]
    [InlineData(ServiceTestOutcome.Read, 12, 11, "Answered in 340 ms, 11 of 12 fields read as the truth says.", "warning")]
    [InlineData(ServiceTestOutcome.Read, 0, 0, "Answered in 340 ms, but none of the specimen's fields came back.", "warning")]
    [InlineData(ServiceTestOutcome.RefusedPicture, 0, 0, "Answered in 340 ms and refused the picture: credentials work.", "warning")]
    [InlineData(ServiceTestOutcome.Failed, 0, 0, "Failed after 340 ms.", "danger")]
    [InlineData(ServiceTestOutcome.NotSent, 0, 0, "Nothing was sent.", "warning")]
    public void What_came_of_a_test_is_one_sentence(ServiceTestOutcome outcome, int fields, int asTruth, string sentence, string tone)
    {
        var failure = outcome == ServiceTestOutcome.Read ? null : new Failure(FailureClass.Transient, "raw.code", "What to do.", RetryAfter: null);
        var result = new ServiceTestResult(Info.Id, DeskSamples.Noon, outcome, TimeSpan.FromMilliseconds(340), fields, [.. Enumerable.Repeat("Full name", fields - asTruth)], failure, "request-7", Card, EndedOutage: false);
        var line = Show(Report(), result).Find(".line");
        Assert.Equal(sentence, line.QuerySelector("strong")!.TextContent);
        Assert.Contains(tone, line.ClassList);
        Assert.Equal(asTruth < fields, line.TextContent.Contains("Otherwise: Full name.", StringComparison.Ordinal));
        Assert.Contains("request-7", line.TextContent, StringComparison.Ordinal);
        Assert.Equal(failure is not null, line.TextContent.Contains("Passing fault raw.code. What to do.", StringComparison.Ordinal));
    }

    [Fact]
    public void Why_a_test_was_refused_stands_on_its_card() =>
        Assert.Contains("once in 10 seconds", Show(Report(), refused: new CommandRefusedException(Refusal.LimitReached, "One service is tested once in 10 seconds.")).Find(".line.warning").TextContent, StringComparison.Ordinal);

    [Fact]
    public void An_earlier_test_is_remembered()
    {
        var kept = new KeptTest(DeskSamples.Noon, "Ada Admin", IsAnswered: false, FailureClass.Credential, "AuthFailure", "request-8", TimeSpan.FromMilliseconds(90));
        var text = string.Join(' ', Show(Report() with { LastTest = kept }).Find(".test [role=status]").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("Last test: 21 Nov 2026, 12:00 by Ada Admin, failed: credentials refused. Code AuthFailure.", text);
    }

    private static ServiceSetup Setup(IConnector? connector, ConnectorInfo? info = null, bool isSandbox = false, IReadOnlyList<CredentialState>? credentials = null) => new()
    {
        Info = info ?? Info, Connector = connector, IsSandbox = isSandbox, Credentials = credentials ?? [], Address = "api.vendor.example",
        Pace = new CallPace(2, TimeProvider.System), Breaker = new CircuitBreaker(TimeProvider.System),
    };

    private static ServiceReport Report(ServiceSetup? setup = null) => new(
        setup ?? Setup(new Silent()), new HealthState(ServiceHealth.Up, "It answers."), Outage: null, PausedUntil: null, LastSuccess: null, TimedCalls: 0, P50: null, P95: null, Failures: [],
        CallsToday: 0, TestsToday: 0, PossibleDoubleChargesToday: 0, Waiting: 0, LastTest: null, Card, Successors: []);

    private IRenderedComponent<ServiceCard> Show(ServiceReport report, ServiceTestResult? result = null, CommandRefusedException? refused = null, bool isTesting = false) =>
        Render<ServiceCard>(card => card.Add(c => c.Report, report).Add(c => c.Result, result).Add(c => c.Refused, refused).Add(c => c.IsTesting, isTesting)
            .Add(c => c.OnTest, EventCallback.Factory.Create(this, () => _tests++)));

    private sealed class Silent : IConnector
    {
        public ConnectorInfo Info => ServiceCardTests.Info;

        public Task<Reading> ReadAsync(DocumentImage image, CancellationToken cancellationToken) => throw new NotSupportedException("Nothing is called here.");
    }
}
