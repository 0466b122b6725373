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
    /// <summary>Adds intake, the job queue and its worker, the review's services and the feed. Settings: section <c>Uploads</c>, and <c>Reader:Workers</c>.</summary>
    public static IServiceCollection AddDocumentFlow(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<DocumentFeed>();
        services.AddSingleton(LimitsOf(configuration));
        services.AddSingleton<Intake>();
        services.AddSingleton<MyUploads>();
        services.AddHostedService<VaultSweep>();

        services.AddSingleton<RecognitionSignal>();
        services.AddSingleton(new RecognitionLoops((configuration.GetSection("Reader").Get<ReaderPoolOptions>() ?? new ReaderPoolOptions()).Workers));
        services.AddSingleton<JobQueue>();
        services.AddSingleton<JobOutcomes>();
        services.AddSingleton<DocumentRecognition>();
        services.AddHostedService<RecognitionWorker>();

        // By factories where a constructor takes a part that other rooms need not know.
        services.AddSingleton<DeskReader>();
        services.AddSingleton<ViewLimit>();
        services.AddSingleton<ReviewQueue>();
        services.AddSingleton(provider => new ReviewDesk(
            provider.GetRequiredService<PortalWriter>(), provider.GetRequiredService<DocumentVault>(), provider.GetRequiredService<DeskReader>(),
            provider.GetRequiredService<RecognitionSignal>(), provider.GetRequiredService<DocumentFeed>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new DocumentPictures(
            provider.GetRequiredService<PortalWriter>(), provider.GetRequiredService<DocumentVault>(), provider.GetRequiredService<ViewLimit>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new DocumentDetails(
            provider.GetRequiredService<IDbContextFactory<PortalDb>>(), provider.GetRequiredService<PortalWriter>(), provider.GetRequiredService<DocumentVault>(),
            provider.GetRequiredService<DeskReader>(), provider.GetRequiredService<TimeProvider>()));

        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ApiAuthorization>();
        return services;
    }

    private static UploadLimits LimitsOf(IConfiguration configuration)
    {
        var limits = configuration.GetSection("Uploads").Get<UploadLimits>() ?? new UploadLimits();
        return limits is { PerMinute: > 0, PerDay: > 0 }
            ? limits
            : throw new InvalidOperationException("The settings Uploads:PerMinute and Uploads:PerDay have to be at least 1.");
    }
}
