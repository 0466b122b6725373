using IdOcrPortal.Web.Review;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Vault;

namespace IdOcrPortal.Web.Endpoints;

/// <summary><c>GET /pictures/{documentId}/{kind}</c>, kind <c>preview</c> or <c>portrait</c>: for pages of this portal only, never kept by a browser.</summary>
internal static class PictureEndpoint
{
    /// <summary>Where it listens.</summary>
    internal const string Path = "/pictures/{documentId:guid}/{kind}";

    internal static async Task HandleAsync(HttpContext context, Guid documentId, string kind, DocumentPictures pictures)
    {
        // Browsers always send it; what sends none is no browser, and gains nothing that its cookie did not give it.
        if (context.Request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site && site != "same-origin")
        {
            await Refuse.WithAsync(context, StatusCodes.Status403Forbidden, "picture.other_site", "Pictures are shown inside the portal's own pages only.");
            return;
        }

        BlobKind? asked = kind switch
        {
            "preview" => BlobKind.Preview,
            "portrait" => BlobKind.Portrait,
            _ => null,
        };
        if (asked is not { } blob)
        {
            await Refuse.WithAsync(context, "picture", CommandRefusedException.NoSuchDocument);
            return;
        }

        byte[] jpeg;
        try
        {
            jpeg = await pictures.OpenAsync(UploadEndpoint.ActorId(context), documentId, blob, context.RequestAborted);
        }
        catch (CommandRefusedException refused)
        {
            await Refuse.WithAsync(context, "picture", refused);
            return;
        }

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers.ContentDisposition = $"inline; filename=\"{ShortId.Of(documentId)}.jpg\"";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        context.Response.ContentType = "image/jpeg";
        context.Response.ContentLength = jpeg.Length;
        await context.Response.Body.WriteAsync(jpeg, context.RequestAborted);
    }
}
