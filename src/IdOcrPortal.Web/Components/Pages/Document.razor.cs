using IdOcrPortal.Web.Review;
using IdOcrPortal.Web.Submissions;
using Microsoft.AspNetCore.Components;

namespace IdOcrPortal.Web.Components.Pages;

/// <summary>Where a document stands and how it came there; what the person may not see is absent, not hidden.</summary>
public sealed partial class Document
{
    private DocumentDetail? _detail;

    [Inject] public required DocumentDetails Details { get; init; }

    [Inject] public required ReviewDesk Desk { get; init; }

    /// <summary>The document's whole id.</summary>
    [Parameter] public Guid Id { get; set; }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_detail?.Id != Id)
        {
            _detail = null;
            await LoadAsync();
        }
    }

    private async Task LoadAsync() => await TryAsync(async actor => _detail = await Details.GetAsync(actor, Id, Left));

    private async Task ReadAgainAsync()
    {
        if (await TryAsync(actor => Desk.ReadAgainAsync(actor, Id, CancellationToken.None)))
        {
            await LoadAsync();
        }
    }
}
