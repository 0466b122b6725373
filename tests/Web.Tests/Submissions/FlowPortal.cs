using System.Text;
using IdOcrPortal.Documents;
using IdOcrPortal.Reader;
using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Recognising;
using IdOcrPortal.Web.Review;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Vault;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IdOcrPortal.Web.Tests.Submissions;

/// <summary>
/// The portal without its pages: real database, vault and audit in a folder of its own, a scripted service, a clock that stands still, and no worker
/// that runs by itself. <see cref="RestartAsync"/> is what a crash leaves behind: the same folder, a new process instance.
/// </summary>
internal sealed class FlowPortal : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("idocr-flow-").FullName;
    private readonly UploadLimits _limits;
    private ServiceProvider _services = null!;

    private FlowPortal(ScriptedService service, UploadLimits limits) => (Service, _limits) = (service, limits);

    public ManualClock Clock { get; } = new();

    public ScriptedService Service { get; }

    public ReviewDesk Desk => Get<ReviewDesk>();

    public ReviewQueue Queue => Get<ReviewQueue>();

    public Intake Intake => Get<Intake>();

    public JobQueue Jobs => Get<JobQueue>();

    public string Folder => _folder;

    public static async Task<FlowPortal> StartAsync(ScriptedService? service = null, UploadLimits? limits = null)
    {
        var portal = new FlowPortal(service ?? new ScriptedService(), limits ?? new UploadLimits());
        await portal.RestartAsync();
        return portal;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task RestartAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Folder"] = Path.Combine(_folder, "data"),
            ["Keys:Folder"] = Path.Combine(_folder, "keys"),
            ["Uploads:PerMinute"] = $"{_limits.PerMinute}",
            ["Uploads:PerDay"] = $"{_limits.PerDay}",
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(Clock);
        services.AddPortalData(configuration, new TestEnvironment(_folder));
        services.AddSingleton(_ => new ReaderPool(new ReaderPoolOptions { Workers = 1 }));
        services.AddSingleton<Recognizer>();
        services.AddSingleton<IConnector>(Service);
        services.AddDocumentFlow(configuration);
        _services = services.BuildServiceProvider();
        await _services.PreparePortalDataAsync(CancellationToken.None);
    }

    public async Task<Guid> PersonAsync(string name, params string[] roles)
    {
        var id = Guid.NewGuid();
        await Get<PortalWriter>().WriteAsync(
            async (db, _) =>
            {
                db.Users.Add(new PortalUser { Id = id, UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name });
                foreach (var role in roles)
                {
                    var row = await db.Roles.SingleOrDefaultAsync(known => known.Name == role);
                    if (row is null)
                    {
                        row = new IdentityRole<Guid>(role) { Id = Guid.NewGuid(), NormalizedName = role.ToUpperInvariant() };
                        db.Roles.Add(row);
                    }

                    db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = id, RoleId = row.Id });
                }

                return true;
            },
            CancellationToken.None);
        return id;
    }

    public Task ChangeAsync(Func<PortalDb, Task> change) => Get<PortalWriter>().WriteAsync(
        async (db, _) =>
        {
            await change(db);
            return true;
        },
        CancellationToken.None);

    public async Task<T> AskAsync<T>(Func<PortalDb, Task<T>> question)
    {
        await using var db = await Get<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        return await question(db);
    }

    public Task<DocumentRow> RowAsync(Guid id) => AskAsync(db => db.Documents.AsNoTracking().SingleAsync(document => document.Id == id));

    public Task<JobRow> JobAsync(Guid id) => AskAsync(db => db.Jobs.AsNoTracking().SingleAsync(job => job.DocumentId == id));

    public Task<List<ServiceCallRow>> CallsAsync(Guid id) => AskAsync(db => db.ServiceCalls.AsNoTracking().Where(call => call.DocumentId == id).OrderBy(call => call.StartedAt).ToListAsync());

    public Task<List<string>> EventsAsync(Guid id)
    {
        var subject = id.ToString("n");
        return AskAsync(db => db.Audit.Where(row => row.Subject == subject).OrderBy(row => row.Seq).Select(row => row.Event).ToListAsync());
    }

    /// <summary>A document as the intake leaves it, without asking a reader process for the preview.</summary>
    public async Task<Guid> DocumentAsync(Guid uploader)
    {
        var (vault, id) = (Get<DocumentVault>(), Guid.NewGuid());
        var bytes = id.ToByteArray();
        var key = await vault.CreateKeyAsync(CancellationToken.None);
        var row = new DocumentRow
        {
            Id = id,
            UploaderId = uploader,
            UploadId = Guid.NewGuid(),
            DataKeyId = key,
            OriginalBlob = await vault.StoreAsync(key, id, BlobKind.Original, bytes, CancellationToken.None),
            PreviewBlob = await vault.StoreAsync(key, id, BlobKind.Preview, bytes, CancellationToken.None),
            Label = await vault.SealAsync(key, id, BlobKind.Label, Encoding.UTF8.GetBytes("passport.jpg"), CancellationToken.None),
            Format = nameof(PictureFormat.Jpeg),
            ContentMark = vault.ContentMark(uploader, bytes),
            ReceivedAt = Clock.GetUtcNow(),
        };
        await Get<PortalWriter>().WriteAsync(
            (db, audit) =>
            {
                db.Documents.Add(row);
                db.Jobs.Add(new JobRow { DocumentId = id, CreatedAt = row.ReceivedAt });
                audit.Document(AuditEvents.DocumentReceived, uploader, id);
                return Task.FromResult(true);
            },
            CancellationToken.None);
        return id;
    }

    /// <summary>Takes every due job through.</summary>
    public async Task ReadAllAsync()
    {
        while (await Get<DocumentRecognition>().RunNextAsync(CancellationToken.None))
        {
        }
    }

    /// <summary>A document that waits for review.</summary>
    public async Task<Guid> ReadDocumentAsync(Guid uploader)
    {
        var id = await DocumentAsync(uploader);
        await ReadAllAsync();
        return id;
    }

    /// <summary>Opens the document and does what approval asks for: confirms open key fields and acknowledges warnings.</summary>
    public async Task<DeskDocument> MakeApprovableAsync(Guid officer, Guid document)
    {
        var shown = await Desk.OpenAsync(officer, document, CancellationToken.None);
        foreach (var field in shown.Fields.Where(field => field.Definition.IsKey && field.Status is FieldStatus.Read or FieldStatus.Attention && field.Proven.Original is not null))
        {
            shown = await Desk.ConfirmAsync(officer, document, shown.Version, field.Definition.Name, CancellationToken.None);
        }

        foreach (var warning in shown.Warnings.Where(warning => warning.NeedsAcknowledgement && !warning.Acknowledged))
        {
            shown = await Desk.AcknowledgeAsync(officer, document, shown.Version, warning.Code, CancellationToken.None);
        }

        return shown;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class TestEnvironment(string folder) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;

        public string ApplicationName { get; set; } = "IdOcrPortal.Web";

        public string ContentRootPath { get; set; } = folder;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
