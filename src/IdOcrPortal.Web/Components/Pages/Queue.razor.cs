using IdOcrPortal.Documents;
using IdOcrPortal.Web.Review;
using IdOcrPortal.Web.Submissions;
using Microsoft.AspNetCore.Components;
using Radzen;
using Radzen.Blazor;

namespace IdOcrPortal.Web.Components.Pages;

/// <summary>The officers' list of work. What it shows is in its address, so a link to it works.</summary>
public sealed partial class Queue
{
    private static readonly (QueueTab Tab, string Name, string Key)[] Tabs =
    [
        (QueueTab.Available, "Available", "1"), (QueueTab.Mine, "Mine", "2"), (QueueTab.SecondReview, "Second review", "3"),
        (QueueTab.WaitingForUploader, "Waiting for uploader", "4"), (QueueTab.Failed, "Could not be read", "5"), (QueueTab.Decided, "Decided", "6"),
    ];

    private RadzenDataGrid<QueueItem>? _grid;
    private QueuePage? _page;
    private QueueCounts? _counts;
    private DateTimeOffset _now;
    private string? _whyNone;
    private string? _shown;
    private int _unseen;

    [Inject] public required ReviewQueue Work { get; init; }

    [Inject] public required DocumentFeed Feed { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery(Name = "tab")] private string? TabName { get; set; }

    [SupplyParameterFromQuery] private string? Type { get; set; }

    [SupplyParameterFromQuery] private string? Warnings { get; set; }

    [SupplyParameterFromQuery] private string? Order { get; set; }

    private QueueTab Tab => Enum.TryParse<QueueTab>(TabName, ignoreCase: true, out var tab) && Enum.IsDefined(tab) ? tab : QueueTab.Available;

    private Severity? AtLeast => Enum.TryParse<Severity>(Warnings, ignoreCase: true, out var severity) && Enum.IsDefined(severity) ? severity : null;

    private bool IsFiltered => Type is not null || AtLeast is not null;

    private string EmptyTitle => Tab switch
    {
        QueueTab.Mine => "You hold no document",
        QueueTab.Available => "Nothing waits for a first review",
        QueueTab.SecondReview => "Nothing waits for a second officer",
        QueueTab.WaitingForUploader => "No uploader was asked for a new photo",
        QueueTab.Failed => "Every document could be read",
        _ => "No document was decided yet",
    };

    private string EmptyReason => Tab switch
    {
        QueueTab.Mine => "Take next gives you the oldest free document.",
        QueueTab.Available => "New documents show up here as soon as they are read. Documents that others hold, and your own uploads, cannot be taken.",
        QueueTab.SecondReview => "Documents come here when the first officer recommends a decision that a second one has to take.",
        QueueTab.WaitingForUploader => "Documents stand here from the request for a new photo until it arrives.",
        QueueTab.Failed => "Documents come here when no service could read them.",
        _ => "Approved and rejected documents are listed here.",
    };

    /// <inheritdoc />
    protected override void OnInitialized() => Watch(Feed, OnChangedAsync);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var showing = $"{Tab}|{Type}|{AtLeast}|{Order}";
        if (_shown is not null && _shown != showing && _grid is not null)
        {
            _whyNone = null;
            await _grid.FirstPage(forceReload: true);
        }

        _shown = showing;
    }

    private static string? Text(ChangeEventArgs change) => change.Value as string;

    private string Plain(QueueTab tab) => Navigation.GetUriWithQueryParameters("/queue", new Dictionary<string, object?> { ["tab"] = tab.ToString() });

    private string Address(QueueTab? tab = null, string? type = null, string? warnings = null, string? order = null) =>
        Navigation.GetUriWithQueryParameters("/queue", new Dictionary<string, object?>
        {
            ["tab"] = (tab ?? Tab).ToString(),
            ["type"] = Kept(type, Type),
            ["warnings"] = Kept(warnings, Warnings),
            ["order"] = Kept(order, Order),
        });

    // null leaves a filter as it is, the empty text takes it away.
    private static string? Kept(string? changed, string? current) => (changed ?? current) is { Length: > 0 } value ? value : null;

    private void Go(string address) => Navigation.NavigateTo(address);

    private static string Target(QueueItem item) =>
        item.State is DocumentState.ReadyForReview or DocumentState.AwaitingSecondReview or DocumentState.RecognitionFailed && !item.IsOwnUpload ? $"/review/{item.Id}" : $"/documents/{item.Id}";

    private void Open(QueueItem item) => Navigation.NavigateTo(Target(item));

    private string Remaining(DateTimeOffset until) => until > _now ? $"{Math.Ceiling((until - _now).TotalMinutes):0} min left" : "lease over";

    private async Task LoadAsync(LoadDataArgs args)
    {
        await TryAsync(async actor =>
        {
            var filter = new QueueFilter(Tab, Type, AtLeast, Order == "newest", args.Skip ?? 0, args.Top ?? 25);
            var page = await Work.ListAsync(actor, filter, Left);

            // An answer that was overtaken by a newer question is not shown.
            if (filter.Tab == Tab && filter.TypeId == Type && filter.AtLeast == AtLeast && filter.NewestFirst == (Order == "newest"))
            {
                _page = page;
            }

            _counts = await Work.CountAsync(actor, Left);
        });
        _now = Clock.GetUtcNow();
        _unseen = 0;
    }

    private Task ReloadAsync() => _grid?.Reload() ?? Task.CompletedTask;

    private async Task TakeNextAsync()
    {
        TakenNext? taken = null;
        if (!await TryAsync(async actor => taken = await Work.TakeNextAsync(actor, CancellationToken.None)))
        {
            return;
        }

        if (taken!.DocumentId is { } id)
        {
            Navigation.NavigateTo($"/review/{id}");
            return;
        }

        _whyNone = taken.WhyNone;
    }

    // Rows that are seen are brought up to date in their place; what is new waits behind a bar, so that nothing moves under the pointer.
    private async Task OnChangedAsync(IReadOnlyCollection<Guid> changed)
    {
        await TryAsync(async actor => _counts = await Work.CountAsync(actor, Left));
        if (_page is { Items.Count: 0 } || (_page is not null && changed.All(id => _page.Items.Any(item => item.Id == id))))
        {
            await ReloadAsync();
        }
        else
        {
            _unseen += changed.Count;
        }

        StateHasChanged();
    }
}
