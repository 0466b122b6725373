using System.Net;
using System.Security.Claims;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IdOcrPortal.Web.Tests.Accounts;

public sealed class SignInTests : IAsyncLifetime
{
    private TestSite _site = null!;
    private HttpClient _browser = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _browser = _site.Browser();
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Sets_a_host_cookie_that_scripts_and_other_sites_cannot_use()
    {
        using var answer = await _site.SignInAsync(_browser, "reviewer");

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-idocr=", cookie, StringComparison.Ordinal);
        foreach (var part in new[] { "; path=/", "; secure", "; samesite=lax", "; httponly" })
        {
            Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Dara Reviewer", await GetAsync("/me"));
    }

    [Fact]
    public async Task Keeps_the_antiforgery_cookie_as_strictly_also_over_plain_http_to_this_machine()
    {
        using var plain = new HttpRequestMessage(HttpMethod.Get, "http://localhost/form");
        using var answer = await _browser.SendAsync(plain);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-idocr-af=", cookie, StringComparison.Ordinal);
        foreach (var part in new[] { "; path=/", "; secure", "; samesite=lax", "; httponly" })
        {
            Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("/me")]
    [InlineData("/for/Audit")]
    public async Task Sends_strangers_to_the_sign_in_page(string path)
    {
        using var answer = await _browser.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/sign-in?returnUrl=" + Uri.EscapeDataString(path), answer.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task Opens_to_each_role_what_its_policies_say_and_nothing_else()
    {
        var allowed = new Dictionary<string, string[]>
        {
            ["uploader"] = [Policies.Upload],
            ["reviewer"] = [Policies.Upload, Policies.Review, Policies.Documents],
            ["approver"] = [Policies.Upload, Policies.Review, Policies.Documents],
            ["auditor"] = [Policies.Documents, Policies.Audit],
            ["admin"] = [Policies.Administration],
        };
        foreach (var (user, policies) in allowed)
        {
            using var browser = _site.Browser();
            using (await _site.SignInAsync(browser, user))
            {
            }

            foreach (var policy in TestSite.Policies())
            {
                using var answer = await browser.GetAsync(new Uri("/for/" + policy, UriKind.Relative));
                Assert.True((answer.StatusCode == HttpStatusCode.OK) == policies.Contains(policy), $"{user} at {policy}: {answer.StatusCode}");
                Assert.True(answer.StatusCode == HttpStatusCode.OK || answer.Headers.Location!.AbsolutePath == "/not-allowed");
            }
        }
    }

    [Fact]
    public async Task Answers_unknown_wrong_locked_and_disabled_alike_and_tells_only_the_audit()
    {
        await _site.ChangeAsync("auditor", user => user.IsDisabled = true);
        await _site.ChangeAsync("approver", user => user.LockoutEnd = _site.Clock.GetUtcNow().AddMinutes(1));
        var answers = new List<string>();
        foreach (var (user, password) in new[] { ("nobody", "correct horse battery"), ("reviewer", "correct horse battery"), ("approver", _site.Desk.DemoPassword!), ("auditor", _site.Desk.DemoPassword!) })
        {
            using var answer = await _site.SignInAsync(_browser, user, password);
            answers.Add($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()} {answer.Headers}");
        }

        Assert.Single(answers.Distinct());
        Assert.Equal(
            [(AuditEvents.SignInFailed, "unknown_account"), (AuditEvents.SignInFailed, "wrong_password"), (AuditEvents.SignInFailed, "locked"), (AuditEvents.SignInFailed, "disabled")],
            await _site.RecordsAsync());
    }

    [Fact]
    public async Task Does_the_work_of_a_comparison_also_where_there_is_no_account()
    {
        var hasher = new CountingHasher();
        using var check = new PasswordCheck(hasher);

        Assert.False((await check.CheckAsync(null, "correct horse battery", default)).IsRight);
        Assert.False((await check.CheckAsync(new PortalUser(), "correct horse battery", default)).IsRight);
        Assert.False((await check.CheckAsync(new PortalUser { PasswordHash = hasher.HashPassword(new PortalUser(), new string('x', 128)) }, new string('x', 129), default)).IsRight);

        Assert.Equal(3, hasher.Comparisons);
    }

    [Fact]
    public async Task Compares_at_most_four_passwords_at_once()
    {
        var hasher = new CountingHasher { Parties = 4 };
        using var check = new PasswordCheck(hasher);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => check.CheckAsync(null, "correct horse battery", default)));

        Assert.Equal((12, 4), (hasher.Comparisons, hasher.MostAtOnce));
    }

    [Fact]
    public async Task Never_records_what_was_typed()
    {
        using (await _site.SignInAsync(_browser, "my secret passphrase typed into the wrong box", "correct horse battery"))
        {
        }

        await using var db = await _site.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        var record = await db.Audit.OrderByDescending(row => row.Seq).FirstAsync();
        Assert.Equal((AuditEvents.SignInFailed, "sign-in", ""), (record.Event, record.Actor, record.Subject));
        Assert.Equal([new("reason", "unknown_account")], AuditFormat.ReadFieldList(record.Public));
    }

    [Fact]
    public async Task Five_wrong_passwords_close_the_account_for_a_minute_even_to_the_right_one()
    {
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await _site.SignInAsync(_browser, "reviewer", "wrong wrong wrong wrong");
        }

        using (var right = await _site.SignInAsync(_browser, "reviewer"))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, right.StatusCode);
        }

        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        using (var later = await _site.SignInAsync(_browser, "reviewer"))
        {
            Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        }

        await using var db = await _site.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        Assert.Equal((0, null), await db.Users.Where(user => user.UserName == "reviewer").Select(user => new ValueTuple<int, DateTimeOffset?>(user.AccessFailedCount, user.LockoutEnd)).SingleAsync());
    }

    [Fact]
    public async Task Twenty_failures_from_one_address_end_its_tries_without_a_record_for_each()
    {
        for (var i = 0; i < 25; i++)
        {
            using var answer = await _site.SignInAsync(_browser, "nobody", "correct horse battery");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        Assert.Equal(20, (await _site.RecordsAsync()).Count);
    }

    [Fact]
    public async Task Replaces_a_weak_hash_at_the_next_sign_in()
    {
        var weak = new PasswordHasher<PortalUser>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1 })).HashPassword(new PortalUser(), _site.Desk.DemoPassword!);
        await _site.ChangeAsync("reviewer", user => user.PasswordHash = weak);

        using var answer = await _site.SignInAsync(_browser, "reviewer");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await _site.ChangeAsync("reviewer", user => Assert.NotEqual(weak, user.PasswordHash));
        using var again = await _site.SignInAsync(_browser, "reviewer");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Signing_out_clears_cookie_and_cache_and_is_recorded()
    {
        using (await _site.SignInAsync(_browser, "reviewer"))
        {
        }

        using var answer = await _browser.PostAsync(new Uri("/out", UriKind.Relative), null);

        Assert.Equal("\"cache\"", Assert.Single(answer.Headers.GetValues("Clear-Site-Data")));
        Assert.Null(await GetAsync("/me"));
        Assert.Equal([(AuditEvents.SignedIn, ""), (AuditEvents.SignedOut, "")], await _site.RecordsAsync());
    }

    private async Task<string?> GetAsync(string path)
    {
        using var answer = await _browser.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : null;
    }

    /// <summary>Counts comparisons; with <see cref="Parties"/> set, each waits until that many are at work.</summary>
    private sealed class CountingHasher : IPasswordHasher<PortalUser>
    {
        private readonly Lock _lock = new();
        private readonly TaskCompletionSource _full = new();
        private int _now;

        public int Parties { get; init; }

        public int Comparisons { get; private set; }

        public int MostAtOnce { get; private set; }

        public string HashPassword(PortalUser user, string password) => "hash of " + password;

        public PasswordVerificationResult VerifyHashedPassword(PortalUser user, string hashedPassword, string providedPassword)
        {
            lock (_lock)
            {
                Comparisons++;
                MostAtOnce = Math.Max(MostAtOnce, ++_now);
                if (_now >= Parties)
                {
                    _full.TrySetResult();
                }
            }

            _full.Task.Wait();
            lock (_lock)
            {
                _now--;
            }

            return hashedPassword == "hash of " + providedPassword ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;
        }
    }
}
