using Microsoft.Playwright;

namespace IdOcrPortal.Web.Tests.Journeys;

/// <summary>A person at a browser. Leaving (disposal) fails the journey if any page broke the content policy or logged an error.</summary>
public sealed class Person : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Person(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    /// <summary>The tab they look at.</summary>
    public IPage Page { get; }

    internal static async Task<Person> ArriveAsync(IBrowserContext context)
    {
        // Reported by the browser itself, whatever the page does about it.
        await context.AddInitScriptAsync("document.addEventListener('securitypolicyviolation', e => console.error('CSP: ' + e.violatedDirective + ' ' + e.blockedURI));");
        var person = new Person(context, await context.NewPageAsync());
        person.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                person._complaints.Add(message.Text);
            }
        };
        person.Page.PageError += (_, error) => person._complaints.Add(error);
        return person;
    }

    /// <summary>Another, unwatched tab.</summary>
    public Task<IPage> NewTabAsync() => _context.NewPageAsync();

    /// <summary>Signs in as a demo account, with the password that the sign-in page shows.</summary>
    public async Task SignInAsync(string userName)
    {
        await Page.GotoAsync("/sign-in");
        var password = await Page.Locator(".demo code").InnerTextAsync();
        await Page.GetByLabel("User name").FillAsync(userName);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Takes an expected complaint off the list, such as the console's line for an answer 422 that the journey provokes.</summary>
    public void Expect(string partOfComplaint) => _complaints.RemoveAll(complaint => complaint.Contains(partOfComplaint, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_complaints);
    }
}
