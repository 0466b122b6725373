namespace IdOcrPortal.Recognition.Limits;

/// <summary>Why a service is cut off.</summary>
/// <param name="Class">Class of the fault that did it.</param>
/// <param name="Code">The service's raw code, or ours.</param>
/// <param name="Message">For operators: what is wrong and what to do.</param>
/// <param name="Since">When it was cut off.</param>
/// <param name="NextProbe">When one call may try again.</param>
public sealed record Outage(FailureClass Class, string Code, string Message, DateTimeOffset Since, DateTimeOffset NextProbe);

/// <summary>
/// Cuts a service off that fails (RQ-8): after 5 failures in 30 seconds, or at once for a fault of credentials, subscription or billing. Then one call may probe every 30 seconds; for the faults at
/// once after 5 minutes, twice as long each time up to an hour, because vendors lock keys that keep failing. One good answer ends it.
/// </summary>
public sealed class CircuitBreaker(TimeProvider clock)
{
    /// <summary>Failures within <see cref="Window"/> that cut the service off.</summary>
    public const int MostFailures = 5;

    /// <summary>How long a failure counts.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    /// <summary>How often one call may try while the service fails.</summary>
    public static readonly TimeSpan ProbeEvery = TimeSpan.FromSeconds(30);

    /// <summary>How long to the first try after a refusal of us.</summary>
    public static readonly TimeSpan RefusedProbe = TimeSpan.FromMinutes(5);

    /// <summary>The longest time between two tries.</summary>
    public static readonly TimeSpan LongestProbe = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _failures = [];
    private Outage? _outage;
    private TimeSpan _interval;
    private bool _isProbing;

    /// <summary>Why the service is cut off; <see langword="null"/> while it is not.</summary>
    public Outage? Outage
    {
        get
        {
            lock (_gate)
            {
                return _outage;
            }
        }
    }

    /// <summary>Whether a call may be made now. During an outage a true is the one probe of its interval: whoever got it calls, or gives it back.</summary>
    /// <param name="isProbe">Whether it is such a probe.</param>
    public bool TryEnter(out bool isProbe)
    {
        lock (_gate)
        {
            isProbe = false;
            if (_outage is not { } outage)
            {
                return true;
            }

            var now = clock.GetUtcNow();
            if (now < outage.NextProbe)
            {
                return false;
            }

            _outage = outage with { NextProbe = now + _interval };
            isProbe = _isProbing = true;
            return true;
        }
    }

    /// <summary>The probe was not used: no call was made.</summary>
    public void GiveBack()
    {
        lock (_gate)
        {
            if (_isProbing && _outage is { } outage)
            {
                _outage = outage with { NextProbe = clock.GetUtcNow() };
            }

            _isProbing = false;
        }
    }

    /// <summary>The service answered: with a reading, or with a refusal of the picture.</summary>
    /// <returns>Whether this ended an outage.</returns>
    public bool Succeeded()
    {
        lock (_gate)
        {
            var ended = _outage is not null;
            _failures.Clear();
            _outage = null;
            _interval = TimeSpan.Zero;
            _isProbing = false;
            return ended;
        }
    }

    /// <summary>The service failed.</summary>
    /// <returns>Whether this began an outage.</returns>
    public bool Failed(FailureClass failure, string code, string message)
    {
        lock (_gate)
        {
            // Calls that were under way when the service was cut off tell nothing new: eight refusals at once are one refusal.
            if (_outage is not null && !_isProbing)
            {
                return false;
            }

            _isProbing = false;
            var now = clock.GetUtcNow();
            var refused = failure is FailureClass.Credential or FailureClass.Configuration;
            _failures.Enqueue(now);
            while (_failures.Count > 0 && now - _failures.Peek() > Window)
            {
                _failures.Dequeue();
            }

            if (_outage is null && !refused && _failures.Count < MostFailures)
            {
                return false;
            }

            var began = _outage is null;
            _interval = !refused ? ProbeEvery : _interval < RefusedProbe ? RefusedProbe : Shortest(_interval * 2, LongestProbe);
            _outage = new Outage(failure, code, message, _outage?.Since ?? now, now + _interval);
            return began;
        }
    }

    private static TimeSpan Shortest(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
