using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using IdOcrPortal.Sandbox.Control;
using IdOcrPortal.Sandbox.Errors;
using IdOcrPortal.Sandbox.Truth;
using IdOcrPortal.Sandbox.Wire;

namespace IdOcrPortal.Sandbox.Vendors.Cos;

/// <summary>One COS bucket with Cloud Infinite: PUT, GET, HEAD and DELETE of objects, and <c>ci-process=IDCardOCR</c> on PUT and GET.</summary>
internal sealed class CosFront(CosSettings settings, QSignCheck signatures, TruthBook truths, ObjectStore store, DialectChoice dialect, TimeProvider clock) : VendorFront
{
    /// <summary>Base64 text of a picture.</summary>
    private const int MaxText = 7 * 1024 * 1024;

    internal override WireAnswer? Refusal(WireRequest request)
    {
        if (signatures.Refusal(request) is var (code, message))
        {
            return Error(request, code, message);
        }

        return VendorAddress.CosBucket(request.Host) is var (bucket, region) && (bucket != settings.Bucket || region != settings.Region)
            ? Error(request, "NoSuchBucket", "The specified bucket does not exist.") : null;
    }

    internal override async Task<WireAnswer> AnswerAsync(WireRequest request, CancellationToken cancellationToken)
    {
        var key = KeyOf(request);
        if (key.Length == 0 || key.Split('/').Any(part => part is "." or ".."))
        {
            return Error(request, "InvalidObjectName", "The object name is not allowed.");
        }

        switch (request.Method)
        {
            case "PUT":
                return await PutAsync(request, key, cancellationToken);
            case "DELETE":
                store.Delete(key);
                return Empty(204);
            case "GET" or "HEAD":
                break;
            default:
                return Error(request, "MethodNotAllowed", "The method is not allowed.");
        }

        if (store.Find(key) is not { } stored)
        {
            return Error(request, "NoSuchKey", "The specified key does not exist.");
        }

        return request.Method == "GET" && request.Parameter("ci-process") is not null
            ? await RecogniseAsync(request, stored.Bytes, cancellationToken)
            : Upload(new(200, stored.ContentType, stored.Bytes, WireAnswer.Ok), stored.Bytes);
    }

    internal override Task<byte[]?> PictureAsync(WireRequest request, CancellationToken cancellationToken) => Task.FromResult(
        request.Parameter("ci-process") is null ? null : request.Method == "PUT" ? request.Body : store.Find(KeyOf(request))?.Bytes);

    internal override WireAnswer Error(WireRequest request, VendorError error, string? message = null)
    {
        var (id, trace) = (NewId(), NewId());
        var now = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var body = new XElement("Error",
            new XElement("Code", error.Code),
            new XElement("Message", message ?? $"The request failed ({error.Code})."),
            new XElement("Resource", request.Host + request.PathBelowPrefix),
            new XElement("RequestId", id),
            new XElement("TraceId", trace),
            error.Code == "RequestTimeTooSkewed" || message == "Request has expired" ? new XElement("ServerTime", now) : null);
        var answer = new WireAnswer(error.Status, "application/xml", Xml(body), error.Code).With("x-cos-request-id", id).With("x-cos-trace-id", trace).With("Server", "tencent-cos");
        return error.Status is 301 or 307
            ? answer.With("Location", $"http://{settings.Bucket}.cos.ap-guangzhou.myqcloud.com{request.PathBelowPrefix}") : answer;
    }

    private static string KeyOf(WireRequest request) => Uri.UnescapeDataString(request.PathBelowPrefix)[1..];

    private WireAnswer Error(WireRequest request, string code, string message) => Error(request,
        VendorErrors.Find(Vendor.Cos, code) ?? throw new ArgumentException($"errors.json has no row {code}.", nameof(code)), message);

