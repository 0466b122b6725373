using System.Security.Cryptography;
using System.Xml.Linq;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Vault;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace IdOcrPortal.Web.Tests.Vault;

public sealed class PortalKeysTests : IDisposable
{
    private static readonly string[] Files = ["kek-1.key", "audit-mac-1.key", "blob-name.key", "index.key"];

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Makes_missing_keys_in_Development_and_keeps_them()
    {
        var first = PortalKeys.Load(_folder, makeMissing: true);
        var second = PortalKeys.Load(_folder, makeMissing: false);

        Assert.Equal(first.BlobName, second.BlobName);
        Assert.Equal(Files.Order(), Directory.GetFiles(_folder).Select(Path.GetFileName).Order());
        Assert.Equal(4, Directory.GetFiles(_folder).Select(file => Convert.ToHexString(File.ReadAllBytes(file))).Distinct().Count());
    }

    [Theory]
    [InlineData("kek-1.key")]
    [InlineData("audit-mac-1.key")]
    [InlineData("blob-name.key")]
    [InlineData("index.key")]
    public void A_start_that_was_killed_while_it_made_a_key_does_not_stop_the_next(string key)
    {
        File.WriteAllBytes(Path.Combine(_folder, key + DurableFiles.Unfinished), RandomNumberGenerator.GetBytes(5));

        PortalKeys.Load(_folder, makeMissing: true);

        Assert.Equal(Files.Order(), Directory.GetFiles(_folder).Select(Path.GetFileName).Order());
        Assert.Equal(PortalKeys.Length, new FileInfo(Path.Combine(_folder, key)).Length);
    }

    [Fact]
    public void A_secret_has_its_name_only_when_it_is_wholly_written()
    {
        // What is in the way of the unfinished file stops the writing before its end.
        var path = Path.Combine(_folder, "index.key");
        Directory.CreateDirectory(path + DurableFiles.Unfinished);

        Assert.ThrowsAny<Exception>(() => DurableFiles.WriteSecret(path, new byte[PortalKeys.Length]));

        Assert.False(File.Exists(path));
    }

    [Fact]
    public void A_secret_in_use_is_never_replaced()
    {
        var path = Path.Combine(_folder, "index.key");
        DurableFiles.WriteSecret(path, "first"u8);

        Assert.Throws<IOException>(() => DurableFiles.WriteSecret(path, "second"u8));

        Assert.Equal("first"u8.ToArray(), File.ReadAllBytes(path));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public async Task Production_does_not_start_without_keys()
    {
        var failed = await Assert.ThrowsAsync<SetupException>(() => TestPortal.StartAsync(environment: "Production"));

        Assert.Contains("Keys:Folder", failed.Message, StringComparison.Ordinal);
        Assert.Contains("kek-1.key", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kek-1.key")]
    [InlineData("audit-mac-1.key")]
    [InlineData("blob-name.key")]
    [InlineData("index.key")]
    public void Names_setting_and_file_of_each_key_that_is_missing(string missing)
    {
        PortalKeys.Load(_folder, makeMissing: true);
        File.Delete(Path.Combine(_folder, missing));

        var failed = Assert.Throws<SetupException>(() => PortalKeys.Load(_folder, makeMissing: false));

        Assert.Contains("Keys:Folder", failed.Message, StringComparison.Ordinal);
        Assert.Contains(missing, failed.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> BadKeys => new()
    {
        { "empty", [] },
        { "short", RandomNumberGenerator.GetBytes(31) },
        { "long", RandomNumberGenerator.GetBytes(33) },
        { "zeros", new byte[32] },
        { "counting, as in the published vectors", [.. Enumerable.Range(0, 32).Select(value => (byte)value)] },
        { "counting down", [.. Enumerable.Range(0, 32).Select(value => (byte)(200 - (7 * value)))] },
        { "repeating", [.. Enumerable.Range(0, 32).Select(value => (byte)(0x80 + (value % 4 * 37)))] },
        { "text", "changeme-changeme-change-me-1234"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(BadKeys))]
    public void Refuses_a_key_that_is_no_secret(string what, byte[] key)
    {
        PortalKeys.Load(_folder, makeMissing: true);
        File.WriteAllBytes(Path.Combine(_folder, "index.key"), key);

        var failed = Assert.Throws<SetupException>(() => PortalKeys.Load(_folder, makeMissing: true));
        Assert.True(failed.Message.Contains("index.key", StringComparison.Ordinal), what);
    }

    [Fact]
    public async Task Does_not_start_over_a_keyring_of_another_key()
    {
        await using (var first = await TestPortal.StartAsync(folder: _folder))
        {
            await first.Vault.CreateKeyAsync(default);
        }

        File.Delete(Path.Combine(_folder, "keys", "kek-1.key"));
        var failed = await Assert.ThrowsAsync<SetupException>(() => TestPortal.StartAsync(folder: _folder));
        Assert.Contains("kek-1.key", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_start_over_an_audit_that_another_key_sealed()
    {
        await using (await TestPortal.StartAsync(folder: _folder))
        {
        }

        File.Delete(Path.Combine(_folder, "keys", "audit-mac-1.key"));
        var failed = await Assert.ThrowsAsync<SetupException>(() => TestPortal.StartAsync(folder: _folder));
        Assert.Contains("audit-mac-1.key", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_what_an_older_key_wrapped_and_wraps_new_keys_with_the_newest()
    {
        Guid old, document = Guid.NewGuid();
        byte[] sealedBytes;
        await using (var first = await TestPortal.StartAsync(folder: _folder))
        {
            old = await first.Vault.CreateKeyAsync(default);
            sealedBytes = await first.Vault.SealAsync(old, document, BlobKind.Label, "name"u8.ToArray(), default);
        }

        await File.WriteAllBytesAsync(Path.Combine(_folder, "keys", "kek-2.key"), RandomNumberGenerator.GetBytes(32));
        await using var second = await TestPortal.StartAsync(folder: _folder);

        Assert.Equal("name"u8.ToArray(), await second.Vault.UnsealAsync(old, document, BlobKind.Label, sealedBytes, default));
        Assert.Equal(2, second.Get<PortalKeys>().CurrentKeyEncryptionId);
        await second.Vault.SealAsync(await second.Vault.CreateKeyAsync(default), document, BlobKind.Label, "name"u8.ToArray(), default);
    }

    [Fact]
    public async Task One_data_folder_serves_one_portal()
    {
        await using var first = await TestPortal.StartAsync(folder: _folder);

        var failed = await Assert.ThrowsAsync<SetupException>(() => TestPortal.StartAsync(folder: _folder));
        Assert.Contains("Data:Folder", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookie_keys_lie_encrypted_and_open_after_a_restart()
    {
        string token;
        await using (var first = await TestPortal.StartAsync(folder: _folder))
        {
            token = first.Get<IDataProtectionProvider>().CreateProtector("test").Protect("secret");
        }

        var file = Assert.Single(Directory.GetFiles(Path.Combine(_folder, "data-protection")));
        var xml = XDocument.Load(file);
        Assert.NotNull(xml.Descendants("wrapped").Single().Attribute("kek"));
        Assert.Empty(xml.Descendants("masterKey"));

        await using var second = await TestPortal.StartAsync(folder: _folder);
        Assert.Equal("secret", second.Get<IDataProtectionProvider>().CreateProtector("test").Unprotect(token));
    }
}
