using Microsoft.AspNetCore.Identity;

namespace IdOcrPortal.Web.Accounts;

/// <summary>An account.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    /// <summary>How the person is named to colleagues.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>A disabled account cannot sign in and its commands are refused.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>Made for trying the portal out; outside Development it cannot sign in.</summary>
    public bool IsDemo { get; set; }
}
