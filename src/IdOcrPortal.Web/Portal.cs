using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Components;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Endpoints;
using IdOcrPortal.Web.Submissions;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.SignalR;
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
        builder.AddMountedSecrets();
        builder.Services.AddRecognition(builder.Configuration, allowsSandbox: !builder.Environment.IsProduction());
        builder.Services.AddDocumentFlow(builder.Configuration);
        builder.Services.AddPages();
    }

    /// <summary>Brings the databases and the accounts into shape, before the first request.</summary>
    public static async Task PreparePortalAsync(this WebApplication app)
    {
        app.Services.GetRequiredService<Recognizer>(); // says now which setting of a service is missing or wrong
        await app.Services.PreparePortalDataAsync(app.Lifetime.ApplicationStopping);
        await app.Services.PrepareAccountsAsync(app.Lifetime.ApplicationStopping);
    }

    /// <summary>Puts the request pipeline together.</summary>
    public static void UsePortal(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(AnswerOnlyBrowsersWithPagesAsync);
        app.UseWebSockets();
        app.UseOriginGate(app.Configuration);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapPortalEndpoints();

        // SecurityHeaders says frame-ancestors; a second header by the framework would only repeat it.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    // Browsers that navigate get the portal's page; programs, pictures and uploads get the bare status or their own error body.
    private static async Task AnswerOnlyBrowsersWithPagesAsync(HttpContext context, RequestDelegate next)
    {
        var isNavigation = context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = isNavigation && HttpMethods.IsGet(context.Request.Method);
        }

        await next(context);

        // A form whose token has gone stale (signed out in another tab) is shown afresh; a Razor page cannot be run again over a rejected post.
        if (isNavigation && HttpMethods.IsPost(context.Request.Method) && context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false })
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = context.Request.Path.Value;
        }
    }

    /// <summary>Setting <c>Secrets:Folder</c>: one file a setting, named with two underscores for each colon, such as <c>Vendors__AccuAuthKtp__ApiSecret</c>.</summary>
    private static void AddMountedSecrets(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["Secrets:Folder"] is not { Length: > 0 } folder)
        {
            return;
        }

        if (!Directory.Exists(folder))
        {
            throw new SettingsException("Secrets:Folder", "there is no such folder. Mount it, or remove the setting.");
        }

        builder.Configuration.AddKeyPerFile(Path.GetFullPath(folder), optional: false);
    }

    private static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddRadzenComponents();
        services.AddCascadingAuthenticationState();
        services.Configure<CircuitOptions>(circuits =>
        {
            circuits.DetailedErrors = false;
            circuits.DisconnectedCircuitMaxRetained = 50;
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
            circuits.PersistedCircuitInMemoryMaxRetained = 0; // a circuit holds what a person was looking at
        });
        services.Configure<HubOptions>(hub => hub.MaximumReceiveMessageSize = 32 * 1024);
    }
}
