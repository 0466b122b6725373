using IdOcrPortal.Documents;
using IdOcrPortal.Reader;

namespace IdOcrPortal.Recognition;

/// <summary>A warning that a service gave about a document, in its own code and in ours.</summary>
/// <param name="Service">Id of the service: codes mean different things in different services.</param>
/// <param name="Code">The service's raw code.</param>
/// <param name="Severity">How grave we take it.</param>
/// <param name="Meaning">What it says, for people.</param>
/// <param name="LookFor">What to look for on the picture, for people.</param>
public sealed record Warning(string Service, string Code, Severity Severity, string Meaning, string LookFor);

/// <summary>What a service may look at besides the fields.</summary>
public enum Coverage
{
    Copy,
    Reshot,
    Edit,
    Occlusion,
    Blur,
    Validity,
    Portrait,
    Confidence,
}

/// <summary>Whether a service looked at something; what it did not offer is shown as missing, never as clean.</summary>
public enum CoverageResult
{
    RanClear,
    RanWarning,
    NotEnabled,
    NotOffered,
}

/// <summary>The holder's portrait as a service gave it, or as we cut it.</summary>
/// <param name="Jpeg">JPEG without metadata.</param>
/// <param name="CutLocally">Whether we cut it from the picture ourselves.</param>
public sealed record Portrait(byte[] Jpeg, bool CutLocally);

/// <summary>
/// What one service returned, in our terms: the one shape that all vendors map to. What a service does not give stays absent, never a default.
/// </summary>
/// <param name="Service">Id of the service.</param>
/// <param name="ServiceVersion">Version of the service or engine.</param>
/// <param name="TypeId">The document type that it found; <see langword="null"/> where it found none of ours.</param>
/// <param name="Evidence">Fields and machine-readable zone.</param>
/// <param name="MrzProbabilities">For each line and character of the zone the reader's probability; empty where the service gives none.</param>
/// <param name="Rotation">Degrees clockwise to turn the picture upright; 0 where unknown.</param>
/// <param name="Warnings">The service's warnings.</param>
/// <param name="Coverage">What the service looked at.</param>
/// <param name="Portrait">Portrait, where there is one.</param>
/// <param name="RequestId">The service's id of this request.</param>
/// <param name="RawAnswer">The answer byte for byte, kept encrypted; empty where there is none.</param>
public sealed record Reading(
    string Service, string ServiceVersion, string? TypeId, Evidence Evidence, IReadOnlyList<float[]> MrzProbabilities, int Rotation,
    IReadOnlyList<Warning> Warnings, IReadOnlyDictionary<Coverage, CoverageResult> Coverage, Portrait? Portrait, string? RequestId, byte[] RawAnswer)
{
    /// <summary>
    /// The portrait's four corners in the picture that was sent, pixels, clockwise from the top left of the upright card; <see langword="null"/> where the service says nothing of the place. We cut it there
    /// where the service sends no <see cref="Portrait"/>.
    /// </summary>
    public IReadOnlyList<PicturePoint>? PortraitCorners { get; init; }
}
