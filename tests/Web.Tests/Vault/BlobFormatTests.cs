using System.Security.Cryptography;
using IdOcrPortal.Web.Vault;

namespace IdOcrPortal.Web.Tests.Vault;

public sealed class BlobFormatTests
{
    private static readonly byte[] Key = Bytes(0x00, 32);
    private static readonly Guid KeyId = new(Bytes(0x40, 16), bigEndian: true);
    private static readonly Guid Document = new(Bytes(0x60, 16), bigEndian: true);

    // Made with another implementation (Python cryptography, AESGCM) from the format's description.
    private const string Known = "4f4352424c4230310101404142434445464748494a4b4c4d4e4f808182838485868788898a8b01851e72226694e3fb5166ae423f57bcdba4e07a7ab83191d8";

    [Fact]
    public void Writes_the_bytes_that_another_implementation_writes() =>
        Assert.Equal(Known, Convert.ToHexStringLower(BlobFormat.Seal(Key, KeyId, Document, BlobKind.Preview, "a picture"u8, Bytes(0x80, 12))));

    [Fact]
    public void Reads_the_bytes_that_another_implementation_wrote()
    {
        var known = Convert.FromHexString(Known);
        Assert.Equal("a picture"u8, BlobFormat.Open(Key, Document, BlobKind.Preview, known));
        Assert.Equal(KeyId, BlobFormat.DataKeyIdOf(known));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(700)]
    public void Refuses_every_flipped_byte_and_every_cut(int length)
    {
        var sealedBytes = BlobFormat.Seal(Key, KeyId, Document, BlobKind.Original, new byte[length]);
        for (var i = 0; i < sealedBytes.Length; i++)
        {
            var changed = (byte[])sealedBytes.Clone();
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => BlobFormat.Open(Key, Document, BlobKind.Original, changed));
            Assert.ThrowsAny<CryptographicException>(() => BlobFormat.Open(Key, Document, BlobKind.Original, sealedBytes.AsSpan(0, i)));
        }
    }

    [Fact]
    public void Refuses_another_document_another_kind_and_another_key()
    {
        var sealedBytes = BlobFormat.Seal(Key, KeyId, Document, BlobKind.Original, "x"u8);

        Assert.ThrowsAny<CryptographicException>(() => BlobFormat.Open(Key, Guid.NewGuid(), BlobKind.Original, sealedBytes));
        Assert.ThrowsAny<CryptographicException>(() => BlobFormat.Open(Key, Document, BlobKind.Preview, sealedBytes));
        Assert.ThrowsAny<CryptographicException>(() => BlobFormat.Open(Bytes(0x01, 32), Document, BlobKind.Original, sealedBytes));
    }

    [Fact]
    public void Never_encrypts_the_same_twice_to_the_same_bytes() =>
        Assert.NotEqual(BlobFormat.Seal(Key, KeyId, Document, BlobKind.Original, "x"u8), BlobFormat.Seal(Key, KeyId, Document, BlobKind.Original, "x"u8));

    private static byte[] Bytes(int first, int count) => [.. Enumerable.Range(first, count).Select(value => (byte)value)];
}
