namespace IdOcrPortal.Documents;

/// <summary>Who says that a field has a value.</summary>
public enum ClaimSource
{
    /// <summary>A recognition service, from the printed part of the document.</summary>
    Service,

    /// <summary>The machine-readable zone.</summary>
    Mrz,

    /// <summary>The offline engine, from the printed part of the document.</summary>
    LocalEngine,

    /// <summary>A person who looked at the picture.</summary>
    Person,

    /// <summary>The document number, which tells it (a MyKad prints no date of birth but in its number).</summary>
    DocumentNumber,
}

/// <summary>One value that somebody says a field has. The text is kept as it was given, in its own script.</summary>
/// <param name="Field">Name from <see cref="FieldNames"/>.</param>
/// <param name="Text">The original text; never empty.</param>
/// <param name="Confidence">The source's estimate of itself, 0 to 1; <see langword="null"/> where it gives none.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Side">The side it was read from, where the source says so.</param>
public sealed record Claim(string Field, string Text, double? Confidence, ClaimSource Source, CardSide? Side = null);

/// <summary>All that was read from one document, before anything of it is proved.</summary>
/// <param name="Claims">What was claimed, in any order; several claims for one field are compared with each other.</param>
/// <param name="MrzLines">The machine-readable zone character for character; empty where there is none.</param>
/// <param name="MrzAccepted">
/// Whether the zone may prove anything: the reader's strict gate let it pass (every check digit valid, nothing corrected, no doubtful character), or whoever
/// gave the lines vouches for each character and every check digit is valid.
/// </param>
public sealed record Evidence(IReadOnlyList<Claim> Claims, IReadOnlyList<string> MrzLines, bool MrzAccepted);
