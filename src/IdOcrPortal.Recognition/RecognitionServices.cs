using IdOcrPortal.Reader;
using IdOcrPortal.Recognition.Connectors.OfflineEngine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IdOcrPortal.Recognition;

/// <summary>Every service that the portal can ask, one line each, in order of preference.</summary>
public static partial class RecognitionServices
{
    /// <summary>Adds the services, the recognizer and the reader's worker pool (section <c>Reader</c>).</summary>
    public static IServiceCollection AddRecognition(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider =>
        {
            var options = configuration.GetSection("Reader").Get<ReaderPoolOptions>() ?? new ReaderPoolOptions();
            var logger = provider.GetRequiredService<ILogger<ReaderPool>>();
            options.OnIncident = incident => Log.WorkerEnded(logger, incident.ProcessId, incident.Code, incident.ExitCode, incident.Output);
            return new ReaderPool(options);
        });
        services.AddSingleton<Recognizer>();

        services.AddSingleton<IConnector, OfflineEngineConnector>(); // last: what every other service falls back to

        return services;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Reader worker {ProcessId} ended before its time: {Code}, exit code {ExitCode}. {Output}")]
        public static partial void WorkerEnded(ILogger logger, int processId, string code, int exitCode, string output);
    }
}
