using System.Text.Json.Serialization;
using IdOcrPortal.Web.Submissions;

namespace IdOcrPortal.Web.Endpoints;

/// <summary>The body of every refusal of an endpoint: a stable code, and a sentence for people.</summary>
internal sealed record ErrorBody(string Code, string Message);

/// <summary>The answer to a stored upload.</summary>
internal sealed record StoredAnswer(Guid DocumentId, string ShortId, string State);

/// <summary>The answer where the same person sent the same bytes before.</summary>
internal sealed record DuplicateAnswer(bool Duplicate, Guid DocumentId, string ShortId, DateTimeOffset SentAt);

[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(StoredAnswer))]
[JsonSerializable(typeof(DuplicateAnswer))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class AnswerJson : JsonSerializerContext;

/// <summary>Writes refusals.</summary>
internal static class Refuse
{
    /// <summary>A refusal with the product's error body.</summary>
    internal static Task WithAsync(HttpContext context, int status, string code, string message, TimeSpan? retryAfter = null)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        if (retryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return context.Response.WriteAsJsonAsync(new ErrorBody(code, message), AnswerJson.Default.ErrorBody, contentType: null, CancellationToken.None);
    }

    /// <summary>A service's no, as HTTP says it.</summary>
    /// <param name="area">First part of the code, such as <c>upload</c>.</param>
    internal static Task WithAsync(HttpContext context, string area, CommandRefusedException refused)
    {
        var (status, reason) = refused.Refusal switch
        {
            Refusal.NotFound => (StatusCodes.Status404NotFound, "not_found"),
            Refusal.NotAllowed => (StatusCodes.Status403Forbidden, "not_allowed"),
            Refusal.LimitReached => (StatusCodes.Status429TooManyRequests, "limit"),
            _ => (StatusCodes.Status409Conflict, "not_permitted"),
        };
        return WithAsync(context, status, $"{area}.{reason}", refused.Message, refused.RetryAfter);
    }
}
