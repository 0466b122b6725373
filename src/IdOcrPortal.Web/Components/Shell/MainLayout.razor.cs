using IdOcrPortal.Web.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace IdOcrPortal.Web.Components.Shell;

/// <summary>Header, navigation and the place where pages stand.</summary>
public sealed partial class MainLayout : IDisposable
{
    private bool _expanded = true;
    private string _path = "";

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required SignInDesk Desk { get; init; }

    // With a base address, a bare fragment would lead to the landing page.
    private string SkipTarget => _path + "#content";

    /// <inheritdoc />
    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _path = Path();
        Navigation.LocationChanged += OnLocationChanged;
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        _path = Path();
        InvokeAsync(StateHasChanged);
    }

    // A new page gets a new error boundary; a new filter in the query string does not rebuild the page.
    private string Path() => new Uri(Navigation.Uri).AbsolutePath;
}
