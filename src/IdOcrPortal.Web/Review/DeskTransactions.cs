using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Vault;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Review;

/// <summary>How an officer's command runs: actor, rights, claim and version are read again inside its transaction, and pages hear of it where the document changed.</summary>
internal sealed class DeskTransactions(PortalWriter writer, DocumentVault vault, DocumentFeed feed, TimeProvider clock)
{
    /// <summary>Runs a command of an officer.</summary>
    /// <exception cref="CommandRefusedException">The actor is no officer, or there is no such document.</exception>
    internal async Task ActAsync(Guid actorId, Guid documentId, Func<PortalDb, AuditLines, Actor, DocumentRow, Task> act, CancellationToken cancellationToken)
    {
        var changed = await writer.WriteAsync(
            async (db, audit) =>
            {
                var actor = await Claims.OfficerAsync(db, actorId, cancellationToken);
                var document = await db.Documents.SingleOrDefaultAsync(document => document.Id == documentId, cancellationToken) ?? throw CommandRefusedException.NoSuchDocument;
                var before = document.Version;
                await act(db, audit, actor, document);
                return document.Version != before;
            },
            cancellationToken);
        if (changed)
        {
            feed.Announce(documentId);
        }
    }

    /// <summary>Runs a command of the officer who holds the document, and renews the claim.</summary>
    /// <param name="version">The version that the officer saw.</param>
    /// <exception cref="CommandRefusedException">The version is stale, or the claim is not live.</exception>
    internal Task ActAsHolderAsync(
        Guid actorId, Guid documentId, long version, Func<PortalDb, AuditLines, Actor, DeskFacts, Task> act, CancellationToken cancellationToken) =>
        ActAsync(
            actorId,
            documentId,
            async (db, audit, actor, document) =>
            {
                var now = clock.GetUtcNow();
                await StaleVersion.RequireAsync(db, document, version, cancellationToken);
                await Claims.RequireHeldAsync(db, actor, document, now, cancellationToken);
                document.ClaimUntil = now + Claims.Length;
                await act(db, audit, actor, await DeskFacts.LoadAsync(db, vault, document, cancellationToken));
            },
            cancellationToken);
}
