using IdOcrPortal.Documents;
using IdOcrPortal.Recognition;

namespace IdOcrPortal.Web.Recognising;

/// <summary>The encrypted part of a reading: everything that was read and proved, as it was then.</summary>
public sealed record StoredReading(
    string? TypeId, Evidence Evidence, IReadOnlyList<float[]> MrzProbabilities, Proof? Proof, IReadOnlyList<Warning> Warnings,
    IReadOnlyDictionary<Coverage, CoverageResult> Coverage, byte[] RawAnswer);
