using System.Security.Cryptography;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Vault;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Data;

/// <summary>Database, keys, vault and audit.</summary>
public static partial class DataServices
{
    /// <summary>Name under which ASP.NET derives this portal's keys: cookies of another application on the machine do not open here.</summary>
    private const string ApplicationName = "id-ocr-portal";

    /// <summary>Adds the context factory, the writer, the keys, the vault and the audit's services. Settings: <c>Data:Folder</c>, <c>Keys:Folder</c>.</summary>
    public static IServiceCollection AddPortalData(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var folder = new DataFolder(configuration, environment);

        // By a factory, so that the container disposes it and with it the claim on the folder.
        services.AddSingleton(_ => folder);
        services.AddSingleton(_ => PortalKeys.Load(folder.Keys, makeMissing: environment.IsDevelopment()));
        services.AddSingleton<SqliteSafety>();
        services.AddDbContextFactory<PortalDb>((provider, options) => UseSqlite(options, folder.Database, provider));
        services.AddDbContextFactory<KeyringDb>((provider, options) => UseSqlite(options, folder.Keyring, provider));
        services.AddSingleton<Keyring>();
        services.AddSingleton(provider => new DocumentVault(provider.GetRequiredService<Keyring>(), provider.GetRequiredService<PortalKeys>(), folder, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<AuditSealer>();
        services.AddSingleton(provider => new PortalWriter(
            provider.GetRequiredService<IDbContextFactory<PortalDb>>(), provider.GetRequiredService<AuditSealer>(), folder, provider.GetRequiredService<ILogger<PortalWriter>>()));
        services.AddSingleton(provider => new AuditTrail(
            provider.GetRequiredService<IDbContextFactory<PortalDb>>(), provider.GetRequiredService<PortalWriter>(), provider.GetRequiredService<PortalKeys>(), provider.GetRequiredService<DocumentVault>()));

        services.AddDataProtection().SetApplicationName(ApplicationName).PersistKeysToFileSystem(new DirectoryInfo(folder.DataProtection));
        services.AddOptions<KeyManagementOptions>().Configure<PortalKeys>((options, keys) => options.XmlEncryptor = new KeyEncryptor(keys));
        return services;
    }

    /// <summary>Migrates the databases, makes what a first start needs, and refuses to go on when keys are missing in Production. Called before the portal listens.</summary>
    /// <exception cref="SetupException">Folder or keys are not usable; the message says what to do.</exception>
    public static async Task PreparePortalDataAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<DataFolder>().Claim();
        services.GetRequiredService<DocumentVault>().Prepare();

        // Two files that know nothing of each other; side by side they start in half the time.
        await Task.WhenAll(
            Task.Run(() => services.GetRequiredService<Keyring>().PrepareAsync(cancellationToken), cancellationToken),
            Task.Run(() => PrepareDatabaseAsync(services, cancellationToken), cancellationToken));
        await BeginLogAsync(services.GetRequiredService<PortalWriter>(), cancellationToken);
    }

    private static Task PrepareDatabaseAsync(IServiceProvider services, CancellationToken cancellationToken) => services.GetRequiredService<PortalWriter>().MaintainAsync(async db =>
    {
        var logger = services.GetRequiredService<ILogger<PortalWriter>>();
        await Schema.MigrateAsync(db.Database, cancellationToken);
        await WriteAheadLog.TruncateAsync(db.Database, cancellationToken);
        var version = await db.Database.SqlQueryRaw<string>("SELECT sqlite_version() AS \"Value\"").SingleAsync(cancellationToken);
        if (WriteAheadLog.HasResetRace(version))
        {
            Log.SqliteHasResetRace(logger, version);
        }

        await RequireSealKeyAsync(db, services.GetRequiredService<PortalKeys>(), cancellationToken);
    }, cancellationToken);

    private static void UseSqlite(DbContextOptionsBuilder options, string path, IServiceProvider provider) =>
        options.UseSqlite($"Data Source={path}").AddInterceptors(provider.GetRequiredService<SqliteSafety>());

    private static async Task RequireSealKeyAsync(PortalDb db, PortalKeys keys, CancellationToken cancellationToken)
    {
        var head = await db.Audit.AsNoTracking().OrderByDescending(record => record.Seq).FirstOrDefaultAsync(cancellationToken);
        if (head is not null && (keys.AuditMacOrNull(head.MacKeyId) is not { } key || !CryptographicOperations.FixedTimeEquals(AuditFormat.Mac(key, head.MacKeyId, head.Hash), head.Mac)))
        {
            throw new SetupException($"The last audit record is not sealed by the file audit-mac-{head.MacKeyId}.key (setting Keys:Folder). Put the right key file back; if it is the right one, the audit was changed outside the portal.");
        }
    }

    private static Task<bool> BeginLogAsync(PortalWriter writer, CancellationToken cancellationToken) => writer.WriteAsync(async (db, lines) =>
    {
        if (!await db.AuditLog.AnyAsync(cancellationToken))
        {
            var log = new AuditLogRow { LogId = RandomNumberGenerator.GetBytes(16) };
            db.AuditLog.Add(log);
            await db.SaveChangesAsync(cancellationToken);
            lines.Add(new AuditLine(AuditEvents.LogCreated, ActorKind.System, "setup", SubjectKind.Log, Convert.ToHexStringLower(log.LogId), new Dictionary<string, string>()));
        }

        return true;
    }, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "SQLite {Version} is older than 3.51.3, where a checkpoint could meet a commit. The portal runs both behind one gate, so no other program may write to its database files.")]
        internal static partial void SqliteHasResetRace(ILogger logger, string version);
    }
}
