using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Vault;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IdOcrPortal.Web.Tests;

/// <summary>The portal's services over real SQLite files in a folder of its own, which goes with it; a clock that stands until a test moves it.</summary>
public sealed class TestPortal : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly bool _ownsFolder;

    private TestPortal(ServiceProvider services, ManualClock clock, string folder, bool ownsFolder)
    {
        _services = services;
        Clock = clock;
        Folder = folder;
        _ownsFolder = ownsFolder;
    }

    public IServiceProvider Services => _services;

    public ManualClock Clock { get; }

    public string Folder { get; }

    public IDbContextFactory<PortalDb> Databases => Get<IDbContextFactory<PortalDb>>();

    public PortalWriter Writer => Get<PortalWriter>();

    public DocumentVault Vault => Get<DocumentVault>();

    public AuditTrail Trail => Get<AuditTrail>();

    /// <summary>Starts it as Program.cs does, without the web server.</summary>
    /// <param name="more">Further services, such as the document flow's.</param>
    /// <param name="environment">Development or Production.</param>
    /// <param name="folder">A folder that an earlier portal left; it is then not deleted with this one.</param>
    /// <param name="settings">Further settings.</param>
    public static async Task<TestPortal> StartAsync(
        Action<IServiceCollection, IConfiguration>? more = null, string environment = "Development", string? folder = null, IEnumerable<KeyValuePair<string, string?>>? settings = null, ManualClock? clock = null)
    {
        var own = folder is null;
        folder ??= Directory.CreateTempSubdirectory("portal-test-").FullName;
        clock ??= new ManualClock();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Data:Folder", folder), .. settings ?? []])
            .Build();
        var host = new TestEnvironment(environment, folder);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<IHostEnvironment>(host);
        services.AddSingleton<TimeProvider>(clock);
        services.AddPortalData(configuration, host);
        services.AddAccounts(configuration, host);

        // The strength of hashes is a test of its own; here they only cost time.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 10);
        more?.Invoke(services, configuration);
        var portal = new TestPortal(services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true }), clock, folder, own);
        try
        {
            await portal.Services.PreparePortalDataAsync(CancellationToken.None);
            await portal.Services.PrepareAccountsAsync(CancellationToken.None);
            return portal;
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Id of the demo account with this role.</summary>
    public async Task<Guid> PersonAsync(string role)
    {
        await using var db = await Databases.CreateDbContextAsync();
        return await db.UserRoles.Join(db.Roles.Where(known => known.Name == role), held => held.RoleId, known => known.Id, (held, known) => held.UserId).OrderBy(id => id).FirstAsync();
    }

    /// <summary>A further account.</summary>
    public Task<Guid> AddPersonAsync(string displayName, params string[] roles) => Writer.WriteAsync(async (db, _) =>
    {
        var user = new PortalUser { Id = Guid.NewGuid(), DisplayName = displayName, UserName = displayName, NormalizedUserName = displayName.ToUpperInvariant(), SecurityStamp = "1" };
        db.Users.Add(user);
        foreach (var role in roles)
        {
            var id = await db.Roles.Where(known => known.Name == role).Select(known => known.Id).SingleAsync();
            db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = user.Id, RoleId = id });
        }

        return user.Id;
    }, CancellationToken.None);

    /// <summary>Runs SQL beside the portal, as somebody with the database file would.</summary>
    public async Task TamperAsync(string sql)
    {
        await using var db = await Databases.CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    /// <summary>The same for the keyring.</summary>
    public async Task TamperKeyringAsync(string sql)
    {
        await using var db = await Get<IDbContextFactory<KeyringDb>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private sealed class TestEnvironment(string name, string folder) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = folder;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
