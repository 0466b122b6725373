using System.Globalization;
using IdOcrPortal.Documents;
using Microsoft.Playwright;

namespace IdOcrPortal.Web.Tests.Journeys;

/// <summary>A fictional Utopian passport that is still valid, printed in OCR-B by the browser and photographed as a PNG: the published specimens have all expired.</summary>
internal static class SpecimenPassport
{
    /// <summary>Two MRZ lines (TD3) of a passport that expires in five years.</summary>
    public static string[] Lines(DateOnly today)
    {
        var number = Protected("X12345678");
        var birth = Protected("850704");
        var expiry = Protected(today.AddYears(5).ToString("yyMMdd", CultureInfo.InvariantCulture));
        var personal = Protected("<<<<<<<<<<<<<<");
        return
        [
            "P<UTOSPECIMEN<<SOPHEAK<MARIA".PadRight(44, '<'),
            $"{number}UTO{birth}F{expiry}{personal}{IcaoCheckDigit.Of(number + birth + expiry + personal)}",
        ];
    }

    /// <summary>A page with a drawn face, some printed text and the zone, as PNG bytes.</summary>
    public static async Task<byte[]> PhotographAsync(IPage page, DateOnly today)
    {
        var zone = string.Join("<br>", Lines(today).Select(line => line.Replace("<", "&lt;", StringComparison.Ordinal)));
        await page.SetViewportSizeAsync(1250, 880);
        await page.SetContentAsync($"""
            <body style="margin:0;background:#e8e4da;font-family:sans-serif">
            <h1 style="margin:40px">UTOPIA &middot; PASSPORT &middot; SPECIMEN</h1>
            <p style="margin:40px;font-size:24px">Surname SPECIMEN<br>Given names SOPHEAK MARIA<br>Date of birth 4 JUL 1985<br>Nobody's document</p>
            <p style="position:absolute;left:45px;bottom:30px;margin:0;font:37.5px/62px 'OCR B';white-space:nowrap">{zone}</p>
            </body>
            """);
        return await page.ScreenshotAsync();
    }

    private static string Protected(string characters) => characters + IcaoCheckDigit.Of(characters);
}
