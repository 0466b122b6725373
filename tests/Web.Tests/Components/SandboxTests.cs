using Bunit;
using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Components.Operating;
using IdOcrPortal.Web.Components.Uploading;
using IdOcrPortal.Web.Submissions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IdOcrPortal.Web.Tests.Components;

/// <summary>What pages show while the sandbox plays the services.</summary>
public sealed class SandboxTests : BunitContext, IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    // The reader's pool ends asynchronously, and so has what holds it.
    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public void The_ribbon_tells_how_many_services_are_played_and_that_nothing_is_sent()
    {
        Use("http://127.0.0.1:9");
        Assert.Equal("Sandbox: 5 services answer with invented data; nothing is sent or charged.", Render<SandboxRibbon>().Find(".sandbox .long").TextContent);
    }

    [Fact]
    public void A_service_with_credentials_of_its_own_is_not_counted()
    {
        Use("http://127.0.0.1:9", ("Vendors:AccuAuthKtp:ApiId", "some-id"), ("Vendors:AccuAuthKtp:ApiSecret", "some-secret"));
        Assert.StartsWith("Sandbox: 4 services", Render<SandboxRibbon>().Find(".sandbox .long").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_sandbox_there_is_neither_ribbon_nor_shelf()
    {
        Use(null);
        Assert.Empty(Render<SandboxRibbon>().Markup.Trim());
        Assert.Empty(Render<SpecimenShelf>().Markup.Trim());
    }

    [Fact]
    public void The_shelf_is_one_closed_line_and_holds_every_specimen_under_its_type()
    {
        Use("http://127.0.0.1:9");
        var shelf = Render<SpecimenShelf>();
        var all = Services.GetRequiredService<Specimens>().All;
        Assert.False(shelf.Find("details[data-specimens]").HasAttribute("open"));
        Assert.Equal(all.Select(specimen => specimen.TypeId).Distinct().Count(), shelf.FindAll("details.type").Count);
        Assert.Equal(all.Select(specimen => $"/specimens/{specimen.File}").Order(), shelf.FindAll("a[download]").Select(link => link.GetAttribute("href")!).Order());
        Assert.All(shelf.FindAll("img"), picture => Assert.Equal("lazy", picture.GetAttribute("loading")));
    }

    [Fact]
    public void A_specimen_says_side_version_and_what_is_wrong_with_it()
    {
        Use("http://127.0.0.1:9");
        var entry = Render<SpecimenShelf>().FindAll(".type li").Single(item => item.QuerySelector("[data-send-specimen='chn-id-photocopy-clean.jpg']") is not null);
        Assert.Equal(["Front", "flat scan", "photocopy"], entry.QuerySelectorAll(".chip").Select(chip => chip.TextContent));
        Assert.Equal("chn-id", entry.QuerySelector("button")!.GetAttribute("data-specimen-type"));
    }

    private void Use(string? sandbox, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Sandbox:Url", sandbox), .. settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value))]).Build();
        Services.AddSingleton(TimeProvider.System);
        Services.AddLogging();
        Services.AddRecognition(configuration, allowsSandbox: true);
        Services.AddSingleton(new Specimens(Path.Combine(AppContext.BaseDirectory, "specimens")));
    }
}
