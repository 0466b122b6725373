using IdOcrPortal.Web.Submissions;

namespace IdOcrPortal.Web.Components;

/// <summary>Gathers what the feed announces within a moment, so that a burst of changes costs a page one look at the database.</summary>
internal sealed class FeedWatch : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(150);
    private readonly Lock _gate = new();
    private readonly Func<IReadOnlyCollection<Guid>, Task> _onChanged;
    private readonly IDisposable _subscription;
    private readonly ITimer _timer;
    private HashSet<Guid> _changed = [];

    /// <param name="onChanged">Gets the ids; called on a thread of the pool and never twice at once for the same moment. Must not throw.</param>
    public FeedWatch(DocumentFeed feed, TimeProvider clock, Func<IReadOnlyCollection<Guid>, Task> onChanged)
    {
        _onChanged = onChanged;
        _timer = clock.CreateTimer(_ => Tell(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _subscription = feed.Subscribe(Add);
    }

    public void Dispose()
    {
        _subscription.Dispose();
        _timer.Dispose();
    }

    private void Add(Guid documentId)
    {
        lock (_gate)
        {
            if (_changed.Add(documentId) && _changed.Count == 1)
            {
                _timer.Change(Moment, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Tell()
    {
        HashSet<Guid> changed;
        lock (_gate)
        {
            (changed, _changed) = (_changed, []);
        }

        _ = _onChanged(changed);
    }
}
