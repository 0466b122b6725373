using IdOcrPortal.Recognition;

namespace IdOcrPortal.Web.Tests.Journeys;

/// <summary>A journey through a portal in this process, in front of whose own services others stand.</summary>
[Collection(JourneyCollection.Name)]
public abstract class HostedJourney(Chromium chromium, IReadOnlyList<IConnector> services) : IAsyncLifetime
{
    private readonly string _folder = PortalProcess.NewDataFolder();
    private HostedPortal? _portal;

    /// <summary>What the readings of cards hang on.</summary>
    protected static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    public async Task InitializeAsync() => _portal = await HostedPortal.StartAsync(_folder, services);

    public async Task DisposeAsync()
    {
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A person who comes to this portal.</summary>
    protected Task<Person> NewPersonAsync() => chromium.NewPersonAsync(_portal!.Address);
}
