using System.Text.Json;
using System.Text.Json.Serialization;
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
        var (truths, dialect, tokens) = (new TruthBook(), new DialectChoice(), new IamTokens(clock));
        var huaweiCaller = new HuaweiCaller(new SdkHmacCheck(settings.Huawei.Keys, clock), tokens);
        var fronts = new Dictionary<Vendor, VendorFront>
        {
            [Vendor.Huawei] = new HuaweiFront(settings.Huawei, huaweiCaller, truths),
            [Vendor.Iam] = new IamFront(settings.Huawei, huaweiCaller, tokens, clock),
            [Vendor.Tencent] = new TencentFront(new Tc3Check(settings.Tencent.Keys, clock), truths, dialect),
            [Vendor.Cos] = new CosFront(settings.Cos, new QSignCheck(settings.Cos.Keys, clock), truths, new ObjectStore(), dialect, clock),
            [Vendor.AccuAuth] = new AccuAuthFront(settings.AccuAuth, truths),
        };
        services.AddSingleton(clock);
        services.AddSingleton(truths);
        services.AddSingleton(dialect);
        services.AddSingleton<Scenarios>();
        services.AddSingleton<CallCounters>();
        services.AddSingleton(new RateGate(clock));
        services.AddSingleton<IReadOnlyDictionary<Vendor, VendorFront>>(fronts);
        services.AddSingleton<FrontDoor>();
    }
}
