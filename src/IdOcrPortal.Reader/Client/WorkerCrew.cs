using System.Collections.Concurrent;
using IdOcrPortal.Reader.Worker;

namespace IdOcrPortal.Reader;

/// <summary>
/// Hires, watches and replaces workers. There are as many seats as workers may run; a request first waits for a seat, then takes the
/// worker that was idle last (so that few requests keep few workers warm), or a new one.
/// </summary>
internal sealed class WorkerCrew(ReaderPoolOptions options) : IAsyncDisposable
{
    /// <summary>Time for a process to start and say hello, on a machine that is busy with other things.</summary>
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(30);

    /// <summary>Time that a disposal waits for killed processes to be gone.</summary>
    private static readonly TimeSpan BurialDeadline = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _seats = new(options.Workers);
    private readonly ConcurrentStack<WorkerProcess> _idle = new();
    private readonly ConcurrentDictionary<WorkerProcess, bool> _alive = new();
    private readonly CancellationTokenSource _stopping = new();
    private long _started;
    private long _killed;
    private long _retired;

    internal long Started => Interlocked.Read(ref _started);

    internal long Killed => Interlocked.Read(ref _killed);

    internal long Retired => Interlocked.Read(ref _retired);

    internal IReadOnlyCollection<WorkerProcess> Alive => [.. _alive.Keys];

    /// <exception cref="ReaderException">The worker refused the picture, or could not answer.</exception>
    internal async Task<(Answer Head, byte[] Payload)> AskAsync(Request request, ReadOnlyMemory<byte> picture, CancellationToken cancellationToken)
    {
        await SitDownAsync(cancellationToken);
        WorkerProcess worker;
        ITimer deadline;
        try
        {
            (worker, deadline) = await SendAsync(request, picture, cancellationToken);
        }
        catch
        {
            _seats.Release();
            throw;
        }

        var answer = ReceiveAsync(worker, deadline);
        // Who gives up waiting leaves the worker to finish alone; how that ends is then nobody's business.
        _ = answer.ContinueWith(ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        var (head, payload) = await answer.WaitAsync(cancellationToken);
        return head.Fault is { } fault ? throw new ReaderException(fault.Code, fault.Message) : (head, payload);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        var ends = Alive.Select(worker =>
        {
            worker.Kill(ReaderErrors.Stopped);
            return BuryAsync(worker);
        });
        // A process that the kernel holds in a system call ends later by itself: its pipes are closed.
        await Task.WhenAny(Task.WhenAll(ends), Task.Delay(BurialDeadline));
    }

    private async Task SitDownAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        try
        {
            await _seats.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ReaderErrors.Stopped;
        }
    }

    /// <summary>
    /// Hands the request over. The deadline runs from here on, and is a kill: nothing else ends a read or write on a pipe for sure. Not to
    /// be interrupted by the caller, who owns the picture's bytes.
    /// </summary>
    private async Task<(WorkerProcess Worker, ITimer Deadline)> SendAsync(Request request, ReadOnlyMemory<byte> picture, CancellationToken cancellationToken)
    {
        while (true)
        {
            var isOld = _idle.TryPop(out var worker);
            worker ??= await StartAsync();
            if (cancellationToken.IsCancellationRequested)
            {
                _idle.Push(worker);
                cancellationToken.ThrowIfCancellationRequested();
            }

            var deadline = Watch(worker, options.Deadline);
            try
            {
                await worker.SendAsync(request, picture);
                return (worker, deadline);
            }
            catch (IOException)
            {
                await deadline.DisposeAsync();
                var why = Lose(worker, ReaderErrors.Died);
                // One that ended while it was idle has not seen the request, so another may.
                if (!isOld || why.Code != ReaderErrors.Died.Code)
                {
                    throw why;
                }
            }
        }
    }

    private async Task<(Answer Head, byte[] Payload)> ReceiveAsync(WorkerProcess worker, ITimer deadline)
    {
        try
        {
            var answer = await worker.ReceiveAsync();
            await deadline.DisposeAsync();
            Keep(worker, answer.Head);
            return answer;
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            await deadline.DisposeAsync();
            throw Lose(worker, ReaderErrors.Died);
        }
        finally
        {
            _seats.Release();
        }
    }

    private void Keep(WorkerProcess worker, Answer answer)
    {
        if (worker.KilledFor is { } why)
        {
            // The answer and the deadline came together.
            Lose(worker, why);
        }
        else if (answer.Fault?.Code == ReaderErrors.Failed.Code)
        {
            // A mistake of ours may have left it in any state, and its standard error tells where the mistake is.
            Lose(worker, ReaderErrors.Failed);
        }
        else if (worker.Served >= options.RequestsPerWorker || answer.IsLeaking || answer.Availability is { IsAvailable: false })
        {
            // One that missed a part remembers that it was missing.
            Interlocked.Increment(ref _retired);
            worker.Kill(ReaderErrors.Stopped);
            _ = BuryAsync(worker);
        }
        else
        {
            _idle.Push(worker);
        }
    }

    private async Task<WorkerProcess> StartAsync()
    {
        var worker = WorkerProcess.Start(options.Command ?? WorkerCommand.Own(options.MemoryLimitMiB), options.MemoryLimitMiB);
        Interlocked.Increment(ref _started);
        _alive.TryAdd(worker, true);
        if (_stopping.IsCancellationRequested)
        {
            worker.Kill(ReaderErrors.Stopped);
        }

        await using var deadline = Watch(worker, StartDeadline);
        try
        {
            await worker.SendAsync(new Request(Work.Hello), default);
            await worker.ReceiveAsync();
            return worker;
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            throw Lose(worker, ReaderErrors.Unavailable("The reader's worker process does not start; the portal's log says more."));
        }
    }

    private ITimer Watch(WorkerProcess worker, TimeSpan deadline) =>
        options.Clock.CreateTimer(_ => worker.Kill(ReaderErrors.Timeout), null, deadline, Timeout.InfiniteTimeSpan);

    /// <returns>What the request in hand ends in.</returns>
    private ReaderException Lose(WorkerProcess worker, ReaderException why)
    {
        worker.Kill(why);
        var counted = worker.KilledFor ?? why;
        if (counted.Code != ReaderErrors.Stopped.Code)
        {
            Interlocked.Increment(ref _killed);
            _ = ReportAsync(worker, counted.Code);
        }

        return counted;
    }

    private async Task ReportAsync(WorkerProcess worker, string code)
    {
        var (exitCode, output) = await BuryAsync(worker);
        options.OnIncident?.Invoke(new ReaderIncident(code, worker.Id, exitCode, output));
    }

    private async Task<(int ExitCode, string Output)> BuryAsync(WorkerProcess worker)
    {
        var end = await worker.EndedAsync();
        if (_alive.TryRemove(worker, out _))
        {
            worker.Dispose();
        }

        return end;
    }
}
