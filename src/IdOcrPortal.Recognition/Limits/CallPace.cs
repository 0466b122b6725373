namespace IdOcrPortal.Recognition.Limits;

/// <summary>
/// How often one set of credentials may call (RQ-7): a bucket of one token, so that no second ever holds more calls than the rate and one; and the pauses that a vendor asked for.
/// </summary>
/// <param name="callsPerSecond">More than 0; infinite: no limit.</param>
public sealed class CallPace(double callsPerSecond, TimeProvider clock)
{
    /// <summary>Longest pause that is kept, whatever the vendor asks for.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly TimeSpan _between = TimeSpan.FromSeconds(1 / callsPerSecond);
    private DateTimeOffset _next;
    private DateTimeOffset _pausedUntil;

    /// <summary>Calls a second; infinite: no limit.</summary>
    public double CallsPerSecond { get; } = callsPerSecond;

    /// <summary>Until when the vendor asked for no calls; <see langword="null"/>: it did not, or the time is over.</summary>
    public DateTimeOffset? PausedUntil
    {
        get
        {
            lock (_gate)
            {
                return _pausedUntil > clock.GetUtcNow() ? _pausedUntil : null;
            }
        }
    }

    /// <summary>Keeps calls back for as long as the vendor asked, at most 10 minutes.</summary>
    public void Pause(TimeSpan pause)
    {
        lock (_gate)
        {
            var until = clock.GetUtcNow() + (pause < LongestPause ? pause : LongestPause);
            _pausedUntil = until > _pausedUntil ? until : _pausedUntil;
        }
    }

    /// <summary>Takes the next free turn, unless it is too far away.</summary>
    /// <param name="atMost">Longest wait that the caller can bear.</param>
    /// <param name="wait">How long to wait before the call; where false is returned, how long until a turn is free.</param>
    public bool TryReserve(TimeSpan atMost, out TimeSpan wait)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var turn = _next > now ? _next : now;
            turn = _pausedUntil > turn ? _pausedUntil : turn;
            wait = turn - now;
            if (wait > atMost)
            {
                return false;
            }

            _next = turn + _between;
            return true;
        }
    }
}
