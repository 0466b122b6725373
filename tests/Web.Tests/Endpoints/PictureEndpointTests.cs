using System.Net;
using IdOcrPortal.Web.Accounts;

namespace IdOcrPortal.Web.Tests.Endpoints;

public sealed class PictureEndpointTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    [Fact]
    public async Task The_own_preview_comes_as_a_picture_that_no_browser_keeps_or_runs()
    {
        var id = await StoredAsync();
        using var answer = await portal.Uploader.GetAsync($"/pictures/{id}/preview");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal([0xFF, 0xD8, 0xFF], (await answer.Content.ReadAsByteArrayAsync())[..3]);
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Matches("^inline; filename=\"[0-9A-Z]{4}\\.jpg\"$", answer.Content.Headers.ContentDisposition!.ToString());
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData("none")]
    public async Task Another_sites_page_and_the_address_bar_get_nothing(string site)
    {
        using var answer = await portal.Uploader.GetAsync($"/pictures/{await StoredAsync()}/preview", site);
        await UploadEndpointTests.AssertRefusedAsync(answer, 403, "picture.other_site");
    }

    [Theory]
    [InlineData(Roles.Uploader, 200)]
    [InlineData(Roles.Reviewer, 404)] // holds no claim on it
    [InlineData(Roles.Approver, 200)]
    [InlineData(Roles.Auditor, 403)]
    [InlineData(Roles.Admin, 403)]
    public async Task Roles_see_the_picture_as_the_table_says(string role, int status)
    {
        using var answer = await portal.As(role).GetAsync($"/pictures/{await StoredAsync()}/preview");
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Foreign_missing_and_unknown_kinds_answer_alike()
    {
        var id = await StoredAsync();
        var bodies = new List<string>();
        foreach (var path in (string[])[$"/pictures/{id}/preview", $"/pictures/{Guid.NewGuid()}/preview", $"/pictures/{id}/original", $"/pictures/{id}/portrait"])
        {
            using var answer = await portal.As(Roles.Reviewer).GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            bodies.Add(await answer.Content.ReadAsStringAsync());
        }

        Assert.Single(bodies.Distinct());
    }

    [Fact]
    public async Task Nobody_sees_a_picture_without_a_session()
    {
        using var stranger = PortalClient.Anonymous(portal.Address);
        using var answer = await stranger.GetAsync($"/pictures/{await StoredAsync()}/preview");
        await UploadEndpointTests.AssertRefusedAsync(answer, 401, "session.missing");
    }

    private async Task<Guid> StoredAsync()
    {
        using var answer = await portal.Uploader.UploadAsync(UploadEndpointTests.NewFile());
        return (await UploadEndpointTests.JsonAsync(answer)).GetProperty("documentId").GetGuid();
    }
}
