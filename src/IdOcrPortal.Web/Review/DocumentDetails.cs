using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Vault;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Review;

/// <summary>One decision or recommendation.</summary>
public sealed record DecisionSummary(Verdict Verdict, bool IsFinal, string By, DateTimeOffset At, IReadOnlyList<string> Reasons, string UploaderText);

/// <summary>A document as the detail page shows it; what the actor may not see is absent.</summary>
/// <param name="Content">Fields, warnings and checks, for those who may see values; <see langword="null"/> for masked viewers.</param>
/// <param name="MaySeePicture">Whether pictures may be asked for.</param>
public sealed record DocumentDetail(
    Guid Id, string ShortId, DocumentState State, int Round, string? TypeId, string TypeName, string Uploader, DateTimeOffset ReceivedAt, DateTimeOffset? DecidedAt,
    RunHistory Runs, IReadOnlyList<DecisionSummary> Decisions, IReadOnlyList<AuditEntry> Timeline, DeskDocument? Content, bool MaySeePicture)
{
    /// <summary>Whether the reading stands in for that of a better service which could not be had; false for those who may not see the runs.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>Why there is no reading, for officers.</summary>
    public RecognitionTrouble? Trouble { get; init; }

    /// <summary>Services that the actor may have it read by once more; <see langword="null"/> where there is nothing to repeat, or not for them.</summary>
    public IReadOnlyList<ServiceChoice>? ReadAgainChoices { get; init; }
}

/// <summary>One line of the document list; masked.</summary>
public sealed record DocumentListItem(Guid Id, string ShortId, string? TypeId, DocumentState State, DateTimeOffset ReceivedAt, DateTimeOffset? DecidedAt, string? Service);

/// <summary>A page of the document list.</summary>
public sealed record DocumentListPage(IReadOnlyList<DocumentListItem> Items, int Total);

/// <summary>Read-only views of documents outside the review desk.</summary>
public sealed class DocumentDetails
{
    private const int MaxPage = 100;

    // The newest steps; a document looked at more often than this is read in the audit.
    private const int MaxTimeline = 200;

    private readonly IDbContextFactory<PortalDb> _databases;
    private readonly PortalWriter _writer;
    private readonly DocumentVault _vault;
    private readonly DeskReader _reader;
    private readonly Recognizer _recognizer;
    private readonly RecognitionRuns _runs;
    private readonly TimeProvider _clock;

    internal DocumentDetails(IDbContextFactory<PortalDb> databases, PortalWriter writer, DocumentVault vault, DeskReader reader, Recognizer recognizer, TimeProvider clock)
    {
        _databases = databases;
        _writer = writer;
        _vault = vault;
        _reader = reader;
        _recognizer = recognizer;
        _runs = new RecognitionRuns(vault, recognizer);
        _clock = clock;
    }

    /// <summary>What the actor may see of a document.</summary>
    /// <param name="Timeline">Every recorded step.</param>
    /// <param name="Runs">Which services read it, and how fast.</param>
    /// <param name="Content">Values and pictures.</param>
    /// <param name="Words">Free text to the uploader.</param>
    private sealed record Sight(string As, bool Timeline, bool Runs, bool Content, bool Words)
    {
        /// <summary>Whether they are an officer.</summary>
        internal bool Acts => As is "approver" or "holder" or "reviewer";
    }

    /// <summary>Newest first; reviewers, approvers and auditors.</summary>
    /// <param name="shortId">Display form of an id, such as <c>4F2K</c>; <see langword="null"/>: all.</param>
    /// <param name="take">At most 100.</param>
    public async Task<DocumentListPage> ListAsync(Guid actorId, DocumentState? state, string? shortId, int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        var actor = await db.ActorAsync(actorId, cancellationToken);
        if (!actor.IsAny(Roles.Reviewer, Roles.Approver, Roles.Auditor))
        {
            throw new CommandRefusedException(Refusal.NotAllowed, "The document list needs the role Reviewer, Approver or Auditor. An administrator can grant it.");
        }

        var matching = db.Documents.AsNoTracking();
        if (state is { } wanted)
        {
            matching = matching.Where(document => document.State == wanted);
        }

        if (!string.IsNullOrWhiteSpace(shortId))
        {
            if (!ShortIdPrefix.TryParse(shortId.Trim(), out var prefix))
            {
                return new DocumentListPage([], 0);
            }

            // The first 20 bits of an id are its first five hex digits.
            var from = Guid.Parse(prefix + "000-0000-0000-0000-000000000000");
            var until = Guid.Parse(prefix + "fff-ffff-ffff-ffff-ffffffffffff");
            matching = matching.Where(document => document.Id.CompareTo(from) >= 0 && document.Id.CompareTo(until) <= 0);
        }

        var total = await matching.CountAsync(cancellationToken);
        var items = await matching
            .OrderByDescending(document => document.ReceivedAt).ThenBy(document => document.Id)
            .Skip(Math.Max(0, skip)).Take(Math.Clamp(take, 0, MaxPage))
            .Select(document => new { document.Id, document.TypeId, document.State, document.ReceivedAt, document.DecidedAt, document.Service })
            .ToListAsync(cancellationToken);
        return new DocumentListPage(
            [.. items.Select(item => new DocumentListItem(item.Id, ShortId.Of(item.Id), item.TypeId, item.State, item.ReceivedAt, item.DecidedAt, item.Service))], total);
    }

