using System.Security.Claims;
using IdOcrPortal.Web.Submissions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace IdOcrPortal.Web.Components;

/// <summary>What pages that call services share: who acts, and what is shown when a service says no.</summary>
public abstract class PortalPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private FeedWatch? _watch;
    private ITimer? _timer;

    /// <summary>A page that nobody has left yet.</summary>
    protected PortalPage() => Left = _left.Token;

    [Inject] public required TimeProvider Clock { get; init; }

    [CascadingParameter] public required Task<AuthenticationState> Authentication { get; set; }

    /// <summary>Ends when the person leaves the page; for reading. Commands run to their end.</summary>
    /// <remarks>Kept apart from its source, so that it can still be asked after the page is gone.</remarks>
    protected CancellationToken Left { get; }

    /// <summary>The last refusal, shown as it is; <see langword="null"/> where there is none.</summary>
    protected CommandRefusedException? Refused { get; private set; }

    /// <summary>The person's id. Services read everything else about them from the database.</summary>
    protected async Task<Guid> ActorIdAsync()
    {
        var user = (await Authentication).User;
        return Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)
            ?? throw new InvalidOperationException("The signed-in person has no id."));
    }

    /// <summary>Runs a command or query for the person; a refusal is kept in <see cref="Refused"/>.</summary>
    /// <returns>Whether the service agreed.</returns>
    protected async Task<bool> TryAsync(Func<Guid, Task> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        try
        {
            Refused = null;
            await act(await ActorIdAsync());
            return true;
        }
        catch (CommandRefusedException refused)
        {
            Refused = refused;
            return false;
        }
        catch (OperationCanceledException) when (Left.IsCancellationRequested)
        {
            // The page is gone; nobody is there to be told.
            return false;
        }
    }

    /// <summary>Calls back, on the page's own thread, when documents change. What the callback does not expect ends at the page's error boundary.</summary>
    protected void Watch(DocumentFeed feed, Func<IReadOnlyCollection<Guid>, Task> onChanged)
    {
        _watch?.Dispose();
        _watch = new FeedWatch(feed, Clock, changed => InvokeAsync(() => onChanged(changed)).ContinueWith(
            Report, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Unwrap());
    }

    /// <summary>Does something again and again on the page's own thread, each time this long after the time before has ended, until the page is left.</summary>
    protected void Repeat(TimeSpan after, Func<Task> act)
    {
        _timer?.Dispose();
        ITimer? timer = null;
        timer = _timer = Clock.CreateTimer(
            _ => InvokeAsync(async () =>
            {
                if (!Left.IsCancellationRequested)
                {
                    await act();
                    timer?.Change(after, Timeout.InfiniteTimeSpan);
                }
            }).ContinueWith(Report, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default),
            null, after, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends what the page holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _watch?.Dispose();
            _timer?.Dispose();
            _left.Cancel();
            _left.Dispose();
        }
    }

    // What a callback did not expect ends at the page's error boundary.
    private Task Report(Task ended) => ended.Exception is { InnerException: { } failure } && !Left.IsCancellationRequested ? DispatchExceptionAsync(failure) : Task.CompletedTask;
}
