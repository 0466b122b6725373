using IdOcrPortal.Web.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace IdOcrPortal.Web.Components.Shell;

/// <summary>Header, navigation and the place where pages stand.</summary>
public sealed partial class MainLayout : IDisposable
{
    private const string ReviewPath = "/review/";
    private bool _expanded = true;
    private bool _wasExpanded = true;
    private bool _isNarrow;
    private string _path = "";

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required SignInDesk Desk { get; init; }

    private bool IsReview => _path.StartsWith(ReviewPath, StringComparison.Ordinal);

    // With a base address, a bare fragment would lead to the landing page.
    private string SkipTarget => _path + "#content";

    /// <inheritdoc />
    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _path = Path();
        _expanded = !IsReview;
        Navigation.LocationChanged += OnLocationChanged;
    }

    // The review screen needs the width: the sidebar steps aside on the way in, and comes back on the way out.
    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        var (before, now) = (IsReview, Path().StartsWith(ReviewPath, StringComparison.Ordinal));
        _path = Path();
        if (!before && now)
        {
            (_wasExpanded, _expanded) = (_expanded, false);
        }
        else if (before && !now)
        {
            _expanded = _wasExpanded;
        }

        // On a narrow window the sidebar covers the page that was just chosen.
        _expanded &= !_isNarrow;

        InvokeAsync(StateHasChanged);
    }

    // The sidebar measures the window, at first and whenever it changes.
    private void OnRoomChanged(bool isWide)
    {
        _isNarrow = !isWide;
        _wasExpanded = isWide;
        _expanded = isWide && !IsReview;
    }

    // A new page gets a new error boundary; a new filter in the query string does not rebuild the page.
    private string Path() => new Uri(Navigation.Uri).AbsolutePath;
}
