namespace IdOcrPortal.Web.Vault;

/// <summary>
/// Keeps everything personal of a document encrypted under a data key of its own: pictures as files, payloads as bytes for columns.
/// Formats and write order are those of SECURITY §6; destroying the data key erases all of it.
/// </summary>
public sealed class DocumentVault
{
    /// <summary>Makes a random data key, wraps it, and commits it in the keyring: step 1 of the write order.</summary>
    public Task<Guid> CreateKeyAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Encrypts and writes a blob: durable (file and directory flushed) when it returns. The same document and bytes give the same name.</summary>
    /// <returns>The blob's name.</returns>
    public Task<string> StoreAsync(Guid dataKeyId, Guid documentId, BlobKind kind, ReadOnlyMemory<byte> plaintext, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Reads and decrypts a blob.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The blob was changed, belongs to another document, or is of another kind.</exception>
    public Task<byte[]> OpenAsync(Guid dataKeyId, Guid documentId, BlobKind kind, string name, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Encrypts bytes for a column, in the blob's format.</summary>
    public Task<byte[]> SealAsync(Guid dataKeyId, Guid documentId, BlobKind kind, ReadOnlyMemory<byte> plaintext, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Decrypts the bytes of a column.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The bytes were changed, belong to another document, or are of another kind.</exception>
    public Task<byte[]> UnsealAsync(Guid dataKeyId, Guid documentId, BlobKind kind, ReadOnlyMemory<byte> sealedBytes, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>HMAC of uploader and bytes under the index key.</summary>
    public byte[] ContentMark(Guid uploaderId, ReadOnlySpan<byte> bytes) => throw new NotImplementedException();

    /// <summary>HMAC over what makes a service call the same call again (SECURITY §5, request key).</summary>
    public byte[] RequestKey(Guid documentId, string service, string parameters, ReadOnlySpan<byte> sentBytes) => throw new NotImplementedException();

    /// <summary>Removes temporary files older than an hour, and blobs older than a day that no row of <paramref name="referenced"/> names.</summary>
    public Task<int> SweepAsync(Func<string, Task<bool>> referenced, CancellationToken cancellationToken) => throw new NotImplementedException();
}
