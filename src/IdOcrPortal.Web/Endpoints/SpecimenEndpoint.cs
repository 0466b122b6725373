using IdOcrPortal.Recognition.Settings;
using IdOcrPortal.Web.Submissions;
using Microsoft.Net.Http.Headers;

namespace IdOcrPortal.Web.Endpoints;

/// <summary>
/// <c>GET /specimens/{file}</c>: pictures of documents that do not exist, to try the portal with while the sandbox plays its services. Nobody's data: a browser may keep them.
/// </summary>
internal static class SpecimenEndpoint
{
    /// <summary>Where it listens.</summary>
    internal const string Path = "/specimens/{file}";

    internal static Task HandleAsync(HttpContext context, string file, Specimens specimens, SandboxMode sandbox)
    {
        if (sandbox.Address is null || specimens.Find(file) is not { } specimen)
        {
            return Refuse.WithAsync(context, "specimen", CommandRefusedException.NoSuchDocument);
        }

        var picture = new FileInfo(specimens.PathOf(specimen));
        if (!picture.Exists)
        {
            return Refuse.WithAsync(context, "specimen", CommandRefusedException.NoSuchDocument);
        }

        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.Headers.CacheControl = "private, max-age=3600";
        var mark = new EntityTagHeaderValue($"\"{picture.Length:x}-{picture.LastWriteTimeUtc.Ticks:x}\"");
        return TypedResults.PhysicalFile(picture.FullName, "image/jpeg", specimen.File, picture.LastWriteTimeUtc, mark).ExecuteAsync(context);
    }
}
