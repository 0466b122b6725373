using IdOcrPortal.Web.Data;

namespace IdOcrPortal.Web.Accounts;

/// <summary>Reads who acts, from the database.</summary>
public static class Actors
{
    /// <summary>The person with their roles as of now, in the caller's context (and so inside its transaction).</summary>
    /// <exception cref="Submissions.CommandRefusedException">No such account, or it is disabled.</exception>
    public static Task<Actor> ActorAsync(this PortalDb db, Guid actorId, CancellationToken cancellationToken) => throw new NotImplementedException();
}
