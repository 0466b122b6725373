namespace IdOcrPortal.Web.Tests.Journeys;

/// <summary>A journey through a portal of its own whose vendors are all played by a sandbox of its own.</summary>
[Collection(JourneyCollection.Name)]
public abstract class SandboxJourney(Chromium chromium) : IAsyncLifetime
{
    private readonly string _folder = PortalProcess.NewDataFolder();
    private PortalProcess? _portal;

    /// <summary>The sandbox, to be told how to answer.</summary>
    protected PlayedVendors Vendors { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Vendors = await PlayedVendors.StartAsync();
        _portal = await PortalProcess.StartAsync(_folder, "--Reader:Workers=1", $"--Sandbox:Url={Vendors.Address}");
    }

    public async Task DisposeAsync()
    {
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }

        await Vendors.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A person who comes to this portal.</summary>
    protected Task<Person> NewPersonAsync() => chromium.NewPersonAsync(_portal!.Address);
}
