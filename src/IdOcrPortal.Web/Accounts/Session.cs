using System.Globalization;
using System.Security.Claims;
using IdOcrPortal.Web.Data;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Accounts;

/// <summary>What a signed-in person's cookie says, and whether it still holds: asked for every request, and every ten seconds in an open circuit.</summary>
internal sealed class Session(IDbContextFactory<PortalDb> databases, IHostEnvironment environment, TimeProvider clock)
{
    /// <summary>The session ends this long after the sign-in, whatever is done in it.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>The session ends this long after the last request.</summary>
    internal static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    private const string StampClaim = "stamp";
    private const string EndClaim = "until";

    /// <summary>The principal of a session that begins now.</summary>
    internal ClaimsPrincipal Open(PortalUser account, IEnumerable<string> roles)
    {
        var identity = new ClaimsIdentity(CookieAuthenticationDefaults.AuthenticationScheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.Name, account.DisplayName));
        identity.AddClaim(new Claim(StampClaim, account.SecurityStamp ?? ""));
        identity.AddClaim(new Claim(EndClaim, (clock.GetUtcNow() + Longest).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        foreach (var role in roles)
        {
            identity.AddClaim(new Claim(ClaimTypes.Role, role));
        }

        return new ClaimsPrincipal(identity);
    }

    /// <summary>Whether the account may still sign in, its stamp and roles are the same, and the eight hours are not over.</summary>
    internal async Task<bool> HoldsAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            || !long.TryParse(principal.FindFirstValue(EndClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            || clock.GetUtcNow().ToUnixTimeSeconds() >= end)
        {
            return false;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, cancellationToken);
        if (account is null || !MaySignIn(account) || account.SecurityStamp != principal.FindFirstValue(StampClaim))
        {
            return false;
        }

        var roles = await RolesAsync(db, id, cancellationToken);
        return roles.ToHashSet().SetEquals(principal.FindAll(ClaimTypes.Role).Select(claim => claim.Value));
    }

    /// <summary>Whether the account is open at all: not disabled, and no demo account outside Development.</summary>
    internal bool MaySignIn(PortalUser account) => !account.IsDisabled && (!account.IsDemo || environment.IsDevelopment());

    /// <summary>Names of the roles that the account holds.</summary>
    internal static Task<List<string>> RolesAsync(PortalDb db, Guid accountId, CancellationToken cancellationToken) =>
        db.UserRoles.Where(held => held.UserId == accountId).Join(db.Roles, held => held.RoleId, role => role.Id, (held, role) => role.Name!).ToListAsync(cancellationToken);
}
