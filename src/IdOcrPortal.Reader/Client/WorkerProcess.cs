using System.ComponentModel;
using System.Diagnostics;
using IdOcrPortal.Reader.Worker;

namespace IdOcrPortal.Reader;

/// <summary>One worker process and its pipes. Takes one request at a time.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly ErrorTail _errors;
    private readonly Stream _requests;
    private readonly Stream _answers;
    private Request _asked = new(Work.Hello);
    private ReaderException? _killedFor;

    private WorkerProcess(Process process)
    {
        _process = process;
        Id = process.Id;
        _requests = process.StandardInput.BaseStream;
        _answers = process.StandardOutput.BaseStream;
        _errors = new ErrorTail(process.StandardError);
    }

    internal int Id { get; }

    /// <summary>Requests sent so far, the hello not counted.</summary>
    internal long Served => _asked.Id - 1;

    internal bool HasExited => _process.HasExited;

    /// <summary>Why it was killed; <see langword="null"/> while nobody did.</summary>
    internal ReaderException? KilledFor => Volatile.Read(ref _killedFor);

    /// <exception cref="ReaderException"><c>reader.unavailable</c>: the system does not start it.</exception>
    internal static WorkerProcess Start(WorkerCommand command, int memoryLimitMiB)
    {
        try
        {
            return new WorkerProcess(Process.Start(command.StartInfo(memoryLimitMiB))!);
        }
        catch (Win32Exception refused)
        {
            throw ReaderErrors.Unavailable($"The system does not start {command.File} (error {refused.NativeErrorCode}).");
        }
    }

    /// <exception cref="IOException">The worker is gone, and has not seen the request.</exception>
    internal Task SendAsync(Request request, ReadOnlyMemory<byte> picture)
    {
        _asked = request with { Id = _asked.Id + 1 };
        return Frame.WriteAsync(_requests, _asked, Messages.Default.Request, picture);
    }

    /// <exception cref="IOException">The worker is gone.</exception>
    /// <exception cref="InvalidDataException">The worker answered nonsense.</exception>
    internal async Task<(Answer Head, byte[] Payload)> ReceiveAsync()
    {
        var answer = await Frame.ReadAsync(_answers, Messages.Default.Answer) ?? throw new EndOfStreamException();
        return answer.Head.Id == _asked.Id && answer.Head.Covers(_asked.Work) ? answer : throw new InvalidDataException("The worker answered something else.");
    }

    /// <summary>Ends the process. Its pipes close, which ends whatever waits on them.</summary>
    /// <param name="why">What the request in hand ends in. The first reason given counts.</param>
    internal void Kill(ReaderException why)
    {
        Interlocked.CompareExchange(ref _killedFor, why, null);
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    /// <summary>Waits for the end of the process.</summary>
    /// <returns>Its exit code and the end of what it wrote to its standard error.</returns>
    internal async Task<(int ExitCode, string Output)> EndedAsync()
    {
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _errors.ReadToEndAsync());
    }

    public void Dispose()
    {
        _requests.Dispose();
        _answers.Dispose();
        _process.Dispose();
    }
}
