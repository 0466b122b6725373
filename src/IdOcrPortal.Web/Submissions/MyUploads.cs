using System.Security.Cryptography;
using System.Text;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Review;
using IdOcrPortal.Web.Vault;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Submissions;

/// <summary>One own upload as its uploader sees it: state and outcome, no recognised values.</summary>
/// <param name="ShortId">Display form of the id, such as <c>4F2K</c>.</param>
/// <param name="FileName">Display form of the file name.</param>
/// <param name="Fields">Number of fields read, once read.</param>
/// <param name="NeedAttention">How many of them need a look.</param>
/// <param name="OutcomeText">What the uploader is told: why refused, rejected, or what a new photo needs; empty otherwise.</param>
public sealed record MyUpload(
    Guid Id, Guid UploadId, string ShortId, string FileName, DocumentState State, bool InReview, string? TypeId,
    int Fields, int NeedAttention, string OutcomeText, DateTimeOffset ReceivedAt);

/// <summary>A page of own uploads, newest first.</summary>
public sealed record MyUploadsPage(IReadOnlyList<MyUpload> Items, int Total);

/// <summary>What a person sent in.</summary>
public sealed partial class MyUploads(IDbContextFactory<PortalDb> databases, DocumentVault vault, TimeProvider clock, ILogger<MyUploads> logger)
{
    private const int MaxPage = 100;

    /// <summary>Own uploads, newest first.</summary>
    /// <param name="take">At most 100.</param>
    public async Task<MyUploadsPage> ListAsync(Guid actorId, int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var own = await OwnAsync(db, actorId, cancellationToken);
        var total = await own.CountAsync(cancellationToken);
        var rows = await own
            .OrderByDescending(document => document.ReceivedAt).ThenBy(document => document.Id)
            .Skip(Math.Max(0, skip)).Take(Math.Clamp(take, 0, MaxPage))
            .ToListAsync(cancellationToken);

        var items = new List<MyUpload>(rows.Count);
        foreach (var row in rows)
        {
            items.Add(await ShowAsync(db, row, cancellationToken));
        }

        return new MyUploadsPage(items, total);
    }

    /// <summary>One own upload, or <see langword="null"/> where it does not exist or is not theirs.</summary>
    public async Task<MyUpload?> FindAsync(Guid actorId, Guid documentId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var own = await OwnAsync(db, actorId, cancellationToken);
        var row = await own.SingleOrDefaultAsync(document => document.Id == documentId, cancellationToken);
        return row is null ? null : await ShowAsync(db, row, cancellationToken);
    }

    private static async Task<IQueryable<DocumentRow>> OwnAsync(PortalDb db, Guid actorId, CancellationToken cancellationToken)
    {
        var actor = await db.ActorAsync(actorId, cancellationToken);
        return actor.IsAny(Roles.Uploader, Roles.Reviewer, Roles.Approver)
            ? db.Documents.AsNoTracking().Where(document => document.UploaderId == actorId)
            : throw new CommandRefusedException(Refusal.NotAllowed, "Your account does not send documents.");
    }

    private async Task<MyUpload> ShowAsync(PortalDb db, DocumentRow row, CancellationToken cancellationToken)
    {
        var label = await LabelAsync(row, cancellationToken);
        var inReview = row.State is DocumentState.ReadyForReview or DocumentState.AwaitingSecondReview && row.ClaimUntil > clock.GetUtcNow();
        return new MyUpload(
            row.Id, row.UploadId, ShortId.Of(row.Id), label, row.State, inReview, row.TypeId,
            row.FieldCount, row.AttentionCount, await OutcomeAsync(db, row, cancellationToken), row.ReceivedAt);
    }

    // One name that cannot be opened (its key was destroyed, or its bytes were damaged) must not hide all other uploads.
    private async Task<string> LabelAsync(DocumentRow row, CancellationToken cancellationToken)
    {
        try
        {
            return Encoding.UTF8.GetString(await vault.UnsealAsync(row.DataKeyId, row.Id, BlobKind.Label, row.Label, cancellationToken));
        }
        catch (CryptographicException)
        {
            Log.NameUnreadable(logger, row.Id);
            return "Name not available";
        }
    }

    private async Task<string> OutcomeAsync(PortalDb db, DocumentRow row, CancellationToken cancellationToken)
    {
        if (row.State is DocumentState.AwaitingUploader or DocumentState.Rejected)
        {
            var decision = await db.Decisions.AsNoTracking()
                .SingleOrDefaultAsync(decision => decision.DocumentId == row.Id && decision.Round == row.Round && decision.IsFinal, cancellationToken);
            if (decision is not null)
            {
                return (await DecisionTexts.UnsealAsync(vault, row, decision, cancellationToken)).UploaderText;
            }
        }

        var waits = row.State == DocumentState.Received && await db.Jobs.AnyAsync(job => job.DocumentId == row.Id && job.State == JobState.Waiting && job.WaitsFor != null, cancellationToken);
        return waits ? OutcomeTexts.Waiting : OutcomeTexts.For(row.State, row.OutcomeCode);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The file name of document {DocumentId} cannot be decrypted")]
        public static partial void NameUnreadable(ILogger logger, Guid documentId);
    }
}
