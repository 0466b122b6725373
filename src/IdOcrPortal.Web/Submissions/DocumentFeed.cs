using System.Collections.Concurrent;

namespace IdOcrPortal.Web.Submissions;

/// <summary>Tells open pages that a document changed: an id and nothing else. Subscribers read for themselves what they may see.</summary>
public sealed class DocumentFeed
{
    private readonly ConcurrentDictionary<object, Action<Guid>> _subscribers = new();

    /// <summary>Calls back for each change, on the thread that announces it, until disposed.</summary>
    public IDisposable Subscribe(Action<Guid> onChanged)
    {
        var subscription = new Subscription(this);
        _subscribers[subscription] = onChanged;
        return subscription;
    }

    /// <summary>Announces a change, after its transaction was committed.</summary>
    public void Announce(Guid documentId)
    {
        foreach (var subscriber in _subscribers.Values)
        {
            subscriber(documentId);
        }
    }

    private sealed class Subscription(DocumentFeed feed) : IDisposable
    {
        public void Dispose() => feed._subscribers.TryRemove(this, out _);
    }
}
