using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Components;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Endpoints;
using IdOcrPortal.Web.Submissions;
using Radzen;

namespace IdOcrPortal.Web;

/// <summary>What the portal is made of, and in which order a request meets it.</summary>
public static class Portal
{
    /// <summary>Adds every service.</summary>
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddPortalData(builder.Configuration, builder.Environment);
        builder.Services.AddAccounts(builder.Configuration, builder.Environment);
        builder.Services.AddRecognition(builder.Configuration);
        builder.Services.AddDocumentFlow(builder.Configuration);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddRadzenComponents();
    }

    /// <summary>Brings the databases and the accounts into shape, before the first request.</summary>
    public static async Task PreparePortalAsync(this WebApplication app)
    {
        await app.Services.PreparePortalDataAsync(app.Lifetime.ApplicationStopping);
        await app.Services.PrepareAccountsAsync(app.Lifetime.ApplicationStopping);
    }

    /// <summary>Puts the request pipeline together.</summary>
    public static void UsePortal(this WebApplication app)
    {
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapPortalEndpoints();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
