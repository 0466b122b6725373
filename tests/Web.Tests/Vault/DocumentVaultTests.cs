using System.Security.Cryptography;
using System.Text;
using IdOcrPortal.Web.Vault;

namespace IdOcrPortal.Web.Tests.Vault;

public sealed class DocumentVaultTests : IAsyncLifetime
{
    private TestPortal _portal = null!;

    private DocumentVault Vault => _portal.Vault;

    public async Task InitializeAsync() => _portal = await TestPortal.StartAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Opens_what_it_stored()
    {
        var (key, document) = (await Vault.CreateKeyAsync(default), Guid.NewGuid());
        var picture = RandomNumberGenerator.GetBytes(300_000);

        var name = await Vault.StoreAsync(key, document, BlobKind.Original, picture, default);

        Assert.Equal(picture, await Vault.OpenAsync(key, document, BlobKind.Original, name, default));
    }

    [Fact]
    public async Task Names_the_same_bytes_of_one_document_alike_and_of_two_documents_differently()
    {
        var (key, document) = (await Vault.CreateKeyAsync(default), Guid.NewGuid());

        var name = await Vault.StoreAsync(key, document, BlobKind.Original, "picture"u8.ToArray(), default);

        Assert.Equal(name, await Vault.StoreAsync(key, document, BlobKind.Original, "picture"u8.ToArray(), default));
        Assert.NotEqual(name, await Vault.StoreAsync(key, Guid.NewGuid(), BlobKind.Original, "picture"u8.ToArray(), default));
        var nameKey = await File.ReadAllBytesAsync(Path.Combine(_portal.Folder, "keys", "blob-name.key"));
        Assert.Equal(name, Convert.ToHexStringLower(HMACSHA256.HashData(nameKey, (byte[])[.. document.ToByteArray(bigEndian: true), .. "picture"u8])));
    }

    [Fact]
    public async Task Keeps_an_original_that_is_its_own_preview_readable_as_both()
    {
        var (key, document) = (await Vault.CreateKeyAsync(default), Guid.NewGuid());
        var original = await Vault.StoreAsync(key, document, BlobKind.Original, "same"u8.ToArray(), default);
        var preview = await Vault.StoreAsync(key, document, BlobKind.Preview, "same"u8.ToArray(), default);

        Assert.Equal("same"u8.ToArray(), await Vault.OpenAsync(key, document, BlobKind.Original, original, default));
        Assert.Equal("same"u8.ToArray(), await Vault.OpenAsync(key, document, BlobKind.Preview, preview, default));
    }

    [Fact]
    public async Task Refuses_a_blob_under_the_name_of_another_document()
    {
        var key = await Vault.CreateKeyAsync(default);
        var (mine, theirs) = (Guid.NewGuid(), Guid.NewGuid());
        var name = await Vault.StoreAsync(key, theirs, BlobKind.Original, "picture"u8.ToArray(), default);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => Vault.OpenAsync(key, mine, BlobKind.Original, name, default));
    }

    [Theory]
    [InlineData("../../keys/index.key")]
    [InlineData("")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    public async Task Takes_nothing_but_a_name_for_a_name(string name) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Vault.OpenAsync(Guid.NewGuid(), Guid.NewGuid(), BlobKind.Original, name, default));

    [Fact]
    public async Task Reads_nothing_once_the_key_is_destroyed()
    {
        var (key, document) = (await Vault.CreateKeyAsync(default), Guid.NewGuid());
        var sealedBytes = await Vault.SealAsync(key, document, BlobKind.Label, "passport.jpg"u8.ToArray(), default);
        Assert.Equal("passport.jpg"u8.ToArray(), await Vault.UnsealAsync(key, document, BlobKind.Label, sealedBytes, default));

        await _portal.TamperKeyringAsync($"DELETE FROM \"DataKeys\" WHERE \"Id\" = '{key.ToString().ToUpperInvariant()}'");

        await Assert.ThrowsAnyAsync<CryptographicException>(() => Vault.UnsealAsync(key, document, BlobKind.Label, sealedBytes, default));
    }

    [Fact]
    public async Task Refuses_a_wrapped_key_that_was_moved_to_another_id()
    {
        var (mine, theirs) = (await Vault.CreateKeyAsync(default), await Vault.CreateKeyAsync(default));
        var document = Guid.NewGuid();
        await _portal.TamperKeyringAsync($"""
            UPDATE "DataKeys" SET "Wrapped" = (SELECT "Wrapped" FROM "DataKeys" WHERE "Id" = '{theirs.ToString().ToUpperInvariant()}')
            WHERE "Id" = '{mine.ToString().ToUpperInvariant()}'
            """);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => Vault.SealAsync(mine, document, BlobKind.Label, "x"u8.ToArray(), default));
    }

    [Fact]
    public async Task Leaves_no_readable_picture_on_the_disk()
    {
        var marker = Encoding.ASCII.GetBytes(Guid.NewGuid().ToString("n"));
        var key = await Vault.CreateKeyAsync(default);
        await Vault.StoreAsync(key, Guid.NewGuid(), BlobKind.Original, (byte[])[.. new byte[500], .. marker, .. new byte[500]], default);

        var files = Directory.GetFiles(_portal.Folder, "*", SearchOption.AllDirectories);

        Assert.Contains(files, file => new FileInfo(file).Length == 1032 + BlobFormat.Overhead);
        foreach (var file in files.Where(file => Path.GetFileName(file) != "portal.lock"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
            Assert.True(bytes.AsSpan().IndexOf(marker) < 0, Path.GetFileName(file));
        }
    }

    [Fact]
    public async Task Everything_that_it_keeps_is_for_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await Vault.StoreAsync(await Vault.CreateKeyAsync(default), Guid.NewGuid(), BlobKind.Original, "x"u8.ToArray(), default);

        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        foreach (var path in Directory.EnumerateFileSystemEntries(_portal.Folder, "*", SearchOption.AllDirectories))
        {
            Assert.True((File.GetUnixFileMode(path) & others) == 0, path);
        }
    }

    [Fact]
    public void Marks_equal_bytes_of_one_person_alike_and_of_two_differently()
    {
        var (dara, mei) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.Equal(Vault.ContentMark(dara, "x"u8), Vault.ContentMark(dara, "x"u8));
        Assert.NotEqual(Vault.ContentMark(dara, "x"u8), Vault.ContentMark(mei, "x"u8));
        Assert.NotEqual(Vault.ContentMark(dara, "x"u8), Vault.ContentMark(dara, "y"u8));
    }

    [Fact]
    public void Does_not_confuse_where_one_part_of_a_request_ends_and_the_next_begins()
    {
        var document = Guid.NewGuid();
        Assert.Equal(Vault.RequestKey(document, "ab", "c", "d"u8), Vault.RequestKey(document, "ab", "c", "d"u8));
        Assert.NotEqual(Vault.RequestKey(document, "ab", "c", "d"u8), Vault.RequestKey(document, "a", "bc", "d"u8));
        Assert.NotEqual(Vault.RequestKey(document, "ab", "c", "d"u8), Vault.RequestKey(document, "ab", "cd", ""u8));
    }
}
