namespace IdOcrPortal.Sandbox.Control;

/// <summary>The sandbox's own clock: the machine's, moved by what the control endpoint says.</summary>
internal sealed class ShiftedClock(TimeProvider inner) : TimeProvider
{
    private long offset;

    /// <summary>How far the vendors' clock is ahead of the machine's.</summary>
    internal TimeSpan Offset
    {
        get => new(Interlocked.Read(ref offset));
        set => Interlocked.Exchange(ref offset, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Offset;

    public override long GetTimestamp() => inner.GetTimestamp();

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => inner.CreateTimer(callback, state, dueTime, period);
}
