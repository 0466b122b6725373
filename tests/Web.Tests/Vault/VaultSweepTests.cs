using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Tests.Submissions;
using IdOcrPortal.Web.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace IdOcrPortal.Web.Tests.Vault;

public sealed class VaultSweepTests
{
    [Fact]
    public async Task Removes_what_no_document_names_and_keeps_what_one_does()
    {
        await using var portal = await FlowPortal.StartAsync();
        var id = await portal.ReadDocumentAsync(await portal.PersonAsync("Uma", Roles.Uploader));
        var vault = portal.Get<DocumentVault>();
        var (row, orphan) = (await portal.RowAsync(id), Guid.NewGuid());
        var key = await vault.CreateKeyAsync(CancellationToken.None);
        var left = await vault.StoreAsync(key, orphan, BlobKind.Original, new byte[] { 1 }, CancellationToken.None);
        using var sweep = new VaultSweep(vault, portal.Get<IDbContextFactory<PortalDb>>(), portal.Clock, NullLogger<VaultSweep>.Instance);

        foreach (var file in Directory.EnumerateFiles(portal.Folder, "*", SearchOption.AllDirectories).Where(file => file.Contains("blobs", StringComparison.Ordinal)))
        {
            File.SetLastWriteTimeUtc(file, portal.Clock.GetUtcNow().UtcDateTime - TimeSpan.FromDays(2));
        }

        Assert.Equal(1, await sweep.SweepAsync(CancellationToken.None));

        await vault.OpenAsync(row.DataKeyId, id, BlobKind.Original, row.OriginalBlob, CancellationToken.None);
        await vault.OpenAsync(row.DataKeyId, id, BlobKind.Preview, row.PreviewBlob, CancellationToken.None);
        await vault.OpenAsync(row.DataKeyId, id, BlobKind.Portrait, row.PortraitBlob!, CancellationToken.None);
        await Assert.ThrowsAnyAsync<Exception>(() => vault.OpenAsync(key, orphan, BlobKind.Original, left, CancellationToken.None));
    }
}
