namespace IdOcrPortal.Reader.Tests.Worker;

/// <summary>A clock whose timers fire when the test says so, so that no test depends on how fast the machine is.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly object _gate = new();
    private readonly List<Timer> _timers = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state), dueTime);
        Change(() => _timers.Add(timer));
        return timer;
    }

    /// <summary>Waits until a timer of that length runs, then fires it.</summary>
    internal async Task FireAsync(TimeSpan dueTime)
    {
        while (true)
        {
            Timer? due;
            Task changed;
            lock (_gate)
            {
                due = _timers.Find(timer => timer.DueTime == dueTime);
                changed = _changed.Task;
            }

            if (due is not null)
            {
                due.Fire();
                return;
            }

            await changed;
        }
    }

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            _changed.SetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private sealed class Timer(ManualClock clock, Action fire, TimeSpan dueTime) : ITimer
    {
        internal TimeSpan DueTime { get; } = dueTime;

        internal void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => clock.Change(() => clock._timers.Remove(this));

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
