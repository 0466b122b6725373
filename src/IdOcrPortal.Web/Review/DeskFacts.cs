using IdOcrPortal.Documents;
using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Recognising;
using IdOcrPortal.Web.Vault;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Review;

/// <summary>
/// Everything that rules about one document look at, read in one context: the screen shows what the rules make of it, and a command that
/// runs in a transaction reads it there again.
/// </summary>
/// <param name="ConfirmedBy">Field → name of who confirmed it, in this round.</param>
/// <param name="Acknowledged">Codes of warnings acknowledged in this round.</param>
/// <param name="Recommendation">The first officer's verdict in this round, while a second one is awaited.</param>
internal sealed record DeskFacts(
    DocumentRow Document, ReadingRow? Run, StoredReading? Reading, DocumentType? Type, IReadOnlyDictionary<string, string> ConfirmedBy,
    IReadOnlySet<string> Acknowledged, DecisionRow? Recommendation)
{
    /// <summary>
    /// Grave warnings that services gave with other readings of this picture. They are about the picture, so that they hold whatever reading is used: choosing a milder one makes no copy an original.
    /// </summary>
    internal IReadOnlyList<Warning> FromOtherReadings { get; init; } = [];

    /// <summary>Verdicts of the round before this one: two that disagreed, or one that was overtaken by another reading.</summary>
    internal int EarlierVerdicts { get; init; }

    /// <summary>Whether a second officer has to decide.</summary>
    internal bool NeedsSecondReview => Document.NeedsSecondReview || FromOtherReadings.Count > 0;

    internal IReadOnlySet<string> Confirmed { get; } = ConfirmedBy.Keys.ToHashSet(StringComparer.Ordinal);

    internal static async Task<DeskFacts> LoadAsync(PortalDb db, DocumentVault vault, DocumentRow document, CancellationToken cancellationToken)
    {
        var run = document.ReadingId is { } id ? await db.Readings.AsNoTracking().SingleAsync(reading => reading.Id == id, cancellationToken) : null;
        var reading = run is null ? null : await StoredReading.UnsealAsync(vault, document, run, cancellationToken);
        var confirmed = await db.Confirmations
            .Where(confirmation => confirmation.DocumentId == document.Id && confirmation.Round == document.Round)
            .Join(db.Users, confirmation => confirmation.ByUserId, user => user.Id, (confirmation, user) => new { confirmation.Field, user.DisplayName })
            .ToDictionaryAsync(confirmation => confirmation.Field, confirmation => confirmation.DisplayName, StringComparer.Ordinal, cancellationToken);
        var acknowledged = await db.Acknowledgements
            .Where(acknowledgement => acknowledgement.DocumentId == document.Id && acknowledgement.Round == document.Round)
            .Select(acknowledgement => acknowledgement.Code)
            .ToListAsync(cancellationToken);
        var recommendation = await db.Decisions.AsNoTracking()
            .Where(decision => decision.DocumentId == document.Id && decision.Round == document.Round && !decision.IsFinal)
            .SingleOrDefaultAsync(cancellationToken);
        var type = reading?.Proof is { } proof ? DocumentTypes.Find(proof.TypeId) : null;
        var earlier = document.Round == 1
            ? 0
            : await db.Decisions.CountAsync(decision => decision.DocumentId == document.Id && decision.Round == document.Round - 1 && !decision.IsFinal, cancellationToken);
        return new DeskFacts(document, run, reading, type, confirmed, acknowledged.ToHashSet(StringComparer.Ordinal), recommendation)
        {
            FromOtherReadings = await GraveWarningsAsync(db, vault, document, reading, cancellationToken),
            EarlierVerdicts = earlier,
        };
    }

    /// <summary>The service's warnings and our own findings, gravest first.</summary>
    internal IReadOnlyList<DeskWarning> Warnings()
    {
        var services = (Reading?.Warnings ?? []).Concat(FromOtherReadings).Select(Show);
        var own = (Reading?.Proof?.Findings ?? []).Select(finding => Show(new Warning(LocalWarnings.Service, finding.Code, finding.Severity, finding.Message, LookForIn(finding))));
        return [.. services.Concat(own).OrderByDescending(warning => warning.Severity)];
    }

    /// <summary>Fields in reading order, those that the type does not carry last, with this round's confirmations; where no type of ours proved the reading, what was claimed.</summary>
    internal IReadOnlyList<DeskField> Fields()
    {
        if (Reading?.Proof is not { } proof || Type is not { } type)
        {
            return [.. (Reading?.Evidence.Claims ?? []).Select(Unproved)];
        }

        return [.. proof.Fields.Select(field => new DeskField(
            type.DefinitionOf(field.Name),
            field,
            Approval.WithConfirmation(field.Status, field.Original is not null && Confirmed.Contains(field.Name)),
            ConfirmedBy.GetValueOrDefault(field.Name)))];
    }

    private static async Task<IReadOnlyList<Warning>> GraveWarningsAsync(
        PortalDb db, DocumentVault vault, DocumentRow document, StoredReading? used, CancellationToken cancellationToken)
    {
        var others = await db.Readings.AsNoTracking().Where(reading => reading.DocumentId == document.Id && reading.Id != document.ReadingId).OrderBy(reading => reading.Run).ToListAsync(cancellationToken);
        var grave = new List<Warning>();
        foreach (var row in others)
        {
            var content = await StoredReading.UnsealAsync(vault, document, row, cancellationToken);
            grave.AddRange(content.Warnings.Where(warning => warning.Severity >= Severity.High && warning.Service != LocalWarnings.Service));
        }

        return [.. grave.DistinctBy(warning => (warning.Service, warning.Code)).Where(warning => used?.Warnings.Any(own => own.Service == warning.Service && own.Code == warning.Code) != true)];
    }

    private static DeskField Unproved(Claim claim) => new(
        new FieldDefinition(claim.Field, claim.Field, FieldGroup.Other),
        new ProvenField(claim.Field, claim.Text, null, null, claim.Confidence, claim.Source, FieldStatus.Attention, "No document type of the portal knows this document.", []),
        FieldStatus.Attention,
        ConfirmedBy: null);

    private string LookForIn(Finding finding)
    {
        var labels = finding.Fields.Select(name => Type?.DefinitionOf(name).Label ?? name);
        return finding.Fields.Count == 0 ? "" : $"On the picture: {string.Join(", ", labels)}.";
    }

    private DeskWarning Show(Warning warning) => new(
        warning.Service, warning.Code, warning.Severity, warning.Meaning, warning.LookFor,
        NeedsAcknowledgement: warning.Severity >= Severity.High, Acknowledged.Contains(warning.Code));
}
