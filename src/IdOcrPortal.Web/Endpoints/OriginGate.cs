using System.Net.Mime;

namespace IdOcrPortal.Web.Endpoints;

/// <summary>
/// Refuses requests that another site's page made (SECURITY HD-3). SignalR opens a WebSocket for any origin, and no antiforgery token covers it.
/// </summary>
public static class OriginGate
{
    /// <summary>
    /// A WebSocket has to name the portal's own origin. Another request that changes something may come without an Origin (programs do), since
    /// there the antiforgery token decides; a foreign one is refused. Setting <c>Portal:Origin</c>; default: the host that was asked.
    /// </summary>
    public static IApplicationBuilder UseOriginGate(this IApplicationBuilder app, IConfiguration configuration)
    {
        var configured = configuration["Portal:Origin"]?.TrimEnd('/');
        return app.Use(async (context, next) =>
        {
            var request = context.Request;
            var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
            var isSocket = context.WebSockets.IsWebSocketRequest || request.Headers.Upgrade.Count > 0;
            if (isRead && !isSocket)
            {
                await next(context);
                return;
            }

            if (IsOwn(request, configured ?? $"{request.Scheme}://{request.Host}") || (request.Headers.Origin.Count == 0 && !isSocket))
            {
                await next(context);
                return;
            }

            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            context.Response.ContentType = MediaTypeNames.Text.Plain;
            await context.Response.WriteAsync("This request comes from another site. Open the portal at its own address.", context.RequestAborted);
        });
    }

    // Under "Referrer-Policy: no-referrer" a browser names the origin of a posted form "null" (Fetch standard, "append a request Origin
    // header"); Sec-Fetch-Site, which no page can set, then says whose form it was.
    private static bool IsOwn(HttpRequest request, string own) =>
        request.Headers.Origin is [{ } origin]
        && (string.Equals(origin, own, StringComparison.OrdinalIgnoreCase) || (origin == "null" && request.Headers["Sec-Fetch-Site"] == "same-origin"));
}
