using IdOcrPortal.Documents;
using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Limits;

namespace IdOcrPortal.Web.Recognising;

/// <summary>What an outage means for one document type.</summary>
/// <param name="TypeName">The type for people.</param>
/// <param name="Fallback">Name of the service that reads it meanwhile, provisionally; <see langword="null"/>: its documents wait.</param>
public sealed record AffectedType(string TypeName, string? Fallback);

/// <summary>A service that is cut off, and what that means.</summary>
public sealed record CutOffService(string Name, Outage Outage, IReadOnlyList<AffectedType> Types);

/// <summary>Which services are cut off now, and who reads their documents meanwhile. In memory: costs nothing to ask.</summary>
public sealed class ServiceOutages(Recognizer recognizer)
{
    /// <summary>Services that are cut off and are the first choice for some document type.</summary>
    public IReadOnlyList<CutOffService> Now()
    {
        var cutOff = recognizer.Services.Where(service => service.IsUsable && service.Breaker.Outage is not null).ToList();
        return cutOff.Count == 0 ? [] : [.. cutOff.Select(Describe).Where(outage => outage is { Types.Count: > 0 }).OfType<CutOffService>()];
    }

    private CutOffService? Describe(ServiceSetup service)
    {
        // Asked again: it may have come back since.
        if (service.Breaker.Outage is not { } outage)
        {
            return null;
        }

        var affected = service.Info.TypeIds.Select(type => (type, Choices: recognizer.Router.Choices(type))).Where(entry => entry.Choices.Count > 0 && entry.Choices[0] == service)
            .Select(entry => new AffectedType(DocumentTypes.Find(entry.type)?.Name ?? entry.type, entry.Choices.FirstOrDefault(other => other.Breaker.Outage is null)?.Info.Name));
        return new CutOffService(service.Info.Name, outage, [.. affected]);
    }
}
