namespace IdOcrPortal.Documents;

/// <summary>What is known of one field, from best to worst: where several hold, the greatest (worst) wins.</summary>
public enum FieldStatus
{
    /// <summary>A person compared the value with the picture in this round.</summary>
    Confirmed,

    /// <summary>At least one independent check passed and none failed.</summary>
    Verified,

    /// <summary>A service's value with acceptable confidence; nothing independent speaks for it.</summary>
    Read,

    /// <summary>Low confidence, or neither confidence nor check on a key field, or a value of a shape that no rule knows.</summary>
    Attention,

    /// <summary>Required and empty.</summary>
    Missing,

    /// <summary>Two sources disagree.</summary>
    Conflict,

    /// <summary>A check proves the value wrong.</summary>
    Failed,
}
