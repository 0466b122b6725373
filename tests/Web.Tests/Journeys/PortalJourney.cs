namespace IdOcrPortal.Web.Tests.Journeys;

/// <summary>A journey through a portal of its own: its process and its data folder live as long as one test.</summary>
[Collection(JourneyCollection.Name)]
public abstract class PortalJourney(Chromium chromium) : IAsyncLifetime
{
    private PortalProcess? _portal;

    /// <summary>Databases, pictures and keys of this portal.</summary>
    protected string Folder { get; } = PortalProcess.NewDataFolder();

    public async Task InitializeAsync() => _portal = await PortalProcess.StartAsync(Folder);

    public async Task DisposeAsync()
    {
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>A person who comes to this portal.</summary>
    protected Task<Person> NewPersonAsync() => chromium.NewPersonAsync(_portal!.Address);
}
