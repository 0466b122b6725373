using System.Net.Http.Json;
using System.Text.Json;
using IdOcrPortal.Sandbox;
using Microsoft.AspNetCore.Builder;

namespace IdOcrPortal.Web.Tests.Journeys;

/// <summary>The sandbox on a port of its own, as the portal meets it: by its address alone.</summary>
public sealed class PlayedVendors : IAsyncDisposable
{
    private readonly WebApplication _sandbox;
    private readonly HttpClient _director;

    private PlayedVendors(WebApplication sandbox)
    {
        _sandbox = sandbox;
        _director = new HttpClient { BaseAddress = Address };
    }

    /// <summary>What the portal's setting <c>Sandbox:Url</c> has to be.</summary>
    public Uri Address => new(_sandbox.Urls.Single());

    public static async Task<PlayedVendors> StartAsync()
    {
        var sandbox = SandboxHost.Build(["--urls", "http://127.0.0.1:0"], settings: null, TimeProvider.System);
        await sandbox.StartAsync();
        return new PlayedVendors(sandbox);
    }

    /// <summary>Orders what the next answers of a vendor shall be (see the sandbox's README).</summary>
    public async Task OrderAsync(object scenario)
    {
        using var answer = await _director.PostAsJsonAsync("/control/scenarios", scenario);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Forgets orders that were not used up.</summary>
    public async Task ForgetAsync()
    {
        using var answer = await _director.DeleteAsync(new Uri("/control/scenarios", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Calls that a vendor has had.</summary>
    public async Task<int> CallsAsync(string vendor)
    {
        var counts = await _director.GetFromJsonAsync<JsonElement>("/control/calls");
        return counts.EnumerateArray().Where(count => count.GetProperty("vendor").GetString() == vendor).Sum(count => count.GetProperty("count").GetInt32());
    }

    /// <summary>A picture of <c>tests/specimens</c>.</summary>
    public static byte[] Specimen(string file) => File.ReadAllBytes(Path.Combine(PortalProcess.RepositoryRoot, "tests", "specimens", file));

    public async ValueTask DisposeAsync()
    {
        _director.Dispose();
        await _sandbox.DisposeAsync();
    }
}
