using IdOcrPortal.Documents;
using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Submissions;

namespace IdOcrPortal.Web.Review;

/// <summary>Why a document is rejected or a new photo is asked for. Codes are stable.</summary>
/// <param name="Code">Stable code, such as <c>quality.blurred</c>.</param>
/// <param name="Verdict">Reject (final) or NewPhoto (retry).</param>
/// <param name="Label">For the officer.</param>
/// <param name="UploaderText">For the uploader: what is wrong and what to do.</param>
public sealed record DecisionReason(string Code, Data.Verdict Verdict, string Label, string UploaderText)
{
    /// <summary>All reasons, in the order of their number keys.</summary>
    public static IReadOnlyList<DecisionReason> All { get; } =
    [
        new("quality.blurred", Data.Verdict.NewPhoto, "Blurred or too small", "The picture is not sharp enough. Take it again, close, in good light, holding still."),
        new("quality.glare", Data.Verdict.NewPhoto, "Glare or shadow hides text", "Light or shadow hides part of the text. Tilt the document or move away from the lamp, and take it again."),
        new("quality.cut_off", Data.Verdict.NewPhoto, "Not wholly in the picture", "Part of the document is outside the picture. Take it again with all four corners visible."),
        new("quality.wrong_side", Data.Verdict.NewPhoto, "Wrong page or side", "This is not the page that is needed. Take the page with the portrait and the lines of < signs."),
        new("validity.expired", Data.Verdict.Reject, "Expired", "The document has expired. Send a valid one."),
        new("data.mismatch", Data.Verdict.Reject, "Values contradict each other", "The values on the document contradict each other. Contact the office that issued it."),
        new("authenticity.copy", Data.Verdict.Reject, "Copy or photo of a screen", "The picture shows a copy. Send a photo of the original document."),
        new("authenticity.altered", Data.Verdict.Reject, "Looks altered", "The document cannot be accepted. Contact us if you think this is wrong."),
        new("policy.unsupported", Data.Verdict.Reject, "Not a supported document", "This kind of document is not accepted here. See the list on the upload page."),
    ];
}

/// <summary>A warning or finding on the review screen.</summary>
/// <param name="Service">Id of the service, or <c>Local</c> for our own rules.</param>
/// <param name="Acknowledged">Whether somebody acknowledged it in this round.</param>
/// <param name="NeedsAcknowledgement">Severity High or Critical.</param>
public sealed record DeskWarning(string Service, string Code, Severity Severity, string Meaning, string LookFor, bool NeedsAcknowledgement, bool Acknowledged);

/// <summary>A field on the review screen: what the rules proved, with what people confirmed in this round.</summary>
public sealed record DeskField(FieldDefinition Definition, ProvenField Proven, FieldStatus Status, string? ConfirmedBy);

/// <summary>An action that the screen offers, and why it cannot be taken now.</summary>
/// <param name="Blockers">Sentences, each about one thing to do first; empty when the action may be taken.</param>
/// <param name="FirstOpenField">Field to go to first, where a field is the cause.</param>
public sealed record DeskAction(IReadOnlyList<string> Blockers, string? FirstOpenField)
{
    /// <summary>Whether the service would accept it now.</summary>
    public bool IsPossible => Blockers.Count == 0;
}

/// <summary>One document on the review screen, for the person who holds it.</summary>
public sealed record DeskDocument(
    Guid Id, string ShortId, DocumentState State, int Round, long Version, string? TypeId, string TypeName, DateTimeOffset ReceivedAt,
    string? Service, string? ServiceName, string? RequestId, int LatencyMs, bool HasPortrait, bool PortraitCutLocally, int Rotation, int PictureWidth, int PictureHeight,
    IReadOnlyList<DeskField> Fields, IReadOnlyList<DeskWarning> Warnings, IReadOnlyList<Check> Checks, IReadOnlyList<Proposal> Proposals,
    IReadOnlyList<string> MrzLines, IReadOnlyList<float[]> MrzProbabilities, IReadOnlyDictionary<Coverage, CoverageResult> Coverage,
    bool HeldByMe, string? Holder, DateTimeOffset? ClaimUntil, IReadOnlyList<string> SecondReviewCauses, bool IsSecondReview, string? RecommendedBy,
    DeskAction Approve, DeskAction Reject)
{
    /// <summary>Whether the reading stands in for that of a better service which could not be had.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>Whether the sandbox played the service: every value is invented.</summary>
    public bool IsSandbox { get; init; }

    /// <summary>Why there is no reading; <see langword="null"/> where there is one.</summary>
    public RecognitionTrouble? Trouble { get; init; }

    /// <summary>Readings beside the one in use.</summary>
    public int OtherReadings { get; init; }

    /// <summary>Name of the service whose second opinion was asked for and is not there yet.</summary>
    public string? OpinionPending { get; init; }

    /// <summary>Services that may read it once more; empty where it need not be.</summary>
    public IReadOnlyList<ServiceChoice> ReadAgainChoices { get; init; } = [];
}
