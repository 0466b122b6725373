using IdOcrPortal.Documents;

namespace IdOcrPortal.Web.Review;

/// <summary>One reading of a document beside the others.</summary>
/// <param name="Run">1 for the first reading of the document.</param>
/// <param name="Country">Country that the picture went to; <see langword="null"/>: nowhere.</param>
/// <param name="IsUsed">Whether the document is reviewed by this one.</param>
/// <param name="GivesConfidence">Whether the service gives confidences at all.</param>
/// <param name="Differing">Fields that mean something else here than in the reading in use.</param>
public sealed record OpinionReading(
    Guid Id, int Run, string Service, string ServiceName, string TypeName, DateTimeOffset At, int LatencyMs, string? RequestId, string? Country, bool IsSandbox, bool IsUsed, bool GivesConfidence,
    int Differing, int Critical, int High, int Medium, int Low);

/// <summary>What one reading says of one field.</summary>
/// <param name="Field"><see langword="null"/> where it gives no value.</param>
/// <param name="Agreement">Against the reading in use.</param>
public sealed record OpinionCell(ProvenField? Field, Agreement Agreement);

/// <summary>One field in all readings.</summary>
/// <param name="Cells">In the order of the readings; the first is that of the reading in use.</param>
/// <param name="Agreement">The gravest of its cells.</param>
public sealed record OpinionRow(FieldDefinition Definition, IReadOnlyList<OpinionCell> Cells, Agreement Agreement);

/// <summary>A second opinion that was asked for and is not there yet.</summary>
/// <param name="AskedAt">When; <see langword="null"/> where nobody recorded it.</param>
/// <param name="Waits">While it waits: for what, and until when.</param>
public sealed record OpinionPending(string Service, string ServiceName, DateTimeOffset? AskedAt, RecognitionTrouble? Waits);

/// <summary>The readings of a document side by side, for the person who holds it.</summary>
/// <param name="Version">Of the document: what its holder saw when they choose a reading.</param>
/// <param name="Issuer">Issuing state, for the language of the values.</param>
/// <param name="Readings">The reading in use first, then the newest of each other service.</param>
/// <param name="Rows">Fields that at least one reading gives.</param>
/// <param name="Failure">Why the last second opinion did not come about.</param>
/// <param name="AdoptionStartsRound">Whether choosing another reading voids a first officer's verdict.</param>
public sealed record OpinionView(
    Guid DocumentId, string ShortId, long Version, string? Issuer, IReadOnlyList<OpinionReading> Readings, IReadOnlyList<OpinionRow> Rows, OpinionPending? Pending, RecognitionTrouble? Failure,
    IReadOnlyList<ServiceChoice> Choices, bool AdoptionStartsRound);
