namespace IdOcrPortal.Web.Accounts;

/// <summary>A demo account of a Development installation, shown on the sign-in page.</summary>
/// <param name="UserName">What to type.</param>
/// <param name="DisplayName">How the account is named.</param>
/// <param name="Role">What it may do.</param>
public sealed record DemoAccount(string UserName, string DisplayName, string Role);

/// <summary>Where people sign in and out. Unknown user, wrong password, locked and disabled get the same answer in the same time.</summary>
public sealed class SignInDesk
{
    /// <summary>The demo accounts; empty outside Development.</summary>
    public IReadOnlyList<DemoAccount> DemoAccounts => throw new NotImplementedException();

    /// <summary>Their one password, made at random for this installation; <see langword="null"/> outside Development.</summary>
    public string? DemoPassword => throw new NotImplementedException();

    /// <summary>Checks the password, issues the cookie, and records it. False: the one refusal text is shown.</summary>
    public Task<bool> SignInAsync(HttpContext context, string userName, string password, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Ends the session, clears the cookie and the browser's cache, and records it.</summary>
    public Task SignOutAsync(HttpContext context, CancellationToken cancellationToken) => throw new NotImplementedException();
}
