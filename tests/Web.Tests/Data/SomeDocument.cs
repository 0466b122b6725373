using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;

namespace IdOcrPortal.Web.Tests.Data;

/// <summary>A document row that was received, without pictures.</summary>
internal static class SomeDocument
{
    internal static DocumentRow Row(Guid uploaderId) => new()
    {
        Id = Guid.NewGuid(),
        UploaderId = uploaderId,
        UploadId = Guid.NewGuid(),
        DataKeyId = Guid.NewGuid(),
        Format = "jpeg",
    };

    internal static async Task<(Guid DocumentId, Guid UploaderId)> AddAsync(TestPortal portal)
    {
        var row = Row(await portal.PersonAsync(Roles.Uploader));
        row.ReceivedAt = portal.Clock.GetUtcNow();
        await portal.Writer.WriteAsync((db, lines) =>
        {
            db.Documents.Add(row);
            lines.Document(AuditEvents.DocumentReceived, row.UploaderId, row.Id);
            return Task.FromResult(true);
        }, CancellationToken.None);
        return (row.Id, row.UploaderId);
    }
}
