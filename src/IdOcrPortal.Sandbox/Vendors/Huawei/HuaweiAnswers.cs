using System.Text.Json.Nodes;
using IdOcrPortal.Sandbox.Errors;
using IdOcrPortal.Sandbox.Wire;

namespace IdOcrPortal.Sandbox.Vendors.Huawei;

/// <summary>The shapes that all Huawei answers share.</summary>
internal static class HuaweiAnswers
{
    /// <summary>An OCR or gateway error. Gateway errors (APIG, APIGW) carry their request id in the body.</summary>
    internal static WireAnswer Error(VendorError error, string? message = null)
    {
        var id = NewId();
        var body = new JsonObject { ["error_code"] = error.Code, ["error_msg"] = message ?? Words(error.Code) };
        if (error.Code.StartsWith("APIG", StringComparison.Ordinal))
        {
            body["request_id"] = id;
        }

        return WireAnswer.OfJson(error.Status, body, error.Code).With("X-Request-Id", id);
    }

    /// <summary>The error of a code that is known to be in the table.</summary>
    internal static WireAnswer Error(string code, string? message = null, int? http = null) =>
        Error(VendorErrors.Find(Vendor.Huawei, code, http) ?? throw new ArgumentException($"errors.json has no row {code}.", nameof(code)), message);

    internal static WireAnswer Result(JsonObject result) =>
        WireAnswer.OfJson(200, new JsonObject { ["result"] = result }).With("X-Request-Id", NewId());

    internal static string NewId() => Guid.NewGuid().ToString("N");

    private static string Words(string code) => code switch
    {
        "AIS.0101" => "The input parameter is invalid.",
        "AIS.0102" => "The image format is not supported.",
        "AIS.0103" => "The image size does not meet the requirements.",
        "AIS.0104" => "The input image type is not supported or the image quality is poor.",
        "APIG.0101" => "The API does not exist or has not been published in the environment.",
        "APIG.0307" => "The token must be updated.",
        "APIG.0308" => "The throttling threshold has been reached: policy ip over ratelimit,limit:10,time:1 minute",
        _ => $"The request failed ({code}).",
    };
}
