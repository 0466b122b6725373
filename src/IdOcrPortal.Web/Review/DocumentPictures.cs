using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Vault;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Review;

/// <summary>
/// The pictures that people see: copies that the reader re-encoded, never the original. An officer sees those of a document they hold, an approver those of
/// any, and uploaders the copy of what they sent themselves (their own picture, not what was cut from it). Each view is recorded.
/// </summary>
public sealed class DocumentPictures
{
    private readonly PortalWriter _writer;
    private readonly DocumentVault _vault;
    private readonly ViewLimit _limit;
    private readonly TimeProvider _clock;

    internal DocumentPictures(PortalWriter writer, DocumentVault vault, ViewLimit limit, TimeProvider clock)
    {
        _writer = writer;
        _vault = vault;
        _limit = limit;
        _clock = clock;
    }

    /// <summary>One picture as JPEG.</summary>
    /// <param name="kind"><see cref="BlobKind.Preview"/> or <see cref="BlobKind.Portrait"/>.</param>
    /// <exception cref="CommandRefusedException">Not found (the same for a foreign id as for none), or too many views.</exception>
    public async Task<byte[]> OpenAsync(Guid actorId, Guid documentId, BlobKind kind, CancellationToken cancellationToken)
    {
        if (kind is not (BlobKind.Preview or BlobKind.Portrait))
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Only the preview and the portrait are shown.");
        }

        _limit.Count(actorId);
        var (key, name) = await _writer.WriteAsync(
            async (db, audit) =>
            {
                var actor = await db.ActorAsync(actorId, cancellationToken);
                var document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(document => document.Id == documentId, cancellationToken);
                var blob = kind == BlobKind.Preview ? document?.PreviewBlob : document?.PortraitBlob;
                if (document is null || blob is null || Ground(actor, document, kind) is not { } ground)
                {
                    throw CommandRefusedException.NoSuchDocument;
                }

                audit.Document(AuditEvents.ImageViewed, actorId, documentId, ("kind", kind.ToString()), ("as", ground));
                return (document.DataKeyId, blob);
            },
            cancellationToken);
        return await _vault.OpenAsync(key, documentId, kind, name, cancellationToken);
    }

    /// <summary>On what ground the person may see it; <see langword="null"/> where there is none.</summary>
    private string? Ground(Actor actor, DocumentRow document, BlobKind kind)
    {
        if (actor.IsAny(Roles.Reviewer, Roles.Approver) && Claims.IsHeldBy(document, actor.Id, _clock.GetUtcNow()))
        {
            return "holder";
        }

        if (actor.IsAny(Roles.Approver))
        {
            return "approver";
        }

        var isOwn = document.UploaderId == actor.Id && actor.IsAny(Roles.Uploader, Roles.Reviewer);
        return isOwn && kind == BlobKind.Preview ? "uploader" : null;
    }
}
