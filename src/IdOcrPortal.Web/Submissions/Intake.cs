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
public sealed class Intake
{
    /// <summary>Checks, encrypts, stores, and queues the picture for recognition.</summary>
    /// <exception cref="Reader.ReaderException">The picture is outside the bounds; the message says what to do.</exception>
    /// <exception cref="CommandRefusedException">The person may not upload, or a limit was reached.</exception>
    public Task<Receipt> ReceiveAsync(Guid actorId, IncomingPicture picture, CancellationToken cancellationToken) => throw new NotImplementedException();
}
