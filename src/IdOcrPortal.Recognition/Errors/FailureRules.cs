using System.Collections.Frozen;

namespace IdOcrPortal.Recognition.Errors;

/// <summary>
/// Which failure class a vendor's error belongs to: the named examples of the class table (recognition queue, section 5 of the security requirements) first, then
/// the catalogue's columns fault and retry, then for codes outside the catalogue prefix and HTTP status. The code decides before the status.
/// </summary>
internal static class FailureRules
{
    // A better photo may be read, although the catalogue says no more than "image". The others of that fault are about the file.
    private static readonly FrozenSet<string> BetterPhoto = new[]
    {
        "AIS.0104", "AIS.0119", "AIS.0120", "AIS.0122", "FailedOperation.NoMASIDCard", "FailedOperation.ImageBlur", "FailedOperation.ImageNoText",
        "FailedOperation.ImageNoIdCard", "FailedOperation.ImageNoSpecifiedCard", "FailedOperation.IdCardTooSmall", "FailedOperation.IdCardInfoIllegal",
        "FailedOperation.MultiCardError", "FailedOperation.FieldException", "FailedOperation.InvalidPostalCodeLength", "DETECTION_FAILED", VendorErrors.EmptyResults,
    }.ToFrozenSet(StringComparer.Ordinal);

    // Our request by the catalogue, and yet most often this file: the class table says InputFinal.
    private static readonly FrozenSet<string> RefusedFile = new[] { "AIS.0101", "INVALID_ARGUMENT" }.ToFrozenSet(StringComparer.Ordinal);

    // Who we are, and what we may do; the rest of the fault "configuration" is about addresses, regions and subscriptions.
    private static readonly FrozenSet<string> Credentials = new[]
    {
        "ModelArts.0203", "ModelArts.4101", "ModelArts.4102", "ModelArts.4103", "ModelArts.4203", "APIG.0301", "APIG.0302", "APIG.0303", "APIG.0304", "APIG.0305", "APIG.0306",
        "APIG.0307", "APIG.0311", "APIG.0802", "APIG.1009", "UnauthorizedOperation", "AccessDenied", "AccessForbidden", "ExpiredToken", "InvalidAccessKeyId",
        "NoProcessAuthority", "RequestTimeTooSkewed", "SignatureDoesNotMatch", "UNAUTHORIZED", "KEY_EXPIRED", "NO_PERMISSION",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Class of a row of the catalogue.</summary>
    /// <param name="code">The row's own code.</param>
    /// <param name="status">HTTP status of the answer; 0: not known.</param>
    public static FailureClass Of(string code, VendorFault fault, VendorRetry retry, int status)
    {
        if (RefusedFile.Contains(code))
        {
            return FailureClass.InputFinal;
        }

        if (BetterPhoto.Contains(code))
        {
            return FailureClass.InputQuality;
        }

        if (Credentials.Contains(code) || code.StartsWith("AuthFailure.", StringComparison.Ordinal) || (code == "IAM" && status is 401 or 403))
        {
            return FailureClass.Credential;
        }

        return (fault, retry) switch
        {
            (VendorFault.Image, _) => FailureClass.InputFinal,
            (VendorFault.Quota, VendorRetry.BackOff) => FailureClass.Throttled,
            (VendorFault.Vendor or VendorFault.Software, VendorRetry.BackOff or VendorRetry.Once or VendorRetry.Manual) => FailureClass.Transient,
            _ => FailureClass.Configuration,
        };
    }

    /// <summary>Class of a code that is not in the catalogue. What nothing speaks of is <see cref="FailureClass.Transient"/>.</summary>
    /// <param name="status">HTTP status of the answer; 0: not known.</param>
    public static FailureClass OfUnknown(Vendor vendor, string code, int status) => (vendor, code) switch
    {
        (Vendor.Huawei, _) when IsGateway(code, "03") => FailureClass.Credential,
        (Vendor.Huawei, _) when IsGateway(code, "05") || code.StartsWith("ModelArts.42", StringComparison.Ordinal) || code.StartsWith("ModelArts.47", StringComparison.Ordinal) => FailureClass.Configuration,
        (Vendor.TencentApi or Vendor.TencentCi, _) when code.StartsWith("AuthFailure", StringComparison.Ordinal) => FailureClass.Credential,
        _ => status switch
        {
            401 or 403 => FailureClass.Credential,
            402 or 404 or 405 or 410 or 451 or (>= 300 and < 400) => FailureClass.Configuration,
            413 or 415 => FailureClass.InputFinal,
            429 => FailureClass.Throttled,
            _ => FailureClass.Transient,
        },
    };

    private static bool IsGateway(string code, string group) =>
        code.StartsWith("APIG." + group, StringComparison.Ordinal) || code.StartsWith("APIGW." + group, StringComparison.Ordinal);
}
