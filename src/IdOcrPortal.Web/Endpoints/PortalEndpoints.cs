using IdOcrPortal.Web.Accounts;

namespace IdOcrPortal.Web.Endpoints;

/// <summary>The portal's HTTP endpoints besides its pages.</summary>
public static class PortalEndpoints
{
    /// <summary><c>POST /api/uploads</c>, <c>GET /pictures/{document}/{kind}</c> and <c>GET /specimens/{file}</c>.</summary>
    public static IEndpointRouteBuilder MapPortalEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(UploadEndpoint.Path, UploadEndpoint.HandleAsync).RequireAuthorization(Policies.Upload).WithMetadata(new AnswersWithErrorBody());

        // Whoever may upload may have a picture to see: auditors and administrators never do. Which ones is decided per document.
        endpoints.MapGet(PictureEndpoint.Path, PictureEndpoint.HandleAsync).RequireAuthorization(Policies.Upload).WithMetadata(new AnswersWithErrorBody());
        endpoints.MapGet(SpecimenEndpoint.Path, SpecimenEndpoint.HandleAsync).RequireAuthorization(Policies.Upload).WithMetadata(new AnswersWithErrorBody(), new HoldsNobodysData());
        return endpoints;
    }
}
