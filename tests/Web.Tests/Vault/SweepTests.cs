using IdOcrPortal.Web.Vault;

namespace IdOcrPortal.Web.Tests.Vault;

public sealed class SweepTests
{
    [Theory]
    [InlineData(59, false)]
    [InlineData(61, true)]
    public async Task Removes_temporary_files_after_an_hour(int minutes, bool gone)
    {
        await using var portal = await TestPortal.StartAsync();
        var path = Path.Combine(portal.Folder, "blobs", "tmp", "left");
        await File.WriteAllTextAsync(path, "x");
        File.SetLastWriteTimeUtc(path, portal.Clock.GetUtcNow().UtcDateTime.AddMinutes(-minutes));

        Assert.Equal(gone ? 1 : 0, await portal.Vault.SweepAsync(_ => Task.FromResult(true), default));
        Assert.Equal(gone, !File.Exists(path));
    }

    [Theory]
    [InlineData(23, false, false)]
    [InlineData(25, false, true)]
    [InlineData(25, true, false)]
    public async Task Removes_blobs_that_no_row_names_after_a_day(int hours, bool referenced, bool gone)
    {
        await using var portal = await TestPortal.StartAsync();
        var (key, document) = (await portal.Vault.CreateKeyAsync(default), Guid.NewGuid());
        var name = await portal.Vault.StoreAsync(key, document, BlobKind.Original, "x"u8.ToArray(), default);
        Age(portal, name, hours);

        Assert.Equal(gone ? 1 : 0, await portal.Vault.SweepAsync(asked => Task.FromResult(referenced && asked == name), default));
        Assert.Equal(gone, Blob(portal, name) is null);
    }

    [Fact]
    public async Task Never_removes_what_is_stored_again_while_it_looks()
    {
        await using var portal = await TestPortal.StartAsync();
        var random = new Random(20261118);
        var (key, document) = (await portal.Vault.CreateKeyAsync(default), Guid.NewGuid());
        for (var round = 0; round < 100; round++)
        {
            var bytes = new byte[8];
            random.NextBytes(bytes);
            var name = await portal.Vault.StoreAsync(key, document, BlobKind.Portrait, bytes, default);
            Age(portal, name, 30);
            var storedAgain = random.Next(2) == 0;

            // The row does not name it yet when it is asked; it is stored once more right behind that answer.
            await portal.Vault.SweepAsync(
                async asked =>
                {
                    if (asked == name && storedAgain)
                    {
                        await portal.Vault.StoreAsync(key, document, BlobKind.Portrait, bytes, default);
                        File.SetLastWriteTimeUtc(Blob(portal, name)!, portal.Clock.GetUtcNow().UtcDateTime);
                    }

                    return false;
                },
                default);

            Assert.Equal(storedAgain, Blob(portal, name) is not null);
        }
    }

    private static void Age(TestPortal portal, string name, int hours) => File.SetLastWriteTimeUtc(Blob(portal, name)!, portal.Clock.GetUtcNow().UtcDateTime.AddHours(-hours));

    private static string? Blob(TestPortal portal, string name) => Directory.EnumerateFiles(Path.Combine(portal.Folder, "blobs"), name, SearchOption.AllDirectories).SingleOrDefault();
}
