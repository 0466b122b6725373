namespace IdOcrPortal.Tests;

/// <summary>A clock that stands still until it is moved; timers go off when their time has come.</summary>
/// <param name="start">Where it stands first; no matter to most tests.</param>
public sealed class ManualClock(DateTimeOffset? start = null) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start ?? new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero);

    /// <summary>Ticks of 100 ns since the year 1, so that what is measured follows the moves as well.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public void Advance(TimeSpan by) => SetTo(GetUtcNow() + by);

    public void SetTo(DateTimeOffset now)
    {
        List<ManualTimer> due;
        lock (_lock)
        {
            _now = now;
            due = _timers.FindAll(timer => timer.Due <= _now);
            _timers.RemoveAll(due.Contains);
        }

        due.ForEach(timer => timer.Fire());
    }

    /// <summary>Moves on to the next timer that waits for less than this; false where there is none.</summary>
    public bool TryAdvanceToTimer(TimeSpan within)
    {
        DateTimeOffset next;
        lock (_lock)
        {
            next = _timers.Where(timer => timer.Due <= _now + within).Select(timer => timer.Due).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        }

        if (next == DateTimeOffset.MaxValue)
        {
            return false;
        }

        SetTo(next);
        return true;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class ManualTimer(ManualClock clock, Action callback) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock._now + dueTime;
                    clock._timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
