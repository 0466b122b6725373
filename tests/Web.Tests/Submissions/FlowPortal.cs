using System.Text;
using IdOcrPortal.Documents;
using IdOcrPortal.Reader;
using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Limits;
using IdOcrPortal.Recognition.Routing;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Recognising;
using IdOcrPortal.Web.Review;
using IdOcrPortal.Web.Submissions;
using IdOcrPortal.Web.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IdOcrPortal.Web.Tests.Submissions;

/// <summary>
/// <see cref="TestPortal"/> with the document flow over a scripted service, and no worker that runs by itself. <see cref="RestartAsync"/> is what a crash
/// leaves behind: the same folder, a new process instance.
/// </summary>
internal sealed class FlowPortal : IAsyncDisposable
{
    private readonly UploadLimits _limits;
    private TestPortal _portal = null!;

    private readonly IReadOnlyList<ScriptedService> _vendors;
    private readonly double _callsPerSecond;
    private readonly RoutingOptions _routing;
    private readonly IReadOnlyList<ConnectorInfo> _notSetUp;

    private FlowPortal(ScriptedService service, UploadLimits limits, IReadOnlyList<ScriptedService> vendors, double callsPerSecond, IReadOnlyList<ConnectorInfo> notSetUp, RoutingOptions routing) =>
        (Service, _limits, _vendors, _callsPerSecond, _notSetUp, _routing) = (service, limits, vendors, callsPerSecond, notSetUp, routing);

    public ManualClock Clock { get; } = new();

    /// <summary>The last line: stands where the offline engine does.</summary>
    public ScriptedService Service { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("flow-test-").FullName;

    public ReviewDesk Desk => Get<ReviewDesk>();

    public ReviewQueue Queue => Get<ReviewQueue>();

    public Intake Intake => Get<Intake>();

    public JobQueue Jobs => Get<JobQueue>();

    /// <param name="vendors">Services before the last one, in order.</param>
    /// <param name="callsPerSecond">Their pace.</param>
    /// <param name="notSetUp">Services behind those, whose settings are missing.</param>
    public static async Task<FlowPortal> StartAsync(
        ScriptedService? service = null, UploadLimits? limits = null, IReadOnlyList<ScriptedService>? vendors = null, double callsPerSecond = double.PositiveInfinity,
        IReadOnlyList<ConnectorInfo>? notSetUp = null, RoutingOptions? routing = null)
    {
        var portal = new FlowPortal(service ?? new ScriptedService(), limits ?? new UploadLimits(), vendors ?? [], callsPerSecond, notSetUp ?? [], routing ?? new RoutingOptions());
        await portal.RestartAsync();
        return portal;
    }

    public T Get<T>()
        where T : notnull => _portal.Get<T>();

    public async Task RestartAsync()
    {
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }

        _portal = await TestPortal.StartAsync(
            (services, configuration) =>
            {
                services.AddSingleton(_ => new ReaderPool(new ReaderPoolOptions { Workers = 1 }));
                services.AddSingleton<Recognizer>();
                services.AddSingleton<IReadOnlyList<ServiceSetup>>(_ => 
                [
                    .. _vendors.Select(vendor => ServiceSetup.Of(vendor, Clock, _callsPerSecond)),
                    .. _notSetUp.Select(info => new ServiceSetup { Info = info, Pace = new CallPace(2, Clock), Breaker = new CircuitBreaker(Clock) }),
                    ServiceSetup.Of(Service, Clock),
                ]);
                services.AddSingleton(_routing);
                services.AddSingleton<Router>();
                services.AddDocumentFlow(configuration);
            },
            folder: Folder,
            settings: [new("Uploads:PerMinute", $"{_limits.PerMinute}"), new("Uploads:PerDay", $"{_limits.PerDay}")],
            clock: Clock);
    }

    public Task<Guid> PersonAsync(string name, params string[] roles) => _portal.AddPersonAsync(name, roles);

    public Task ChangeAsync(Func<PortalDb, Task> change) => _portal.Writer.WriteAsync(
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
    /// <param name="type">What the uploader chose; null for "Detect".</param>
    public async Task<Guid> DocumentAsync(Guid uploader, string? type = null)
    {
        var (vault, id) = (Get<DocumentVault>(), Guid.NewGuid());
        var bytes = id.ToByteArray();
        var key = await vault.CreateKeyAsync(CancellationToken.None);
        var row = new DocumentRow
        {
            Id = id,
            UploaderId = uploader,
            UploadId = Guid.NewGuid(),
            RequestedTypeId = type,
            DataKeyId = key,
            OriginalBlob = await vault.StoreAsync(key, id, BlobKind.Original, bytes, CancellationToken.None),
            PreviewBlob = await vault.StoreAsync(key, id, BlobKind.Preview, (byte[])[.. bytes, 0], CancellationToken.None),
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
        await _portal.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
