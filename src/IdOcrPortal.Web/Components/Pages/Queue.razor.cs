using IdOcrPortal.Documents;
using IdOcrPortal.Web.Recognising;
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
    private IReadOnlyDictionary<Guid, ServiceMark> _marks = new Dictionary<Guid, ServiceMark>();
    private QueueCounts? _counts;
    private DateTimeOffset _now;
    private string? _whyNone;
    private string? _shown;
    private readonly HashSet<Guid> _unseen = [];
    private LoadDataArgs? _part;

    [Inject] public required ReviewQueue Work { get; init; }

    [Inject] public required ServiceMarks Marks { get; init; }

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

    private string Remaining(DateTimeOffset until) => until > _now ? $"{Math.Ceiling((until - _now).TotalMinutes):0} min left" : "time is over";

    private QueueFilter Filter(LoadDataArgs? part) => new(Tab, Type, AtLeast, Order == "newest", part?.Skip ?? 0, part?.Top ?? 25);

    private async Task LoadAsync(LoadDataArgs args)
    {
        _part = args;
        await TryAsync(async actor =>
        {
            var filter = Filter(args);
            var page = await Work.ListAsync(actor, filter, Left);
            var marks = await Marks.OfAsync(actor, [.. page.Items.Select(item => item.Id)], Left);

            // An answer that was overtaken by a newer question is not shown.
            if (filter == Filter(_part))
            {
                (_page, _marks) = (page, marks);
            }

            _counts = await Work.CountAsync(actor, Left);
        });
        _now = Clock.GetUtcNow();
        _unseen.Clear();
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
        if (_page is { } shown)
        {
            await TryAsync(async actor => await RefreshAsync(actor, shown, changed));
        }

        StateHasChanged();
    }

    private async Task RefreshAsync(Guid actor, QueuePage shown, IReadOnlyCollection<Guid> changed)
    {
        var filter = Filter(_part);
        var fresh = await Work.ListAsync(actor, filter, Left);
        var marks = await Marks.OfAsync(actor, [.. fresh.Items.Select(item => item.Id)], Left);
        if (!ReferenceEquals(shown, _page) || filter != Filter(_part))
        {
            return; // Loaded anew meanwhile.
        }

        var byId = fresh.Items.ToDictionary(item => item.Id);

        // A row that changed and is not in the answer has left this part of the queue; one that did not change was only moved on by others.
        var rows = shown.Items.Where(item => byId.ContainsKey(item.Id) || !changed.Contains(item.Id)).Select(item => byId.GetValueOrDefault(item.Id, item)).ToList();
        if (rows.Count == 0)
        {
            await ReloadAsync();
            return;
        }

        (_page, _marks) = (new QueuePage(rows, fresh.Total), marks);
        _now = Clock.GetUtcNow();
        _unseen.UnionWith(changed);
        _unseen.IntersectWith(byId.Keys.Except(rows.Select(item => item.Id)));
    }
}
