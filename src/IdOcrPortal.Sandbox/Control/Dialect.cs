namespace IdOcrPortal.Sandbox.Control;

/// <summary>The forms in which Tencent's <c>AdvancedInfo</c> has come over the years.</summary>
public enum AdvancedInfoForm
{
    /// <summary>JSON with confidences as texts, inside a string.</summary>
    Confidences,

    /// <summary>The text <c>1</c>.</summary>
    One,

    /// <summary>An empty text.</summary>
    Empty,
}

/// <summary>Where a vendor's answers have had several forms, the one that the sandbox speaks.</summary>
public sealed record Dialect
{
    public AdvancedInfoForm AdvancedInfo { get; init; }

    /// <summary>MLIDCardOCR: warnings in the old field <c>Warn</c> with its own meanings, and no <c>WarnCardInfos</c>.</summary>
    public bool OldWarn { get; init; }

    /// <summary>MLIDCardOCR: the warning capability is not enabled (-9109).</summary>
    public bool WarningsNotEnabled { get; init; }

    /// <summary>IDCardOCR: <c>WarnInfos</c> under <c>IdInfo</c>, as the table has it, and not under <c>AdvancedInfo</c>, as the official client reads it.</summary>
    public bool WarnInfosUnderIdInfo { get; init; }

    /// <summary>IDCardOCR: the code in a child <c>Code</c>.</summary>
    public bool WarnInfosWithCode { get; init; }

    /// <summary>IDCardOCR: codes with a minus sign, as the sister API has them.</summary>
    public bool NegativeWarnInfos { get; init; }
}

/// <summary>What the control endpoint has set.</summary>
internal sealed class DialectChoice
{
    internal Dialect Current { get; set; } = new();
}
