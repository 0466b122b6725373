using System.Data.Common;
using System.Diagnostics;
using System.Security.Claims;
using IdOcrPortal.Documents;
using IdOcrPortal.Reader;
using IdOcrPortal.Web.Submissions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Endpoints;

/// <summary>
/// <c>POST /api/uploads</c>: one picture as the raw body. Headers: <c>RequestVerificationToken</c>, <c>X-Upload-Id</c> (a GUID made by the client; a repeat
/// answers with the same document), <c>X-File-Name</c> (UTF-8, percent-encoded), optional <c>X-Document-Type</c> and <c>X-Send-Anyway: true</c>.
/// Answers 201 (stored, durable), 200 (duplicate of an own document), or a refusal with an error body.
/// </summary>
internal static partial class UploadEndpoint
{
    /// <summary>Where it listens.</summary>
    internal const string Path = "/api/uploads";

    // Room for what the server counts besides the file itself (chunk heads).
    private const long Slack = 64 * 1024;

    internal static async Task HandleAsync(HttpContext context, IAntiforgery antiforgery, Intake intake, ILoggerFactory loggers)
    {
        if (await RefusalBeforeBodyAsync(context, antiforgery) is { } refusal)
        {
            await Refuse.WithAsync(context, refusal.Status, refusal.Code, refusal.Message);
            return;
        }

        UploadBody? body;
        try
        {
            body = await UploadBody.ReadAsync(context.Request, context.RequestAborted);
        }
        catch (BadHttpRequestException broken)
        {
            await (broken.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? TooLargeAsync(context)
                : Refuse.WithAsync(context, broken.StatusCode, "upload.incomplete", "The file did not arrive whole. Send it again."));
            return;
        }
        catch (Exception gone) when (context.RequestAborted.IsCancellationRequested && gone is IOException or OperationCanceledException)
        {
            return; // The client is gone and hears no answer; nothing was kept.
        }

        if (body is null)
        {
            await TooLargeAsync(context);
            return;
        }

        using (body)
        {
            await StoreAsync(context, intake, loggers.CreateLogger(typeof(UploadEndpoint)), body);
        }
    }

    private static async Task StoreAsync(HttpContext context, Intake intake, ILogger logger, UploadBody body)
    {
        var headers = context.Request.Headers;
        var picture = new IncomingPicture(
            Guid.Parse(headers["X-Upload-Id"].ToString()), Uri.UnescapeDataString(headers["X-File-Name"].ToString()), TypeOf(headers),
            headers["X-Send-Anyway"] == "true", body.Bytes);
        try
        {
            var receipt = await intake.ReceiveAsync(ActorId(context), picture, context.RequestAborted);
            context.Response.Headers.CacheControl = "no-store";
            if (receipt.IsDuplicate)
            {
                await context.Response.WriteAsJsonAsync(
                    new DuplicateAnswer(true, receipt.DocumentId, ShortId.Of(receipt.DocumentId), receipt.SentBefore!.Value), AnswerJson.Default.DuplicateAnswer);
                return;
            }

            context.Response.StatusCode = StatusCodes.Status201Created;
            await context.Response.WriteAsJsonAsync(new StoredAnswer(receipt.DocumentId, ShortId.Of(receipt.DocumentId), "stored"), AnswerJson.Default.StoredAnswer);
        }
        catch (ReaderException refused)
        {
            await Refuse.WithAsync(
                context, refused.IsAboutPicture ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status503ServiceUnavailable, refused.Code, refused.Message);
        }
        catch (CommandRefusedException refused)
        {
            await Refuse.WithAsync(context, "upload", refused);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client is gone before its document was complete: nothing was kept.
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or DbException or DbUpdateException)
        {
            var reference = Guid.NewGuid().ToString("n")[..12];
            Log.StorageFailed(logger, reference, failed.GetType().Name, new StackTrace(failed).ToString());
            await Refuse.WithAsync(
                context, StatusCodes.Status503ServiceUnavailable, "storage.unavailable",
                $"The portal cannot keep files at the moment, so nothing was stored. Try again later; if it goes on, tell an administrator the reference {reference}.");
        }
    }

    /// <summary>Everything that can be told without the body, the token first: nobody without one makes the portal read megabytes.</summary>
    private static async Task<(int Status, string Code, string Message)?> RefusalBeforeBodyAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await HasTokenAsync(context, antiforgery))
        {
            return (StatusCodes.Status400BadRequest, "upload.token", "This page is out of date or the request did not come from it. Reload the page and send the file again.");
        }

        var headers = context.Request.Headers;
        if (!Guid.TryParse(headers["X-Upload-Id"].ToString(), out var uploadId) || uploadId == Guid.Empty)
        {
            return (StatusCodes.Status400BadRequest, "upload.id", "The header X-Upload-Id is missing or no GUID. Make a new one for each file, and repeat it when the same file is sent again.");
        }

        if (string.IsNullOrWhiteSpace(headers["X-File-Name"].ToString()))
        {
            return (StatusCodes.Status400BadRequest, "upload.name", "The header X-File-Name is missing. Send the file's name in UTF-8, percent-encoded.");
        }

        if (TypeOf(headers) is { } type && DocumentTypes.Find(type) is null)
        {
            return (StatusCodes.Status400BadRequest, "upload.type", "The portal does not know this document type. Leave the choice at Detect, or choose one of the list.");
        }

        if (!IsPictureContent(context.Request.ContentType))
        {
            return (StatusCodes.Status415UnsupportedMediaType, "upload.content_type", "Send the picture itself as the body, with the content type application/octet-stream or image/….");
        }

        if (context.Request.ContentLength > Intake.MaxBytes)
        {
            return (StatusCodes.Status413PayloadTooLarge, TooLargeCode, TooLargeMessage);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = Intake.MaxBytes + Slack;
        }

        return null;
    }

    private const string TooLargeCode = "picture.too_large";
    private const string TooLargeMessage = "The file is larger than 10 MiB. Send it with a stronger JPEG compression, or take the photo with fewer megapixels.";

    private static Task TooLargeAsync(HttpContext context)
    {
        // The rest of the body is not wanted: the connection ends with this answer instead of draining it.
        context.Response.Headers.Connection = "close";
        return Refuse.WithAsync(context, StatusCodes.Status413PayloadTooLarge, TooLargeCode, TooLargeMessage);
    }

    // The antiforgery middleware covers forms only. Without the header the validator would look for a form and read the body.
    private static async Task<bool> HasTokenAsync(HttpContext context, IAntiforgery antiforgery) =>
        context.Request.Headers["RequestVerificationToken"].Count == 1 && !context.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(context);

    private static bool IsPictureContent(string? contentType) =>
        System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType == "application/octet-stream" || type.MediaType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true);

    private static string? TypeOf(IHeaderDictionary headers) => headers["X-Document-Type"].ToString() is { Length: > 0 } type ? type : null;

    /// <summary>Who is signed in; what they may do is read from the database.</summary>
    internal static Guid ActorId(HttpContext context) => Guid.Parse(context.User.FindFirstValue(ClaimTypes.NameIdentifier)!);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "An upload could not be stored, reference {Reference}: {Kind}\n{Trace}")]
        public static partial void StorageFailed(ILogger logger, string reference, string kind, string trace);
    }
}
