using IdOcrPortal.Recognition.Limits;
using IdOcrPortal.Recognition.Routing;
using IdOcrPortal.Recognition.Tests.Connectors;

namespace IdOcrPortal.Recognition.Tests.Routing;

public sealed class RouterTests
{
    private readonly ManualClock _clock = new();

    [Theory]
    [InlineData("khm-id", "Khmer", RouteReason.First)]
    [InlineData("passport", "Engine", RouteReason.First)] // nobody knows yet whose it is
    [InlineData("td1-card", "Engine", RouteReason.First)]
    [InlineData(null, "Engine", RouteReason.Detect)]
    public void The_first_service_that_reads_the_type_is_asked(string? type, string service, RouteReason reason)
    {
        var route = Router(Services()).Choose(new RouteQuestion(type));

        Assert.Equal((service, reason), (route.Service?.Info.Id, route.Reason));
    }

    [Theory]
    [InlineData("VNM", "World")]
    [InlineData("DEU", "Engine")]
    [InlineData(null, "Engine")]
    public void A_passport_of_a_state_that_the_service_does_not_know_goes_to_the_next(string? state, string service) =>
        Assert.Equal(service, Router(Services()).Choose(new RouteQuestion("passport") { State = state }).Service?.Info.Id);

    [Fact]
    public void The_service_that_was_found_to_be_the_best_goes_first_and_the_others_after_it()
    {
        var router = Router(Services());

        Assert.Equal("World", router.Choose(new RouteQuestion("passport") { Preferred = "World" }).Service?.Info.Id);
        Assert.Equal("Engine", router.Choose(new RouteQuestion("passport") { Preferred = "World", Failed = ["World"] }).Service?.Info.Id);
    }

    [Fact]
    public void What_nobody_reads_waits_for_nobody()
    {
        var route = Router(Services()).Choose(new RouteQuestion("idn-ktp"));

        Assert.Null(route.Service);
        Assert.Null(route.WaitUntil);
    }

    [Fact]
    public void A_service_that_is_not_set_up_is_passed_over_and_its_stand_in_is_no_fallback()
    {
        var services = Services(khmer: null);
        var route = Router(services).Choose(new RouteQuestion("khm-id"));

        Assert.Equal(("Engine", RouteReason.First), (route.Service?.Info.Id, route.Reason));
        Assert.Equal([new Skip("Khmer", SkipReason.NotSetUp)], route.Skipped);
        Assert.Equal("First", route.Summary);
    }

    [Theory]
    [InlineData(false, "Engine")]
    [InlineData(true, "World")]
    public void A_retired_service_is_asked_only_where_it_is_wanted_all_the_same(bool allowed, string service) =>
        Assert.Equal(service, Router(Services(worldRetired: true, allowsRetired: allowed)).Choose(new RouteQuestion("passport") { State = "THA" }).Service?.Info.Id);

    [Fact]
    public void Pictures_go_to_allowed_countries_only_and_the_engine_sends_them_nowhere()
    {
        var router = Router(Services(), new RoutingOptions { AllowedCountries = ["hk"] });

        Assert.Equal("Engine", router.Choose(new RouteQuestion("khm-id")).Service?.Info.Id);
        Assert.Equal("World", router.Choose(new RouteQuestion("passport") { State = "VNM" }).Service?.Info.Id);
    }

    [Fact]
    public void A_service_that_is_cut_off_has_a_fallback_that_says_so()
    {
        var services = Services();
        services[0].Breaker.Failed(FailureClass.Credential, "APIG.0301", "");
        var route = Router(services).Choose(new RouteQuestion("khm-id"));

        Assert.Equal(("Engine", RouteReason.Fallback), (route.Service?.Info.Id, route.Reason));
        Assert.Equal("Fallback Khmer=CutOff", route.Summary);
    }

    [Fact]
    public void Without_a_fallback_the_document_waits_for_the_next_probe()
    {
        var services = Services();
        services[1].Breaker.Failed(FailureClass.Configuration, "FailedOperation.UnOpenError", "");
        var router = Router(services);

        var route = router.Choose(new RouteQuestion("mys-mykad"));
        Assert.Null(route.Service);
        Assert.Equal((services[1].Breaker.Outage!.NextProbe, "Malay"), (route.WaitUntil, route.WaitsFor));

        _clock.Advance(CircuitBreaker.RefusedProbe);
        Assert.Equal("Malay", router.Choose(new RouteQuestion("mys-mykad")).Service?.Info.Id);
        Assert.Null(router.Choose(new RouteQuestion("mys-mykad")).Service); // the probe is given out once
    }

    [Fact]
    public void A_pause_that_the_vendor_asked_for_is_waited_for_and_no_reason_for_a_fallback()
    {
        var services = Services();
        services[0].Pace.Pause(TimeSpan.FromSeconds(20));

        var route = Router(services).Choose(new RouteQuestion("khm-id"));

        Assert.Null(route.Service);
        Assert.Equal((_clock.GetUtcNow() + TimeSpan.FromSeconds(20), "Khmer"), (route.WaitUntil, route.WaitsFor));
    }

