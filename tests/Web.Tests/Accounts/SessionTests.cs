using System.Net;
using System.Security.Claims;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IdOcrPortal.Web.Tests.Accounts;

public sealed class SessionTests : IAsyncLifetime
{
    private TestSite _site = null!;
    private HttpClient _browser = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _browser = _site.Browser();
        using var answer = await _site.SignInAsync(_browser, "reviewer");
        Assert.True(await IsInAsync());
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Ends_fifteen_minutes_after_the_last_request()
    {
        _site.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.True(await IsInAsync());
        _site.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.True(await IsInAsync());
        _site.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.False(await IsInAsync());
    }

    [Fact]
    public async Task Ends_eight_hours_after_the_sign_in_whatever_is_done()
    {
        for (var minutes = 10; minutes < 480; minutes += 10)
        {
            _site.Clock.Advance(TimeSpan.FromMinutes(10));
            Assert.True(await IsInAsync());
        }

        _site.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.False(await IsInAsync());
    }

    [Fact]
    public Task Ends_at_once_when_the_account_is_disabled() => EndsAfterAsync(() => _site.ChangeAsync("reviewer", user => user.IsDisabled = true));

    [Fact]
    public Task Ends_at_once_when_the_stamp_changes() => EndsAfterAsync(() => _site.ChangeAsync("reviewer", user => user.SecurityStamp = "another"));

    [Fact]
    public Task Ends_at_once_when_a_role_is_taken() => EndsAfterAsync(() => _site.Writer.WriteAsync((db, _) => db.UserRoles.ExecuteDeleteAsync(), default));

    [Fact]
    public Task Ends_at_once_when_a_role_is_added() => EndsAfterAsync(() => _site.Writer.WriteAsync(async (db, _) =>
    {
        var user = await db.Users.SingleAsync(account => account.UserName == "reviewer");
        var role = await db.Roles.SingleAsync(known => known.Name == Roles.Approver);
        db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = user.Id, RoleId = role.Id });
        return true;
    }, default));

    [Fact]
    public async Task A_command_reads_the_actor_anew_and_refuses_the_disabled_and_the_unknown()
    {
        await using var db = await _site.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        var id = await db.Users.Where(user => user.UserName == "reviewer").Select(user => user.Id).SingleAsync();

        var actor = await db.ActorAsync(id, default);
        Assert.Equal("Dara Reviewer", actor.Name);
        Assert.True(actor.IsAny(Roles.Approver, Roles.Reviewer));
        Assert.False(actor.IsAny(Roles.Admin));

        await _site.ChangeAsync("reviewer", user => user.IsDisabled = true);
        await Assert.ThrowsAsync<CommandRefusedException>(() => db.ActorAsync(id, default));
        await Assert.ThrowsAsync<CommandRefusedException>(() => db.ActorAsync(Guid.NewGuid(), default));
    }

    [Fact]
    public async Task A_principal_without_the_sessions_claims_holds_nothing()
    {
        var session = _site.Services.GetRequiredService<Session>();
        Assert.False(await session.HoldsAsync(new ClaimsPrincipal(), default));
        Assert.False(await session.HoldsAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, Guid.NewGuid().ToString())])), default));
    }

    [Fact]
    public async Task A_cookie_planted_before_the_sign_in_does_not_become_that_persons_session()
    {
        var planted = new CookieContainer();
        using var stranger = _site.Browser(planted);
        using (await _site.SignInAsync(stranger, "uploader"))
        {
        }

        using var victim = _site.Browser(CopyOf(planted));
        using (await _site.SignInAsync(victim, "reviewer"))
        {
        }

        Assert.Equal("Dara Reviewer", await NameAsync(victim));
        Assert.Equal("Sokha Uploader", await NameAsync(stranger));
    }

    [Fact]
    public async Task Signing_out_ends_every_session_of_that_person_and_of_nobody_else()
    {
        var cookies = new CookieContainer();
        using var here = _site.Browser(cookies);
        using var elsewhere = _site.Browser();
        using (await _site.SignInAsync(here, "reviewer"))
        using (await _site.SignInAsync(elsewhere, "reviewer"))
        using (await _site.SignInAsync(_browser, "approver"))
        {
        }

        using var copy = _site.Browser(CopyOf(cookies));
        Assert.Equal(("Dara Reviewer", "Dara Reviewer"), (await NameAsync(copy), await NameAsync(elsewhere)));

        using (await here.PostAsync(new Uri("/out", UriKind.Relative), null))
        {
        }

        Assert.Equal((null, null, null), (await NameAsync(here), await NameAsync(copy), await NameAsync(elsewhere)));
        Assert.Equal("Mei Approver", await NameAsync(_browser));
        using (await _site.SignInAsync(here, "reviewer"))
        {
        }

        Assert.Equal("Dara Reviewer", await NameAsync(here));
    }

    private static CookieContainer CopyOf(CookieContainer cookies)
    {
        var copy = new CookieContainer();
        copy.Add(cookies.GetAllCookies());
        return copy;
    }

    private static async Task<string?> NameAsync(HttpClient browser)
    {
        using var answer = await browser.GetAsync(new Uri("/me", UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : null;
    }

    private async Task EndsAfterAsync(Func<Task> change)
    {
        await change();
        Assert.False(await IsInAsync());
    }

    private async Task<bool> IsInAsync()
    {
        using var answer = await _browser.GetAsync(new Uri("/me", UriKind.Relative));
        return answer.IsSuccessStatusCode;
    }
}
