using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace IdOcrPortal.Web.Components;

/// <summary>The document around every page. It is rendered once per page load, on the server, and knows the request; the pages inside do not.</summary>
public sealed partial class App
{
    private static readonly (string Name, string File)[] Sheets =
        [("light", "standard-base"), ("light", "standard-wcag"), ("dark", "standard-dark-base"), ("dark", "standard-dark-wcag")];

    [Inject] public required IAntiforgery Antiforgery { get; init; }

    [CascadingParameter] public required HttpContext Context { get; set; }

    /// <summary>Pages are interactive and never prerendered (they show personal values, and would run twice); those that exclude themselves are static.</summary>
    private InteractiveServerRenderMode? Mode => Context.AcceptsInteractiveRouting() ? new InteractiveServerRenderMode(prerender: false) : null;

    /// <summary>For the upload script; bound to the person, so nobody else has use for it.</summary>
    private string? RequestToken => Context.User.Identity?.IsAuthenticated == true ? Antiforgery.GetAndStoreTokens(Context).RequestToken : null;

    /// <summary>What the person chose; <see langword="null"/> follows the system.</summary>
    private string? Appearance => Context.Request.Cookies["appearance"] is "light" or "dark" ? Context.Request.Cookies["appearance"] : null;

    private string? ZoneId => Context.Request.Cookies["zone"];

    // Both themes are linked, and the media attribute says which one holds: neither the first paint nor the toggle flashes.
    private IEnumerable<(string Name, string Media, string Path)> Themes =>
        from sheet in Sheets
        let media = Appearance is null ? $"(prefers-color-scheme: {sheet.Name})" : Appearance == sheet.Name ? "all" : "not all"
        select (sheet.Name, media, $"_content/Radzen.Blazor/css/{sheet.File}.css");
}
