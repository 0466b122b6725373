namespace IdOcrPortal.Sandbox.Wire;

/// <summary>The five services speak over four fronts, and Huawei's login is a fifth.</summary>
public enum Vendor
{
    /// <summary>Huawei Cloud OCR: both functions.</summary>
    Huawei,

    /// <summary>Huawei's identity service, which gives out tokens.</summary>
    Iam,

    /// <summary>Tencent Cloud API 3.0.</summary>
    Tencent,

    /// <summary>Tencent COS with Cloud Infinite.</summary>
    Cos,

    /// <summary>AccuAuth.</summary>
    AccuAuth,
}
