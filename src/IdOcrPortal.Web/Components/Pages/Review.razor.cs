using IdOcrPortal.Web.Components.Reviewing;
using IdOcrPortal.Web.Data;
using IdOcrPortal.Web.Review;
using IdOcrPortal.Web.Submissions;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Radzen;

namespace IdOcrPortal.Web.Components.Pages;

/// <summary>One document, one decision: the picture on one side, what is claimed of it on the other. Opening it claims it.</summary>
public sealed partial class Review : IAsyncDisposable
{
    private const string Heading = "h1";
    private ElementReference _root;
    private DeskDocument? _document;
    private IJSObjectReference? _script;
    private string? _focus;
    private (Verdict Verdict, ReasonChoice Choice)? _draft;
    private string _layout = "";
    private bool _busy;
    private bool _comparing;

    [Inject] public required ReviewDesk Desk { get; init; }

    [Inject] public required ReviewQueue Work { get; init; }

    [Inject] public required DocumentFeed Feed { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Inject] public required NotificationService Toasts { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required IJSRuntime Browser { get; init; }

    /// <summary>The document's whole id.</summary>
    [Parameter] public Guid Id { get; set; }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Dispose();
        try
        {
            if (_script is not null)
            {
                await _script.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the script with it.
        }
    }

    // Whoever holds a document is the only one who changes it: a lost hold shows in the next command's refusal. What comes by itself is the second opinion.
    /// <inheritdoc />
    protected override void OnInitialized() => Watch(Feed, async changed =>
    {
        if (_document is { OpinionPending: not null } document && changed.Contains(document.Id) && !_busy && !_comparing)
        {
            await TryAsync(async actor =>
            {
                var fresh = await Desk.LookAsync(actor, document.Id, Left);
                _document = Id == fresh.Id ? fresh : _document;
            });
            StateHasChanged();
        }
    });

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_document?.Id != Id)
        {
            _document = null;
            _draft = null;
            await LoadAsync();
            _focus = Heading;
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is { } target)
        {
            _focus = null;
            _script ??= await Browser.InvokeAsync<IJSObjectReference>("import", Left, "/" + Assets["Components/Pages/Review.razor.js"]);
            if (target == Heading)
            {
                await _script.InvokeVoidAsync("arrive", Left);
            }
            else
            {
                await _script.InvokeVoidAsync("focus", Left, target);
            }
        }
    }

    private static string? Issuer(DeskDocument document) => FieldNeed.IssuerOf(document.Fields, document.TypeId);

    private async Task LoadAsync() => await TryAsync(async actor => _document = await Desk.OpenAsync(actor, Id, CancellationToken.None));

    private Task ConfirmAsync(string field) => ActAsync(async (actor, document) =>
    {
        _document = await Desk.ConfirmAsync(actor, document.Id, document.Version, field, CancellationToken.None);
        var after = _document.Fields.SkipWhile(candidate => candidate.Definition.Name != field).Skip(1);
        var next = after.Concat(_document.Fields).FirstOrDefault(candidate => candidate.NeedsAttention());
        _focus = next is null ? "[data-key=a]" : "#" + FieldNeed.ElementId(next.Definition.Name);
    });

    private Task AcknowledgeAsync(string code) => ActAsync(async (actor, document) =>
        _document = await Desk.AcknowledgeAsync(actor, document.Id, document.Version, code, CancellationToken.None));

    private Task ApproveAsync() => ActAsync(async (actor, document) =>
        await GoOnAsync(actor, document, await Desk.ApproveAsync(actor, document.Id, document.Version, CancellationToken.None)));

    private Task ReleaseAsync() => ActAsync(async (actor, document) =>
    {
        await Desk.ReleaseAsync(actor, document.Id, CancellationToken.None);
        Navigation.NavigateTo("/queue");
    });

    private Task ReadAgainAsync(string? service) => ActAsync(async (actor, document) =>
    {
        await Desk.ReadAgainAsync(actor, document.Id, CancellationToken.None, service);
        Navigation.NavigateTo("/queue");
    });

    private async Task CompareAsync()
    {
        if (_busy || _document is not { } document)
        {
            return;
        }

        _comparing = true;
        var used = await Dialogs.OpenAsync<OpinionDialog>(
            $"Second opinion on document {document.ShortId}",
            new Dictionary<string, object?>
            {
                [nameof(OpinionDialog.DocumentId)] = document.Id,
                [nameof(OpinionDialog.OnUsed)] = EventCallback.Factory.Create<string>(this, service => Dialogs.Close(service)),
                [nameof(OpinionDialog.OnClose)] = EventCallback.Factory.Create(this, () => Dialogs.Close(null)),
            },
            new DialogOptions { Width = "min(76rem, calc(100vw - 1rem))", Style = "max-height: calc(100dvh - 1.5rem)", CloseDialogOnEsc = true }) as string;

        _comparing = false;

        // Also without a change: a reading that came meanwhile may have brought a grave warning.
        if (!Left.IsCancellationRequested && Refused?.Refusal != Refusal.NotFound && _document?.Id == document.Id)
        {
            await LoadAsync();
            _focus = Heading;
        }

        if (used is not null)
        {
            Toasts.Notify(NotificationSeverity.Success, $"Document {document.ShortId}", $"The reading of {used} is in use now.", duration: 5000);
        }
    }

    private async Task AskReasonsAsync(Verdict verdict)
    {
        var title = verdict == Verdict.Reject ? _document is { SecondReviewCauses.Count: > 0, IsSecondReview: false } ? "Recommend rejection" : "Reject" : "Ask for a new photo";
        var choice = await Dialogs.OpenAsync<ReasonDialog>(
            title,
            new Dictionary<string, object?>
            {
                [nameof(ReasonDialog.Verdict)] = verdict,
                [nameof(ReasonDialog.Title)] = title,
                [nameof(ReasonDialog.Start)] = _draft is { } kept && kept.Verdict == verdict ? kept.Choice : null,
                [nameof(ReasonDialog.OnChosen)] = EventCallback.Factory.Create<ReasonChoice>(this, chosen => Dialogs.Close(chosen)),
                [nameof(ReasonDialog.OnCancel)] = EventCallback.Factory.Create(this, () => Dialogs.Close(null)),
            },
            new DialogOptions { Width = "min(34rem, calc(100vw - 1rem))", CloseDialogOnEsc = true }) as ReasonChoice;
        if (choice is not null)
        {
            // Kept until the service has taken it: a refusal must not cost what was written.
            _draft = (verdict, choice);
            await ActAsync(async (actor, document) =>
            {
                var state = await Desk.RejectAsync(actor, document.Id, document.Version, choice.ReasonCodes, choice.UploaderText, CancellationToken.None);
                _draft = null;
                await GoOnAsync(actor, document, state);
            });
        }
    }

    private async Task ActAsync(Func<Guid, DeskDocument, Task> act)
    {
        if (_busy || _document is not { } document)
        {
            return;
        }

        _busy = true;
        try
        {
            await TryAsync(actor => act(actor, document));
        }
        finally
        {
            _busy = false;
        }
    }

    // The next document follows by itself; where there is none, the queue says why.
    private async Task GoOnAsync(Guid actor, DeskDocument decided, DocumentState state)
    {
        Toasts.Notify(NotificationSeverity.Success, $"Document {decided.ShortId}", Said(state), duration: 5000);
        var next = await Work.TakeNextAsync(actor, CancellationToken.None);
        Navigation.NavigateTo(next.DocumentId is { } id ? $"/review/{id}" : "/queue");
    }

    private static string Said(DocumentState state) => state switch
    {
        DocumentState.Approved => "Approved.",
        DocumentState.Rejected => "Rejected.",
        DocumentState.AwaitingUploader => "A new photo is asked for.",
        DocumentState.AwaitingSecondReview => "Your recommendation is stored; a second officer decides.",
        _ => "Stored.",
    };
}
