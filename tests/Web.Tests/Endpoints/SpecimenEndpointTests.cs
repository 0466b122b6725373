using System.Net;
using System.Net.Http.Headers;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Tests.Journeys;

namespace IdOcrPortal.Web.Tests.Endpoints;

public sealed class SpecimenEndpointTests : IAsyncLifetime
{
    private const string Picture = "/specimens/khm-id-clean.jpg";
    private readonly string _folder = PortalProcess.NewDataFolder();
    private PortalProcess _portal = null!;

    // No sandbox has to run there: nothing is sent to it.
    public async Task InitializeAsync() => _portal = await PortalProcess.StartAsync(_folder, "--Reader:Workers=1", "--Sandbox:Url=http://127.0.0.1:9");

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Whoever_may_upload_gets_specimens_and_nothing_else_by_that_way()
    {
        var password = await _portal.DemoPasswordAsync();
        foreach (var (role, status) in new[] { (Roles.Uploader, 200), (Roles.Reviewer, 200), (Roles.Approver, 200), (Roles.Auditor, 403), (Roles.Admin, 403) })
        {
            using var person = await PortalClient.SignInAsync(_portal.Address, role.ToLowerInvariant(), password);
            using var answer = await person.GetAsync(Picture);
            Assert.Equal((role, status), (role, (int)answer.StatusCode));
        }

        using var stranger = PortalClient.Anonymous(_portal.Address);
        using (var refused = await stranger.GetAsync(Picture))
        {
            await UploadEndpointTests.AssertRefusedAsync(refused, 401, "session.missing");
        }

        using var uploader = await PortalClient.SignInAsync(_portal.Address, "uploader", password);
        foreach (var path in (string[])["/specimens/truth.json", "/specimens/..%2Fappsettings.json", "/specimens/%2e%2e%2fIdOcrPortal.Web.dll", "/specimens/khm-id-clean.JPG"])
        {
            using var answer = await uploader.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
        }

        using var whole = await uploader.GetAsync(Picture);
        Assert.Equal("image/jpeg", whole.Content.Headers.ContentType!.MediaType);
        Assert.Equal([0xFF, 0xD8, 0xFF], (await whole.Content.ReadAsByteArrayAsync())[..3]);
        Assert.Equal("nosniff", Assert.Single(whole.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(whole.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("attachment; filename=khm-id-clean.jpg", whole.Content.Headers.ContentDisposition!.ToString().Split("; filename*")[0]);
        Assert.Equal((true, TimeSpan.FromHours(1)), (whole.Headers.CacheControl!.Private, whole.Headers.CacheControl.MaxAge));

        var again = new HttpRequestMessage(HttpMethod.Get, Picture);
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(whole.Headers.ETag!.Tag));
        using var known = await uploader.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }
}

/// <summary>The same address where no sandbox plays the services.</summary>
public sealed class SpecimensWithoutSandboxTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    [Fact]
    public async Task Without_a_sandbox_there_are_no_specimens()
    {
        using var answer = await portal.Uploader.GetAsync("/specimens/khm-id-clean.jpg");
        await UploadEndpointTests.AssertRefusedAsync(answer, 404, "specimen.not_found");
    }
}
