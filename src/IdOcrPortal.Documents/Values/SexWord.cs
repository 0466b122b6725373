namespace IdOcrPortal.Documents;

/// <summary>The word or letter for the sex on the printed part of a document.</summary>
internal static class SexWord
{
    /// <summary>M, F or X; <see langword="null"/> for a word that is none of ours: a near miss is never taken silently.</summary>
    internal static string? Normalise(string text) => text.Trim().ToUpperInvariant() switch
    {
        "M" or "MALE" => "M",
        "F" or "FEMALE" => "F",
        "X" or "<" => "X",
        _ => null,
    };
}