    private async Task<WireAnswer> PutAsync(WireRequest request, string key, CancellationToken cancellationToken)
    {
        if (!request.HasLength)
        {
            return Error(request, "MissingContentLength", "You must provide the Content-Length HTTP header.");
        }

        if (request.IsTooLarge)
        {
            return Error(request, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed object size.");
        }

        if (request.Header("Content-MD5") is { Length: > 0 } digest && RefusalOfDigest(request, digest) is { } refusal)
        {
            return refusal;
        }

        store.Put(key, new(request.Body, request.Header("Content-Type") ?? "application/octet-stream"));
        return Upload(request.Parameter("ci-process") is null ? Empty(200) : await RecogniseAsync(request, request.Body, cancellationToken), request.Body);
    }

    [SuppressMessage("Security", "CA5351", Justification = "Content-MD5 is MD5.")]
    private WireAnswer? RefusalOfDigest(WireRequest request, string digest)
    {
        var sum = new byte[16];
        return !Convert.TryFromBase64String(digest, sum, out var length) || length != 16 ? Error(request, "InvalidDigest", "The Content-MD5 you specified is not valid.")
            : !MD5.HashData(request.Body).AsSpan().SequenceEqual(sum) ? Error(request, "BadDigest", "The Content-MD5 you specified did not match what we received.")
            : null;
    }

    private async Task<WireAnswer> RecogniseAsync(WireRequest request, byte[] picture, CancellationToken cancellationToken)
    {
        if (request.Parameter("ci-process") != "IDCardOCR")
        {
            return Error(request, "InvalidArgument", "The value of ci-process is not known.");
        }

        var side = request.Parameter("CardSide");
        if (side is not (null or "FRONT" or "BACK"))
        {
            return Error(request, "InvalidParameterValue.InvalidParameterValueLimit", "The value of CardSide is wrong.");
        }

        if (Config(request.Parameter("Config")) is not { } config)
        {
            return Error(request, "InvalidParameter.ConfigFormatError", "Config is not in JSON format.");
        }

        if (picture.Length == 0)
        {
            return Error(request, "FailedOperation.EmptyImageError", "The image is empty.");
        }

        if ((picture.Length + 2L) / 3 * 4 > MaxText)
        {
            return Error(request, "LimitExceeded.TooLargeFileError", "The file is too large.");
        }

        if (PictureKind.Of(picture) is not { Format: PictureFormat.Jpeg or PictureFormat.Png or PictureFormat.Bmp })
        {
            return Error(request, "FailedOperation.ImageDecodeFailed", "Image decoding failed.");
        }

        var cards = (await truths.ReadAsync(picture, cancellationToken) ?? []).Where(card => card.DocumentType == "chn-id").ToList();
        if (cards.Count > 1 && config.Contains("MultiCardDetect"))
        {
            return Error(request, "FailedOperation.MultiCardError", "There are several cards in the image.");
        }

        if (cards.FirstOrDefault(card => side is null || card.IsBack == (side == "BACK")) is not { } truth)
        {
            return Error(request, "FailedOperation.ImageNoIdCard", "No ID card is found in the image.");
        }

        return truth.Has(Defect.Blurred)
            ? Error(request, "FailedOperation.ImageBlur", "The image is blurred.")
            : new WireAnswer(200, "application/xml", Xml(ChineseCard.Response(truth, config, picture, dialect.Current)), WireAnswer.Ok)
                .With("x-cos-request-id", NewId()).With("x-ci-request-id", NewId()).With("Server", "tencent-ci");
    }

    /// <summary>The switches that are on; null if the text is not a JSON object of known names with true or false.</summary>
    private static HashSet<string>? Config(string? text)
    {
        if (text is null)
        {
            return [];
        }

        try
        {
            using var json = StrictJson.Parse(Encoding.UTF8.GetBytes(text));
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.EnumerateObject().All(pair => pair.Value.ValueKind is JsonValueKind.True or JsonValueKind.False && ChineseCard.Switches.Contains(pair.Name))
                ? [.. json.RootElement.EnumerateObject().Where(pair => pair.Value.ValueKind == JsonValueKind.True).Select(pair => pair.Name)] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [SuppressMessage("Security", "CA5351", Justification = "The vendor's ETag of a whole upload is its MD5.")]
    private static WireAnswer Upload(WireAnswer answer, byte[] bytes) => answer.Status != 200 ? answer : answer
        .With("ETag", $"\"{Convert.ToHexStringLower(MD5.HashData(bytes))}\"")
        .With("x-cos-hash-crc64ecma", Crc64.Of(bytes).ToString(CultureInfo.InvariantCulture));

    private static WireAnswer Empty(int status) =>
        new WireAnswer(status, "", [], WireAnswer.Ok).With("x-cos-request-id", NewId()).With("Server", "tencent-cos");

    private static byte[] Xml(XElement root) => Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='utf-8' ?>\n" + root);

    private static string NewId() => Convert.ToBase64String(Encoding.ASCII.GetBytes(Guid.NewGuid().ToString("N")));
}
