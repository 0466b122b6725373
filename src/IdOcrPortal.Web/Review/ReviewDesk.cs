using IdOcrPortal.Documents;
using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Recognising;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Vault;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Review;

/// <summary>
/// The one place where people act on a document. Every command reads actor, rights, state and version again inside its transaction and
/// writes the change together with its audit record; a stale version is refused with who changed it and when.
/// </summary>
public sealed class ReviewDesk
{
    /// <summary>Longest text to an uploader, characters.</summary>
    public const int MaxTextLength = 2000;

    private readonly DeskTransactions _transactions;
    private readonly DocumentVault _vault;
    private readonly DeskReader _reader;
    private readonly Recognizer _recognizer;
    private readonly RecognitionSignal _signal;
    private readonly TimeProvider _clock;

    internal ReviewDesk(DeskTransactions transactions, DocumentVault vault, DeskReader reader, Recognizer recognizer, RecognitionSignal signal, TimeProvider clock)
    {
        _transactions = transactions;
        _vault = vault;
        _reader = reader;
        _recognizer = recognizer;
        _signal = signal;
        _clock = clock;
    }

    /// <summary>Claims the document where it is free and returns it. The holder's claim lasts 15 minutes from the last input.</summary>
    /// <exception cref="CommandRefusedException">Not found, not allowed, held by somebody else, or the actor's own upload.</exception>
    public async Task<DeskDocument> OpenAsync(Guid actorId, Guid documentId, CancellationToken cancellationToken)
    {
        await _transactions.ActAsync(
            actorId,
            documentId,
            async (db, audit, actor, document) =>
            {
                await Claims.AcquireAsync(db, audit, actor, document, _clock.GetUtcNow(), cancellationToken);
                audit.Document(AuditEvents.DocumentViewed, actor.Id, document.Id, ("as", "holder"), ("values", "shown"));
            },
            cancellationToken);
        return await _reader.ReadAsync(actorId, documentId, cancellationToken);
    }

    /// <summary>The document as it stands now, for its holder. Unlike <see cref="OpenAsync"/> it neither claims nor renews: a page that looks by itself is no input.</summary>
    /// <exception cref="CommandRefusedException">The actor does not hold the document.</exception>
    public async Task<DeskDocument> LookAsync(Guid actorId, Guid documentId, CancellationToken cancellationToken)
    {
        await _transactions.ActAsync(
            actorId,
            documentId,
            async (db, audit, actor, document) =>
            {
                await Claims.RequireHeldAsync(db, actor, document, _clock.GetUtcNow(), cancellationToken);
                audit.Document(AuditEvents.DocumentViewed, actor.Id, document.Id, ("as", "holder"), ("values", "shown"));
            },
            cancellationToken);
        return await _reader.ReadAsync(actorId, documentId, cancellationToken);
    }

    /// <summary>Gives the claim back; nothing happens where the actor holds none, so that a page may say it twice.</summary>
    public Task ReleaseAsync(Guid actorId, Guid documentId, CancellationToken cancellationToken) =>
        _transactions.ActAsync(
            actorId,
            documentId,
            (_, audit, actor, document) =>
            {
                if (Claims.IsHeldBy(document, actor.Id, _clock.GetUtcNow()))
                {
                    Claims.End(document);
                    document.Version++;
                    audit.Document(AuditEvents.ClaimReleased, actor.Id, document.Id);
                }

                return Task.CompletedTask;
            },
            cancellationToken);

    /// <summary>The holder compared the field with the picture.</summary>
    public async Task<DeskDocument> ConfirmAsync(Guid actorId, Guid documentId, long version, string field, CancellationToken cancellationToken)
    {
        await _transactions.ActAsHolderAsync(
            actorId,
            documentId,
            version,
            (db, audit, actor, facts) =>
            {
                var shown = facts.Fields().FirstOrDefault(shown => shown.Definition.Name == field && facts.Type is not null)
                    ?? throw new CommandRefusedException(Refusal.NotPermitted, "The document has no such field to confirm.");
                if (shown.Proven.Original is null || shown.Status is FieldStatus.Missing or FieldStatus.Conflict or FieldStatus.Failed)
                {
                    throw new CommandRefusedException(Refusal.NotPermitted, $"{shown.Definition.Label} cannot be confirmed: {shown.Proven.Reason}");
                }

                if (!facts.Confirmed.Contains(field))
                {
                    db.Confirmations.Add(new ConfirmationRow { DocumentId = documentId, Round = facts.Document.Round, Field = field, ByUserId = actor.Id, At = _clock.GetUtcNow() });
                    facts.Document.Version++;
                    audit.Document(AuditEvents.FieldConfirmed, actor.Id, documentId, ("field", field), ("was", shown.Proven.Status.ToString()));
                }

                return Task.CompletedTask;
            },
            cancellationToken);
        return await _reader.ReadAsync(actorId, documentId, cancellationToken);
    }

