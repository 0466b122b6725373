using System.Security.Claims;
using System.Threading.RateLimiting;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Accounts;

/// <summary>A demo account of a Development installation, shown on the sign-in page.</summary>
/// <param name="UserName">What to type.</param>
/// <param name="DisplayName">How the account is named.</param>
/// <param name="Role">What it may do.</param>
public sealed record DemoAccount(string UserName, string DisplayName, string Role);

/// <summary>Where people sign in and out. Unknown user, wrong password, locked and disabled get the same answer in the same time.</summary>
public sealed class SignInDesk : IDisposable
{
    private const int FailuresPerMinuteAndAddress = 20;
    private const int LongestUserName = 256;

    private readonly IDbContextFactory<PortalDb> _databases;
    private readonly PortalWriter _writer;
    private readonly PasswordCheck _passwords;
    private readonly Session _session;
    private readonly ILookupNormalizer _names;
    private readonly DemoAccounts _demo;
    private readonly TimeProvider _clock;

    private readonly PartitionedRateLimiter<string> _failures = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetSlidingWindowLimiter(
        address, _ => new SlidingWindowRateLimiterOptions { PermitLimit = FailuresPerMinuteAndAddress, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 }));

    internal SignInDesk(IDbContextFactory<PortalDb> databases, PortalWriter writer, PasswordCheck passwords, Session session, ILookupNormalizer names, DemoAccounts demo, TimeProvider clock)
    {
        _databases = databases;
        _writer = writer;
        _passwords = passwords;
        _session = session;
        _names = names;
        _demo = demo;
        _clock = clock;
    }

    /// <summary>The demo accounts; empty outside Development.</summary>
    public IReadOnlyList<DemoAccount> DemoAccounts => _demo.All;

    /// <summary>Their one password, made at random for this installation; <see langword="null"/> outside Development.</summary>
    public string? DemoPassword => _demo.Password;

    /// <summary>Checks the password, issues the cookie, and records it. False: the one refusal text is shown.</summary>
    public async Task<bool> SignInAsync(HttpContext context, string userName, string password, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(userName);
        ArgumentNullException.ThrowIfNull(password);
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";

        // A permit is spent by a failure only, so this asks whether any is left.
        using (var left = _failures.AttemptAcquire(address, permitCount: 0))
        {
            if (!left.IsAcquired)
            {
                return false;
            }
        }

        var account = await FindAsync(userName, cancellationToken);
        var verdict = await _passwords.CheckAsync(account, password, cancellationToken);
        var principal = await _writer.WriteAsync((db, lines) => DecideAsync(db, lines, account, verdict, cancellationToken), cancellationToken);
        if (principal is null)
        {
            _failures.AttemptAcquire(address).Dispose();
            return false;
        }

        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, principal, new AuthenticationProperties { IsPersistent = false });
        return true;
    }

    /// <summary>
    /// Ends all sessions of this person, clears the cookie and the browser's cache, and records it. A copy of the cookie is refused from the commit
    /// on, here and in other browsers; an open circuit ends when it next asks, within ten seconds.
    /// </summary>
    public async Task SignOutAsync(HttpContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } claim && Guid.TryParse(claim, out var id))
        {
            await _writer.WriteAsync(async (db, lines) =>
            {
                // Clearing the cookie only asks one browser to forget it; a new stamp is what makes its copies worthless.
                var account = await db.Users.SingleAsync(user => user.Id == id, cancellationToken);
                account.SecurityStamp = Guid.NewGuid().ToString("n");
                lines.Add(About(AuditEvents.SignedOut, ActorKind.User, id.ToString("n"), id, []));
                return true;
            }, cancellationToken);
        }

        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
    }

    public void Dispose() => _failures.Dispose();

    private async Task<PortalUser?> FindAsync(string userName, CancellationToken cancellationToken)
    {
        var normalized = userName.Length <= LongestUserName ? _names.NormalizeName(userName.Trim()) : "";
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.NormalizedUserName == normalized, cancellationToken);
    }

    // The account is read again inside the transaction: it may have been closed or changed while the password was compared.
    private async Task<ClaimsPrincipal?> DecideAsync(PortalDb db, AuditLines lines, PortalUser? checkedAccount, PasswordVerdict verdict, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var account = checkedAccount is null ? null : await db.Users.SingleOrDefaultAsync(user => user.Id == checkedAccount.Id, cancellationToken);
        var refusal = RefusalOf(account, checkedAccount, verdict, now);
        if (refusal is not null)
        {
            if (refusal == "wrong_password")
            {
                Lockout.CountFailure(account!, now);
            }

            // The name that was typed may be a password typed into the wrong box: it is kept nowhere.
            lines.Add(About(AuditEvents.SignInFailed, ActorKind.System, "sign-in", account?.Id, [("reason", refusal)]));
            return null;
        }

        Lockout.Clear(account!);
        account!.PasswordHash = verdict.NewHash ?? account.PasswordHash;
        lines.Add(About(AuditEvents.SignedIn, ActorKind.User, account.Id.ToString("n"), account.Id, []));
        return _session.Open(account, await Session.RolesAsync(db, account.Id, cancellationToken));
    }

    private string? RefusalOf(PortalUser? account, PortalUser? checkedAccount, PasswordVerdict verdict, DateTimeOffset now)
    {
        if (account is null)
        {
            return "unknown_account";
        }

        if (!_session.MaySignIn(account))
        {
            return account.IsDisabled ? "disabled" : "demo_account";
        }

        if (Lockout.IsLocked(account, now))
        {
            return "locked";
        }

        return verdict.IsRight && account.PasswordHash == checkedAccount!.PasswordHash ? null : "wrong_password";
    }

    private static AuditLine About(string eventName, ActorKind kind, string actor, Guid? accountId, (string Key, string Value)[] facts) => new(
        eventName, kind, actor, accountId is null ? SubjectKind.None : SubjectKind.User, accountId?.ToString("n") ?? "", facts.ToDictionary(fact => fact.Key, fact => fact.Value));
}
