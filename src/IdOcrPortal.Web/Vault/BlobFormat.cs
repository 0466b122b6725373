using System.Security.Cryptography;

namespace IdOcrPortal.Web.Vault;

/// <summary>
/// The bytes of an encrypted blob or column (SECURITY §6):
/// <c>"OCRBLB01" || version 1 || alg 1 || dek_id[16] || nonce[12] || ciphertext || tag[16]</c>, AES-256-GCM,
/// authenticated with the first 26 bytes, the document's id and the kind.
/// </summary>
public static class BlobFormat
{
    private const int HeaderLength = 26;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Bytes that the format adds.</summary>
    public const int Overhead = HeaderLength + NonceLength + TagLength;

    private static ReadOnlySpan<byte> Start => "OCRBLB01\x01\x01"u8;

    /// <summary>Encrypts under a fresh random nonce.</summary>
    public static byte[] Seal(ReadOnlySpan<byte> dataKey, Guid dataKeyId, Guid documentId, BlobKind kind, ReadOnlySpan<byte> plaintext)
    {
        Span<byte> nonce = stackalloc byte[NonceLength];
        RandomNumberGenerator.Fill(nonce);
        return Seal(dataKey, dataKeyId, documentId, kind, plaintext, nonce);
    }

    /// <summary>Encrypts under a given nonce: for known answers only, since a nonce may never serve twice.</summary>
    internal static byte[] Seal(ReadOnlySpan<byte> dataKey, Guid dataKeyId, Guid documentId, BlobKind kind, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> nonce)
    {
        var sealedBytes = new byte[Overhead + plaintext.Length];
        Start.CopyTo(sealedBytes);
        dataKeyId.TryWriteBytes(sealedBytes.AsSpan(Start.Length), bigEndian: true, out _);
        nonce.CopyTo(sealedBytes.AsSpan(HeaderLength));
        using var cipher = new AesGcm(dataKey, TagLength);
        cipher.Encrypt(nonce, plaintext, sealedBytes.AsSpan(HeaderLength + NonceLength, plaintext.Length), sealedBytes.AsSpan(^TagLength..), Authenticated(sealedBytes, documentId, kind));
        return sealedBytes;
    }

    /// <summary>Decrypts.</summary>
    /// <exception cref="CryptographicException">Not in this format, changed, of another document or kind, or another key.</exception>
    public static byte[] Open(ReadOnlySpan<byte> dataKey, Guid documentId, BlobKind kind, ReadOnlySpan<byte> sealedBytes)
    {
        _ = DataKeyIdOf(sealedBytes);
        var plaintext = new byte[sealedBytes.Length - Overhead];
        using var cipher = new AesGcm(dataKey, TagLength);
        cipher.Decrypt(sealedBytes.Slice(HeaderLength, NonceLength), sealedBytes[(HeaderLength + NonceLength)..^TagLength], sealedBytes[^TagLength..], plaintext, Authenticated(sealedBytes, documentId, kind));
        return plaintext;
    }

    /// <summary>The data key that the bytes say they were encrypted under.</summary>
    /// <exception cref="CryptographicException">Not in this format.</exception>
    public static Guid DataKeyIdOf(ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < Overhead || !sealedBytes.StartsWith(Start))
        {
            throw new CryptographicException("These bytes are not an encrypted blob of this portal.");
        }

        return new Guid(sealedBytes.Slice(Start.Length, 16), bigEndian: true);
    }

    private static byte[] Authenticated(ReadOnlySpan<byte> sealedBytes, Guid documentId, BlobKind kind)
    {
        var authenticated = new byte[HeaderLength + 17];
        sealedBytes[..HeaderLength].CopyTo(authenticated);
        documentId.TryWriteBytes(authenticated.AsSpan(HeaderLength), bigEndian: true, out _);
        authenticated[^1] = (byte)kind;
        return authenticated;
    }
}
