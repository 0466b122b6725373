using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IdOcrPortal.Web.Tests.Journeys;

/// <summary>One specimen through each vendor: the real portal calls the sandbox as it would call the vendor, and an officer sees what came of it.</summary>
public sealed class VendorJourney(Chromium chromium) : SandboxJourney(chromium)
{
    [Theory]
    [InlineData("khm-id", "khm-id-photocopy-clean.jpg", "HuaweiCambodianIdCard", "idcard_type=copy", "From the service", true)]
    [InlineData("mys-mykad", "mys-mykad-screen-clean.jpg", "TencentMLIDCardOcr", "-9103", "From the service", true)]
    [InlineData("chn-id", "chn-id-covered-clean.jpg", "TencentCiIdCardOcr", "9105", "From the service", false)]
    [InlineData("idn-ktp", "idn-ktp-several-clean.jpg", "AccuAuthKtp", "results=2", "Cut locally", false)]
    [InlineData("vnm-id", "vnm-id-clean.jpg", "HuaweiIdDocument", null, "From the service", true)]
    public async Task A_specimen_comes_from_the_upload_to_the_review_with_its_portrait_warnings_and_confidence(
        string type, string file, string service, string? warning, string portrait, bool hasConfidence)
    {
        await UploadAsync(type, file);
        await using var officer = await NewPersonAsync();
        await officer.SignInAsync("reviewer");
        var page = officer.Page;
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take next" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("n");
        await page.WaitForURLAsync(new Regex("/review/"));
        await Expect(page.Locator(".viewer img.ready")).ToBeVisibleAsync();

        // The portrait, and where it comes from.
        var cut = page.Locator("section.portrait img");
        await Expect(cut).ToBeVisibleAsync();
        Assert.True(await cut.EvaluateAsync<bool>("async image => { await image.decode(); return image.naturalWidth >= 40 && image.naturalHeight >= 40; }"));
        await Expect(page.Locator("section.portrait")).ToContainTextAsync(portrait);

        // Warnings never without their service: the same digits mean different things elsewhere.
        if (warning is not null)
        {
            var line = page.Locator("#warnings li").Filter(new() { Has = page.Locator("code", new() { HasTextRegex = new Regex($"^{Regex.Escape(warning)}$") }) });
            await Expect(line).ToContainTextAsync($"{service} · {warning}");
        }
        else
        {
            await Expect(page.Locator("#warnings li").Filter(new() { HasText = service })).ToHaveCountAsync(0);
        }

        if (await page.Locator("[data-key=t]").CountAsync() > 0)
        {
            await page.Keyboard.PressAsync("t");
            await Expect(page.Locator("[data-key=t][aria-pressed=true]")).ToBeVisibleAsync();
        }

        var confidence = page.Locator("[data-field='document_number'] .confidence").First;
        await Expect(confidence).ToContainTextAsync(hasConfidence ? new Regex(@"\d\.\d\d (High|Medium|Low)") : new Regex("not provided"));

        // It says on every page that nothing of this is real.
        await Expect(page.GetByText(new Regex("Sandbox: 5 services"))).ToBeVisibleAsync();
        Assert.Equal(1, await Vendors.CallsAsync(Vendor(service)) - Tidying(service));
    }

    [Fact]
    public async Task A_vendor_that_is_down_costs_no_upload_and_the_stand_in_says_what_it_is()
    {
        await Vendors.OrderAsync(new { vendor = "huawei", kind = "error", code = "ModelArts.4204", count = 1 });
        await UploadAsync("khm-id", "khm-id-clean.jpg");
        await using var officer = await NewPersonAsync();
        await officer.SignInAsync("reviewer");
        await Expect(officer.Page.GetByRole(AriaRole.Button, new() { Name = "Take next" })).ToBeVisibleAsync();
        await officer.Page.Keyboard.PressAsync("n");
        await officer.Page.WaitForURLAsync(new Regex("/review/"));

        await Expect(officer.Page.Locator("#warnings")).ToContainTextAsync("provisional", new() { IgnoreCase = true });
        await using var admin = await NewPersonAsync();
        await admin.SignInAsync("admin");
        await admin.Page.GotoAsync("/services");
        await Expect(admin.Page.Locator("body")).ToContainTextAsync("ModelArts.4204");
    }

    private static string Vendor(string service) => service switch { "TencentMLIDCardOcr" => "tencent", "TencentCiIdCardOcr" => "cos", "AccuAuthKtp" => "accuAuth", _ => "huawei" };

    // Beside the recognition: the stored picture is deleted.
    private static int Tidying(string service) => service == "TencentCiIdCardOcr" ? 1 : 0;

    private async Task UploadAsync(string type, string file)
    {
        await using var uploader = await NewPersonAsync();
        await uploader.SignInAsync("uploader");
        await uploader.Page.Locator("[data-document-type]").SelectOptionAsync(type);
        await uploader.Page.Locator("input[data-files]").SetInputFilesAsync(new FilePayload { Name = file, MimeType = "image/jpeg", Buffer = PlayedVendors.Specimen(file) });
        await Expect(uploader.Page.Locator("[data-cards] > li")).ToContainTextAsync(new Regex("Read \\(|Ready"), new() { Timeout = 60_000 });
    }
}
