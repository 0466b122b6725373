using IdOcrPortal.Documents;

namespace IdOcrPortal.Recognition.Routing;

/// <summary>Section <c>Routing</c> of the settings.</summary>
public sealed record RoutingOptions
{
    /// <summary>Document type → ids of services in order; types without an entry ask every service that reads them, in the portal's order, the offline engine last.</summary>
    public Dictionary<string, string[]> Order { get; init; } = [];

    /// <summary>Countries (ISO 3166-1 alpha-2) that pictures may go to; empty: any. The offline engine sends nothing anywhere.</summary>
    public string[] AllowedCountries { get; init; } = [];

    /// <summary>
    /// Ids of services that look in turn at a picture of no chosen type in which the offline engine found nothing; empty: a person chooses the type. Each may charge, and each sees the picture.
    /// </summary>
    public string[] Detect { get; init; } = [];

    /// <exception cref="SettingsException">A type or a service is unknown, or an order asks a service for a type that it does not read.</exception>
    internal void Validate(IReadOnlyList<ServiceSetup> services)
    {
        if (Array.Find(Detect, id => !services.Any(service => service.Info.Id == id)) is not null)
        {
            throw new SettingsException("Routing:Detect", "it names a service that does not exist. Known are: " + string.Join(", ", services.Select(known => known.Info.Id)));
        }

        if (Array.Find(AllowedCountries, country => country.Length != 2 || !country.All(char.IsAsciiLetter)) is not null)
        {
            throw new SettingsException("Routing:AllowedCountries", "countries have two letters, such as SG.");
        }

        foreach (var (type, order) in Order)
        {
            if (DocumentTypes.Find(type) is null)
            {
                throw new SettingsException($"Routing:Order:{type}", "there is no such document type. Known are: " + string.Join(", ", DocumentTypes.All.Select(known => known.Id)));
            }

            foreach (var id in order)
            {
                if (services.FirstOrDefault(service => service.Info.Id == id) is not { } service)
                {
                    throw new SettingsException($"Routing:Order:{type}", "it names a service that does not exist. Known are: " + string.Join(", ", services.Select(known => known.Info.Id)));
                }

                if (!service.Info.TypeIds.Contains(type))
                {
                    throw new SettingsException($"Routing:Order:{type}", $"{id} does not read this type.");
                }
            }
        }
    }
}

/// <summary>Chooses the service that reads a document: by type and issuing state, by what is set up, by where pictures may go, and by who works just now.</summary>
public sealed class Router
{
    private const string Passport = "passport";

    private readonly IReadOnlyList<ServiceSetup> _services;
    private readonly RoutingOptions _options;

    /// <param name="services">All services in the portal's order; the offline engine is the last.</param>
    /// <exception cref="SettingsException">The order of the settings cannot be followed.</exception>
    public Router(IReadOnlyList<ServiceSetup> services, RoutingOptions options)
    {
        options.Validate(services);
        (_services, _options) = (services, options);
    }

    /// <summary>
    /// The service for a document, now. It takes the probe of a service that is cut off, so ask only for a document that will really be read.
    /// </summary>
    public ServiceRoute Choose(RouteQuestion question)
    {
        if (question.Chosen is { } chosen)
        {
            // Never another one in its place: the person was told which service, and in which country, gets the picture.
            return _services.FirstOrDefault(service => service.Info.Id == chosen) is { IsUsable: true } wanted && IsAllowed(wanted)
                ? Enter(wanted, RouteReason.Chosen, [])
                : new ServiceRoute(null, RouteReason.Chosen, []);
        }

        List<Skip> skipped = [];
        ServiceRoute? wait = null;
        foreach (var service in InOrder(question))
        {
            if (WhyNot(service, question) is { } reason)
            {
                skipped.Add(new Skip(service.Info.Id, reason));
                continue;
            }

            var isFallback = skipped.Exists(skip => skip.Reason is SkipReason.CutOff or SkipReason.GaveUp);
            var route = Enter(service, question.TypeId is null ? RouteReason.Detect : isFallback ? RouteReason.Fallback : RouteReason.First, [.. skipped]);
            if (route.Service is not null || service.Pace.PausedUntil is not null)
            {
                return route; // a pause that the vendor asked for is waited for: it is short, and no fault
            }

            wait = wait is null || route.WaitUntil < wait.WaitUntil ? route : wait;
            skipped.Add(new Skip(service.Info.Id, SkipReason.CutOff));
        }

        return (wait ?? new ServiceRoute(null, RouteReason.First, [])) with { Skipped = skipped };
    }

