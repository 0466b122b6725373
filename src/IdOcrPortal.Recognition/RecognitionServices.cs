using IdOcrPortal.Reader;
using IdOcrPortal.Recognition.Connectors.AccuAuthKtp;
using IdOcrPortal.Recognition.Connectors.HuaweiCambodianIdCard;
using IdOcrPortal.Recognition.Connectors.HuaweiIdDocument;
using IdOcrPortal.Recognition.Connectors.OfflineEngine;
using IdOcrPortal.Recognition.Connectors.TencentCiIdCardOcr;
using IdOcrPortal.Recognition.Connectors.TencentMLIDCardOcr;
using IdOcrPortal.Recognition.Connectors.Wire;
using IdOcrPortal.Recognition.Routing;
using IdOcrPortal.Recognition.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IdOcrPortal.Recognition;

/// <summary>Every service that the portal can ask, one line each, in order of preference.</summary>
public static partial class RecognitionServices
{
    // Domains, then calls a second with one set of credentials: 4 of the 5 that Tencent documents, 2 where a vendor documents none.
    private static readonly VendorLine[] Vendors =
    [
        Line<HuaweiCambodianIdCardOptions>(HuaweiCambodianIdCardConnector.Description, 2, ["myhuaweicloud.com"], (options, http, clock) => new HuaweiCambodianIdCardConnector(options, http, clock)),
        Line<TencentMLIDCardOcrOptions>(TencentMLIDCardOcrConnector.Description, 4, ["tencentcloudapi.com"], (options, http, clock) => new TencentMLIDCardOcrConnector(options, http, clock)),
        Line<TencentCiIdCardOcrOptions>(TencentCiIdCardOcrConnector.Description, 2, ["myqcloud.com", "tencentcos.cn"], (options, http, clock) => new TencentCiIdCardOcrConnector(options, http, clock)),
        Line<AccuAuthKtpOptions>(AccuAuthKtpConnector.Description, 2, ["accuauth.com"], (options, http, clock) => new AccuAuthKtpConnector(options, http, clock)),
        Line<HuaweiIdDocumentOptions>(HuaweiIdDocumentConnector.Description, 2, ["myhuaweicloud.com"], (options, http, clock) => new HuaweiIdDocumentConnector(options, http, clock)),
    ];

    /// <summary>
    /// Adds the services (sections <c>Vendors</c>, <c>Outbound</c>, <c>Sandbox</c>), their routing (section <c>Routing</c>), the recognizer and the reader's worker pool (section <c>Reader</c>). Settings are
    /// read when a <see cref="Recognizer"/> is first asked for.
    /// </summary>
    /// <param name="allowsSandbox">False in Production.</param>
    public static IServiceCollection AddRecognition(this IServiceCollection services, IConfiguration configuration, bool allowsSandbox)
    {
        services.AddSingleton(provider =>
        {
            var options = configuration.GetSection("Reader").Get<ReaderPoolOptions>() ?? new ReaderPoolOptions();
            var logger = provider.GetRequiredService<ILogger<ReaderPool>>();
            options.OnIncident = incident => Log.WorkerEnded(logger, incident.ProcessId, incident.Code, incident.ExitCode, incident.Output);
            return new ReaderPool(options);
        });
        services.AddSingleton(_ => new SandboxMode(configuration, allowsSandbox));
        services.AddSingleton<IReadOnlyList<ServiceSetup>>(provider =>
        {
            var clock = provider.GetRequiredService<TimeProvider>();
            return
            [
                .. Read(configuration, provider.GetRequiredService<SandboxMode>(), clock),
                ServiceSetup.Of(new OfflineEngineConnector(provider.GetRequiredService<ReaderPool>()), clock), // last: what every other service falls back to
            ];
        });
        services.AddSingleton(provider => provider.GetRequiredService<SandboxMode>().Routing(configuration));
        services.AddSingleton<Router>();
        services.AddSingleton<Recognizer>();
        return services;
    }

    /// <summary>The vendors' services by the settings.</summary>
    /// <exception cref="SettingsException">A setting is unknown, missing or wrong.</exception>
    internal static IReadOnlyList<ServiceSetup> Read(IConfiguration configuration, SandboxMode sandbox, TimeProvider clock)
    {
        foreach (var section in configuration.GetSection("Vendors").GetChildren().Where(section => !Vendors.Any(line => line.Description.Id.Equals(section.Key, StringComparison.OrdinalIgnoreCase))))
        {
            throw new SettingsException(section.Path, "there is no such vendor. Known are: " + string.Join(", ", Vendors.Select(line => line.Description.Id)));
        }

        var hosts = new OutboundHosts(configuration, sandbox.Address);
        var settings = new VendorSettings(configuration, sandbox, hosts, VendorHttp.CreateClient(hosts.ConnectAsync), clock);
        return [.. Vendors.Select(settings.Read)];
    }

    private static VendorLine Line<TOptions>(ConnectorInfo description, double callsPerSecond, IReadOnlyList<string> domains, Func<TOptions, HttpClient, TimeProvider, IConnector> create) =>
        new(description, callsPerSecond, domains, typeof(TOptions), (section, http, clock) => create(section.Get<TOptions>()!, http, clock));

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Reader worker {ProcessId} ended before its time: {Code}, exit code {ExitCode}. {Output}")]
        public static partial void WorkerEnded(ILogger logger, int processId, string code, int exitCode, string output);
    }
}
