using IdOcrPortal.Documents;
using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Accounts;
using IdOcrPortal.Web.Review;
using IdOcrPortal.Web.Tests.Submissions;

namespace IdOcrPortal.Web.Tests.Review;

/// <summary>A passport that a vendor read, an officer who holds it, and another vendor who may be asked as well.</summary>
internal sealed class Opinions : IAsyncDisposable
{
    internal const string First = "VendorOne", Second = "VendorTwo";

    private Opinions(FlowPortal portal) => Portal = portal;

    internal FlowPortal Portal { get; }

    internal ScriptedService One { get; private init; } = null!;

    internal ScriptedService Two { get; private init; } = null!;

    internal Guid Document { get; private set; }

    internal Guid Officer { get; private set; }

    internal Guid Uploader { get; private set; }

    internal SecondOpinions Desk => Portal.Get<SecondOpinions>();

    /// <param name="first">Warnings of the first reading.</param>
    internal static async Task<Opinions> StartAsync(params Warning[] first)
    {
        var (one, two) = (new ScriptedService(First, isMetered: true), new ScriptedService(Second, isMetered: true));
        one.Reads(one.Passport(warnings: first));
        var opinions = new Opinions(await FlowPortal.StartAsync(vendors: [one, two])) { One = one, Two = two };
        opinions.Uploader = await opinions.Portal.PersonAsync("Uma", Roles.Uploader);
        opinions.Officer = await opinions.Portal.PersonAsync("Dara", Roles.Reviewer);
        opinions.Document = await opinions.Portal.DocumentAsync(opinions.Uploader, "passport");
        await opinions.Portal.ReadAllAsync();
        await opinions.Portal.Desk.OpenAsync(opinions.Officer, opinions.Document, CancellationToken.None);
        return opinions;
    }

    /// <summary>The same passport with one printed value of its own.</summary>
    internal static Reading With(Reading passport, params (string Field, string Text)[] printed) => passport with
    {
        Evidence = passport.Evidence with { Claims = [.. passport.Evidence.Claims, .. printed.Select(value => new Claim(value.Field, value.Text, 0.9, ClaimSource.Service))] },
    };

    internal Task<OpinionView> ViewAsync() => Desk.ViewAsync(Officer, Document, CancellationToken.None);

    internal async Task<long> VersionAsync() => (await Portal.RowAsync(Document)).Version;

    /// <summary>Asks, and lets the worker answer.</summary>
    internal async Task<OpinionView> AskAsync(string service = Second)
    {
        await Desk.StartAsync(Officer, Document, await VersionAsync(), service, CancellationToken.None);
        await Portal.ReadAllAsync();
        return await ViewAsync();
    }

    internal async Task UseAsync(string service)
    {
        var view = await ViewAsync();
        await Desk.AdoptAsync(Officer, Document, view.Version, view.Readings.Single(reading => reading.Service == service).Id, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
