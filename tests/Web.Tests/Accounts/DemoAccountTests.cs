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
        Assert.Equal(0, await ResetsAsync(second));
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
    public async Task A_start_that_was_killed_between_the_password_file_and_its_hashes_is_made_good_by_the_next_and_recorded()
    {
        await using (await TestSite.StartAsync(folder: _folder))
        {
        }

        // What such a start leaves: a new password in the file, the hashes of the one before in the database.
        const string written = "aaaaa-bbbbb-ccccc-ddddd-eeeee";
        await File.WriteAllTextAsync(Path.Combine(_folder, "demo-password.txt"), written + "\n");

        await using (var second = await TestSite.StartAsync(folder: _folder))
        {
            Assert.Equal(written, second.Desk.DemoPassword);
            await AssertSignInAsync(second, written, HttpStatusCode.OK);
            Assert.Equal(Roles.All.Count, await ResetsAsync(second));
        }

        await using var third = await TestSite.StartAsync(folder: _folder);
        await AssertSignInAsync(third, written, HttpStatusCode.OK);
        Assert.Equal(Roles.All.Count, await ResetsAsync(third));
    }

    [Fact]
    public async Task Only_the_account_whose_password_is_another_is_reset()
    {
        await using (var first = await TestSite.StartAsync(folder: _folder))
        {
            await first.ChangeAsync("auditor", user => user.PasswordHash = null);
        }

        await using var second = await TestSite.StartAsync(folder: _folder);
        await AssertSignInAsync(second, second.Desk.DemoPassword!, HttpStatusCode.OK);
        Assert.Equal(1, await ResetsAsync(second));
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

    /// <summary>Accounts that a record says were reset.</summary>
    private static async Task<int> ResetsAsync(TestSite site)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        var subjects = await db.Audit.Where(row => row.Event == AuditEvents.PasswordReset && row.Actor == "setup").Select(row => row.Subject).ToListAsync();
        var users = await db.Users.Select(user => user.Id).ToListAsync();
        Assert.Equal(subjects.Count, subjects.Distinct().Intersect(users.Select(id => id.ToString("n"))).Count());
        return subjects.Count;
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
