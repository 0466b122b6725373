namespace IdOcrPortal.Documents;

/// <summary>How much a warning or finding matters to the person who decides; the order is the order of severity.</summary>
public enum Severity
{
    /// <summary>Worth knowing; asks for nothing.</summary>
    Info,

    /// <summary>Look once.</summary>
    Low,

    /// <summary>Look closely.</summary>
    Medium,

    /// <summary>A second officer has to look as well.</summary>
    High,

    /// <summary>Has to be acknowledged before anybody can approve.</summary>
    Critical,
}
