using System.Collections.Concurrent;

namespace IdOcrPortal.Web.Submissions;

/// <summary>Tells open pages that a document changed: an id and nothing else. Subscribers read for themselves what they may see.</summary>
/// <param name="logger">Where a subscriber that throws is reported.</param>
public sealed partial class DocumentFeed(ILogger<DocumentFeed>? logger = null)
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
            try
            {
                subscriber(documentId);
            }
#pragma warning disable CA1031 // The change is committed: whatever is wrong with one open page, the command that announces it has succeeded and the other pages have to hear of it.
            catch (Exception failed)
#pragma warning restore CA1031
            {
                if (logger is not null)
                {
                    Log.SubscriberFailed(logger, failed.GetType().Name);
                }
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "An open page could not be told of a change: {Kind}")]
        public static partial void SubscriberFailed(ILogger logger, string kind);
    }

    private sealed class Subscription(DocumentFeed feed) : IDisposable
    {
        public void Dispose() => feed._subscribers.TryRemove(this, out _);
    }
}
