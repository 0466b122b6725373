using System.Security.Cryptography;
using System.Text;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Vault;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Accounts;

/// <summary>The accounts for trying the portal out, one a role, under one random password made for this installation. They exist in Development alone.</summary>
internal sealed class DemoAccounts(DataFolder folder, PortalWriter writer, PasswordCheck passwords, ILookupNormalizer names, IHostEnvironment environment)
{
    private const string FileName = "demo-password.txt";
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Groups = 5;
    private const int GroupLength = 5;

    private static readonly DemoAccount[] Accounts =
    [
        new("uploader", "Sokha Uploader", Roles.Uploader),
        new("reviewer", "Dara Reviewer", Roles.Reviewer),
        new("approver", "Mei Approver", Roles.Approver),
        new("auditor", "Budi Auditor", Roles.Auditor),
        new("admin", "Aisyah Admin", Roles.Admin),
    ];

    /// <summary>The accounts; empty outside Development.</summary>
    internal IReadOnlyList<DemoAccount> All { get; } = environment.IsDevelopment() ? Accounts : [];

    /// <summary>The password of all of them; <see langword="null"/> outside Development and before <see cref="PrepareAsync"/>.</summary>
    internal string? Password { get; private set; }

    /// <summary>
    /// Makes the accounts that are missing, and gives the password of the data folder's file to those that have another one: the file was lost and made anew, or
    /// the portal was killed between writing it and committing its hash. A restart changes nothing otherwise.
    /// </summary>
    internal async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment())
        {
            return;
        }

        var password = ReadOrMake();
        await writer.WriteAsync(async (db, lines) =>
        {
            var existing = await db.Users.Where(user => user.IsDemo).ToListAsync(cancellationToken);
            var roles = await db.Roles.ToDictionaryAsync(role => role.Name!, cancellationToken);
            var missing = Accounts.Where(account => existing.All(user => user.UserName != account.UserName)).ToList();

            var outdated = await OutdatedAsync(existing, password, cancellationToken);

            // One hash for all: it costs a tenth of a second, and the password is the same anyway.
            var hash = missing.Count > 0 || outdated.Count > 0 ? passwords.Hash(password) : "";
            foreach (var user in outdated)
            {
                user.PasswordHash = hash;
                user.SecurityStamp = Guid.NewGuid().ToString("n");
                lines.Add(About(AuditEvents.PasswordReset, user));
            }

            foreach (var account in missing)
            {
                var user = Make(account, hash);
                db.Users.Add(user);
                db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = user.Id, RoleId = roles[account.Role].Id });
                lines.Add(About(AuditEvents.UserCreated, user, ("role", account.Role)));
            }

            return true;
        }, cancellationToken);
        Password = password;
    }

    private static AuditLine About(string eventName, PortalUser user, params (string Key, string Value)[] facts) =>
        new(eventName, ActorKind.System, "setup", SubjectKind.User, user.Id.ToString("n"), facts.Append(("demo", "yes")).ToDictionary());

    /// <summary>The accounts that this password does not open. Those of one hash are compared once: a comparison costs as much as a hash.</summary>
    private async Task<List<PortalUser>> OutdatedAsync(List<PortalUser> existing, string password, CancellationToken cancellationToken)
    {
        var outdated = new List<PortalUser>();
        foreach (var alike in existing.GroupBy(user => user.PasswordHash))
        {
            var verdict = await passwords.CheckAsync(alike.First(), password, cancellationToken);
            if (!verdict.IsRight)
            {
                outdated.AddRange(alike);
            }
        }

        return outdated;
    }

    private PortalUser Make(DemoAccount account, string hash) => new()
    {
        Id = Guid.NewGuid(),
        UserName = account.UserName,
        NormalizedUserName = names.NormalizeName(account.UserName),
        DisplayName = account.DisplayName,
        IsDemo = true,
        LockoutEnabled = true,
        PasswordHash = hash,
        SecurityStamp = Guid.NewGuid().ToString("n"),
    };

    private string ReadOrMake()
    {
        var path = folder.File(FileName);
        if (File.Exists(path) && File.ReadAllText(path).Trim() is { Length: >= PasswordRules.MinLength } kept)
        {
            return kept;
        }

        var password = string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, GroupLength)));
        File.Delete(path);
        DurableFiles.WriteSecret(path, Encoding.UTF8.GetBytes(password + "\n"));
        return password;
    }
}
