using System.Globalization;
using System.Text;
using IdOcrPortal.Reader;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Recognising;
using IdOcrPortal.Web.Vault;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Submissions;

/// <summary>A picture that a person sent.</summary>
/// <param name="UploadId">The client's own id: a repeat answers with the same document.</param>
/// <param name="FileName">As the client named it; cleaned, shortened and encrypted before it is kept.</param>
/// <param name="RequestedTypeId">The type the uploader chose; <see langword="null"/> for "Detect".</param>
/// <param name="SendAnyway">Whether the uploader saw that the same bytes were sent before and wants a new document all the same.</param>
/// <param name="Bytes">The file.</param>
public sealed record IncomingPicture(Guid UploadId, string FileName, string? RequestedTypeId, bool SendAnyway, ReadOnlyMemory<byte> Bytes);

/// <summary>How an upload ended.</summary>
/// <param name="DocumentId">The stored document: new, or the one sent before.</param>
/// <param name="IsDuplicate">The same person sent the same bytes before and did not ask to send them anyway: nothing was stored.</param>
/// <param name="SentBefore">When, for a duplicate.</param>
public sealed record Receipt(Guid DocumentId, bool IsDuplicate, DateTimeOffset? SentBefore);

/// <summary>The door: takes one picture, makes it durable, and only then says "stored".</summary>
public sealed class Intake(
    IDbContextFactory<PortalDb> databases, PortalWriter writer, DocumentVault vault, ReaderPool reader, RecognitionSignal signal, DocumentFeed feed,
    UploadLimits limits, TimeProvider clock) : IDisposable
{
    /// <summary>Longest side of the copy that people see, pixels.</summary>
    public const int PreviewSide = 1600;

    /// <summary>Largest file, bytes.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    // SECURITY RL-4: at most 8 pictures are decoded and encrypted at once.
    private readonly SemaphoreSlim _places = new(8, 8);

    /// <summary>Checks, encrypts, stores, and queues the picture for recognition.</summary>
    /// <exception cref="ReaderException">The picture is outside the bounds; the message says what to do.</exception>
    /// <exception cref="CommandRefusedException">The person may not upload, or a limit was reached.</exception>
    public async Task<Receipt> ReceiveAsync(Guid actorId, IncomingPicture picture, CancellationToken cancellationToken)
    {
        var mark = vault.ContentMark(actorId, picture.Bytes.Span);
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            if (await AnswerKnownAsync(db, actorId, picture, mark, cancellationToken) is { } known)
            {
                return known;
            }
        }

        if (picture.Bytes.Length > MaxBytes)
        {
            throw new ReaderException("picture.too_large", "The file is larger than 10 MiB. Send it with a stronger JPEG compression, or take the photo with fewer megapixels.");
        }

        DocumentRow document;
        await _places.WaitAsync(cancellationToken);
        try
        {
            document = await MakeDurableAsync(actorId, picture, mark, cancellationToken);
        }
        finally
        {
            _places.Release();
        }

        var receipt = await SaveAsync(actorId, picture, document, cancellationToken);
        if (receipt.DocumentId == document.Id)
        {
            signal.Wake();
            feed.Announce(document.Id);
        }

        return receipt;
    }

    /// <inheritdoc />
    public void Dispose() => _places.Dispose();

    /// <summary>Rights and limits; and the answer, where this upload or these bytes are here already.</summary>
    private async Task<Receipt?> AnswerKnownAsync(PortalDb db, Guid actorId, IncomingPicture picture, byte[] mark, CancellationToken cancellationToken)
    {
        var actor = await db.ActorAsync(actorId, cancellationToken);
        if (!actor.IsAny(Roles.Uploader, Roles.Reviewer, Roles.Approver))
        {
            throw new CommandRefusedException(Refusal.NotAllowed, "Your account may not send documents. An administrator can grant the role Uploader.");
        }

        var repeated = await db.Documents
            .Where(document => document.UploaderId == actorId && document.UploadId == picture.UploadId)
            .Select(document => (Guid?)document.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (repeated is { } same)
        {
            return new Receipt(same, IsDuplicate: false, SentBefore: null);
        }

        if (!picture.SendAnyway)
        {
            var twin = await db.Documents
                .Where(document => document.UploaderId == actorId && document.ContentMark == mark)
                .OrderByDescending(document => document.ReceivedAt)
                .Select(document => new { document.Id, document.ReceivedAt })
                .FirstOrDefaultAsync(cancellationToken);
            if (twin is not null)
            {
                return new Receipt(twin.Id, IsDuplicate: true, twin.ReceivedAt);
            }
        }

        await UploadQuota.CheckAsync(db, actorId, limits, clock.GetUtcNow(), cancellationToken);
        return null;
    }

    /// <summary>Steps 1 to 5 of the write order (SECURITY §6): key, then blobs on disk. A crash from here on leaves only orphans for the sweeper.</summary>
    private async Task<DocumentRow> MakeDurableAsync(Guid actorId, IncomingPicture picture, byte[] mark, CancellationToken cancellationToken)
    {
        var facts = await reader.InspectAsync(picture.Bytes, cancellationToken);
        var preview = await reader.PreviewAsync(picture.Bytes, PreviewSide, cancellationToken);

        var id = Guid.NewGuid();
        var key = await vault.CreateKeyAsync(cancellationToken);
        var label = Encoding.UTF8.GetBytes(FileLabel.Clean(picture.FileName));
        return new DocumentRow
        {
            Id = id,
            UploaderId = actorId,
            UploadId = picture.UploadId,
            RequestedTypeId = picture.RequestedTypeId,
            State = DocumentState.Received,
            DataKeyId = key,
            OriginalBlob = await vault.StoreAsync(key, id, BlobKind.Original, picture.Bytes, cancellationToken),
            PreviewBlob = await vault.StoreAsync(key, id, BlobKind.Preview, preview.Jpeg, cancellationToken),
            Label = await vault.SealAsync(key, id, BlobKind.Label, label, cancellationToken),
            Format = facts.Format.ToString(),
            ByteCount = picture.Bytes.Length,
            PreviewWidth = preview.Width,
            PreviewHeight = preview.Height,
            ContentMark = mark,
        };
    }

    /// <summary>Step 6: document, job and audit record in one transaction, with everything asked again that may have changed meanwhile.</summary>
    private Task<Receipt> SaveAsync(Guid actorId, IncomingPicture picture, DocumentRow document, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async (db, audit) =>
            {
                if (await AnswerKnownAsync(db, actorId, picture, document.ContentMark, cancellationToken) is { } known)
                {
                    return known;
                }

                document.ReceivedAt = clock.GetUtcNow();
                db.Documents.Add(document);
                db.Jobs.Add(new JobRow { DocumentId = document.Id, State = JobState.Queued, CreatedAt = document.ReceivedAt });
                audit.Document(
                    AuditEvents.DocumentReceived, actorId, document.Id,
                    ("bytes", document.ByteCount.ToString(CultureInfo.InvariantCulture)), ("format", document.Format), ("type", document.RequestedTypeId ?? "detect"));
                return new Receipt(document.Id, IsDuplicate: false, SentBefore: null);
            },
            cancellationToken);
}
