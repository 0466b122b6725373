using System.Text.Json;
using System.Text.Json.Serialization;
using IdOcrPortal.Reader;
using IdOcrPortal.Sandbox.Control;
using IdOcrPortal.Sandbox.Truth;
using IdOcrPortal.Sandbox.Vendors;
using IdOcrPortal.Sandbox.Vendors.AccuAuth;
using IdOcrPortal.Sandbox.Vendors.Cos;
using IdOcrPortal.Sandbox.Vendors.Huawei;
using IdOcrPortal.Sandbox.Vendors.Tencent;
using IdOcrPortal.Sandbox.Wire;

namespace IdOcrPortal.Sandbox;

/// <summary>Puts the sandbox together: one loopback port for all vendors and the control endpoint.</summary>
public static class SandboxHost
{
    /// <param name="settings">Null: section <c>Sandbox</c> of <c>sandbox.json</c> beside the program.</param>
    /// <param name="clock">The machine's clock; the control endpoint moves the vendors' away from it.</param>
    public static WebApplication Build(string[] args, SandboxSettings? settings, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Json.JsonConfigurationSource
        {
            Path = "sandbox.json",
            Optional = settings is not null,
            FileProvider = new Microsoft.Extensions.FileProviders.PhysicalFileProvider(AppContext.BaseDirectory),
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            // What is too large is refused by the vendor that it was sent to, in its own words.
            kestrel.Limits.MaxRequestBodySize = 64 * 1024 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 128 * 1024;
            kestrel.Limits.MaxRequestLineSize = 128 * 1024;
            kestrel.AddServerHeader = false;
        });
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        });
        settings ??= builder.Configuration.GetSection("Sandbox").Get<SandboxSettings>()
            ?? throw new InvalidOperationException("Section Sandbox is missing in sandbox.json.");
        AddParts(builder.Services, settings, new ShiftedClock(clock));

        var app = builder.Build();
        app.Services.GetRequiredService<RateGate>().Limit(Vendor.Tencent, settings.Tencent.RequestsPerSecond);
        var door = app.Services.GetRequiredService<FrontDoor>();
        app.Use(next => context => door.HandleAsync(context, next));
        app.MapControl();
        return app;
    }

    private static void AddParts(IServiceCollection services, SandboxSettings settings, ShiftedClock clock)
    {
        AddReader(services, settings.Reader, clock);
        services.AddSingleton(clock);
        services.AddSingleton(parts => new TruthBook(parts.GetService<PictureReader>()));
        services.AddSingleton<DialectChoice>();
        services.AddSingleton<Scenarios>();
        services.AddSingleton<CallCounters>();
        services.AddSingleton(new RateGate(clock));
        services.AddSingleton<IReadOnlyDictionary<Vendor, VendorFront>>(parts => Fronts(settings, clock, parts.GetRequiredService<TruthBook>(), parts.GetRequiredService<DialectChoice>()));
        services.AddSingleton<FrontDoor>();
    }

    private static void AddReader(IServiceCollection services, ReaderSettings settings, ShiftedClock clock)
    {
        if (settings.Workers == 0)
        {
            return;
        }

        var truth = Path.Combine(AppContext.BaseDirectory, "specimens", "truth.json");
        if (!File.Exists(truth))
        {
            throw new InvalidOperationException("specimens/truth.json is missing beside the program. Build the sandbox again, or set Sandbox:Reader:Workers to 0 to read no pictures.");
        }

        // By factories, so that the pool and its workers end with the application.
        services.AddSingleton(_ => new ReaderPool(new ReaderPoolOptions { Workers = settings.Workers }));
        services.AddSingleton(_ => SpecimenBook.Load(truth));
        services.AddSingleton(parts => new PictureReader(
            parts.GetRequiredService<ReaderPool>(), parts.GetRequiredService<SpecimenBook>(), clock, parts.GetRequiredService<ILogger<PictureReader>>()));
        services.AddHostedService<ReaderCheck>();
    }

    private static Dictionary<Vendor, VendorFront> Fronts(SandboxSettings settings, ShiftedClock clock, TruthBook truths, DialectChoice dialect)
    {
        var tokens = new IamTokens(clock);
        var huaweiCaller = new HuaweiCaller(new SdkHmacCheck(settings.Huawei.Keys, clock), tokens);
        return new()
        {
            [Vendor.Huawei] = new HuaweiFront(settings.Huawei, huaweiCaller, truths),
            [Vendor.Iam] = new IamFront(settings.Huawei, huaweiCaller, tokens, clock),
            [Vendor.Tencent] = new TencentFront(new Tc3Check(settings.Tencent.Keys, clock), truths, dialect),
            [Vendor.Cos] = new CosFront(settings.Cos, new QSignCheck(settings.Cos.Keys, clock), truths, new ObjectStore(), dialect, clock),
            [Vendor.AccuAuth] = new AccuAuthFront(settings.AccuAuth, truths),
        };
    }
}
