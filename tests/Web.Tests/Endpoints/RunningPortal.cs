using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Tests.Journeys;

namespace IdOcrPortal.Web.Tests.Endpoints;

/// <summary>One portal process for all tests of the endpoints, with a person of each role signed in.</summary>
public sealed class RunningPortal : IAsyncLifetime
{
    private readonly string _folder = PortalProcess.NewDataFolder();
    private readonly Dictionary<string, PortalClient> _people = [];
    private PortalProcess _process = null!;

    public Uri Address => _process.Address;

    public string Output => _process.Output;

    internal PortalClient Uploader => As(Roles.Uploader);

    internal PortalClient As(string role) => _people[role];

    public async Task InitializeAsync()
    {
        _process = await PortalProcess.StartAsync(_folder, "--Reader:Workers=1", "--Uploads:PerMinute=1000");
        var password = await _process.DemoPasswordAsync();
        foreach (var role in Roles.All)
        {
            _people[role] = await PortalClient.SignInAsync(Address, role.ToLowerInvariant(), password);
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var person in _people.Values)
        {
            person.Dispose();
        }

        await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
