using System.Globalization;

namespace IdOcrPortal.Benchmarks;

/// <summary>Watches what a server process (the portal, the sandbox) and its reader processes take: memory, of which it remembers the most, and processor time (Linux: <c>/proc</c>).</summary>
internal sealed class ServerLoad : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private static readonly Range Own = ..2;
    private static readonly Range OfEndedChildren = 2..;

    private readonly int _server;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watching;

    public ServerLoad(int processId)
    {
        _server = processId;
        _watching = WatchAsync();
    }

    /// <summary>Most that the server's own process held, MiB.</summary>
    public long ServerPeak { get; private set; }

    /// <summary>Most that all reader processes together held, MiB.</summary>
    public long WorkersPeak { get; private set; }

    /// <summary>Most reader processes seen at once.</summary>
    public int Workers { get; private set; }

    /// <summary>Processor time that the server and its readers, living and ended, took so far: unlike the clock on the wall it is the same on a busy machine.</summary>
    public (TimeSpan Server, TimeSpan Readers) ProcessorTime() =>
        (Ticks(_server, Own), Ticks(_server, OfEndedChildren) + Children().Aggregate(TimeSpan.Zero, (sum, id) => sum + Ticks(id, Own)));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            long workers = 0;
            var count = 0;
            foreach (var id in Children())
            {
                workers += Resident(id);
                count++;
            }

            (ServerPeak, WorkersPeak, Workers) = (Math.Max(ServerPeak, Resident(_server)), Math.Max(WorkersPeak, workers), Math.Max(Workers, count));
            await Task.Delay(Interval, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private IEnumerable<int> Children()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Parent(id) == _server)
            {
                yield return id;
            }
        }
    }

    // proc(5): utime, stime, cutime and cstime are fields 14 to 17, in hundredths of a second; the name before them may hold spaces.
    private static TimeSpan Ticks(int id, Range which)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return TimeSpan.FromMilliseconds(10 * fields[11..15][which].Sum(field => long.Parse(field, CultureInfo.InvariantCulture)));
        }
        catch (IOException)
        {
            return TimeSpan.Zero; // it ended while we looked
        }
    }

    private static long Resident(int id) => Status(id, "VmRSS:") / 1024;

    private static long Parent(int id) => Status(id, "PPid:");

    private static long Status(int id, string name)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0; // it ended while we looked
        }
    }
}
