using System.Collections.Concurrent;
using System.Globalization;
using IdOcrPortal.Web.Submissions;

namespace IdOcrPortal.Web.Review;

/// <summary>At most so many picture views a minute and person (SECURITY RL-3). Kept in memory: the portal is one process, and a restart forgives a minute.</summary>
internal sealed class ViewLimit(TimeProvider clock)
{
    /// <summary>Views a minute and person.</summary>
    internal const int PerMinute = 120;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, Queue<DateTimeOffset>> _views = new();

    /// <summary>Counts one view.</summary>
    /// <exception cref="CommandRefusedException">The limit is reached; this view does not count.</exception>
    internal void Count(Guid actorId)
    {
        var views = _views.GetOrAdd(actorId, _ => new Queue<DateTimeOffset>());
        var now = clock.GetUtcNow();
        lock (views)
        {
            while (views.TryPeek(out var oldest) && oldest + Window <= now)
            {
                views.Dequeue();
            }

            if (views.Count >= PerMinute)
            {
                var wait = views.Peek() + Window - now;
                throw new CommandRefusedException(
                    Refusal.LimitReached,
                    $"{PerMinute} pictures a minute are the limit. The next is possible in {Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture)} seconds.", wait);
            }

            views.Enqueue(now);
        }
    }
}
