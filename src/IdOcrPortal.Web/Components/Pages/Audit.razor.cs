using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Components.Records;
using Microsoft.AspNetCore.Components;
using Radzen;
using Radzen.Blazor;

namespace IdOcrPortal.Web.Components.Pages;

/// <summary>Where auditors look up who did what, and prove that nobody changed it since.</summary>
public sealed partial class Audit
{
    private RadzenDataGrid<AuditEntry>? _grid;
    private AuditPage? _page;
    private AuditQuery _query = new();
    private IReadOnlyList<string> _events = [];
    private VerificationResult? _result;
    private string? _document;
    private string? _person;
    private string? _event;
    private string? _problem;
    private DateOnly? _from;
    private DateOnly? _until;
    private bool _verifying;
    private long _looked;

    [Inject] public required AuditTrail Trail { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [CascadingParameter] public TimeZoneInfo? Zone { get; set; }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync() =>
        await TryAsync(async actor => _events = [.. (await Trail.EventNamesAsync(actor, Left)).Order(StringComparer.Ordinal)]);

    private async Task LoadAsync(LoadDataArgs args)
    {
        var asked = _query;
        await TryAsync(async actor =>
        {
            var page = await Trail.SearchAsync(actor, asked with { Skip = args.Skip ?? 0, Take = args.Top ?? 50 }, Left);

            // An answer that was overtaken by a newer question is not shown.
            if (asked == _query)
            {
                _page = page;
            }
        });
    }

    private async Task SearchAsync()
    {
        var document = _document?.Trim() ?? "";
        var whole = Guid.TryParse(document, out var id);
        _problem = document.Length is 0 or 4 || whole ? null : "A document is named by its four characters, such as 4F2K, or by its whole id.";
        if (_problem is not null)
        {
            return;
        }

        _query = new AuditQuery(
            DocumentId: whole ? id : null,
            ShortId: !whole && document.Length == 4 ? document.ToUpperInvariant() : null,
            Person: string.IsNullOrWhiteSpace(_person) ? null : _person.Trim(),
            Event: string.IsNullOrEmpty(_event) ? null : _event,
            From: StartOf(_from),
            Until: StartOf(_until?.AddDays(1)));
        await ReloadAsync();
    }

    private Task ClearAsync()
    {
        (_document, _person, _event, _problem, _from, _until) = (null, null, null, null, null, null);
        _query = new AuditQuery();
        return ReloadAsync();
    }

    private Task ReloadAsync() => _grid?.FirstPage(forceReload: true) ?? Task.CompletedTask;

    // A day begins where the auditor is, not in Greenwich.
    private DateTimeOffset? StartOf(DateOnly? day)
    {
        if (day is not { } date)
        {
            return null;
        }

        var zone = Zone ?? TimeZoneInfo.Utc;
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }

    private async Task ShowAsync(AuditEntry entry) =>
        await Dialogs.OpenSideAsync<AuditEntryPanel>(
            $"Record {entry.Seq}",
            new Dictionary<string, object?> { [nameof(AuditEntryPanel.Entry)] = entry },
            new SideDialogOptions { Width = "min(32rem, 100vw)", CloseDialogOnOverlayClick = true, ShowMask = true });

    private async Task VerifyAsync()
    {
        _verifying = true;
        _looked = 0;
        _result = null;
        var progress = new Progress<long>(looked => InvokeAsync(() => { _looked = looked; StateHasChanged(); }));
        await TryAsync(async actor => _result = await Trail.VerifyAsync(actor, progress, Left));
        _verifying = false;
    }
}
