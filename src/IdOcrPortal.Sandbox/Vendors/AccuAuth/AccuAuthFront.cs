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

        CardForm form;
        try
        {
            form = await CardForm.ReadAsync(request, cancellationToken);
        }
        catch (InvalidDataException broken)
        {
            return Error("INVALID_ARGUMENT", broken.Message);
        }

        if (form.File is null == string.IsNullOrEmpty(form.ImageBase64))
        {
            return Error("INVALID_ARGUMENT", form.File is null ? "no file or image_base64 provided" : "both file and image_base64 provided");
        }

        byte[] picture;
        try
        {
            picture = form.File ?? Convert.FromBase64String(form.ImageBase64!);
        }
        catch (FormatException)
        {
            return Error("INVALID_ARGUMENT", "image_base64 is not Base64");
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

    internal override WireAnswer Error(WireRequest request, VendorError error, string? message = null) =>
        error.Code == VendorErrors.EmptyResults ? Results([], error.Code) : Answer(error.Status, error.Code, message ?? "the request failed");

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
