namespace IdOcrPortal.Web.Accounts;

/// <summary>The person who acts, as the database knows them at this moment: read again inside each command's transaction, never taken from a cookie.</summary>
public sealed record Actor(Guid Id, string Name, IReadOnlySet<string> RoleNames)
{
    /// <summary>Whether they hold any of these roles.</summary>
    public bool IsAny(params ReadOnlySpan<string> roles)
    {
        foreach (var role in roles)
        {
            if (RoleNames.Contains(role))
            {
                return true;
            }
        }

        return false;
    }
}
