using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace IdOcrPortal.Web.Vault;

/// <summary>Encrypts the ASP.NET data protection keys at rest, under a key derived from the key-encryption key.</summary>
internal sealed class KeyEncryptor(PortalKeys keys) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plaintext = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var id = keys.CurrentKeyEncryptionId;
        var text = Convert.ToBase64String(KeyEncryption.Seal(keys, id, plaintext));
        CryptographicOperations.ZeroMemory(plaintext);
        return new EncryptedXmlInfo(new XElement("wrapped", new XAttribute("kek", id), text), typeof(KeyDecryptor));
    }
}

/// <summary>Decrypts what <see cref="KeyEncryptor"/> wrote. ASP.NET makes it by itself, with the services.</summary>
internal sealed class KeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var id = (int?)encryptedElement.Attribute("kek") ?? throw new CryptographicException("A data protection key does not say which key it is wrapped by.");
        return XElement.Parse(Encoding.UTF8.GetString(KeyEncryption.Open(services.GetRequiredService<PortalKeys>(), id, Convert.FromBase64String(encryptedElement.Value))));
    }
}

/// <summary><c>nonce[12] || AES-256-GCM || tag[16]</c>.</summary>
internal static class KeyEncryption
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    internal static byte[] Seal(PortalKeys keys, int id, ReadOnlySpan<byte> plaintext)
    {
        var wrapped = new byte[NonceLength + plaintext.Length + TagLength];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceLength));
        using var cipher = Cipher(keys, id);
        cipher.Encrypt(wrapped.AsSpan(0, NonceLength), plaintext, wrapped.AsSpan(NonceLength, plaintext.Length), wrapped.AsSpan(^TagLength..), Purpose(id));
        return wrapped;
    }

    internal static byte[] Open(PortalKeys keys, int id, ReadOnlySpan<byte> wrapped)
    {
        if (wrapped.Length < NonceLength + TagLength)
        {
            throw new CryptographicException("A data protection key is too short.");
        }

        var plaintext = new byte[wrapped.Length - NonceLength - TagLength];
        using var cipher = Cipher(keys, id);
        cipher.Decrypt(wrapped[..NonceLength], wrapped[NonceLength..^TagLength], wrapped[^TagLength..], plaintext, Purpose(id));
        return plaintext;
    }

    private static AesGcm Cipher(PortalKeys keys, int id) =>
        new(HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.KeyEncryption(id), PortalKeys.Length, info: "OCRDPK01"u8.ToArray()), TagLength);

    private static byte[] Purpose(int id) => Encoding.ASCII.GetBytes("OCRDPK01:" + id.ToString(CultureInfo.InvariantCulture));
}
