namespace IdOcrPortal.Web.Endpoints;

/// <summary>Marks endpoints whose answers speak of nobody: they say themselves how long a browser may keep them.</summary>
internal sealed class HoldsNobodysData;

/// <summary>The headers of every response (SECURITY §7): errors, redirects and static files included.</summary>
public static class SecurityHeaders
{
    /// <summary>Sets them when the response starts, so that nothing that runs later can lose them; an endpoint may bring a stricter policy of its own.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=()";
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                headers.ContentSecurityPolicy = PagePolicy(context.Request);
            }

            // Static assets and specimens say themselves how long they live; everything else may hold personal data.
            if (headers.CacheControl.Count == 0 || !HoldsNobodysData(context))
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    // No nonce and no 'unsafe-inline' for scripts: App.razor has neither an import map nor an inline script. Radzen positions with style
    // attributes. The WebSocket has to be named: not every browser counts it as 'self'.
    private static string PagePolicy(HttpRequest request) =>
        "default-src 'none'; script-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; img-src 'self'; font-src 'self'; " +
        $"connect-src 'self' {(request.IsHttps ? "wss" : "ws")}://{request.Host}; form-action 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'none'";

    private static bool HoldsNobodysData(HttpContext context) =>
        context.GetEndpoint()?.Metadata is { } metadata
        && (metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null || metadata.GetMetadata<HoldsNobodysData>() is not null);
}
