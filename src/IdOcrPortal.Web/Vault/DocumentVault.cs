using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using IdOcrPortal.Web.Data;

namespace IdOcrPortal.Web.Vault;

/// <summary>
/// Keeps everything personal of a document encrypted under a data key of its own: pictures as files, payloads as bytes for columns.
/// Formats and write order are those of SECURITY §6; destroying the data key erases all of it.
/// </summary>
public sealed class DocumentVault
{
    private static readonly TimeSpan TemporaryLife = TimeSpan.FromHours(1);
    private static readonly TimeSpan UnreferencedLife = TimeSpan.FromHours(24);

    private readonly Keyring _keyring;
    private readonly PortalKeys _keys;
    private readonly TimeProvider _clock;
    private readonly string _root;
    private readonly string _temporary;

    // Held for a rename and for the last look before a deletion: a blob stored again is never swept by its old age.
    private readonly Lock _names = new();

    // Who finds a folder there may rely on its entry being on the disk: nobody looks while another makes it.
    private readonly Lock _folders = new();

    internal DocumentVault(Keyring keyring, PortalKeys keys, DataFolder folder, TimeProvider clock)
    {
        _keyring = keyring;
        _keys = keys;
        _clock = clock;
        _root = folder.Blobs;
        _temporary = Path.Combine(_root, "tmp");
    }

    /// <summary>Makes a random data key, wraps it, and commits it in the keyring: step 1 of the write order.</summary>
    public Task<Guid> CreateKeyAsync(CancellationToken cancellationToken) => _keyring.CreateAsync(cancellationToken);

    /// <summary>Encrypts and writes a blob: durable (file and directory flushed) when it returns. The same document and bytes give the same name.</summary>
    /// <returns>The blob's name.</returns>
    public async Task<string> StoreAsync(Guid dataKeyId, Guid documentId, BlobKind kind, ReadOnlyMemory<byte> plaintext, CancellationToken cancellationToken)
    {
        var sealedBytes = await SealAsync(dataKeyId, documentId, kind, plaintext, cancellationToken);
        var name = NameOf(documentId, plaintext.Span);
        MakeFolders(kind, name);
        await DurableFiles.WriteAsync(_temporary, PathOf(kind, name), sealedBytes, RenameLocked, cancellationToken);
        return name;
    }

    /// <summary>Reads and decrypts a blob.</summary>
    /// <exception cref="CryptographicException">The blob was changed, belongs to another document, or is of another kind.</exception>
    public async Task<byte[]> OpenAsync(Guid dataKeyId, Guid documentId, BlobKind kind, string name, CancellationToken cancellationToken)
    {
        if (!IsName(name))
        {
            throw new ArgumentException("A blob's name is 64 lower-case hex digits.", nameof(name));
        }

        var path = PathOf(kind, name);
        if (!File.Exists(path))
        {
            throw new CryptographicException("The blob is not in the vault.");
        }

        return await UnsealAsync(dataKeyId, documentId, kind, await File.ReadAllBytesAsync(path, cancellationToken), cancellationToken);
    }

    /// <summary>Encrypts bytes for a column, in the blob's format.</summary>
    public async Task<byte[]> SealAsync(Guid dataKeyId, Guid documentId, BlobKind kind, ReadOnlyMemory<byte> plaintext, CancellationToken cancellationToken)
    {
        var dataKey = await _keyring.OpenAsync(dataKeyId, cancellationToken);
        try
        {
            return BlobFormat.Seal(dataKey, dataKeyId, documentId, kind, plaintext.Span);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    /// <summary>Decrypts the bytes of a column.</summary>
    /// <exception cref="CryptographicException">The bytes were changed, belong to another document, or are of another kind.</exception>
    public async Task<byte[]> UnsealAsync(Guid dataKeyId, Guid documentId, BlobKind kind, ReadOnlyMemory<byte> sealedBytes, CancellationToken cancellationToken)
    {
        if (BlobFormat.DataKeyIdOf(sealedBytes.Span) != dataKeyId)
        {
            throw new CryptographicException("These bytes were encrypted under another data key.");
        }

        var dataKey = await _keyring.OpenAsync(dataKeyId, cancellationToken);
        try
        {
            return BlobFormat.Open(dataKey, documentId, kind, sealedBytes.Span);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    /// <summary>HMAC of uploader and bytes under the index key.</summary>
    public byte[] ContentMark(Guid uploaderId, ReadOnlySpan<byte> bytes)
    {
        using var mark = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _keys.Index);
        mark.AppendData("OCRDUP01"u8);
        Append(mark, uploaderId);
        mark.AppendData(bytes);
        return mark.GetHashAndReset();
    }

    /// <summary>HMAC over what makes a service call the same call again (SECURITY §5, request key).</summary>
    public byte[] RequestKey(Guid documentId, string service, string parameters, ReadOnlySpan<byte> sentBytes)
    {
        using var key = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _keys.Index);
        key.AppendData("OCRREQ01"u8);
        Append(key, documentId);
        Append(key, service);
        Append(key, parameters);
        key.AppendData(sentBytes);
        return key.GetHashAndReset();
    }

    /// <summary>Removes temporary files older than an hour, and blobs older than a day that no row of <paramref name="referenced"/> names.</summary>
    /// <returns>Number of files removed.</returns>
    public async Task<int> SweepAsync(Func<string, Task<bool>> referenced, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(referenced);
        var removed = 0;
        foreach (var path in Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = Path.GetFileName(path);
            var life = Path.GetDirectoryName(path) == _temporary ? TemporaryLife : UnreferencedLife;
            if (IsOlder(path, life) && (life == TemporaryLife || !await referenced(name)) && DeleteIfStillOlder(path, life))
            {
                removed++;
            }
        }

        return removed;
    }

    /// <summary>Makes the vault's folders.</summary>
    internal void Prepare()
    {
        DataFolder.CreateFolder(_root);
        DataFolder.CreateFolder(_temporary);
    }

    private void RenameLocked(Action rename)
    {
        lock (_names)
        {
            rename();
        }
    }

    private bool DeleteIfStillOlder(string path, TimeSpan life)
    {
        lock (_names)
        {
            if (!IsOlder(path, life))
            {
                return false;
            }

            File.Delete(path);
            return true;
        }
    }

    private bool IsOlder(string path, TimeSpan life) => File.Exists(path) && _clock.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(path) > life;

    private void MakeFolders(BlobKind kind, string name)
    {
        var folder = Path.Combine(_root, FolderOf(kind));
        lock (_folders)
        {
            DurableFiles.CreateFolder(_root, FolderOf(kind));
            DurableFiles.CreateFolder(folder, name[..2]);
            DurableFiles.CreateFolder(Path.Combine(folder, name[..2]), name[2..4]);
        }
    }

    private string NameOf(Guid documentId, ReadOnlySpan<byte> plaintext)
    {
        using var name = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _keys.BlobName);
        Append(name, documentId);
        name.AppendData(plaintext);
        return Convert.ToHexStringLower(name.GetHashAndReset());
    }

    // A folder per kind above the two levels: a picture that is its own preview has one name and two contents to authenticate.
    private string PathOf(BlobKind kind, string name) => Path.Combine(_root, FolderOf(kind), name[..2], name[2..4], name);

    private static string FolderOf(BlobKind kind) => kind.ToString().ToLowerInvariant();

    private static bool IsName(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);

    private static void Append(IncrementalHash hash, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
