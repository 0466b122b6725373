using IdOcrPortal.Reader;
using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Connectors.OfflineEngine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IdOcrPortal.Web.Tests.Journeys;

/// <summary>
/// The whole portal in this process, over real sockets, with further services in front of its own: what a vendor would answer goes the way of every reading,
/// from the upload through queue, rules and vault to the screen.
/// </summary>
public sealed class HostedPortal : IAsyncDisposable
{
    private readonly WebApplication _application;

    private HostedPortal(WebApplication application) => _application = application;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_application.Urls.Single());

    /// <summary>Starts it in Development on a free loopback port.</summary>
    /// <param name="services">Asked before the built-in engine for the types that they read.</param>
    public static async Task<HostedPortal> StartAsync(string dataFolder, IEnumerable<IConnector> services, int port = 0)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Portal).Assembly.GetName().Name,
            EnvironmentName = "Development",
            ContentRootPath = AppContext.BaseDirectory,
            Args = [$"--Data:Folder={dataFolder}", "--Reader:Workers=1"],
        });
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        builder.AddPortal();
        builder.Services.AddSingleton<IReadOnlyList<ServiceSetup>>(provider =>
        {
            var clock = provider.GetRequiredService<TimeProvider>();
            return [.. services.Select(service => ServiceSetup.Of(service, clock)), ServiceSetup.Of(new OfflineEngineConnector(provider.GetRequiredService<ReaderPool>()), clock)];
        });

        var application = builder.Build();
        await application.PreparePortalAsync();
        application.UsePortal();
        await application.StartAsync();
        return new HostedPortal(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
