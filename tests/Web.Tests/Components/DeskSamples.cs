using IdOcrPortal.Documents;
using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Review;
using IdOcrPortal.Web.Submissions;

namespace IdOcrPortal.Web.Tests.Components;

/// <summary>What the review screen shows of the specimen passport of Doc 9303, with the parts that a test is about.</summary>
internal static class DeskSamples
{
    internal static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    internal static readonly IReadOnlyList<string> Zone = ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"];

    internal static DeskField Field(
        string name = FieldNames.BirthDate, FieldStatus status = FieldStatus.Read, bool isKey = true, string? original = "740812", string? normalised = "1974-08-12",
        double? confidence = 0.97, string? confirmedBy = null, params string[] checks) => new(
            new FieldDefinition(name, name == FieldNames.BirthDate ? "Date of birth" : name, FieldGroup.Identity, isKey),
            new ProvenField(name, original, normalised, "YYMMDD, past date", confidence, original is null ? null : ClaimSource.Mrz, status, "Because.", checks),
            status,
            confirmedBy);

    internal static DeskWarning Warning(string code, Severity severity, bool acknowledged = false) =>
        new("Local", code, severity, $"Meaning of {code}.", "", severity >= Severity.High, acknowledged);

    internal static DeskDocument Document(
        DeskAction? approve = null, DeskAction? reject = null, IReadOnlyList<string>? causes = null, bool isSecondReview = false) => new(
            new Guid("4f2ab1c0-0000-4000-8000-000000000001"), "9WNB", DocumentState.ReadyForReview, Round: 1, Version: 3, "passport", "Passport", Noon.AddHours(-1),
            "OfflineEngine", "Built-in offline engine", RequestId: null, LatencyMs: 80, HasPortrait: true, PortraitCutLocally: true, Rotation: 0, PictureWidth: 1200, PictureHeight: 850,
            [], [], [], [], Zone, [], new Dictionary<Coverage, CoverageResult>(),
            HeldByMe: true, "Dara Reviewer", Noon.AddMinutes(15), causes ?? [], isSecondReview, RecommendedBy: null,
            approve ?? new DeskAction([], null), reject ?? new DeskAction([], null));
}