    /// <summary>
    /// One document. Its uploader sees state and outcome; the holder and approvers see values and pictures; an auditor sees state,
    /// runs, decisions and timeline without values. The view is audited.
    /// </summary>
    /// <exception cref="CommandRefusedException">Not found: the same for a foreign id as for none.</exception>
    public async Task<DocumentDetail> GetAsync(Guid actorId, Guid documentId, CancellationToken cancellationToken)
    {
        var sight = await _writer.WriteAsync(
            async (db, audit) =>
            {
                var actor = await db.ActorAsync(actorId, cancellationToken);
                var document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(document => document.Id == documentId, cancellationToken);
                if (document is null || SightOf(actor, document) is not { } sight)
                {
                    throw CommandRefusedException.NoSuchDocument;
                }

                audit.Document(AuditEvents.DocumentViewed, actorId, documentId, ("as", sight.As), ("values", sight.Content ? "shown" : "masked"));
                return sight;
            },
            cancellationToken);

        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        var document = await db.Documents.AsNoTracking().SingleAsync(document => document.Id == documentId, cancellationToken);
        var job = await db.Jobs.AsNoTracking().SingleAsync(job => job.DocumentId == documentId, cancellationToken);
        return new DocumentDetail(
            document.Id, ShortId.Of(document.Id), document.State, document.Round, document.TypeId, DocumentNames.Type(document.TypeId),
            await Claims.NameAsync(db, document.UploaderId, cancellationToken), document.ReceivedAt, document.DecidedAt,
            sight.Runs ? await _runs.ReadAsync(db, document, cancellationToken) : RunHistory.None,
            await DecisionsAsync(db, document, sight, cancellationToken),
            sight.Timeline ? await TimelineAsync(db, documentId, cancellationToken) : [],
            sight.Content ? await _reader.ReadAsync(actorId, documentId, cancellationToken) : null,
            MaySeePicture: sight.Content || document.UploaderId == actorId)
        {
            IsProvisional = sight.Runs && document.IsProvisional,
            Trouble = sight.Runs ? await Troubles.OfAsync(db, _recognizer, document, job, cancellationToken) : null,
            ReadAgainChoices = sight.Acts && document.UploaderId != actorId && DeskRules.MayBeReadAgain(document, job)
                ? await ServiceChoices.OfAsync(db, _recognizer, document, cancellationToken)
                : null,
        };
    }

    /// <summary>UX §2. A person with several roles sees what the most telling of them shows.</summary>
    private Sight? SightOf(Actor actor, DocumentRow document)
    {
        if (actor.IsAny(Roles.Approver))
        {
            return new Sight("approver", Timeline: true, Runs: true, Content: true, Words: true);
        }

        if (actor.IsAny(Roles.Reviewer) && Claims.IsHeldBy(document, actor.Id, _clock.GetUtcNow()))
        {
            return new Sight("holder", Timeline: true, Runs: true, Content: true, Words: true);
        }

        if (actor.IsAny(Roles.Auditor))
        {
            return new Sight("auditor", Timeline: true, Runs: true, Content: false, Words: false);
        }

        if (actor.IsAny(Roles.Reviewer))
        {
            return new Sight("reviewer", Timeline: false, Runs: true, Content: false, Words: document.UploaderId == actor.Id);
        }

        return actor.IsAny(Roles.Uploader) && document.UploaderId == actor.Id
            ? new Sight("uploader", Timeline: false, Runs: false, Content: false, Words: true)
            : null;
    }

    /// <summary>An uploader sees decisions, not who gave them nor what was only recommended.</summary>
    private async Task<IReadOnlyList<DecisionSummary>> DecisionsAsync(PortalDb db, DocumentRow document, Sight sight, CancellationToken cancellationToken)
    {
        var rows = await db.Decisions.AsNoTracking()
            .Where(decision => decision.DocumentId == document.Id && (decision.IsFinal || sight.Runs))
            .OrderBy(decision => decision.At)
            .ToListAsync(cancellationToken);
        var decisions = new List<DecisionSummary>(rows.Count);
        foreach (var row in rows)
        {
            var by = sight.Runs ? await Claims.NameAsync(db, row.ByUserId, cancellationToken) : "An officer";
            var words = sight.Words ? (await DecisionTexts.UnsealAsync(_vault, document, row, cancellationToken)).UploaderText : "";
            var codes = row.ReasonCodes.Split(',', StringSplitOptions.RemoveEmptyEntries);
            decisions.Add(new DecisionSummary(row.Verdict, row.IsFinal, by, row.At, sight.Runs ? [.. codes.Select(LabelOf)] : [], words));
        }

        return decisions;
    }

    private static async Task<IReadOnlyList<AuditEntry>> TimelineAsync(PortalDb db, Guid documentId, CancellationToken cancellationToken)
    {
        var subject = documentId.ToString("n");
        var rows = await db.Audit.AsNoTracking()
            .Where(row => row.SubjectKind == (byte)SubjectKind.Document && row.Subject == subject)
            .OrderByDescending(row => row.Seq)
            .Take(MaxTimeline)
            .ToListAsync(cancellationToken);
        var people = rows.SelectMany(AuditReading.PeopleIn).Distinct().ToList();
        var names = await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id.ToString("n"), user => user.DisplayName, StringComparer.Ordinal, cancellationToken);
        return [.. rows.OrderBy(row => row.Seq).Select(row => AuditReading.Entry(row, names))];
    }

    private static string LabelOf(string code) => DecisionReason.All.FirstOrDefault(reason => reason.Code == code)?.Label ?? code;
}
