using System.Text.RegularExpressions;
using IdOcrPortal.Web.Tests.Submissions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IdOcrPortal.Web.Tests.Journeys;

/// <summary>Cards of four states, read as their vendors read them, in front of an officer: original scripts, groups, suggestions, checks.</summary>
public sealed class CardsJourney(Chromium chromium) : HostedJourney(chromium, CardService.All(Today))
{
    [Fact]
    public async Task A_Cambodian_card_stands_in_its_groups_with_its_Khmer_text_below_the_normalised_values()
    {
        await using var officer = await OpenAsync("khm-id");
        var page = officer.Page;
        await ShowAllAsync(page);

        await Expect(Field(page, "birth_date").Locator(".value")).ToHaveTextAsync("1999-07-10");
        await Expect(Field(page, "birth_date").Locator(".original bdi")).ToHaveTextAsync("១០.០៧.១៩៩៩");
        await Expect(Field(page, "birth_date").Locator(".original bdi")).ToHaveAttributeAsync("lang", "km");
        await Expect(Field(page, "birth_date").Locator(".rule")).ToContainTextAsync("Khmer digits");
        await Expect(Field(page, "sex").Locator(".value")).ToHaveTextAsync("F");
        await Expect(Field(page, "name_local").Locator(".value")).ToHaveAttributeAsync("lang", "km");

        // The portal brings the font along, and Khmer has the room that its signs above and below need.
        Assert.True(await page.EvaluateAsync<bool>("document.fonts.ready.then(fonts => [...fonts].some(font => font.family.includes('Noto Sans Khmer') && font.status === 'loaded'))"));
        Assert.True(await Field(page, "name_local").Locator(".value").EvaluateAsync<double>("v => parseFloat(getComputedStyle(v).lineHeight) / parseFloat(getComputedStyle(v).fontSize)") >= 1.7);

        await page.Keyboard.PressAsync("o");
        await Expect(Field(page, "birth_date").Locator(".value")).ToHaveTextAsync("១០.០៧.១៩៩៩");

        // On a telephone nothing stands out at the side, a long address least of all.
        await page.SetViewportSizeAsync(390, 844);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        var (row, address) = (await Field(page, "address").BoundingBoxAsync(), await Field(page, "address").Locator(".value").BoundingBoxAsync());
        Assert.InRange(address!.X + address.Width, row!.X, row.X + row.Width);
    }

    [Fact]
    public async Task A_misread_sex_is_in_Attention_whatever_its_confidence_with_the_right_word_beside_it()
    {
        await using var officer = await OpenAsync("mys-mykad");
        var sex = Field(officer.Page, "sex");

        await Expect(sex).ToContainTextAsync("Attention");
        await Expect(sex.Locator("[data-proposal]")).ToContainTextAsync("LEAKI");
        await Expect(sex.Locator("[data-proposal]")).ToContainTextAsync("LELAKI");
        await ShowAllAsync(officer.Page);
        await Expect(Field(officer.Page, "birth_date")).ToContainTextAsync("Told by the number");
        await Expect(Field(officer.Page, "card_colour")).ToContainTextAsync("biru");
    }

    [Fact]
    public async Task The_front_of_a_Chinese_card_says_what_stands_on_the_back_that_nobody_read()
    {
        await using var officer = await OpenAsync("chn-id");
        await ShowAllAsync(officer.Page);

        await Expect(Field(officer.Page, "full_name").Locator(".value")).ToHaveAttributeAsync("lang", "zh-Hans");
        await officer.Page.Locator("details.absent > summary").ClickAsync();
        await Expect(officer.Page.Locator("[data-absent=issuing_authority]")).ToBeVisibleAsync();
        await Expect(officer.Page.Locator("details.absent")).ToContainTextAsync("the back, which was not read");
    }

    [Fact]
    public async Task A_KTP_whose_number_tells_another_birthday_shows_the_failed_check_at_both_fields_and_first_among_the_checks()
    {
        await using var officer = await OpenAsync("idn-ktp");
        var birth = Field(officer.Page, "birth_date");

        await Expect(birth).ToContainTextAsync(new Regex("Conflict|Failed"));
        await birth.Locator("details.checks > summary").ClickAsync();
        await Expect(birth.Locator("[data-check='cross.birth_date.number']")).ToContainTextAsync("Failed");
        await Expect(officer.Page.Locator("section[data-result]").First).ToHaveAttributeAsync("data-result", "Failed");
    }

    // Uploaded with its type chosen, read, and opened by an officer.
    private async Task<Person> OpenAsync(string type)
    {
        await using (var uploader = await NewPersonAsync())
        {
            var picture = await CardPicture.DrawAsync(await uploader.NewTabAsync(), type);
            await uploader.SignInAsync("uploader");
            await uploader.Page.Locator("[data-document-type]").SelectOptionAsync(type);
            await uploader.Page.Locator("input[data-files]").SetInputFilesAsync(new FilePayload { Name = "card.png", MimeType = "image/png", Buffer = picture });
            await Expect(uploader.Page.Locator("[data-cards] > li")).ToContainTextAsync(new Regex("Read|Ready"), new() { Timeout = 30_000 });
        }

        var officer = await NewPersonAsync();
        await officer.SignInAsync("reviewer");
        await Expect(officer.Page.GetByRole(AriaRole.Button, new() { Name = "Take next" })).ToBeVisibleAsync();
        await officer.Page.Keyboard.PressAsync("n");
        await officer.Page.WaitForURLAsync(new Regex("/review/"));
        await Expect(officer.Page.Locator(".viewer img.ready")).ToBeVisibleAsync();
        return officer;
    }

    private static async Task ShowAllAsync(IPage page)
    {
        if (await page.Locator("[data-key=t]").CountAsync() > 0)
        {
            await page.Keyboard.PressAsync("t");
            await Expect(page.Locator("[data-key=t][aria-pressed=true]")).ToBeVisibleAsync();
        }
    }

    private static ILocator Field(IPage page, string name) => page.Locator($"[data-field='{name}']");
}
