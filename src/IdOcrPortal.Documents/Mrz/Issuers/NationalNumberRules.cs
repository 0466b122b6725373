namespace IdOcrPortal.Documents;

/// <summary>Which national number stands in whose optional data.</summary>
internal static class NationalNumberRules
{
    /// <summary>Every such rule.</summary>
    internal static IssuerRule[] Rules { get; } =
    [
    ];
}
