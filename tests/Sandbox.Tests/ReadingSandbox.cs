namespace IdOcrPortal.Sandbox.Tests;

/// <summary>A sandbox that reads pictures, shared by the tests of one class.</summary>
public sealed class ReadingSandbox : IAsyncLifetime
{
    internal RunningSandbox Sandbox { get; private set; } = null!;

    internal Caller Caller { get; private set; } = null!;

    internal Services Services { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var clock = new FixedClock(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));
        Sandbox = await RunningSandbox.StartAsync(GoldenVectors.Settings() with { Reader = new() { Workers = 2 } }, clock);
        Caller = new(Sandbox, clock);
        Services = new(Caller);
        await Sandbox.ControlAsync("POST", "/rate", new { vendor = "tencent", perSecond = 0 });
    }

    public async Task DisposeAsync() => await Sandbox.DisposeAsync();
}
