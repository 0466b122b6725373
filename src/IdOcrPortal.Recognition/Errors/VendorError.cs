namespace IdOcrPortal.Recognition.Errors;

/// <summary>Whose list of error codes.</summary>
public enum Vendor
{
    /// <summary>Huawei Cloud OCR, its gateway and its login service (IAM).</summary>
    Huawei,

    /// <summary>Tencent Cloud API 3.0 (MLIDCardOCR).</summary>
    TencentApi,

    /// <summary>Tencent Cloud Infinite on COS (IDCardOCR).</summary>
    TencentCi,

    /// <summary>AccuAuth.</summary>
    AccuAuth,
}

/// <summary>Whose fault an error is.</summary>
public enum VendorFault
{
    /// <summary>The picture's.</summary>
    Image,

    /// <summary>Keys, region, permission, subscription.</summary>
    Configuration,

    /// <summary>Money or rate.</summary>
    Quota,

    /// <summary>The vendor's.</summary>
    Vendor,

    /// <summary>Ours: the portal built a wrong request.</summary>
    Software,

    /// <summary>Belongs to another function of the same vendor and is not expected from ours.</summary>
    OtherApi,

    /// <summary>The code is in no list.</summary>
    Unknown,
}

/// <summary>What the vendor's documentation makes of a second try.</summary>
public enum VendorRetry
{
    /// <summary>Useless: the same answer would come back.</summary>
    No,

    /// <summary>Harmful: repeating locks the key or is punished.</summary>
    Never,

    /// <summary>Useful after a growing pause.</summary>
    BackOff,

    /// <summary>Useful once.</summary>
    Once,

    /// <summary>Once, with a fresh token or fresh temporary keys.</summary>
    OnceWithNewToken,

    /// <summary>Once, signed again after a look at the clock.</summary>
    OnceSignedAgain,

    /// <summary>For a person to decide.</summary>
    Manual,
}

/// <summary>Whether the failed call costs money.</summary>
public enum VendorBilling
{
    /// <summary>Documented as free.</summary>
    No,

    /// <summary>Not expected, and no source says so for certain.</summary>
    NotExpected,

    /// <summary>Charged on one of the vendor's price pages and free on the other.</summary>
    DependsOnRegion,

    /// <summary>No source says.</summary>
    Unconfirmed,
}

/// <summary>What one error answer of a vendor means to us.</summary>
/// <param name="Vendor">Whose code it is.</param>
/// <param name="Code">The raw code as it came, without control characters and at most <see cref="VendorErrors.LongestCode"/> letters.</param>
/// <param name="Class">What happens next.</param>
/// <param name="Fault">Whose fault it is.</param>
/// <param name="Retry">What a second try would do.</param>
/// <param name="Wait">The pause that the vendor advises before a second try, its longer end; <see langword="null"/> where it advises none.</param>
/// <param name="Billing">Whether the call costs money all the same.</param>
/// <param name="Message">For operators: what is wrong and what to do.</param>
/// <param name="IsKnown">
/// Whether the catalogue has the code. A <see cref="FailureClass.Transient"/> error that is not known is tried twice at most (requirement RQ-6).
/// </param>
public sealed record VendorError(
    Vendor Vendor, string Code, FailureClass Class, VendorFault Fault, VendorRetry Retry, TimeSpan? Wait, VendorBilling Billing, string Message, bool IsKnown);
