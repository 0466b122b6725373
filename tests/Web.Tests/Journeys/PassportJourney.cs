using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IdOcrPortal.Web.Tests.Journeys;

/// <summary>The way of one document as people walk it, in a real browser, against the real portal with its real reader.</summary>
public sealed partial class PassportJourney(Chromium chromium) : PortalJourney(chromium)
{
    [Fact]
    public async Task A_passport_is_uploaded_read_approved_by_one_officer_and_found_in_the_audit()
    {
        string document;
        await using (var uploader = await NewPersonAsync())
        {
            var picture = await SpecimenPassport.PhotographAsync(await uploader.NewTabAsync(), DateOnly.FromDateTime(DateTime.UtcNow));
            await uploader.SignInAsync("uploader");
            await DropAsync(uploader.Page, "passport.png", picture);
            document = await ReadAsync(uploader.Page, "passport.png");

            // What the server knows survives a reload.
            await uploader.Page.ReloadAsync();
            await Expect(uploader.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = document })).ToContainTextAsync("Read");
        }

        await using (var reviewer = await NewPersonAsync())
        {
            await reviewer.SignInAsync("reviewer");
            await TakeNextAsync(reviewer.Page, document);

            // The list opens with what needs a look; "t" shows all.
            await Expect(Field(reviewer.Page, "full_name")).ToBeVisibleAsync();
            await reviewer.Page.Keyboard.PressAsync("t");
            await Expect(Field(reviewer.Page, "birth_date")).ToContainTextAsync("1985-07-04");
            await Expect(Field(reviewer.Page, "birth_date")).ToContainTextAsync("Verified");
            await Expect(Field(reviewer.Page, "full_name")).ToContainTextAsync("SOPHEAK MARIA SPECIMEN");

            // No check digit covers name and sex: a person looks.
            await ConfirmAsync(reviewer.Page, "full_name");
            await ConfirmAsync(reviewer.Page, "sex");
            await reviewer.Page.Keyboard.PressAsync("a");
            await Expect(reviewer.Page.GetByText(ApprovedToast())).ToBeVisibleAsync();
        }

        await using var auditor = await NewPersonAsync();
        await auditor.SignInAsync("auditor");
        await auditor.Page.GetByLabel("Document", new() { Exact = true }).FillAsync(document);
        await auditor.Page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();
        foreach (var step in (string[])["document.received", "recognition.started", "recognition.completed", "claim.acquired", "image.viewed", "field.confirmed", "decision.approved"])
        {
            await Expect(auditor.Page.GetByRole(AriaRole.Gridcell, new() { Name = step, Exact = true }).First).ToBeVisibleAsync();
        }

        await auditor.Page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();
        await Expect(auditor.Page.GetByText(new Regex(@"[\d ,]+ (entries|records) intact"))).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_expired_passport_needs_two_officers_and_an_acknowledged_warning()
    {
        string document;
        await using (var uploader = await NewPersonAsync())
        {
            await uploader.SignInAsync("uploader");
            var file = Specimen("pe_100_pass-uto.jpg");
            await uploader.Page.Locator("input[data-files]").SetInputFilesAsync(file);
            document = await ReadAsync(uploader.Page, file.Name);
        }

        foreach (var officer in (string[])["reviewer", "approver"])
        {
            await using var person = await NewPersonAsync();
            await person.SignInAsync(officer);
            if (officer == "approver")
            {
                await person.Page.GotoAsync("/queue?tab=SecondReview");
            }

            await TakeNextAsync(person.Page, document);
            await Expect(person.Page.GetByRole(AriaRole.Group, new() { Name = "Machine-readable zone" })).ToContainTextAsync("L898902C36UTO7408122F1204159ZE184226B<<<<<10");
            await Expect(person.Page.GetByText("Cut locally from the picture")).ToBeVisibleAsync();
            await Expect(person.Page.GetByRole(AriaRole.Img, new() { Name = $"Portrait of document {document}" })).ToBeVisibleAsync();
            await Expect(Field(person.Page, "full_name").GetByRole(AriaRole.Meter)).ToHaveAttributeAsync("aria-valuenow", new Regex(@"^0\.\d\d$|^1"));
            await AcknowledgeIfOpenAsync(person.Page);
            await ConfirmIfOpenAsync(person.Page, "full_name");
            await ConfirmIfOpenAsync(person.Page, "sex");
            await person.Page.Keyboard.PressAsync("a");
            await Expect(person.Page.GetByText(officer == "reviewer" ? RecommendedToast() : ApprovedToast())).ToBeVisibleAsync();
        }
    }

    // Dropped anywhere on the page, as from a file manager.
    private static async Task DropAsync(IPage page, string name, byte[] picture)
    {
        await Expect(page.GetByText("Drop pictures anywhere")).ToBeVisibleAsync();
        var dragged = await page.EvaluateHandleAsync(
            """
            ([name, base64]) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], name, { type: 'image/png' }));
              return transfer;
            }
            """,
            new[] { name, Convert.ToBase64String(picture) });

        // The page's script arrives after its markup: a person drags until the page shows that it would take the file.
        do
        {
            await page.DispatchEventAsync("body", "dragenter", new { dataTransfer = dragged });
        }
        while (await page.Locator("body.dragging").CountAsync() == 0);

        await page.DispatchEventAsync("body", "drop", new { dataTransfer = dragged });
    }

    private static async Task<string> ReadAsync(IPage page, string fileName)
    {
        var card = page.Locator("[data-cards] > li").Filter(new() { HasText = fileName });
        await Expect(card).ToContainTextAsync(new Regex(@"Read|Ready"), new() { Timeout = 30_000 });
        return ShortIdPattern().Match(await card.InnerTextAsync()).Groups[1].Value;
    }

    private static async Task TakeNextAsync(IPage page, string document)
    {
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take next" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("n");
        await page.WaitForURLAsync(new Regex("/review/"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = document })).ToBeVisibleAsync();

        // Nobody decides before the picture is there: the keys wait for it too.
        await Expect(page.Locator(".viewer img.ready")).ToBeVisibleAsync();
    }

    private static async Task ConfirmAsync(IPage page, string field)
    {
        await Field(page, field).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(Field(page, field)).ToContainTextAsync("Confirmed");
    }

    private static async Task AcknowledgeIfOpenAsync(IPage page)
    {
        var warning = page.GetByText("The document has expired.").First;
        await Expect(warning).ToBeVisibleAsync();
        var acknowledge = page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" });
        if (await acknowledge.CountAsync() > 0)
        {
            await page.Keyboard.PressAsync("w");
            await Expect(acknowledge).ToHaveCountAsync(0);
        }
    }

    // A second officer meets what the first one confirmed in this round.
    private static async Task ConfirmIfOpenAsync(IPage page, string field)
    {
        if (await Field(page, field).GetByRole(AriaRole.Button, new() { Name = "Confirm" }).CountAsync() > 0)
        {
            await ConfirmAsync(page, field);
        }
    }

    private static ILocator Field(IPage page, string name) => page.Locator($"[data-field='{name}']");

    private static FilePayload Specimen(string name) => new()
    {
        Name = name,
        MimeType = "image/jpeg",
        Buffer = File.ReadAllBytes(Path.Combine(PortalProcess.RepositoryRoot, "tests/Reader.Tests/Specimens", name)),
    };

    [GeneratedRegex(@"Document ([0-9A-Z]{4})")]
    private static partial Regex ShortIdPattern();

    [GeneratedRegex("^Approved|approved", RegexOptions.IgnoreCase)]
    private static partial Regex ApprovedToast();

    [GeneratedRegex("recommended|second officer", RegexOptions.IgnoreCase)]
    private static partial Regex RecommendedToast();
}
