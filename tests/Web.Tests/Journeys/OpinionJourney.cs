using System.Text.RegularExpressions;
using IdOcrPortal.Web.Tests.Submissions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IdOcrPortal.Web.Tests.Journeys;

/// <summary>An officer who does not trust a reading asks another service, compares, takes the better one and decides, by keyboard.</summary>
public sealed class OpinionJourney(Chromium chromium) : HostedJourney(chromium, CardService.TwoOpinions(Today))
{
    [Fact]
    public async Task A_second_opinion_on_a_card_shows_what_differs_and_the_better_reading_is_used_and_approved()
    {
        await UploadAsync();
        await using var officer = await NewPersonAsync();
        await officer.SignInAsync("reviewer");
        var page = officer.Page;
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take next" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("n");
        await page.WaitForURLAsync(new Regex("/review/"));
        await Expect(page.Locator(".viewer img.ready")).ToBeVisibleAsync();
        await Expect(page.Locator(".facts")).ToContainTextAsync("Read by Other Cambodian card");
        await Expect(page.Locator("[data-copy=request-elsewhere]")).ToBeVisibleAsync();

        // Asked by key; the answer comes by itself.
        await page.Keyboard.PressAsync("q");
        var dialog = page.Locator(".rz-dialog");
        await Expect(dialog.Locator("[data-choice=HuaweiCambodianCard]")).ToContainTextAsync("pictures go to SG");
        await Expect(dialog.Locator("[data-choice=OtherCambodianCard]")).ToContainTextAsync("Has read it");
        await page.Keyboard.PressAsync("2");
        await Expect(dialog.Locator("th[data-reading=HuaweiCambodianCard]")).ToBeVisibleAsync();

        // A difference is one of meaning: other digits are none.
        await Expect(Row(dialog, "height_cm")).ToHaveAttributeAsync("data-agreement", "Differ");
        await Expect(Row(dialog, "height_cm").Locator("[data-cell=HuaweiCambodianCard]")).ToContainTextAsync("Differs");
        await Expect(Row(dialog, "birth_date")).ToHaveAttributeAsync("data-agreement", "Same");
        await Expect(Row(dialog, "birth_date").Locator("bdi[lang=km]")).ToHaveTextAsync("១០.០៧.១៩៩៩");
        await Expect(Row(dialog, "address")).ToHaveAttributeAsync("data-agreement", "OnlySecond");
        await Expect(Row(dialog, "address").Locator("[data-cell=OtherCambodianCard]")).ToContainTextAsync("not given");
        await Expect(Row(dialog, "sex").Locator("[data-cell=OtherCambodianCard]")).ToContainTextAsync("not provided");

        await page.Keyboard.PressAsync("d");
        await Expect(Row(dialog, "birth_date")).ToHaveCountAsync(0);
        await Expect(Row(dialog, "height_cm")).ToBeVisibleAsync();

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Use this reading" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(page.Locator(".facts")).ToContainTextAsync("Read by Huawei Cambodian card");
        await Expect(page.Locator("[data-copy=request-khm-id]")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Approve") }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/queue"));

        // Both readings stand in the document's history, with where the picture went.
        await using var approver = await NewPersonAsync();
        await approver.SignInAsync("approver");
        await approver.Page.GotoAsync("/documents");
        await approver.Page.Locator("a[href^='/documents/']").First.ClickAsync();
        await approver.Page.WaitForURLAsync(new Regex("/documents/.+"));
        await approver.Page.Locator("a[href*='tab=runs']").ClickAsync();
        await Expect(approver.Page.Locator("[data-run='1']")).ToContainTextAsync(new Regex("Other Cambodian card.*First choice.*JP", RegexOptions.Singleline));
        await Expect(approver.Page.Locator("[data-run='2']")).ToContainTextAsync(new Regex("Huawei Cambodian card.*In use.*Chosen by an officer.*SG", RegexOptions.Singleline));
    }

    private async Task UploadAsync()
    {
        await using var uploader = await NewPersonAsync();
        var picture = await CardPicture.DrawAsync(await uploader.NewTabAsync(), "khm-id");
        await uploader.SignInAsync("uploader");
        await uploader.Page.Locator("[data-document-type]").SelectOptionAsync("khm-id");
        await uploader.Page.Locator("input[data-files]").SetInputFilesAsync(new FilePayload { Name = "card.png", MimeType = "image/png", Buffer = picture });
        await Expect(uploader.Page.Locator("[data-cards] > li")).ToContainTextAsync(new Regex("Read|Ready"), new() { Timeout = 30_000 });
    }

    private static ILocator Row(ILocator dialog, string field) => dialog.Locator($"[data-opinion='{field}']");
}
