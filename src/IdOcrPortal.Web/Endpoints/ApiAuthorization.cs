using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace IdOcrPortal.Web.Endpoints;

/// <summary>Marks endpoints that scripts call: a refusal is an error body, never a redirect to the sign-in page.</summary>
internal sealed class AnswersWithErrorBody;

/// <summary>Says 401 and 403 in the product's error body where <see cref="AnswersWithErrorBody"/> asks for it; pages go on as ever.</summary>
internal sealed class ApiAuthorization : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _pages = new();

    /// <inheritdoc />
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded || context.GetEndpoint()?.Metadata.GetMetadata<AnswersWithErrorBody>() is null)
        {
            return _pages.HandleAsync(next, context, policy, authorizeResult);
        }

        return authorizeResult.Challenged
            ? Refuse.WithAsync(context, StatusCodes.Status401Unauthorized, "session.missing", "You are not signed in, or your session has ended. Sign in and try again.")
            : Refuse.WithAsync(context, StatusCodes.Status403Forbidden, "session.not_allowed", "Your account may not do this. An administrator can grant the role it needs.");
    }
}
