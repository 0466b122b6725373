using System.Net;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IdOcrPortal.Web.Tests.Accounts;

public sealed class DemoAccountTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Development_has_one_account_a_role_under_one_random_password_that_a_restart_keeps()
    {
        string? password;
        await using (var first = await TestSite.StartAsync(folder: _folder))
        {
            password = first.Desk.DemoPassword;
            Assert.Equal(Roles.All, first.Desk.DemoAccounts.Select(account => account.Role));
            Assert.True(password!.Length >= 20);
            Assert.Null(PasswordRules.WhyNot(new PortalUser { UserName = "uploader" }, password));
            await AssertSignInAsync(first, password, HttpStatusCode.OK);
        }

        await using var second = await TestSite.StartAsync(folder: _folder);
        Assert.Equal(password, second.Desk.DemoPassword);
        await AssertSignInAsync(second, password, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_installations_have_two_passwords()
    {
        await using var first = await TestSite.StartAsync();
        await using var second = await TestSite.StartAsync();
        Assert.NotEqual(first.Desk.DemoPassword, second.Desk.DemoPassword);
    }

    [Fact]
    public async Task A_lost_password_file_means_a_new_password()
    {
        string? password;
        await using (var first = await TestSite.StartAsync(folder: _folder))
        {
            password = first.Desk.DemoPassword;
        }

        File.Delete(Path.Combine(_folder, "demo-password.txt"));
        await using var second = await TestSite.StartAsync(folder: _folder);
        await AssertSignInAsync(second, second.Desk.DemoPassword!, HttpStatusCode.OK);
        await AssertSignInAsync(second, password!, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Production_makes_none_and_refuses_those_that_Development_made()
    {
        string? password;
        await using (var development = await TestSite.StartAsync(folder: _folder))
        {
            password = development.Desk.DemoPassword;
        }

        await using var production = await TestSite.StartAsync("Production", _folder);
        Assert.Empty(production.Desk.DemoAccounts);
        Assert.Null(production.Desk.DemoPassword);
        await AssertSignInAsync(production, password!, HttpStatusCode.Unauthorized);
        Assert.Equal((AuditEvents.SignInFailed, "demo_account"), (await production.RecordsAsync())[0]);
    }

    [Fact]
    public async Task A_session_of_a_demo_account_ends_where_the_portal_becomes_Production()
    {
        var cookies = new CookieContainer();
        await using (var development = await TestSite.StartAsync(folder: _folder))
        {
            using var browser = development.Browser(cookies);
            using var answer = await development.SignInAsync(browser, "admin");
        }

        await using var production = await TestSite.StartAsync("Production", _folder);
        using var later = production.Browser(cookies);
        using var me = await later.GetAsync(new Uri("/me", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, me.StatusCode);
    }

    [Fact]
    public async Task A_fresh_Production_has_no_account_at_all()
    {
        IdOcrPortal.Web.Vault.PortalKeys.Load(Path.Combine(_folder, "keys"), makeMissing: true);
        await using var production = await TestSite.StartAsync("Production", _folder);
        await using var db = await production.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        Assert.Equal(0, await db.Users.CountAsync());
        Assert.Equal(Roles.All.Count, await db.Roles.CountAsync());
    }

    private static async Task AssertSignInAsync(TestSite site, string password, HttpStatusCode expected)
    {
        foreach (var user in new[] { "uploader", "reviewer", "approver", "auditor", "admin" })
        {
            using var browser = site.Browser();
            using var answer = await site.SignInAsync(browser, user, password);
            Assert.Equal(expected, answer.StatusCode);
        }
    }
}
