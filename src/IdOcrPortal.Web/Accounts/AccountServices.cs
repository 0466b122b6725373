namespace IdOcrPortal.Web.Accounts;

/// <summary>Identity, cookie, policies and the demo accounts of Development.</summary>
public static class AccountServices
{
    /// <summary>Adds ASP.NET Identity, the cookie, the policies of <see cref="Policies"/> with a fallback that wants a signed-in user, and <see cref="SignInDesk"/>.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment) => services;

    /// <summary>Makes the roles, and in Development the demo accounts.</summary>
    public static Task PrepareAccountsAsync(this IServiceProvider services, CancellationToken cancellationToken) => Task.CompletedTask;
}
