using Microsoft.Playwright;

namespace IdOcrPortal.Web.Tests.Journeys;

/// <summary>A drawn card of ID-1 proportions that says it is a specimen; what is read of it comes from a scripted service.</summary>
internal static class CardPicture
{
    /// <summary>PNG bytes; different for each text, so that no upload is a duplicate of another.</summary>
    public static async Task<byte[]> DrawAsync(IPage page, string text)
    {
        await page.SetViewportSizeAsync(1012, 638);
        await page.SetContentAsync($"""
            <body style="margin:0;background:linear-gradient(135deg,#dfe9f2,#f4efe2);font-family:sans-serif">
            <h1 style="margin:40px">SPECIMEN {text}</h1>
            <div style="position:absolute;left:40px;top:150px;width:220px;height:290px;background:#b9c4cf;border-radius:8px"></div>
            <p style="margin:60px 40px 0 300px;font-size:30px;line-height:1.7">CONTOH SPESIMEN<br>សុខ សុភា &middot; 张样本<br>1999-07-10<br>Nobody's document</p>
            </body>
            """);
        return await page.ScreenshotAsync();
    }
}
