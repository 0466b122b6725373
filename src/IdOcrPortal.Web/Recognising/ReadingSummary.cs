using IdOcrPortal.Documents;
using IdOcrPortal.Recognition.Connectors.OfflineEngine;
using IdOcrPortal.Recognition.Routing;
using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Review;

namespace IdOcrPortal.Web.Recognising;

/// <summary>What the portal itself says of a reading, beside the service's own warnings.</summary>
internal static class LocalWarnings
{
    /// <summary>The service that our own rules stand under.</summary>
    internal const string Service = "Local";

    /// <summary>The document was read without a vendor.</summary>
    internal const string OfflineRecognised = "offline.recognised";

    /// <summary>The picture shows another document than its uploader said.</summary>
    internal const string TypeDiffers = "type.differs";

    /// <summary>A better service could not be had.</summary>
    internal const string Provisional = "route.fallback";

    /// <summary>An earlier call ended without an answer.</summary>
    internal const string DoubleCharge = "call.unknown_outcome";

    /// <summary>What the way to this reading says about it.</summary>
    internal static IEnumerable<Warning> OfRoute(ClaimedJob job, IReadOnlyList<ServiceSetup> services)
    {
        if (job.Route.Reason == RouteReason.Fallback)
        {
            var better = job.Route.Skipped.Where(skip => skip.Reason is SkipReason.CutOff or SkipReason.GaveUp).Select(skip => services.FirstOrDefault(service => service.Info.Id == skip.Service)?.Info.Name ?? skip.Service);
            yield return new Warning(
                Service, Provisional, Severity.Medium, $"A provisional reading: {string.Join(" and ", better)} could not be had.", "Every value, or have it read again when the service works (second opinion).");
        }

        if (job.UnknownOutcomes > 0)
        {
            yield return new Warning(
                Service, DoubleCharge, Severity.Low, "An earlier call for this document ended without an answer and was repeated: it may have been charged twice.", "Nothing on the picture. The calls stand with their times under Recognition runs.");
        }
    }

    /// <summary>All that the portal has to say.</summary>
    /// <param name="requestedTypeId">What the uploader chose; <see langword="null"/> for "Detect".</param>
    internal static IReadOnlyList<Warning> Of(Reading reading, Proof? proof, string? requestedTypeId) =>
        requestedTypeId is not null && reading.TypeId is { } found && found != requestedTypeId
            ? [new Warning(Service, TypeDiffers, Severity.High, $"The uploader chose {DocumentNames.Type(requestedTypeId)}; the picture shows {DocumentNames.Type(found)}.", "Which document this is, and whether it is the one that was asked for."), .. HowFar(reading, proof)]
            : HowFar(reading, proof);

    /// <summary>
    /// Says of an offline reading how far it carries: Low where the zone passed the strict gate and a document type proved it, High (and so a second
    /// officer) where nothing independent speaks for it. Empty for a vendor's reading.
    /// </summary>
    private static IReadOnlyList<Warning> HowFar(Reading reading, Proof? proof)
    {
        if (reading.Service != OfflineEngineConnector.Id)
        {
            return [];
        }

        return reading.Evidence.MrzAccepted && proof is not null
            ? [new Warning(Service, OfflineRecognised, Severity.Low, "Read by the built-in engine; the machine-readable zone is proved by its check digits.", "Whether the printed part says the same as the machine-readable zone.")]
            : [new Warning(Service, OfflineRecognised, Severity.High, "Read by the built-in engine, and no check proves the whole of it.", "Every value: compare it letter by letter with the picture.")];
    }
}

/// <summary>What queues and charts need of a reading: counts, never values.</summary>
/// <param name="Fields">Fields that somebody gave a value.</param>
/// <param name="NeedAttention">Fields that somebody has to look at: the same that the review screen opens with.</param>
/// <param name="NeedsSecondReview">A warning or finding of severity High or above.</param>
internal sealed record ReadingSummary(
    int Fields, int NeedAttention, FieldStatus? Worst, int Critical, int High, int Medium, int Low, bool NeedsSecondReview, IReadOnlyList<string> Codes)
{
    internal static ReadingSummary Of(StoredReading reading)
    {
        var findings = reading.Proof?.Findings ?? [];
        Severity[] severities = [.. reading.Warnings.Select(warning => warning.Severity), .. findings.Select(finding => finding.Severity)];
        int Count(Severity severity) => severities.Count(found => found == severity);

        string[] codes = [.. reading.Warnings.Select(warning => $"{warning.Service}:{warning.Code}"), .. findings.Select(finding => $"{LocalWarnings.Service}:{finding.Code}")];
        var second = severities.Any(severity => severity >= Severity.High);
        if (reading.Proof is not { } proof)
        {
            var named = reading.Evidence.Claims.Select(claim => claim.Field).Distinct(StringComparer.Ordinal).Count();
            return new ReadingSummary(
                named, named, FieldStatus.Attention, Count(Severity.Critical), Count(Severity.High), Count(Severity.Medium), Count(Severity.Low), NeedsSecondReview: true, codes);
        }

        return new ReadingSummary(
            proof.Fields.Count(field => field.Original is not null),
            proof.Fields.Count(field => NeedsAttention(DocumentTypes.Find(proof.TypeId)!.DefinitionOf(field.Name), field)),
            proof.Fields.Count == 0 ? null : proof.Fields.Max(field => field.Status),
            Count(Severity.Critical), Count(Severity.High), Count(Severity.Medium), Count(Severity.Low), second, codes);
    }

    private static bool NeedsAttention(FieldDefinition definition, ProvenField field) =>
        !Approval.IsAbsent(definition, field) && Approval.NeedsAttention(definition, field.Status);

    /// <summary>Writes the counts to the document's row.</summary>
    internal void ApplyTo(DocumentRow document)
    {
        document.FieldCount = Fields;
        document.AttentionCount = NeedAttention;
        document.WorstStatus = Worst;
        document.CriticalCount = Critical;
        document.HighCount = High;
        document.MediumCount = Medium;
        document.LowCount = Low;

        // Where two officers disagreed before, two have to agree whatever is read later.
        document.NeedsSecondReview = NeedsSecondReview || document.Round > 1;
    }
}
