using IdOcrPortal.Reader;
using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Endpoints;
using IdOcrPortal.Web.Recognising;
using IdOcrPortal.Web.Review;
using IdOcrPortal.Web.Vault;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Submissions;

/// <summary>Everything on a document's way: intake, recognition, review.</summary>
public static class FlowServices
{
    /// <summary>Adds intake, the job queue and its worker, the review's services and the feed. Settings: section <c>Uploads</c>, and <c>Recognition:Workers</c>.</summary>
    public static IServiceCollection AddDocumentFlow(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<DocumentFeed>();
        services.AddSingleton(LimitsOf(configuration));
        services.AddSingleton<Intake>();
        services.AddSingleton<MyUploads>();
        services.AddHostedService<VaultSweep>();

        services.AddSingleton<RecognitionSignal>();
        services.AddSingleton(LoopsOf(configuration));
        services.AddSingleton<JobQueue>();
        services.AddSingleton<JobOutcomes>();
        services.AddSingleton<DocumentRecognition>();
        services.AddHostedService<RecognitionWorker>();

        services.AddSingleton(new Specimens(Path.Combine(AppContext.BaseDirectory, "specimens")));
        services.AddSingleton<ServiceTests>();
        services.AddSingleton<ServiceOutages>();
        services.AddSingleton<ServiceMarks>();

        // By factories where a constructor takes a part that other rooms need not know.
        services.AddSingleton<DeskReader>();
        services.AddSingleton<ViewLimit>();
        services.AddSingleton<ReviewQueue>();
        services.AddSingleton<DeskTransactions>();
        services.AddSingleton(provider => new ReviewDesk(
            provider.GetRequiredService<DeskTransactions>(), provider.GetRequiredService<DocumentVault>(), provider.GetRequiredService<DeskReader>(),
            provider.GetRequiredService<Recognizer>(), provider.GetRequiredService<RecognitionSignal>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SecondOpinions(
            provider.GetRequiredService<IDbContextFactory<PortalDb>>(), provider.GetRequiredService<DeskTransactions>(), provider.GetRequiredService<DocumentVault>(),
            provider.GetRequiredService<Recognizer>(), provider.GetRequiredService<RecognitionSignal>(), provider.GetRequiredService<DocumentFeed>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new DocumentPictures(
            provider.GetRequiredService<PortalWriter>(), provider.GetRequiredService<DocumentVault>(), provider.GetRequiredService<ViewLimit>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new DocumentDetails(
            provider.GetRequiredService<IDbContextFactory<PortalDb>>(), provider.GetRequiredService<PortalWriter>(), provider.GetRequiredService<DocumentVault>(),
            provider.GetRequiredService<DeskReader>(), provider.GetRequiredService<Recognizer>(), provider.GetRequiredService<TimeProvider>()));

        services.AddSingleton(provider => new ServicesDesk(
            provider.GetRequiredService<IDbContextFactory<PortalDb>>(), provider.GetRequiredService<Recognizer>(), provider.GetRequiredService<ReaderPool>(),
            provider.GetRequiredService<Specimens>(), provider.GetRequiredService<ServiceTests>(), provider.GetRequiredService<TimeProvider>()));

        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ApiAuthorization>();
        return services;
    }

    // Most of a vendor's call is waiting, so that there are more of them than cores; the reader's own queue holds back what needs one.
    private static RecognitionLoops LoopsOf(IConfiguration configuration) => configuration.GetValue("Recognition:Workers", 8) is var count and >= 1 and <= 64
        ? new RecognitionLoops(count)
        : throw new SettingsException("Recognition:Workers", "it has to be from 1 to 64.");

    private static UploadLimits LimitsOf(IConfiguration configuration)
    {
        var limits = configuration.GetSection("Uploads").Get<UploadLimits>() ?? new UploadLimits();
        return limits is { PerMinute: > 0, PerDay: > 0 }
            ? limits
            : throw new InvalidOperationException("The settings Uploads:PerMinute and Uploads:PerDay have to be at least 1.");
    }
}