    /// <summary>The holder has seen the warning.</summary>
    public async Task<DeskDocument> AcknowledgeAsync(Guid actorId, Guid documentId, long version, string warningCode, CancellationToken cancellationToken)
    {
        await _transactions.ActAsHolderAsync(
            actorId,
            documentId,
            version,
            (db, audit, actor, facts) =>
            {
                var warning = facts.Warnings().FirstOrDefault(warning => warning.Code == warningCode && warning.NeedsAcknowledgement)
                    ?? throw new CommandRefusedException(Refusal.NotPermitted, "The document has no such warning to acknowledge.");
                if (!warning.Acknowledged)
                {
                    db.Acknowledgements.Add(new AcknowledgementRow { DocumentId = documentId, Round = facts.Document.Round, Code = warningCode, ByUserId = actor.Id, At = _clock.GetUtcNow() });
                    facts.Document.Version++;
                    audit.Document(AuditEvents.WarningAcknowledged, actor.Id, documentId, ("service", warning.Service), ("code", warningCode), ("severity", warning.Severity.ToString()));
                }

                return Task.CompletedTask;
            },
            cancellationToken);
        return await _reader.ReadAsync(actorId, documentId, cancellationToken);
    }

    /// <summary>Approves, or recommends approval where a second officer is needed. Returns the new state.</summary>
    public Task<DocumentState> ApproveAsync(Guid actorId, Guid documentId, long version, CancellationToken cancellationToken) =>
        DecideAsync(actorId, documentId, version, new Verdicts.Spoken(Verdict.Approve, [], DecisionTexts.None), DeskRules.Approve, cancellationToken);

    /// <summary>Rejects (or recommends it), or asks for a new photo, by the kind of the reasons; reasons of both kinds are refused.</summary>
    /// <param name="reasonCodes">At least one code of <see cref="DecisionReason.All"/>.</param>
    /// <param name="uploaderText">What the uploader is told; prefilled from the reasons, never empty, at most <see cref="MaxTextLength"/> characters.</param>
    public Task<DocumentState> RejectAsync(Guid actorId, Guid documentId, long version, IReadOnlyList<string> reasonCodes, string uploaderText, CancellationToken cancellationToken)
    {
        var verdict = DeskRules.VerdictOf(reasonCodes);
        var text = uploaderText.Trim();
        if (text.Length is 0 or > MaxTextLength)
        {
            throw new CommandRefusedException(
                Refusal.NotPermitted, text.Length == 0 ? "Write what the uploader is told." : $"The text to the uploader is longer than {MaxTextLength} characters. Shorten it.");
        }

        return DecideAsync(actorId, documentId, version, new Verdicts.Spoken(verdict, [.. reasonCodes.Distinct(StringComparer.Ordinal)], new DecisionTexts(text)), DeskRules.Reject, cancellationToken);
    }

    /// <summary>Queues a document once more whose recognition failed, or that waits for a service: for the route to decide, or for the service that the officer chose.</summary>
    /// <param name="service">Id of one of the <see cref="SecondOpinions.ChoicesAsync">choices</see>; <see langword="null"/>: the route decides.</param>
    public async Task ReadAgainAsync(Guid actorId, Guid documentId, CancellationToken cancellationToken, string? service = null)
    {
        await _transactions.ActAsync(
            actorId,
            documentId,
            async (db, audit, actor, document) =>
            {
                var now = _clock.GetUtcNow();
                var job = await db.Jobs.SingleAsync(job => job.DocumentId == documentId, cancellationToken);
                if (!DeskRules.MayBeReadAgain(document, job))
                {
                    throw new CommandRefusedException(
                        Refusal.NotPermitted, $"Only a document that could not be read, or that waits for a service, can be read again; this one is {DeskRules.StateName(document.State)}.");
                }

                if (await Claims.WhyExcludedAsync(db, actor, document, cancellationToken) is { } excluded)
                {
                    throw new CommandRefusedException(Refusal.NotPermitted, excluded);
                }

                if (Claims.IsLive(document, now))
                {
                    await Claims.RequireHeldAsync(db, actor, document, now, cancellationToken);
                }

                if (service is not null)
                {
                    await ServiceChoices.RequireAsync(db, _recognizer, document, service, cancellationToken);
                }

                await ReadingRate.CheckAsync(db, actor.Id, now, cancellationToken);
                job.Restart(JobPurpose.Reading, service);
                document.OutcomeCode = null;
                Claims.End(document);
                if (document.State == DocumentState.Received)
                {
                    document.Version++;
                }
                else
                {
                    document.Move(DocumentState.Received);
                }

                audit.Document(AuditEvents.RecognitionRestarted, actor.Id, documentId, ("service", service ?? "route"));
            },
            cancellationToken);
        _signal.Wake();
    }

    private async Task<DocumentState> DecideAsync(
        Guid actorId, Guid documentId, long version, Verdicts.Spoken spoken, Func<DeskFacts, DeskAction> rule, CancellationToken cancellationToken)
    {
        var state = DocumentState.ReadyForReview;
        await _transactions.ActAsHolderAsync(
            actorId,
            documentId,
            version,
            async (db, audit, actor, facts) =>
            {
                if (await Claims.WhyExcludedAsync(db, actor, facts.Document, cancellationToken) is { } excluded)
                {
                    throw new CommandRefusedException(Refusal.NotPermitted, excluded);
                }

                if (rule(facts) is { IsPossible: false } blocked)
                {
                    throw new CommandRefusedException(Refusal.NotPermitted, string.Join(' ', blocked.Blockers));
                }

                var texts = await spoken.Texts.SealAsync(_vault, facts.Document, cancellationToken);
                state = Verdicts.Give(db, audit, actor, facts, spoken, texts, _clock.GetUtcNow());
                if (!Claims.IsReviewable(state))
                {
                    // No picture goes out, and nothing is paid, for a document that is decided.
                    (await db.Jobs.SingleAsync(job => job.DocumentId == documentId, cancellationToken)).WithdrawOpinion();
                }
            },
            cancellationToken);
        return state;
    }
}