    [Fact]
    public void The_route_goes_on_behind_services_that_gave_up()
    {
        var route = Router(Services()).Choose(new RouteQuestion("khm-id") { Failed = ["Khmer"] });

        Assert.Equal("Fallback Khmer=GaveUp", route.Summary);
        Assert.Equal("Engine", route.Service?.Info.Id);
    }

    [Theory]
    [InlineData("khm-id", "Khmer", false, true)]
    [InlineData("mys-mykad", "Malay", false, false)]
    [InlineData("passport", "Engine", true, false)]
    [InlineData("passport", "Engine", false, true)]
    public void Knows_whether_the_route_goes_on(string type, string failed, bool freeOnly, bool goesOn) =>
        Assert.Equal(goesOn, Router(Services()).HasOther(type, [failed], freeOnly));

    [Fact]
    public void What_the_engine_cannot_tell_is_shown_to_the_services_that_the_setting_names_and_to_no_other()
    {
        Assert.False(Router(Services()).HasOther(null, ["Engine"], freeOnly: true));
        var router = Router(Services(khmer: null), new RoutingOptions { Detect = ["Khmer", "Malay", "World"] });

        Assert.True(router.HasOther(null, ["Engine"], freeOnly: true));
        var route = router.Choose(new RouteQuestion(null) { Failed = ["Engine"] });
        Assert.Equal(("Malay", RouteReason.Detect), (route.Service?.Info.Id, route.Reason));
        Assert.Equal("World", router.Choose(new RouteQuestion(null) { Failed = ["Engine", "Malay"] }).Service?.Info.Id);
        Assert.False(router.HasOther(null, ["Engine", "Malay", "World"], freeOnly: true));
        Assert.Equal("Routing:Detect", Assert.Throws<SettingsException>(() => Router(Services(), new RoutingOptions { Detect = ["Wrold"] })).Setting);
    }

    [Fact]
    public void A_person_may_choose_whatever_is_set_up()
    {
        var route = Router(Services()).Choose(new RouteQuestion("khm-id") { Chosen = "World" });

        Assert.Equal(("World", RouteReason.Chosen), (route.Service?.Info.Id, route.Reason));
    }

    [Fact]
    public void Nobody_else_gets_the_picture_in_place_of_the_service_that_a_person_chose()
    {
        Assert.Null(Router(Services(khmer: null)).Choose(new RouteQuestion("khm-id") { Chosen = "Khmer" }).Service);
        Assert.Null(Router(Services(), new RoutingOptions { AllowedCountries = ["HK"] }).Choose(new RouteQuestion("khm-id") { Chosen = "Khmer" }).Service);
    }

    [Fact]
    public void The_settings_may_say_another_order()
    {
        var router = Router(Services(), new RoutingOptions { Order = new() { ["passport"] = ["Engine", "World"] } });

        Assert.Equal("Engine", router.Choose(new RouteQuestion("passport")).Service?.Info.Id);
        Assert.Equal(["Engine", "World"], router.Choices("passport").Select(service => service.Info.Id));
    }

    [Theory]
    [InlineData("pasport", "World", "no such document type")]
    [InlineData("passport", "Wrold", "does not exist")]
    [InlineData("passport", "Khmer", "does not read")]
    public void An_order_that_cannot_be_followed_is_refused_by_its_name(string type, string service, string problem)
    {
        var refused = Assert.Throws<SettingsException>(() => Router(Services(), new RoutingOptions { Order = new() { [type] = [service] } }));

        Assert.Equal($"Routing:Order:{type}", refused.Setting);
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    private static Router Router(IReadOnlyList<ServiceSetup> services, RoutingOptions? options = null) => new(services, options ?? new RoutingOptions());

    private ServiceSetup[] Services(string? khmer = "SG", bool worldRetired = false, bool allowsRetired = false) =>
    [
        Setup("Khmer", "SG", ["khm-id"], isSetUp: khmer is not null),
        Setup("Malay", "SG", ["mys-mykad"]),
        Setup("World", "HK", ["passport"], states: ["VNM", "THA"], retired: worldRetired, allowsRetired: allowsRetired),
        Setup("Engine", null, ["khm-id", "passport", "td1-card"]),
    ];

    private ServiceSetup Setup(string id, string? country, string[] types, bool isSetUp = true, string[]? states = null, bool retired = false, bool allowsRetired = false)
    {
        var info = new ConnectorInfo(id, id, null, types, country, IsMetered: country is not null) { PassportStates = states, RetiredOn = retired ? new DateOnly(2025, 2, 18) : null };
        return new ServiceSetup { Info = info, Connector = isSetUp ? new Silent(info) : null, AllowsRetired = allowsRetired, Pace = new CallPace(double.PositiveInfinity, _clock), Breaker = new CircuitBreaker(_clock) };
    }

    private sealed class Silent(ConnectorInfo info) : IConnector
    {
        public ConnectorInfo Info => info;

        public Task<Reading> ReadAsync(DocumentImage image, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
