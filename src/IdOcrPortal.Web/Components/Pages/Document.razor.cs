using IdOcrPortal.Web.Review;
using IdOcrPortal.Web.Submissions;
using Microsoft.AspNetCore.Components;

namespace IdOcrPortal.Web.Components.Pages;

/// <summary>Where a document stands and how it came there; what the person may not see is absent, not hidden.</summary>
public sealed partial class Document
{
    private const string Overview = "overview";
    private DocumentDetail? _detail;
    private bool _busy;

    [Inject] public required DocumentDetails Details { get; init; }

    [Inject] public required ReviewDesk Desk { get; init; }

    /// <summary>The document's whole id.</summary>
    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "tab")] private string? TabName { get; set; }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_detail?.Id != Id)
        {
            _detail = null;
            await LoadAsync();
        }
    }

    // What the person may not see has no tab, and its address leads to the overview.
    private static IEnumerable<(string Name, string Text, string Key)> Tabs(DocumentDetail detail)
    {
        yield return (Overview, "Overview", "1");
        if (detail.Content is { } content)
        {
            yield return ("values", "Values", "2");
            yield return ("checks", $"Checks ({content.Checks.Count})", "3");
        }

        if (detail.MaySeePicture)
        {
            yield return ("picture", "Picture", "4");
        }

        yield return ("runs", $"Runs ({detail.Runs.Readings.Count + detail.Runs.Failed.Count})", "5");
        yield return ("timeline", $"Timeline ({detail.Timeline.Count})", "6");
    }

    private static string ServiceName(DeskDocument content) => content.ServiceName ?? "the service";

    private string Address(string tab) => tab == Overview ? $"/documents/{Id}" : $"/documents/{Id}?tab={tab}";

    private string Shown(DocumentDetail detail) => Tabs(detail).Any(tab => tab.Name == TabName) ? TabName! : Overview;

    private async Task LoadAsync() => await TryAsync(async actor => _detail = await Details.GetAsync(actor, Id, Left));

    private async Task ReadAgainAsync(string? service)
    {
        _busy = true;
        try
        {
            if (await TryAsync(actor => Desk.ReadAgainAsync(actor, Id, CancellationToken.None, service)))
            {
                await LoadAsync();
            }
        }
        finally
        {
            _busy = false;
        }
    }
}
