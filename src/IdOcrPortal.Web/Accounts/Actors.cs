using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Accounts;

/// <summary>Reads who acts, from the database.</summary>
public static class Actors
{
    /// <summary>The person with their roles as of now, in the caller's context (and so inside its transaction).</summary>
    /// <exception cref="CommandRefusedException">No such account, or it is disabled.</exception>
    public static async Task<Actor> ActorAsync(this PortalDb db, Guid actorId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var account = await db.Users.Where(user => user.Id == actorId && !user.IsDisabled)
            .Select(user => new
            {
                user.DisplayName,
                Roles = db.UserRoles.Where(held => held.UserId == user.Id).Join(db.Roles, held => held.RoleId, role => role.Id, (held, role) => role.Name!).ToList(),
            })
            .SingleOrDefaultAsync(cancellationToken)
            ?? throw new CommandRefusedException(Refusal.NotAllowed, "This account may not act. Sign in again, or ask an administrator.");
        return new Actor(actorId, account.DisplayName, account.Roles.ToHashSet());
    }
}
