namespace IdOcrPortal.Web.Recognising;

/// <summary>Wakes the recognition worker when there is something to read. A lost signal costs time and nothing else: the worker also looks by itself.</summary>
public sealed class RecognitionSignal : IDisposable
{
    private readonly SemaphoreSlim _work = new(0);

    /// <summary>One more document waits.</summary>
    public void Wake() => _work.Release();

    /// <summary>Returns when woken, or after the time.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = clock.CreateTimer(static state => ((CancellationTokenSource)state!).Cancel(), enough, atMost, Timeout.InfiniteTimeSpan);
        try
        {
            await _work.WaitAsync(enough.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is over; nothing woke us.
        }
    }

    /// <inheritdoc />
    public void Dispose() => _work.Dispose();
}
