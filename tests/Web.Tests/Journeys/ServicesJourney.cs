using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IdOcrPortal.Web.Tests.Journeys;

/// <summary>An administrator looks after services that the sandbox plays, and an uploader tries the portal with a specimen.</summary>
public sealed class ServicesJourney(Chromium chromium) : SandboxJourney(chromium)
{
    [Fact]
    public async Task An_administrator_tests_services_and_sees_at_once_which_refuses_us()
    {
        await Vendors.OrderAsync(new { vendor = "tencent", kind = "error", code = "AuthFailure.SecretIdNotFound", count = 1 });
        await using var admin = await NewPersonAsync();
        await admin.SignInAsync("admin");
        var page = admin.Page;

        var ktp = page.Locator("[data-service=AccuAuthKtp]");
        await Expect(ktp.Locator(".cost")).ToHaveTextAsync("One call to the sandbox; costs nothing.");
        await ktp.GetByRole(AriaRole.Button, new() { Name = "Test with a specimen" }).ClickAsync();
        await Expect(ktp.Locator(".line.success")).ToContainTextAsync(new Regex(@"Answered in .* \d+ fields read as the truth says\."), new() { Timeout = 60_000 });

        var malaysian = page.Locator("[data-service=TencentMLIDCardOcr]");
        await malaysian.GetByRole(AriaRole.Button, new() { Name = "Test with a specimen" }).ClickAsync();
        await Expect(malaysian.Locator(".line.danger")).ToContainTextAsync("AuthFailure.SecretIdNotFound", new() { Timeout = 60_000 });
        await Expect(malaysian.Locator("header .badge").First).ToContainTextAsync("Misconfigured");
        await Expect(malaysian.Locator(".notice.danger")).ToContainTextAsync("Cut off since");

        // What the settings hold is named and never shown.
        await malaysian.GetByText("Settings and reach").ClickAsync();
        await Expect(malaysian.Locator(".credentials")).ToContainTextAsync(new Regex(@"SecretId\s+set"));
        Assert.DoesNotContain("sandbox-tencent-secret", await page.ContentAsync(), StringComparison.Ordinal);

        // Whoever works with documents is told what it means for them.
        await using var uploader = await NewPersonAsync();
        await uploader.SignInAsync("uploader");
        await Expect(uploader.Page.Locator(".notice.warning")).ToContainTextAsync("Malaysian identity card (MyKad)");
    }

    [Fact]
    public async Task A_specimen_is_sent_from_the_shelf_without_being_downloaded()
    {
        await using var uploader = await NewPersonAsync();
        await uploader.SignInAsync("uploader");
        var page = uploader.Page;
        await page.Locator("[data-specimens] > summary").ClickAsync();
        await page.Locator("details.type > summary").Filter(new() { HasText = "Indonesian identity card" }).ClickAsync();
        var picture = page.Locator("[data-send-specimen='idn-ktp-clean.jpg']");
        Assert.True(await page.Locator("li").Filter(new() { Has = picture }).Locator("img").EvaluateAsync<bool>("async image => { await image.decode(); return image.naturalWidth > 500; }"));

        await picture.ClickAsync();
        await Expect(page.Locator("[data-cards] > li")).ToContainTextAsync(new Regex(@"idn-ktp-clean\.jpg[\s\S]*Read \("), new() { Timeout = 60_000 });
        Assert.Equal(1, await Vendors.CallsAsync("accuAuth"));
    }
}
