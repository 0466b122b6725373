using IdOcrPortal.Reader;
using IdOcrPortal.Web.Recognising;
using IdOcrPortal.Web.Submissions;
using Microsoft.AspNetCore.Components;

namespace IdOcrPortal.Web.Components.Pages;

/// <summary>How each service does, and tests of them. Looks again by itself.</summary>
public sealed partial class Services
{
    /// <summary>Time between two looks.</summary>
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, ServiceTestResult> _results = [];
    private readonly Dictionary<string, CommandRefusedException> _refusals = [];
    private readonly HashSet<string> _testing = [];
    private IReadOnlyList<ServiceReport>? _reports;
    private CommandRefusedException? _listRefused;
    private ReaderAvailability? _engine;
    private DateTimeOffset? _asOf;

    [Inject] public required ServicesDesk Desk { get; init; }

    [Inject] public required ReaderPool Pool { get; init; }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _engine = await Pool.CheckAsync(Left);
        await LoadAsync();
        Repeat(Interval, LoadAsync);
    }

    private async Task LoadAsync()
    {
        await TryAsync(async actor => _reports = await Desk.ListAsync(actor, Left));
        _listRefused = Refused;
        if (Refused is not null)
        {
            _reports = null; // Who lost the role meanwhile sees nothing any more.
        }

        _asOf = Clock.GetUtcNow();
        StateHasChanged();
    }

    private async Task TestAsync(string service)
    {
        if (!_testing.Add(service))
        {
            return;
        }

        _refusals.Remove(service);
        try
        {
            if (!await TryAsync(async actor => _results[service] = await Desk.TestAsync(actor, service, CancellationToken.None)) && Refused is { } refused)
            {
                _refusals[service] = refused;
            }
        }
        finally
        {
            _testing.Remove(service);
        }

        await LoadAsync();
    }
}
