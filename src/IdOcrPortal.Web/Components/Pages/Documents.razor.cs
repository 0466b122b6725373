using IdOcrPortal.Web.Recognising;
using IdOcrPortal.Web.Review;
using IdOcrPortal.Web.Submissions;
using Microsoft.AspNetCore.Components;
using Radzen;
using Radzen.Blazor;

namespace IdOcrPortal.Web.Components.Pages;

/// <summary>The masked list of all documents.</summary>
public sealed partial class Documents
{
    private RadzenDataGrid<DocumentListItem>? _grid;
    private DocumentListPage? _page;
    private IReadOnlyDictionary<Guid, ServiceMark> _marks = new Dictionary<Guid, ServiceMark>();
    private string? _short;
    private string? _shown;

    [Inject] public required DocumentDetails Details { get; init; }

    [Inject] public required ServiceMarks Marks { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery(Name = "state")] private string? StateName { get; set; }

    [SupplyParameterFromQuery(Name = "id")] private string? Short { get; set; }

    private DocumentState? State => Enum.TryParse<DocumentState>(StateName, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var showing = $"{State}|{Short}";
        if (_shown is not null && _shown != showing && _grid is not null)
        {
            await _grid.FirstPage(forceReload: true);
        }

        _shown = showing;
        _short = Short;
    }

    private async Task LoadAsync(LoadDataArgs args) =>
        await TryAsync(async actor =>
        {
            var page = await Details.ListAsync(actor, State, Short, args.Skip ?? 0, args.Top ?? 25, Left);
            (_marks, _page) = (await Marks.OfAsync(actor, [.. page.Items.Select(item => item.Id)], Left), page);
        });

    private void Search() => Go(State?.ToString(), _short);

    private void Go(string? state, string? shortId) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters("/documents", new Dictionary<string, object?>
        {
            ["state"] = string.IsNullOrEmpty(state) ? null : state,
            ["id"] = string.IsNullOrWhiteSpace(shortId) ? null : shortId.Trim().ToUpperInvariant(),
        }));
}
