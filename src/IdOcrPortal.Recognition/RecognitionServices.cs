using IdOcrPortal.Reader;
using IdOcrPortal.Recognition.Connectors.OfflineEngine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IdOcrPortal.Recognition;

/// <summary>Every service that the portal can ask, one line each, in order of preference.</summary>
public static class RecognitionServices
{
    /// <summary>Adds the services, the recognizer and the reader's worker pool (section <c>Reader</c>).</summary>
    public static IServiceCollection AddRecognition(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => new ReaderPool(configuration.GetSection("Reader").Get<ReaderPoolOptions>() ?? new ReaderPoolOptions()));
        services.AddSingleton<Recognizer>();

        services.AddSingleton<IConnector, OfflineEngineConnector>(); // last: what every other service falls back to

        return services;
    }
}
