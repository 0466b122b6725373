using System.Diagnostics;

namespace IdOcrPortal.Benchmarks;

/// <summary>What some calls cost.</summary>
/// <param name="PerSecond">Calls a second on the clock.</param>
/// <param name="Allocated">Bytes a call.</param>
/// <param name="Processor">Microseconds of processor time a call, user and kernel, of this process.</param>
internal sealed record CallRound(double PerSecond, double Allocated, double Processor)
{
    /// <summary>Makes the calls, so many at a time.</summary>
    public static async Task<CallRound> OfAsync(Func<Task> call, int calls, int inFlight)
    {
        // What the other side left behind is not this one's to tidy up.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var left = calls;
        var (allocated, processor, started) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => inFlight == 1 ? LaneAsync() : Task.Run(LaneAsync)));
        var elapsed = Stopwatch.GetElapsedTime(started);
        return new CallRound(
            calls / elapsed.TotalSeconds, (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / calls, (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / calls);

        async Task LaneAsync()
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await call();
            }
        }
    }
}
