using System.Net;
using System.Security.Claims;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IdOcrPortal.Web.Tests.Accounts;

/// <summary>A small site behind the portal's accounts: an open page to sign in, a page for whoever is signed in, one for each policy.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;
    private readonly bool _ownsFolder;

    private TestSite(WebApplication app, ManualClock clock, string folder, bool ownsFolder)
    {
        _app = app;
        Clock = clock;
        _folder = folder;
        _ownsFolder = ownsFolder;
    }

    internal ManualClock Clock { get; }

    internal IServiceProvider Services => _app.Services;

    internal SignInDesk Desk => Services.GetRequiredService<SignInDesk>();

    internal PortalWriter Writer => Services.GetRequiredService<PortalWriter>();

    internal static async Task<TestSite> StartAsync(string environment = "Development", string? folder = null)
    {
        var own = folder is null;
        folder ??= Directory.CreateTempSubdirectory("portal-test-").FullName;
        var clock = new ManualClock();

        // A real time: cookies carry their expiry, and the client's container looks at it.
        clock.SetTo(DateTimeOffset.UtcNow);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = folder });
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Configuration["Data:Folder"] = folder;
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddPortalData(builder.Configuration, builder.Environment);
        builder.Services.AddAccounts(builder.Configuration, builder.Environment);
        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 10);
        var app = builder.Build();
        await app.Services.PreparePortalDataAsync(CancellationToken.None);
        await app.Services.PrepareAccountsAsync(CancellationToken.None);
        app.MapPost("/in", async (HttpContext context, SignInDesk desk) =>
        {
            var form = await context.Request.ReadFormAsync();
            return await desk.SignInAsync(context, form["user"].ToString(), form["password"].ToString(), context.RequestAborted) ? Results.Text("in") : Results.Text("refused", statusCode: 401);
        }).AllowAnonymous();
        app.MapPost("/out", (HttpContext context, SignInDesk desk) => desk.SignOutAsync(context, context.RequestAborted));
        app.MapGet("/me", (HttpContext context) => context.User.FindFirstValue(ClaimTypes.Name));
        app.MapGet("/form", (HttpContext context, IAntiforgery antiforgery) => antiforgery.GetAndStoreTokens(context).RequestToken).AllowAnonymous();
        foreach (var policy in Policies())
        {
            app.MapGet("/for/" + policy, () => "yes").RequireAuthorization(policy);
        }

        await app.StartAsync();
        return new TestSite(app, clock, folder, own);
    }

    internal static IEnumerable<string> Policies() => typeof(Policies).GetFields().Select(field => (string)field.GetRawConstantValue()!);

    /// <summary>A browser: keeps cookies and follows no redirect.</summary>
    internal HttpClient Browser(CookieContainer? cookies = null) =>
        new(new Cookies(cookies ?? new CookieContainer(), _app.GetTestServer().CreateHandler())) { BaseAddress = new Uri("https://portal.test") };

    internal async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string user, string? password = null)
    {
        using var form = new FormUrlEncodedContent([new("user", user), new("password", password ?? Desk.DemoPassword ?? "")]);
        return await browser.PostAsync(new Uri("/in", UriKind.Relative), form);
    }

    internal async Task ChangeAsync(string userName, Action<PortalUser> change) => await Writer.WriteAsync(async (db, _) =>
    {
        change(await db.Users.SingleAsync(user => user.UserName == userName));
        return true;
    }, CancellationToken.None);

    internal async Task<List<(string Event, string Reason)>> RecordsAsync()
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        var rows = await db.Audit.Where(row => row.Event.StartsWith("auth.")).OrderBy(row => row.Seq).ToListAsync();
        return rows.ConvertAll(row => (row.Event, AuditFormat.ReadFieldList(row.Public).GetValueOrDefault("reason", "")));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_ownsFolder)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private sealed class Cookies(CookieContainer container, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (container.GetCookieHeader(request.RequestUri!) is { Length: > 0 } header)
            {
                request.Headers.Add("Cookie", header);
            }

            var response = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                container.SetCookies(request.RequestUri!, cookie);
            }

            return response;
        }
    }
}
