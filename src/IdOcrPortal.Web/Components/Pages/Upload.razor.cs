using IdOcrPortal.Documents;
using IdOcrPortal.Reader;
using IdOcrPortal.Recognition;
using IdOcrPortal.Web.Components.Parts;
using IdOcrPortal.Web.Components.Uploading;
using IdOcrPortal.Web.Submissions;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace IdOcrPortal.Web.Components.Pages;

/// <summary>
/// Where pictures are sent. The page's script checks and sends them, one POST for each; from "stored" on, every state comes from the
/// server, live, so that a reload or a lost connection loses nothing.
/// </summary>
public sealed partial class Upload : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private ElementReference _root;
    private MyUploadsGrid? _grid;
    private MyUploadsPage? _page;
    private ReaderAvailability? _engine;
    private HashSet<string>? _readable;
    private IJSObjectReference? _script;
    private DotNetObjectReference<Upload>? _self;

    [Inject] public required MyUploads Uploads { get; init; }

    [Inject] public required ReaderPool Pool { get; init; }

    [Inject] public required Recognizer Recognizer { get; init; }

    [Inject] public required DocumentFeed Feed { get; init; }

    [Inject] public required IJSRuntime Browser { get; init; }

    /// <summary>The script tells which documents its cards speak of; the answer is their state as it is now.</summary>
    [JSInvokable]
    public Task FollowAsync(Guid[] documentIds) => TellCardsAsync(documentIds);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Dispose();
        try
        {
            if (_script is not null)
            {
                await _script.InvokeVoidAsync("leave");
                await _script.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the script with it.
        }

        _self?.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Watch(Feed, OnChangedAsync);
        _readable = [.. DocumentTypes.All.Select(type => type.Id).Where(Recognizer.Router.Reads)];
        _engine = await Pool.CheckAsync(Left);
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _script = await Browser.InvokeAsync<IJSObjectReference>("import", Left, "/" + Assets["Components/Pages/Upload.razor.js"]);
            await _script.InvokeVoidAsync("enter", Left, _root, _self);
        }
    }

    private async Task LoadAsync((int Skip, int Take) part)
    {
        await TryAsync(async actor => _page = await Uploads.ListAsync(actor, part.Skip, part.Take, Left));
        StateHasChanged();
    }

    private async Task OnChangedAsync(IReadOnlyCollection<Guid> changed)
    {
        if (_grid is not null && (_page is null || await ConcernsMeAsync(changed)))
        {
            await _grid.ReloadAsync();
        }

        await TellCardsAsync(changed);
    }

    private async Task<bool> ConcernsMeAsync(IReadOnlyCollection<Guid> changed)
    {
        if (_page!.Items.Any(item => changed.Contains(item.Id)))
        {
            return true;
        }

        var actor = await ActorIdAsync();
        foreach (var id in changed)
        {
            if (await Uploads.FindAsync(actor, id, Left) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private async Task TellCardsAsync(IEnumerable<Guid> documentIds)
    {
        var actor = await ActorIdAsync();
        var cards = new List<object>();
        foreach (var id in documentIds)
        {
            if (await Uploads.FindAsync(actor, id, Left) is { } upload)
            {
                var state = StateText.Of(upload);
                cards.Add(new { documentId = upload.Id, shortId = upload.ShortId, word = state.Word, icon = state.Icon, tone = state.Tone, outcome = upload.OutcomeText, retake = upload.State == DocumentState.AwaitingUploader });
            }
        }

        if (cards.Count > 0 && _script is not null)
        {
            await ShowAsync(_script, cards);
        }
    }
    // A browser whose connection is lost does not answer; its script asks anew when the connection is back.
    private async Task ShowAsync(IJSObjectReference script, List<object> cards)
    {
        using var patience = new CancellationTokenSource(Patience, Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(Left, patience.Token);
        try
        {
            await script.InvokeVoidAsync("show", either.Token, cards);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // Nobody is there to be told: see above.
        }
    }
}
