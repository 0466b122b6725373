using System.Text.Json.Nodes;
using IdOcrPortal.Sandbox.Errors;
using IdOcrPortal.Sandbox.Truth;
using IdOcrPortal.Sandbox.Wire;

namespace IdOcrPortal.Sandbox.Vendors.AccuAuth;

/// <summary>AccuAuth: <c>POST /ocr/idcard</c>.</summary>
internal sealed class AccuAuthFront(AccuAuthSettings settings, TruthBook truths) : VendorFront
{
    private const int MaxFile = 5 * 1024 * 1024;

    internal override WireAnswer? Refusal(WireRequest request)
    {
        if (request.Method != "POST" || request.PathBelowPrefix != "/ocr/idcard")
        {
            return Error("NOT_FOUND", "Not found.");
        }

        var id = request.Header("X-DF-API-ID") ?? "";
        if (settings.ExpiredIds.Contains(id))
        {
            return Error("KEY_EXPIRED", "The API id has expired.");
        }

        return id == settings.Id && Digest.Same(request.Header("X-DF-API-SECRET") ?? "", settings.Secret) ? null : Error("UNAUTHORIZED", "API id or secret is wrong.");
    }

    internal override async Task<WireAnswer> AnswerAsync(WireRequest request, CancellationToken cancellationToken)
    {
        if (request.IsTooLarge)
        {
            return Error("INVALID_ARGUMENT", "file is too large");
        }

        var (picture, wrong) = await GivenAsync(request, cancellationToken);
        if (picture is null)
        {
            return Error("INVALID_ARGUMENT", wrong!);
        }

        if (RefusalOf(picture) is { } reason)
        {
            return Error("INVALID_ARGUMENT", reason);
        }

        var seen = await truths.ReadAsync(picture, cancellationToken);
        var cards = seen?.Where(card => card.DocumentType == "idn-ktp").ToList();
        // A known picture without any card stands for the undescribed answer "OK, and nothing in it".
        return cards is null || cards.Count == 0 && seen!.Count > 0
            ? Error("DETECTION_FAILED", "no ID card detected")
            : Results(cards, WireAnswer.Ok);
    }

    internal override async Task<byte[]?> PictureAsync(WireRequest request, CancellationToken cancellationToken) => (await GivenAsync(request, cancellationToken)).Picture;

    internal override WireAnswer Error(WireRequest request, VendorError error, string? message = null) =>
        error.Code == VendorErrors.EmptyResults ? Results([], error.Code) : Answer(error.Status, error.Code, message ?? "the request failed");

    /// <summary>The picture, or the reason why there is none.</summary>
    private static async Task<(byte[]? Picture, string? Wrong)> GivenAsync(WireRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var form = await CardForm.ReadAsync(request, cancellationToken);
            return form switch
            {
                { File: { } file, ImageBase64: null or "" } => (file, null),
                { File: null, ImageBase64: { Length: > 0 } text } => (Convert.FromBase64String(text), null),
                { File: null } => (null, "no file or image_base64 provided"),
                _ => (null, "both file and image_base64 provided"),
            };
        }
        catch (InvalidDataException broken)
        {
            return (null, broken.Message);
        }
        catch (FormatException)
        {
            return (null, "image_base64 is not Base64");
        }
    }

    private static string? RefusalOf(byte[] picture)
    {
        if (picture.Length > MaxFile)
        {
            return "file is larger than 5 MB";
        }

        return PictureKind.Of(picture) switch
        {
            { Format: PictureFormat.Pdf } => null,
            not { Format: PictureFormat.Jpeg or PictureFormat.Png } => "file type is not supported",
            var kind => kind.Value.ShortSide < 128 || kind.Value.LongSide > 6000 ? "image size has to be from 128x128 to 6000x6000" : null,
        };
    }

    private static WireAnswer Error(string code, string reason) => Answer(VendorErrors.StatusOf(Vendor.AccuAuth, code), code, reason);

    private static WireAnswer Answer(int status, string code, string reason) =>
        WireAnswer.OfJson(status, new JsonObject { ["request_id"] = NewId(), ["status"] = code, ["reason"] = reason }, code);

    private static WireAnswer Results(IReadOnlyList<SpecimenTruth> cards, string outcome) => WireAnswer.OfJson(200, new JsonObject
    {
        ["request_id"] = NewId(),
        ["status"] = "OK",
        ["results"] = new JsonArray([.. cards.Select(card => (JsonNode)IndonesianCard.Result(card))]),
    }, outcome);

    private static string NewId() => "TID" + Guid.NewGuid().ToString("N");
}
