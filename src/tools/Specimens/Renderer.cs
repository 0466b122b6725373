using Microsoft.Playwright;

namespace IdOcrPortal.Specimens;

/// <summary>A picture and where the portrait came to lie in it.</summary>
/// <param name="Jpeg">The picture.</param>
/// <param name="Portrait">Left, top, width and height in pixels of the box around the portrait; <see langword="null"/> where the side has none.</param>
internal sealed record Rendering(byte[] Jpeg, int[]? Portrait);

/// <summary>Photographs pages with Debian's Chromium.</summary>
internal sealed class Renderer : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _page;

    private Renderer(IPlaywright playwright, IBrowser browser, IPage page) => (_playwright, _browser, _page) = (playwright, browser, page);

    public static async Task<Renderer> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Arguments });
        return new Renderer(playwright, browser, await browser.NewPageAsync());
    }

    /// <exception cref="InvalidOperationException">A text runs out of its card, so that the picture would show less than its truth says.</exception>
    public async Task<Rendering> RenderAsync(Scene scene, bool isFlat)
    {
        await _page.SetViewportSizeAsync(scene.Width, scene.Height);
        await _page.SetContentAsync(scene.Html);
        await _page.EvaluateAsync("() => document.fonts.ready");
        if (isFlat && await _page.EvaluateAsync<string?>(ClippedText) is { } clipped)
        {
            throw new InvalidOperationException($"This text runs out of its place: {clipped}");
        }

        var box = await _page.EvaluateAsync<double[]?>("() => { const r = document.getElementById('portrait')?.getBoundingClientRect(); return r ? [r.x, r.y, r.width, r.height] : null; }");
        var jpeg = await _page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg, Quality = scene.Quality });
        return new Rendering(jpeg, box is null ? null : Array.ConvertAll(box, value => (int)Math.Round(value)));
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    // Every printed value lies inside of the card and clear of photo, zone and code.
    private const string ClippedText = """
        () => {
          const card = document.getElementById('card').getBoundingClientRect();
          const kept = [...document.querySelectorAll('#portrait, .zone, .code, .chip')].map(e => e.getBoundingClientRect());
          for (const value of document.querySelectorAll('.f b')) {
            const range = document.createRange();
            range.selectNodeContents(value);
            for (const r of range.getClientRects()) {
              if (r.left < card.left + 8 || r.right > card.right - 8 || r.top < card.top + 4 || r.bottom > card.bottom - 4) return value.textContent;
              if (kept.some(k => r.left < k.right - 1 && r.right > k.left + 1 && r.top < k.bottom - 1 && r.bottom > k.top + 1)) return value.textContent;
            }
          }
          return null;
        }
        """;
}
