using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace IdOcrPortal.Web.Accounts;

/// <summary>Ends what an open circuit shows within ten seconds of the account's being disabled, changed, or signed out of its roles. A circuit's user is otherwise fixed when it opens.</summary>
internal sealed class CircuitSession(ILoggerFactory loggers, Session session) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(10);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        session.HoldsAsync(authenticationState.User, cancellationToken);
}
