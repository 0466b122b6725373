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
public sealed class MyUploads
{
    /// <summary>Own uploads, newest first.</summary>
    public Task<MyUploadsPage> ListAsync(Guid actorId, int skip, int take, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>One own upload, or <see langword="null"/> where it does not exist or is not theirs.</summary>
    public Task<MyUpload?> FindAsync(Guid actorId, Guid documentId, CancellationToken cancellationToken) => throw new NotImplementedException();
}