    /// <summary>The service that this document would best be read by, whether or not it works just now; <see langword="null"/> where none is set up.</summary>
    public ServiceSetup? Best(RouteQuestion question) => InOrder(question).FirstOrDefault(service => WhyNot(service, question) is null);

    /// <summary>Whether the route goes on behind services that gave up.</summary>
    /// <param name="typeId">The type; <see langword="null"/>: nobody knows yet, and the setting says who may look.</param>
    /// <param name="freeOnly">Whether only services that cost nothing count, where the type is known.</param>
    public bool HasOther(string? typeId, IReadOnlyCollection<string> failed, bool freeOnly) =>
        InOrder(new RouteQuestion(typeId)).Any(service => WhyNot(service, new RouteQuestion(typeId) { Failed = failed }) is null && !(freeOnly && service.Info.IsMetered && typeId is not null));

    /// <summary>Whether any service that is set up reads this type.</summary>
    public bool Reads(string typeId) => _services.Any(service => service.IsUsable && IsAllowed(service) && service.Info.TypeIds.Contains(typeId));

    /// <summary>Services that a person may ask to read a document of this type: set up, allowed, in order; for an unknown type all that are.</summary>
    public IReadOnlyList<ServiceSetup> Choices(string? typeId) =>
        [.. (typeId is null ? _services : InOrder(new RouteQuestion(typeId))).Where(service => service.IsUsable && IsAllowed(service))];

    private IEnumerable<ServiceSetup> InOrder(RouteQuestion question) => Readers(question).OrderBy(service => question.Preferred is not null && service.Info.Id != question.Preferred);

    private IEnumerable<ServiceSetup> Readers(RouteQuestion question) =>
        question.TypeId is null ? [_services[^1], .. _options.Detect.Select(id => _services.First(service => service.Info.Id == id))]
        : _options.Order.TryGetValue(question.TypeId, out var order) ? order.Select(id => _services.First(service => service.Info.Id == id))
        : _services.Where(service => service.Info.TypeIds.Contains(question.TypeId) && (question is not { TypeId: Passport, State: { } state } || service.Info.PassportStates?.Contains(state) != false))

            // While nobody knows whose passport it is, one who reads all of them goes before one who reads some.
            .OrderBy(service => question is { TypeId: Passport, State: null } && service.Info.PassportStates is not null);

    private SkipReason? WhyNot(ServiceSetup service, RouteQuestion question) =>
        service.Connector is null ? SkipReason.NotSetUp
        : !service.IsUsable ? SkipReason.Retired
        : !IsAllowed(service) ? SkipReason.Country
        : question.Failed.Contains(service.Info.Id) ? SkipReason.GaveUp
        : null;

    private bool IsAllowed(ServiceSetup service) =>
        _options.AllowedCountries.Length == 0 || service.Info.Country is not { } country || _options.AllowedCountries.Contains(country, StringComparer.OrdinalIgnoreCase);

    private static ServiceRoute Enter(ServiceSetup service, RouteReason reason, IReadOnlyList<Skip> skipped) =>
        service.Pace.PausedUntil is { } paused ? new ServiceRoute(null, reason, skipped, paused, service.Info.Id)
        : service.Breaker.TryEnter(out var isProbe) ? new ServiceRoute(service, reason, skipped) { IsProbe = isProbe }
        : new ServiceRoute(null, reason, skipped, service.Breaker.Outage?.NextProbe ?? DateTimeOffset.MinValue, service.Info.Id);
}
