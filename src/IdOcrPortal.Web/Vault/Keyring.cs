using System.Buffers.Binary;
using System.Security.Cryptography;
using IdOcrPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Vault;

/// <summary>
/// Makes, finds and wraps the documents' data keys. A key is wrapped as <c>nonce[12] || AES-256-GCM(key) || tag[16]</c>, authenticated with
/// <c>"OCRDEK01" || dek_id[16] || u16 kek_id</c>. Keys are read from the database each time, so that a destroyed key is gone at once.
/// </summary>
internal sealed class Keyring(IDbContextFactory<KeyringDb> databases, PortalKeys keys, DataFolder folder, TimeProvider clock) : IDisposable
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly WriteAheadLog _log = new(folder.Keyring);

    /// <summary>Makes a random data key and commits it.</summary>
    internal async Task<Guid> CreateAsync(CancellationToken cancellationToken)
    {
        var row = new DataKeyRow { Id = Guid.NewGuid(), KeyEncryptionId = keys.CurrentKeyEncryptionId, CreatedAt = clock.GetUtcNow() };
        var key = RandomNumberGenerator.GetBytes(PortalKeys.Length);
        row.Wrapped = Wrap(row, key);
        CryptographicOperations.ZeroMemory(key);

        await _gate.WaitAsync(cancellationToken);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            db.DataKeys.Add(row);
            await db.SaveChangesAsync(cancellationToken);
            await _log.AfterCommitAsync(db.Database, CancellationToken.None);
        }
        finally
        {
            _gate.Release();
        }

        return row.Id;
    }

    /// <summary>The data key itself; the caller wipes it after use.</summary>
    /// <exception cref="CryptographicException">The key was destroyed or changed, or is wrapped by a key that the portal does not have.</exception>
    internal async Task<byte[]> OpenAsync(Guid dataKeyId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.DataKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Id == dataKeyId, cancellationToken)
            ?? throw new CryptographicException("The data key is not in the keyring: it was destroyed, or the keyring is not the one of this database.");
        return Unwrap(row);
    }

    /// <summary>Migrates the keyring and makes sure that the portal's keys are those that it was written with.</summary>
    /// <exception cref="SetupException">They are not.</exception>
    internal async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await Schema.MigrateAsync(db.Database, cancellationToken);
        await WriteAheadLog.TruncateAsync(db.Database, cancellationToken);
        var ids = await db.DataKeys.Select(key => key.KeyEncryptionId).Distinct().ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            var row = await db.DataKeys.AsNoTracking().FirstAsync(key => key.KeyEncryptionId == id, cancellationToken);
            try
            {
                CryptographicOperations.ZeroMemory(Unwrap(row));
            }
            catch (CryptographicException failed)
            {
                throw new SetupException($"The file kek-{id}.key in {folder.Keys} (setting Keys:Folder) is missing, or is not the one that this keyring was written with. Put the right one back: nothing stored can be read without it.", failed);
            }
        }
    }

    public void Dispose() => _gate.Dispose();

    private byte[] Wrap(DataKeyRow row, ReadOnlySpan<byte> key)
    {
        var wrapped = new byte[NonceLength + key.Length + TagLength];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(keys.KeyEncryption(row.KeyEncryptionId), TagLength);
        cipher.Encrypt(wrapped.AsSpan(0, NonceLength), key, wrapped.AsSpan(NonceLength, key.Length), wrapped.AsSpan(^TagLength..), Authenticated(row));
        return wrapped;
    }

    private byte[] Unwrap(DataKeyRow row)
    {
        if (row.Wrapped.Length != NonceLength + PortalKeys.Length + TagLength)
        {
            throw new CryptographicException("A data key in the keyring has the wrong length.");
        }

        var key = new byte[PortalKeys.Length];
        using var cipher = new AesGcm(keys.KeyEncryption(row.KeyEncryptionId), TagLength);
        cipher.Decrypt(row.Wrapped.AsSpan(0, NonceLength), row.Wrapped.AsSpan(NonceLength, key.Length), row.Wrapped.AsSpan(^TagLength..), key, Authenticated(row));
        return key;
    }

    private static byte[] Authenticated(DataKeyRow row)
    {
        var authenticated = new byte[26];
        "OCRDEK01"u8.CopyTo(authenticated);
        row.Id.TryWriteBytes(authenticated.AsSpan(8), bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(authenticated.AsSpan(24), (ushort)row.KeyEncryptionId);
        return authenticated;
    }
}
