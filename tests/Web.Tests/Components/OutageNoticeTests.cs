using Bunit;
using IdOcrPortal.Recognition;
using IdOcrPortal.Recognition.Routing;
using IdOcrPortal.Reader;
using IdOcrPortal.Web.Components.Operating;
using IdOcrPortal.Web.Recognising;
using IdOcrPortal.Web.Tests.Submissions;
using Microsoft.Extensions.DependencyInjection;

namespace IdOcrPortal.Web.Tests.Components;

public sealed class OutageNoticeTests : BunitContext, IAsyncLifetime
{
    private const string Vendor = "TestVendor";
    private readonly ServiceSetup _vendor;

    public OutageNoticeTests()
    {
        var clock = new ManualClock();
        _vendor = ServiceSetup.Of(new ScriptedService(Vendor, isMetered: true), clock);
        Services.AddSingleton<TimeProvider>(clock);
        Services.AddLogging();
        Services.AddSingleton(_ => new ReaderPool(new ReaderPoolOptions { Workers = 1 }));
        Services.AddSingleton<IReadOnlyList<ServiceSetup>>([_vendor, ServiceSetup.Of(new ScriptedService(), clock)]);
        Services.AddSingleton(new RoutingOptions { Order = { ["visa"] = [Vendor] } });
        Services.AddSingleton<Router>();
        Services.AddSingleton<Recognizer>();
        Services.AddSingleton<ServiceOutages>();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    // The reader's pool ends asynchronously, and so has what holds it.
    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public void Nothing_is_shown_while_services_work() => Assert.Empty(Text(forOfficers: true));

    [Fact]
    public void Officers_are_told_which_service_why_and_what_stands_in()
    {
        _vendor.Breaker.Failed(FailureClass.Credential, "KEY_EXPIRED", "Renew the key.");
        var text = Text(forOfficers: true);
        Assert.Contains("TestVendor (scripted) cannot be had since", text, StringComparison.Ordinal);
        Assert.Contains("credentials refused (KEY_EXPIRED)", text, StringComparison.Ordinal);
        Assert.Contains("Stored, and read by itself later: Visa.", text, StringComparison.Ordinal);
        Assert.Contains("Read by OfflineEngine (scripted) meanwhile, marked provisional: Passport.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Uploaders_are_told_what_it_means_for_them_and_no_names()
    {
        _vendor.Breaker.Failed(FailureClass.Credential, "KEY_EXPIRED", "Renew the key.");
        var text = Text(forOfficers: false);
        Assert.Contains("What reads these cannot be reached now: Visa.", text, StringComparison.Ordinal);
        Assert.Contains("looked at more closely by an officer: Passport.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("TestVendor", text, StringComparison.Ordinal);
        Assert.DoesNotContain("KEY_EXPIRED", text, StringComparison.Ordinal);
    }

    private string Text(bool forOfficers) =>
        string.Join(' ', string.Concat(Render<OutageNotice>(notice => notice.Add(n => n.ForOfficers, forOfficers)).Nodes.Select(node => node.TextContent)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
