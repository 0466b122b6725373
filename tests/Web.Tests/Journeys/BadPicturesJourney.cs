using IdOcrPortal.Reader.Tests.Headers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IdOcrPortal.Web.Tests.Journeys;

/// <summary>What people send by mistake, and what others send on purpose: each file's card ends in a sentence that says what to do.</summary>
public sealed class BadPicturesJourney(Chromium chromium) : PortalJourney(chromium)
{
    [Fact]
    public async Task Every_bad_file_ends_in_a_sentence_on_its_card_and_nothing_of_it_is_stored()
    {
        var whole = await File.ReadAllBytesAsync(Path.Combine(PortalProcess.RepositoryRoot, "tests/Reader.Tests/Specimens/pe_100_pass-fin.png"));
        (string Name, byte[] Bytes, string Says)[] files =
        [
            ("holiday.txt", "Dear diary"u8.ToArray(), "not a picture"),
            ("truncated.png", whole[..(whole.Length / 2)], "new photo"),
            ("bomb.png", Pictures.Png(30_000, 30_000, depth: 1), "30000"),
            ("empty.jpg", [], "empty"),
            ("large.jpg", Pictures.Join(Pictures.Jpeg(800, 600), new byte[11 * 1024 * 1024]), "10 MB"),
            ("frame.jpg", Pictures.Jpeg(65_535, 65_535), "65535"),
            ("loop.tif", Pictures.Join(Pictures.TiffStart(8), Pictures.Directory(8, (256, 4, 1, 800), (257, 4, 1, 600))), "damaged"),
            ("iphone.heic", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic"u8.ToArray(), "Most compatible"),
            ("scan.pdf", "%PDF-1.7\n%"u8.ToArray(), "PDF"),
            ("drawing.jpg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), "drawing"),
        ];

        await using var uploader = await NewPersonAsync();
        await uploader.SignInAsync("uploader");
        await uploader.Page.Locator("input[data-files]").SetInputFilesAsync(files.Select(file => new FilePayload { Name = file.Name, MimeType = "image/jpeg", Buffer = file.Bytes }));

        foreach (var (name, _, says) in files)
        {
            await Expect(Card(uploader.Page, name)).ToContainTextAsync(says, new() { Timeout = 30_000, IgnoreCase = true });
        }

        await Expect(uploader.Page.GetByText("No documents yet")).ToBeVisibleAsync();
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Folder, "blobs"), "*", SearchOption.AllDirectories));
        uploader.Expect("status of 422"); // the console's own line for what only the server could see
    }

    [Fact]
    public async Task A_picture_without_a_machine_readable_zone_is_stored_and_its_card_asks_for_another_photo()
    {
        await using var uploader = await NewPersonAsync();
        var tab = await uploader.NewTabAsync();
        await tab.SetContentAsync("<body style='background:tan'><p style='font-size:400px;margin:0'>&#128008;</p></body>");
        var cat = await tab.ScreenshotAsync();
        await uploader.SignInAsync("uploader");

        await uploader.Page.Locator("input[data-files]").SetInputFilesAsync(new FilePayload { Name = "cat.png", MimeType = "image/png", Buffer = cat });

        await Expect(Card(uploader.Page, "cat.png")).ToContainTextAsync("No machine-readable lines", new() { Timeout = 30_000 });
    }

    private static ILocator Card(IPage page, string name) => page.Locator("[data-cards] > li").Filter(new() { HasText = name });
}
